import { TrialError } from '../../errors.js';
import { lineAndColumn } from '../../json.js';

/** What is told about a document, in its order. */
export interface XmlHandler {
  open(name: string, attributes: ReadonlyMap<string, string>, offset: number): void;
  text(text: string, offset: number): void;
  /** One character that the source writes as a reference. */
  entity(character: string, offset: number): void;
  close(name: string): void;
}

const name = /[\p{L}_][\p{L}\p{N}_.:-]*/uy;
const attribute = /\s+([\p{L}_][\p{L}\p{N}_.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const tagEnd = /\s*(\/?)>/y;
const reference = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/y;
const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const deepest = 200;

/**
 * Walks through an XML document in one pass. It refuses what is not well-formed, so that a cut document is never taken
 * for a shorter one, and it resolves no entities of the document's own: a document type may name an outside definition,
 * which is not fetched, and may hold none.
 * @throws TrialError `source-unreadable` with the place.
 */
export function scanXml(source: string, handler: XmlHandler): void {
  const open: string[] = [];
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let hasRoot = false;
  const fail = (message: string, place = at): never => {
    throw new TrialError('source-unreadable', `Not well-formed XML: ${message}`, { at: lineAndColumn(source, place) });
  };
  const behind = (mark: string, from: number, what: string): number => {
    const found = source.indexOf(mark, from);
    return found < 0 ? fail(`${what} that does not end`) : found + mark.length;
  };
  while (at < source.length) {
    if (source.charCodeAt(at) !== 60) {
      const next = source.indexOf('<', at);
      const end = next < 0 ? source.length : next;
      if (open.length === 0 && source.slice(at, end).trim() !== '') fail('text outside the root element');
      if (open.length > 0) readText(source, at, end, handler, fail);
      at = end;
    } else if (source.startsWith('<!--', at)) at = behind('-->', at + 4, 'a comment');
    else if (source.startsWith('<![CDATA[', at)) {
      if (open.length === 0) fail('text outside the root element');
      const end = behind(']]>', at + 9, 'a CDATA section');
      handler.text(source.slice(at + 9, end - 3), at + 9);
      at = end;
    } else if (source.startsWith('<?', at)) at = behind('?>', at + 2, 'a processing instruction');
    else if (source.startsWith('<!DOCTYPE', at)) {
      const end = behind('>', at, 'a document type');
      if (source.slice(at, end).includes('[')) fail('a document type with definitions of its own, which are not read');
      at = end;
    } else if (source.startsWith('</', at)) {
      const closed = match(name, source, at + 2)?.[0];
      if (closed === undefined || closed !== open.pop()) fail(`the end of <${closed ?? ''}>, which is not open`);
      const end = match(tagEnd, source, at + 2 + (closed ?? '').length);
      if (!end || end[1] === '/') fail('an end tag that does not end');
      handler.close(closed ?? '');
      at += 2 + (closed ?? '').length + (end?.[0].length ?? 0);
    } else {
      if (open.length === 0 && hasRoot) fail('a second root element');
      if (open.length >= deepest) fail('elements nested too deeply');
      hasRoot = true;
      at = openElement(source, at, open, handler, fail);
    }
  }
  const [first] = open.slice(-1);
  if (first !== undefined) fail(`<${first}> is not closed: the document is cut short`);
  if (!hasRoot) fail('no element');
}

type Fail = (message: string, place?: number) => never;

function openElement(source: string, start: number, open: string[], handler: XmlHandler, fail: Fail): number {
  const element = match(name, source, start + 1)?.[0] ?? fail('a tag without a name');
  const attributes = new Map<string, string>();
  let at = start + 1 + element.length;
  for (let found = match(attribute, source, at); found; found = match(attribute, source, at)) {
    const [whole, key = '', double, single] = found;
    if (attributes.has(key)) fail(`the attribute ${key} twice`);
    attributes.set(key, decode(double ?? single ?? '', at, fail));
    at += whole.length;
  }
  const end = match(tagEnd, source, at) ?? fail('a tag that does not end', at);
  handler.open(element, attributes, start);
  if (end[1] === '/') handler.close(element);
  else open.push(element);
  return at + end[0].length;
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function readText(source: string, start: number, end: number, handler: XmlHandler, fail: Fail): void {
  // Within the text: a search through the rest of the source, once for each of its texts, would take for ever.
  const text = source.slice(start, end);
  for (let at = start; at < end; ) {
    const found = text.indexOf('&', at - start);
    const mark = found < 0 ? end : start + found;
    if (mark > at) handler.text(source.slice(at, mark), at);
    if (mark === end) return;
    const parts = match(reference, source, mark) ?? fail('a reference that is not known', mark);
    handler.entity(characterOf(parts, mark, fail), mark);
    at = mark + parts[0].length;
  }
}

function decode(text: string, offset: number, fail: Fail): string {
  if (!text.includes('&')) return text;
  let out = '';
  for (let at = 0; at < text.length; ) {
    if (text.charCodeAt(at) !== 38) {
      const next = text.indexOf('&', at);
      const end = next < 0 ? text.length : next;
      out += text.slice(at, end);
      at = end;
      continue;
    }
    const parts = match(reference, text, at) ?? fail('a reference that is not known', offset);
    out += characterOf(parts, offset, fail);
    at += parts[0].length;
  }
  return out;
}

function characterOf([, known, decimal, hexadecimal]: RegExpExecArray, at: number, fail: Fail): string {
  if (known !== undefined) return predefined[known] ?? '';
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
  const isCharacter =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff));
  return isCharacter ? String.fromCodePoint(code) : fail('a reference to no character', at);
}
