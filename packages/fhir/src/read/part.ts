import { extensionUrls } from '../systems.js';
import type { Account } from './account.js';
import { type Found, found, isObject, type JsonObject, type Place, valueAt } from './place.js';

/** What the French registry writes where it has no value: a word for it, or the name of the slot. */
const unavailable = /^(?:INDISPONIBLE|Reference to (?:primary|secondary|group|site)\b.*)$/;

/**
 * An element of a resource, whose parts are asked for by name. What is asked for is taken, once it has the type that was
 * asked for. A list and a single value are the same here: FHIR's versions differ in which of both an element is.
 */
export class Part {
  constructor(
    readonly json: JsonObject,
    readonly account: Account,
  ) {}

  /** Where the values of an element stand. */
  places(name: string): Place[] {
    const value = this.json[name];
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return [{ holder: this.json, key: name }];
    const places: Place[] = [];
    for (let key = 0; key < value.length; key++) places.push({ holder: value, key });
    return places;
  }

  has(name: string): boolean {
    return this.places(name).length > 0;
  }

  place(name: string): Place | undefined {
    const value = this.json[name];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) return { holder: this.json, key: name };
    return value.length > 0 ? { holder: value, key: 0 } : undefined;
  }

  /** The element beside a primitive value, which holds its extensions. */
  twin(name: string): Part | undefined {
    const value = this.json[`_${name}`];
    return isObject(value) ? new Part(value, this.account) : undefined;
  }

  take(name: string): void {
    const place = this.json[name] === undefined ? undefined : { holder: this.json, key: name };
    if (place) this.account.take(place);
  }

  takeAll(): void {
    this.account.takeWhole(this.json);
  }

  /** What stands there, without taking it. */
  value(name: string): unknown {
    const place = this.place(name);
    return place && valueAt(place);
  }

  /** A string as it stands there, without taking it. */
  peek(name: string): string | undefined {
    const value = this.value(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** A text. Where the same text stands beside it with its markup, that one. */
  text(name: string): Found<string> | undefined {
    const place = this.place(name);
    if (!place) return undefined;
    const value = this.textAt(place);
    return value && (this.twin(name)?.extensionText(extensionUrls.markdown) ?? value);
  }

  texts(name: string): Found<string>[] {
    const list: Found<string>[] = [];
    for (const place of this.places(name)) {
      const value = this.textAt(place);
      if (value) list.push(value);
    }
    return list;
  }

  private textAt(place: Place): Found<string> | undefined {
    const value = valueAt(place);
    if (typeof value !== 'string') {
      this.account.remark(place, 'wrong-type', 'A text belongs here.');
      return undefined;
    }
    if (value.trim() === '' || unavailable.test(value)) {
      this.account.remark(place, 'placeholder', `${JSON.stringify(value)} stands where a value belongs.`);
      return undefined;
    }
    this.account.take(place);
    return { ...place, value };
  }

  /** The wording that a primitive value was read from; it may stand there without the value. */
  original(name: string): Found<string> | undefined {
    return this.twin(name)?.extensionText(extensionUrls.originalText);
  }

  /** Whether a primitive value is absent for a reason that stands in its place. */
  takeAbsence(name: string): boolean {
    return this.twin(name)?.extensionText(extensionUrls.dataAbsentReason) !== undefined;
  }

  /** FHIR has numbers as strings where JSON's numbers are too small. */
  number(name: string): Found<number> | undefined {
    const place = this.place(name);
    if (!place) return undefined;
    const value = valueAt(place);
    const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
    if (typeof number !== 'number') {
      this.account.remark(place, 'wrong-type', 'A number belongs here.');
      return undefined;
    }
    this.account.take(place);
    return found(place, number);
  }

  /** A number of things. */
  count(name: string): Found<number> | undefined {
    const place = this.place(name);
    const value = place && valueAt(place);
    const isWhole = Number.isSafeInteger(typeof value === 'string' ? Number(value) : value);
    if (place && (!isWhole || Number(value) < 0)) {
      this.account.remark(place, 'wrong-type', 'A whole number belongs here.');
      return undefined;
    }
    return this.number(name);
  }

  boolean(name: string): Found<boolean> | undefined {
    const place = this.place(name);
    if (!place) return undefined;
    const value = valueAt(place);
    if (value !== true && value !== false && value !== 'true' && value !== 'false') {
      this.account.remark(place, 'wrong-type', 'true or false belongs here.');
      return undefined;
    }
    this.account.take(place);
    return found(place, value === true || value === 'true');
  }

  /** The elements of a name that are objects. */
  parts(name: string): Part[] {
    const parts: Part[] = [];
    for (const place of this.places(name)) {
      const value = valueAt(place);
      if (isObject(value)) parts.push(this.child(value));
      else if (value !== null) this.account.remark(place, 'wrong-type', 'An object belongs here.');
    }
    return parts;
  }

  part(name: string): Part | undefined {
    const place = this.place(name);
    if (!place) return undefined;
    const value = valueAt(place);
    if (isObject(value)) return this.child(value);
    this.account.remark(place, 'wrong-type', 'An object belongs here.');
    return undefined;
  }

  protected child(json: JsonObject): Part {
    return new Part(json, this.account);
  }

  allExtensions(): ExtensionPart[] {
    const list = this.json.extension;
    if (!Array.isArray(list)) return [];
    return list.filter(isObject).map((item) => new ExtensionPart(item, this.account));
  }

  /** The extensions with an address. */
  extensions(url: string): ExtensionPart[] {
    return this.allExtensions().filter(({ json }) => json.url === url);
  }

  extension(url: string): ExtensionPart | undefined {
    const list = this.json.extension;
    if (!Array.isArray(list)) return undefined;
    const item = list.find((one) => isObject(one) && one.url === url) as JsonObject | undefined;
    return item && new ExtensionPart(item, this.account);
  }

  /** The text that an extension has for its value. */
  extensionText(url: string): Found<string> | undefined {
    const extension = this.extension(url);
    return extension && new Part(extension.json, this.account).text(valueKey(extension.json));
  }
}

/** `valueString`, `valuePeriod`, ...: the key of an extension's value, or of what stands in its place. */
export function valueKey(extension: JsonObject): string {
  for (const key in extension) {
    if (key.startsWith('value')) return key;
    if (key.startsWith('_value')) return key.slice(1);
  }
  return 'value';
}

/** An extension that stands for an element: each of its own extensions stands for a part of it, named by the address. */
export class ExtensionPart extends Part {
  private named(name: string): JsonObject[] {
    const list = this.json.extension;
    return Array.isArray(list) ? list.filter((item) => isObject(item) && item.url === name) : [];
  }

  override places(name: string): Place[] {
    const places: Place[] = [];
    for (const holder of this.named(name)) {
      const key = valueKey(holder);
      if (holder[key] !== undefined) places.push({ holder, key });
    }
    return places;
  }

  override place(name: string): Place | undefined {
    return this.places(name)[0];
  }

  override twin(name: string): Part | undefined {
    const [holder] = this.named(name);
    return holder && new Part(holder, this.account).twin(valueKey(holder));
  }

  override take(name: string): void {
    for (const place of this.places(name)) this.account.take(place);
  }
}
