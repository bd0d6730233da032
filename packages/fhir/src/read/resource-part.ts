import type { Account } from './account.js';
import { ExtensionPart, Part, valueKey } from './part.js';
import { isObject, type JsonObject, type Place } from './place.js';

/** HL7's extensions that carry an element of one version of FHIR in another: the name of the element follows. */
const crossVersion = /^http:\/\/hl7\.org\/fhir\/\d\.\d\/StructureDefinition\/extension-[A-Za-z]+\.([A-Za-z]+)$/;

/** A resource. Elements that its version does not have are found in HL7's cross-version extensions. */
export class ResourcePart extends Part {
  private readonly borrowed = new Map<string, JsonObject[]>();

  constructor(json: JsonObject, account: Account) {
    super(json, account);
    if (!Array.isArray(json.extension)) return;
    for (const extension of json.extension) {
      if (!isObject(extension) || typeof extension.url !== 'string') continue;
      const name = crossVersion.exec(extension.url)?.[1];
      if (name === undefined) continue;
      const known = this.borrowed.get(name);
      if (known) known.push(extension);
      else this.borrowed.set(name, [extension]);
    }
  }

  override places(name: string): Place[] {
    const own = super.places(name);
    const borrowed = own.length > 0 ? undefined : this.borrowed.get(name);
    if (!borrowed) return own;
    const places: Place[] = [];
    for (const holder of borrowed) {
      const key = valueKey(holder);
      if (holder[key] !== undefined) places.push({ holder, key });
    }
    return places;
  }

  override place(name: string): Place | undefined {
    return super.place(name) ?? this.places(name)[0];
  }

  override twin(name: string): Part | undefined {
    const own = super.twin(name);
    if (own) return own;
    const [holder] = this.borrowed.get(name) ?? [];
    return holder && new Part(holder, this.account).twin(valueKey(holder));
  }

  override parts(name: string): Part[] {
    const parts = super.parts(name);
    if (super.place(name)) return parts;
    for (const extension of this.borrowed.get(name) ?? []) {
      if (Array.isArray(extension.extension)) parts.push(new ExtensionPart(extension, this.account));
    }
    return parts;
  }

  override part(name: string): Part | undefined {
    return this.parts(name)[0];
  }
}
