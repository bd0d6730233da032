import { lineAndColumn, TrialError } from '@trialbridge/core';
import { escapeStep, isObject, type JsonObject } from './place.js';
import { table } from './table.js';

/** Deeper than any resource; a bound against sources made to exhaust the stack. */
const maximumDepth = 200;

/** Elements that are lists in JSON and are looked at as such, whoever asks. */
const lists: ReadonlySet<string> = new Set(['entry', 'contained', 'extension', 'modifierExtension']);
/** Elements that hold true or false. XML writes both as text. */
const booleans: ReadonlySet<string> = new Set(['exclude', 'actual', 'userSelected', 'valueBoolean']);

const name = /[A-Za-z_][\w.-]*/y;
const attribute = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /\s*(\/?)>/y;
const closing = /<\/([A-Za-z_][\w.:-]*)\s*>/y;
const passed = /\s*(?:(?:<!--[\s\S]*?-->|<\?[\s\S]*?\?>)\s*)*/y;

interface Element {
  /** A primitive, an object, or a resource. */
  readonly value: unknown;
  /** What stands beside a primitive. */
  readonly twin?: JsonObject;
}

/**
 * A resource in FHIR's XML, as the JSON that it would be, except that only what is repeated is a list.
 * @throws TrialError `source-unreadable` where the XML is not well-formed, or no FHIR.
 */
export function parseFhirXml(source: string): JsonObject {
  const parser = new XmlParser(source);
  const resource = parser.resource();
  parser.end();
  return resource;
}

class XmlParser {
  private at: number;
  private depth = 0;

  constructor(private readonly source: string) {
    this.at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** An element whose name is the type of a resource. */
  resource(): JsonObject {
    this.pass();
    if (!/<[A-Z]/.test(this.source.slice(this.at, this.at + 2))) this.fail('the element of a resource belongs here');
    const { value } = this.element((type) => ({ resourceType: type }));
    return value as JsonObject;
  }

  end(): void {
    this.pass();
    if (this.at < this.source.length) this.fail('nothing may stand behind the resource');
  }

  private element(start: (name: string) => JsonObject): Element {
    this.depth += 1;
    if (this.depth > maximumDepth) this.fail('elements are nested too deeply');
    this.at += 1;
    const type = this.match(name, 'the name of an element belongs here')[0];
    const object = start(type);
    let primitive: unknown;
    for (let found = this.next(attribute); found; found = this.next(attribute)) {
      const [, key = '', double, single] = found;
      const text = this.decode(double ?? single ?? '');
      if (key === 'value') primitive = booleans.has(type) && /^(true|false)$/.test(text) ? text === 'true' : text;
      else if (!key.startsWith('xmlns') && !key.includes(':')) object[key] = text;
    }
    if (this.match(tagEnd, 'a tag is not closed')[1] !== '/') this.children(object, type);
    this.depth -= 1;
    if (primitive === undefined) return { value: object };
    return Object.keys(object).length === 0 ? { value: primitive } : { value: primitive, twin: object };
  }

  private children(object: JsonObject, type: string): void {
    for (;;) {
      this.pass();
      const end = this.next(closing);
      if (end) {
        if (end[1] !== type) this.fail(`</${type}> belongs here`);
        return;
      }
      if (this.source[this.at] !== '<') this.fail('an element belongs here');
      const [child] = /^[A-Za-z_][\w.-]*/.exec(this.source.slice(this.at + 1, this.at + 101)) ?? [];
      if (child === undefined) this.fail('an element belongs here');
      else if (child === 'div') object.div = this.narrative();
      else if (/^[A-Z]/.test(child)) Object.assign(object, this.resource());
      else
        add(
          object,
          child,
          this.element(() => ({})),
        );
    }
  }

  /** A narrative is kept as it stands. */
  private narrative(): string {
    const start = this.at;
    const tag = /<(\/?)div\b[^<>]*?(\/?)>/g;
    tag.lastIndex = start;
    let open = 0;
    for (let found = tag.exec(this.source); found; found = tag.exec(this.source)) {
      if (found[2] !== '/') open += found[1] === '/' ? -1 : 1;
      if (open > 0) continue;
      this.at = tag.lastIndex;
      return this.source.slice(start, this.at);
    }
    return this.fail('a narrative is not closed');
  }

  private pass(): void {
    this.next(passed);
    if (this.source.startsWith('<!', this.at)) this.fail('a document type may not stand in FHIR');
  }

  private next(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private match(pattern: RegExp, otherwise: string): RegExpExecArray {
    return this.next(pattern) ?? this.fail(otherwise);
  }

  private decode(text: string): string {
    // XML reads line ends in attributes as blanks; those that count are written as references.
    return text.replace(/[\t\r\n]/g, ' ').replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w+);?/g, (whole, entity: string) => {
      const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
      const character = entity.startsWith('#') ? fromCode(code) : entities.get(entity);
      return whole.endsWith(';') && character !== undefined ? character : this.fail(`${whole} is no character`);
    });
  }

  private fail(message: string): never {
    const at = lineAndColumn(this.source, Math.min(this.at, this.source.length));
    throw new TrialError('source-unreadable', `Not FHIR in XML: ${message}, at ${at}.`, { at });
  }
}

const entities = table<string>({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" });

function fromCode(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function add(object: JsonObject, key: string, { value, twin }: Element): void {
  append(object, key, value);
  if (twin) append(object, `_${key}`, twin);
}

function append(object: JsonObject, key: string, value: unknown): void {
  const before = Object.hasOwn(object, key) ? object[key] : undefined;
  if (Array.isArray(before)) {
    before.push(value);
    return;
  }
  const made = before !== undefined ? [before, value] : lists.has(key) ? [value] : value;
  Object.defineProperty(object, key, { value: made, writable: true, enumerable: true, configurable: true });
}

/** Turns a JSON Pointer into the parsed resource into the place in the XML: names with positions, `@value`, `@url`. */
export function xmlPath(root: unknown, pointer: string): string {
  let value = root;
  let path = isObject(root) ? `/${String(root.resourceType)}` : '';
  let isExtension = false;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) {
      value = value[Number(key)];
      path = `${path.slice(0, path.lastIndexOf('/'))}/${key}`;
    } else {
      const isAttribute = (isExtension && key === 'url') || key === 'resourceType';
      value = isObject(value) ? value[key] : undefined;
      path += isAttribute ? `/@${key}` : `/${escapeStep(key.replace(/^_/, ''))}/0`;
      isExtension = key === 'extension' || key === 'modifierExtension' || (isExtension && key === 'extension');
      if (isAttribute) return path;
    }
    if (isObject(value) && typeof value.resourceType === 'string') path += `/${value.resourceType}/0`;
  }
  return typeof value === 'object' ? path : `${path}/@value`;
}
