import { decode, notWellFormed, squeeze } from './characters.js';
import { extend, known } from './names.js';
import { NamespacePrefixes } from './prefixes.js';

/** Deeper than any record; a bound against sources made to exhaust the stack. */
const maximumDepth = 100;
const nameForm = /^[\p{L}_:][\p{L}\p{N}\p{M}_:.\u00b7-]*$/u;

/**
 * Walks through an XML document, one element at a time, as its reader asks: no tree, no events. It checks that the
 * document is well-formed on the way, refuses document types and entities, and never passes over what it cannot read.
 */
export class XmlScanner {
  /** Offset of the `<` of the element that was entered last. */
  offset = 0;
  /** Its attributes that nobody has asked for yet. */
  unclaimed = 0;
  /** Called with the offset of an element that has a text among its elements, and with the text; or has nothing. */
  onStray: ((offset: number, text: string) => void) | undefined;
  private position: number;
  private isSelfClosed = false;
  private depth = 0;
  private readonly names: string[] = [];
  private readonly offsets: number[] = [];
  private readonly hasChild: boolean[] = [];
  private attributeNames: string[] = [];
  private attributeValues: (string | undefined)[] = [];
  private readonly prefixes = new NamespacePrefixes();

  constructor(
    readonly source: string,
    from = source.charCodeAt(0) === 0xfeff ? 1 : 0,
  ) {
    this.position = from;
  }

  /** Offset of the element around the one that was entered last. */
  get parent(): number {
    return this.offsets[this.depth - 1] ?? -1;
  }

  /** Offset behind what was passed so far. */
  get behind(): number {
    return this.position;
  }

  /** Enters the next child of the current element: its name. At the end of the element leaves it: `undefined`. */
  enter(): string | undefined {
    if (this.isSelfClosed) {
      this.isSelfClosed = false;
      this.leave();
      return undefined;
    }
    const { source } = this;
    for (;;) {
      let at = this.position;
      let code = source.charCodeAt(at);
      while (code === 32 || code === 10 || code === 13 || code === 9) {
        at += 1;
        code = source.charCodeAt(at);
      }
      if (code !== 60) {
        this.passText(at);
        continue;
      }
      const next = source.charCodeAt(at + 1);
      if (next === 47) {
        this.closeTag(at);
        return undefined;
      }
      if (next === 33 || next === 63) {
        this.passMarkup(at);
        continue;
      }
      if (this.depth > 0) this.hasChild[this.depth] = true;
      return this.openTag(at);
    }
  }

  /** Text of the entered element, as it stands, and leaves it; `undefined` where it holds elements: they are passed. */
  raw(): string | undefined {
    if (this.isSelfClosed) {
      this.isSelfClosed = false;
      this.pop();
      return '';
    }
    const { source } = this;
    const start = this.position;
    const end = source.indexOf('<', start);
    if (end < 0) throw this.truncated();
    if (source.charCodeAt(end + 1) === 47) {
      this.closeTag(end, true);
      return decode(source.slice(start, end), source, start);
    }
    return this.mixedText();
  }

  /** As `raw`, on one line. */
  line(): string | undefined {
    if (this.isSelfClosed) return this.raw();
    const { source } = this;
    const start = this.position;
    let at = start;
    // A space before the text counts as one after another.
    let before = 32;
    let isClean = true;
    for (;;) {
      const code = source.charCodeAt(at);
      if (code <= 60) {
        if (code === 60) break;
        if (code < 32 || code === 38 || (code === 32 && before === 32)) isClean = false;
      } else if (!(code > 60)) throw this.truncated();
      before = code;
      at += 1;
    }
    if (before === 32) isClean = false;
    if (source.charCodeAt(at + 1) !== 47) {
      const text = this.mixedText();
      return text === undefined ? undefined : squeeze(text);
    }
    this.closeTag(at, true);
    const text = source.slice(start, at);
    return isClean ? text : squeeze(decode(text, source, start));
  }

  /** The value of an attribute of the entered element. */
  attribute(name: string): string | undefined {
    const { attributeNames, attributeValues } = this;
    for (let index = 0; index < attributeNames.length; index += 1) {
      if (attributeNames[index] !== name) continue;
      const value = attributeValues[index];
      if (value === undefined || value === '') return undefined;
      attributeValues[index] = undefined;
      this.unclaimed -= 1;
      return value;
    }
    return undefined;
  }

  /** Attributes of the entered element that nobody has asked for. */
  *rest(): Generator<[name: string, value: string]> {
    for (const [index, name] of this.attributeNames.entries()) {
      const value = this.attributeValues[index];
      if (value !== undefined) yield [name, value];
    }
    this.unclaimed = 0;
  }

  /** Passes over the entered element with everything in it. */
  skip(): void {
    this.unclaimed = 0;
    const { depth } = this;
    const { onStray } = this;
    this.onStray = undefined;
    while (this.depth >= depth) this.enter();
    this.onStray = onStray;
  }

  /** Checks that nothing but comments follows the root. */
  end(): void {
    const { source } = this;
    for (;;) {
      let at = this.position;
      while (source.charCodeAt(at) <= 32) at += 1;
      if (at >= source.length) return;
      if (source.charCodeAt(at) !== 60 || !(source.startsWith('<!--', at) || source.startsWith('<?', at)))
        throw notWellFormed(source, at, 'something stands behind the end of the root element.');
      this.passMarkup(at);
    }
  }

  private openTag(at: number): string {
    const { source } = this;
    let end = at + 1;
    let hash = 0;
    let code = source.charCodeAt(end);
    while (
      (code >= 95 && code <= 122) ||
      (code >= 45 && code < 59 && code !== 47) ||
      (code >= 65 && code <= 90) ||
      code > 127
    ) {
      hash = extend(hash, code);
      end += 1;
      code = source.charCodeAt(end);
    }
    const name = known(source, at + 1, end, hash) ?? this.otherName(at + 1, end);
    this.offset = at;
    this.depth += 1;
    if (this.depth > maximumDepth)
      throw notWellFormed(source, at, `more than ${maximumDepth} elements inside one another.`);
    this.names[this.depth] = name;
    this.offsets[this.depth] = at;
    this.hasChild[this.depth] = false;
    if (this.attributeNames.length > 0) {
      this.attributeNames.length = 0;
      this.attributeValues.length = 0;
    }
    this.unclaimed = 0;
    this.isSelfClosed = false;
    this.position = code === 62 ? end + 1 : this.readAttributes(end);
    if (name.indexOf(':') >= 0) this.checkPrefix(name, at);
    return name;
  }

  /** Reads attributes from behind the name; the offset behind the tag. */
  private readAttributes(from: number): number {
    const { source } = this;
    let at = from;
    for (;;) {
      const start = at;
      let code = source.charCodeAt(at);
      while (code === 32 || code === 10 || code === 13 || code === 9) {
        at += 1;
        code = source.charCodeAt(at);
      }
      if (code === 62) break;
      if (code === 47 && source.charCodeAt(at + 1) === 62) {
        this.isSelfClosed = true;
        at += 1;
        break;
      }
      if (at >= source.length) throw this.truncated();
      if (at === start)
        throw notWellFormed(
          source,
          at,
          'a tag goes on where it should end, or an attribute without a space before it.',
        );
      at = this.readAttribute(at);
    }
    if (this.attributeNames.some((name) => name.indexOf(':') >= 0)) this.checkAttributePrefixes(from);
    return at + 1;
  }

  private readAttribute(from: number): number {
    const { source } = this;
    let at = from;
    let hash = 0;
    let code = source.charCodeAt(at);
    while (
      (code >= 95 && code <= 122) ||
      (code >= 45 && code < 59 && code !== 47) ||
      (code >= 65 && code <= 90) ||
      code > 127
    ) {
      hash = extend(hash, code);
      at += 1;
      code = source.charCodeAt(at);
    }
    const name = known(source, from, at, hash) ?? this.otherName(from, at);
    at = this.passSpace(at);
    if (source.charCodeAt(at) !== 61)
      throw at >= source.length ? this.truncated() : notWellFormed(source, at, `the attribute ${name} has no value.`);
    at = this.passSpace(at + 1);
    const quote = source.charCodeAt(at);
    if (quote !== 34 && quote !== 39)
      throw at >= source.length
        ? this.truncated()
        : notWellFormed(source, at, `the value of ${name} stands without quotes.`);
    const start = at + 1;
    at = start;
    let isClean = true;
    for (;;) {
      code = source.charCodeAt(at);
      if (code === quote) break;
      if (code <= 60) {
        if (code === 60) throw notWellFormed(source, at, `"<" in the value of ${name}.`);
        if (code < 32 || code === 38) isClean = false;
      } else if (!(code > 60)) throw this.truncated();
      at += 1;
    }
    if (this.attributeNames.includes(name)) throw notWellFormed(source, from, `two attributes of the name ${name}.`);
    const value = source.slice(start, at);
    this.attributeNames.push(name);
    this.attributeValues.push(isClean ? value : decode(value, source, start).replace(/[\t\r\n]/g, ' '));
    this.unclaimed += 1;
    return at + 1;
  }

  private otherName(start: number, end: number): string {
    const name = this.source.slice(start, end);
    if (nameForm.test(name)) return name;
    if (start >= this.source.length) throw this.truncated();
    throw notWellFormed(this.source, start - 1, '"<" or a name that is none.');
  }

  private closeTag(at: number, isLeaf = false): void {
    const { source } = this;
    const name = this.names[this.depth];
    if (this.depth === 0 || name === undefined) throw notWellFormed(source, at, 'an end tag without a start tag.');
    let end = at + 2 + name.length;
    let code = source.charCodeAt(end);
    if (code !== 62) {
      end = this.passSpace(end);
      code = source.charCodeAt(end);
    }
    if (code !== 62 || !source.startsWith(name, at + 2)) {
      if (source.indexOf('>', at) < 0) throw this.truncated();
      const found = source.slice(at, source.indexOf('>', at) + 1);
      throw notWellFormed(source, at, `${found} stands where </${name}> belongs.`);
    }
    this.position = end + 1;
    if (isLeaf) this.pop();
    else this.leave();
  }

  /** Leaves an element that was walked through. */
  private leave(): void {
    if (!this.hasChild[this.depth]) this.onStray?.(this.offsets[this.depth] ?? 0, '');
    this.pop();
  }

  private pop(): void {
    this.prefixes.leave(this.depth);
    this.depth -= 1;
  }

  /** Text of an element with comments, sections of characters or elements in it; `undefined` for the last. */
  private mixedText(): string | undefined {
    const { source } = this;
    let text = '';
    let at = this.position;
    for (;;) {
      const end = source.indexOf('<', at);
      if (end < 0) throw this.truncated();
      text += decode(source.slice(at, end), source, at);
      const next = source.charCodeAt(end + 1);
      if (next === 47) {
        this.closeTag(end, true);
        return text;
      }
      if (next !== 33 && next !== 63) {
        this.skip();
        return undefined;
      }
      if (source.startsWith('<![CDATA[', end)) {
        at = this.endOf(']]>', end);
        text += source.slice(end + 9, at - 3);
        this.position = at;
        continue;
      }
      this.passMarkup(end);
      at = this.position;
    }
  }

  /** Passes over a comment, a processing instruction or a section of characters. */
  private passMarkup(at: number): void {
    const { source } = this;
    if (source.startsWith('<!--', at)) {
      const end = this.endOf('-->', at + 4);
      const dashes = source.indexOf('--', at + 4);
      if (dashes < end - 3) throw notWellFormed(source, dashes, 'two dashes in a comment.');
      this.position = end;
    } else if (source.startsWith('<?', at)) {
      if (/^<\?xml[\s?]/i.test(source.slice(at, at + 6)) && source.slice(0, at).trim() !== '')
        throw notWellFormed(source, at, 'an XML declaration that is not at the start.');
      this.position = this.endOf('?>', at + 2);
    } else if (source.startsWith('<![CDATA[', at) && this.depth > 0) {
      const end = this.endOf(']]>', at);
      const text = source.slice(at + 9, end - 3);
      if (text.trim() !== '') this.onStray?.(this.offsets[this.depth] ?? 0, text);
      this.position = end;
    } else if (source.startsWith('<!DOCTYPE', at)) {
      throw notWellFormed(source, at, 'a document type. Records have none, and entities it might define are refused.');
    } else
      throw '<!--<![CDATA['.includes(source.slice(at))
        ? this.truncated()
        : notWellFormed(source, at, '"<!" that begins nothing.');
  }

  private endOf(mark: string, from: number): number {
    const end = this.source.indexOf(mark, from);
    if (end < 0) throw this.truncated();
    return end + mark.length;
  }

  private passText(at: number): void {
    const { source } = this;
    const end = source.indexOf('<', at);
    if (end < 0) throw this.depth === 0 ? notWellFormed(source, at, 'no element here.') : this.truncated();
    if (this.depth === 0) throw notWellFormed(source, at, 'text outside of the root element.');
    const text = decode(source.slice(at, end), source, at);
    this.onStray?.(this.offsets[this.depth] ?? 0, text);
    this.position = end;
  }

  private passSpace(from: number): number {
    let at = from;
    let code = this.source.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9) {
      at += 1;
      code = this.source.charCodeAt(at);
    }
    return at;
  }

  private checkPrefix(name: string, at: number): void {
    if (!this.prefixes.has(name))
      throw notWellFormed(this.source, at, `the prefix of ${name} is bound to no namespace.`);
  }

  private checkAttributePrefixes(at: number): void {
    for (const name of this.attributeNames) this.prefixes.declare(name, this.depth);
    for (const name of this.attributeNames) this.checkPrefix(name, at);
  }

  private truncated(): Error {
    const name = this.names[this.depth];
    const where = this.depth > 0 && name !== undefined ? `inside <${name}>` : 'before the end of the document';
    return notWellFormed(this.source, this.source.length, `the source ends ${where}; it is cut off.`);
  }
}
