import { AttributeNames, attributeValue } from './attributes.js';
import { checkCharacters, decode, notWellFormed, squeeze } from './characters.js';
import { type KnownName, nameCount, otherName, sampledName } from './names.js';
import { paragraphs } from './paragraphs.js';
import { NamespacePrefixes } from './prefixes.js';
import { type Position, passMarkup, passSpace } from './scan-markup.js';

/** Deeper than any record; a bound against sources made to exhaust the stack. */
const maximumDepth = 100;
/** How often a guess at a name may fail before names are read whole: a guess that fails costs a search. */
const maximumMisses = 20;
const nameForm = /^[\p{L}_:][\p{L}\p{N}\p{M}_:.\u00b7-]*$/u;

/**
 * Walks through an XML document, one element at a time, as its reader asks: no tree, no events. It checks that the
 * document is well-formed on the way, refuses document types and entities, and never passes over what it cannot read.
 */
export class XmlScanner {
  /** Offset of the `<` of the element that was entered last. */
  offset = 0;
  /** Its attributes: the first `attributeCount` of these. A value that was asked for is `undefined`. */
  readonly attributeNames: string[] = [];
  readonly attributeValues: (string | undefined)[] = [];
  attributeCount = 0;
  /** How many of them nobody has asked for yet. */
  unclaimed = 0;
  /** Called with the offset of an element that has a text among its elements, and with the text; or has nothing. */
  onStray: ((offset: number, text: string) => void) | undefined;
  private position: number;
  private isSelfClosed = false;
  private depth = 0;
  private misses = 0;
  private readonly names: KnownName[] = [];
  private readonly offsets: number[] = [];
  private readonly hasChild: boolean[] = [];
  /** By depth and name, the offset of the element around the last one of that name, plus one. */
  private readonly seen: number[][] = [];
  private readonly namesOfTag = new AttributeNames();
  private readonly prefixes = new NamespacePrefixes();
  /** Whether the mark that ends a section of characters stands anywhere: only then are texts searched for it. */
  private readonly hasSectionEnd: boolean;

  constructor(
    readonly source: string,
    from = source.charCodeAt(0) === 0xfeff ? 1 : 0,
  ) {
    this.position = from;
    this.hasSectionEnd = source.includes(']]>');
  }

  /** Whether the element around the entered one has had one of its name before. */
  isRepeated(): boolean {
    const { depth } = this;
    let seen = this.seen[depth];
    if (!seen) {
      seen = new Array<number>(nameCount).fill(0);
      this.seen[depth] = seen;
    }
    const id = this.names[depth]?.id ?? 0;
    const parent = (this.offsets[depth - 1] ?? 0) + 1;
    if (seen[id] === parent) return true;
    seen[id] = parent;
    return false;
  }

  /** Offset behind what was passed so far. */
  get behind(): number {
    return this.position;
  }

  /** Enters the next child of the current element. At the end of the element leaves it: `undefined`. */
  enter(): KnownName | undefined {
    if (this.isSelfClosed) {
      this.isSelfClosed = false;
      this.leave();
      return undefined;
    }
    const { source } = this;
    for (;;) {
      const at = passSpace(source, this.position);
      if (source.charCodeAt(at) !== 60) {
        this.passText(at);
        continue;
      }
      const next = source.charCodeAt(at + 1);
      if (next === 47) {
        this.closeTag(at);
        this.leave();
        return undefined;
      }
      if (next !== 33 && next !== 63) return this.openTag(at);
      const text = source.slice(this.position, at) + (this.passMarkup(at) ?? '');
      if (text !== '' && this.depth > 0) this.onStray?.(this.offsets[this.depth] ?? 0, text);
    }
  }

  /** As `line`, in paragraphs. */
  paragraphs(): string | undefined {
    if (this.isSelfClosed) return this.nothing();
    const { source } = this;
    const start = this.position;
    const end = source.indexOf('<', start);
    if (end < 0) throw this.truncated();
    if (source.charCodeAt(end + 1) !== 47) {
      const text = this.mixedText();
      return text === undefined ? undefined : paragraphs(text);
    }
    this.closeTag(end);
    this.pop();
    const text = this.slice(start, end);
    checkCharacters(text, source, start);
    return paragraphs(text, (line, at) => decode(line, source, start + at));
  }

  /** Text of the entered element on one line, and leaves it; `undefined` where it holds elements: they are passed. */
  line(): string | undefined {
    return this.formed(squeeze);
  }

  /** As `line`, brought into a form that leaves a text on one line as it is, if its white space is single spaces. */
  formed(form: (text: string) => string): string | undefined {
    if (this.isSelfClosed) return this.nothing();
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
    if (source.charCodeAt(at + 1) !== 47) {
      const text = this.mixedText();
      return text === undefined ? undefined : form(text);
    }
    this.closeTag(at);
    this.pop();
    const text = this.slice(start, at);
    return isClean && before !== 32 ? text : form(decode(text, source, start));
  }

  /** The value of an attribute of the entered element; `undefined` for none, and for an empty one. */
  attribute(name: string): string | undefined {
    for (let index = 0; index < this.attributeCount; index += 1) {
      if (this.attributeNames[index] !== name) continue;
      const value = this.attributeValues[index];
      if (value === undefined || value === '') return undefined;
      this.attributeValues[index] = undefined;
      this.unclaimed -= 1;
      return value;
    }
    return undefined;
  }

  /** Attributes of the entered element that nobody has asked for. */
  rest(): [name: string, value: string][] {
    const found: [string, string][] = [];
    for (let index = 0; index < this.attributeCount; index += 1) {
      const value = this.attributeValues[index];
      if (value !== undefined) found.push([this.attributeNames[index] ?? '', value]);
    }
    this.unclaimed = 0;
    return found;
  }

  /** Passes over the entered element with everything in it. */
  skip(): void {
    this.unclaimed = 0;
    const { depth, onStray } = this;
    this.onStray = undefined;
    while (this.depth >= depth) this.enter();
    this.onStray = onStray;
  }

  /** Checks that nothing but comments follows the root. */
  end(): void {
    const { source } = this;
    for (;;) {
      const at = passSpace(source, this.position);
      if (at >= source.length) return;
      if (!source.startsWith('<!--', at) && !source.startsWith('<?', at))
        throw notWellFormed(source, at, 'something stands behind the end of the root element.');
      this.passMarkup(at);
    }
  }

  private nothing(): string {
    this.isSelfClosed = false;
    this.pop();
    return '';
  }

  private openTag(at: number): KnownName {
    const { source, depth } = this;
    this.hasChild[depth] = true;
    const end = source.indexOf('>', at);
    // Behind a quote or a slash the tag has more than a name.
    const last = source.charCodeAt(end - 1);
    const guess = last === 34 || last === 39 || last === 47 ? undefined : sampledName(source, at + 1, end);
    let name: KnownName;
    this.attributeCount = 0;
    this.unclaimed = 0;
    if (guess && this.isAt(guess.startTag, at)) {
      name = guess;
      this.position = end + 1;
      this.enterElement(name, at);
    } else {
      const behind = this.nameEnd(at + 1);
      const known = sampledName(source, at + 1, behind);
      name = known && this.isAt(known.tagStart, at) ? known : this.otherName(at, behind);
      this.enterElement(name, at);
      this.position = this.readAttributes(behind);
      if (name !== known && name.name.indexOf(':') >= 0) this.checkPrefix(name.name, at);
    }
    return name;
  }

  private enterElement(name: KnownName, at: number): void {
    const depth = this.depth + 1;
    if (depth > maximumDepth)
      throw notWellFormed(this.source, at, `more than ${maximumDepth} elements inside one another.`);
    this.depth = depth;
    this.offset = at;
    this.names[depth] = name;
    this.offsets[depth] = at;
    this.hasChild[depth] = false;
  }

  /** Whether a tag stands at an offset. Searching from there is the fastest comparison, as long as it is there. */
  private isAt(tag: string, at: number): boolean {
    if (this.misses > maximumMisses) return this.source.startsWith(tag, at);
    if (this.source.indexOf(tag, at) === at) return true;
    this.misses += 1;
    return false;
  }

  /** Offset behind the name that begins at an offset. */
  private nameEnd(from: number): number {
    const { source } = this;
    let at = from;
    for (;;) {
      const code = source.charCodeAt(at);
      if (!(code > 62 || (code >= 45 && code < 59 && code !== 47))) return at;
      at += 1;
    }
  }

  /** Reads attributes from behind the name; the offset behind the tag. */
  private readAttributes(from: number): number {
    const { source } = this;
    let at = from;
    let hasPrefix = false;
    for (;;) {
      const start = at;
      at = passSpace(source, at);
      const code = source.charCodeAt(at);
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
      const behind = this.nameEnd(at);
      const known = sampledName(source, at, behind);
      if (known && this.isAt(known.name, at)) at = this.readValue(known.name, at, behind);
      else {
        const { name } = this.otherName(at - 1, behind);
        hasPrefix ||= name.indexOf(':') >= 0;
        at = this.readValue(name, at, behind);
      }
    }
    if (hasPrefix) {
      const names = this.attributeNames.slice(0, this.attributeCount);
      for (const name of names) this.prefixes.declare(name, this.depth);
      for (const name of names) this.checkPrefix(name, from);
    }
    return at + 1;
  }

  private readValue(name: string, nameAt: number, from: number): number {
    const { source } = this;
    let at = from;
    let quote = source.charCodeAt(at + 1);
    if (source.charCodeAt(at) === 61 && quote === 34) at += 1;
    else {
      at = passSpace(source, from);
      if (source.charCodeAt(at) !== 61) throw this.badAttribute(at, `the attribute ${name} has no value.`);
      at = passSpace(source, at + 1);
      quote = source.charCodeAt(at);
      if (quote !== 34 && quote !== 39) throw this.badAttribute(at, `the value of ${name} stands without quotes.`);
    }
    const start = at + 1;
    at = start;
    let isClean = true;
    for (;;) {
      const code = source.charCodeAt(at);
      if (code === quote) break;
      if (code <= 60) {
        if (code === 60) throw notWellFormed(source, at, `"<" in the value of ${name}.`);
        if (code < 32 || code === 38) isClean = false;
      } else if (!(code > 60)) throw this.truncated();
      at += 1;
    }
    if (this.namesOfTag.isRepeated(name, this.attributeNames, this.attributeCount))
      throw notWellFormed(source, nameAt, `two attributes of the name ${name}.`);
    const value = source.slice(start, at);
    this.attributeNames[this.attributeCount] = name;
    this.attributeValues[this.attributeCount] = isClean ? value : attributeValue(value, source, start);
    this.attributeCount += 1;
    this.unclaimed += 1;
    return at + 1;
  }

  private badAttribute(at: number, message: string): Error {
    return at >= this.source.length ? this.truncated() : notWellFormed(this.source, at, message);
  }

  /** The name behind an offset, which the format does not know. */
  private otherName(at: number, end: number): KnownName {
    const name = this.source.slice(at + 1, end);
    if (nameForm.test(name)) return otherName(name);
    if (end >= this.source.length) throw this.truncated();
    throw notWellFormed(this.source, at, '"<" or a name that is none.');
  }

  /** Passes the end tag of the current element. */
  private closeTag(at: number): void {
    const { source } = this;
    const name = this.names[this.depth];
    if (this.depth === 0 || !name) throw notWellFormed(source, at, 'an end tag without a start tag.');
    if (this.isAt(name.endTag, at)) {
      this.position = at + name.endTag.length;
      return;
    }
    const end = passSpace(source, at + name.endTag.length - 1);
    if (source.charCodeAt(end) !== 62 || !source.startsWith(name.endTag.slice(0, -1), at)) {
      const close = source.indexOf('>', at);
      if (close < 0) throw this.truncated();
      throw notWellFormed(source, at, `${source.slice(at, close + 1)} stands where ${name.endTag} belongs.`);
    }
    this.position = end + 1;
  }

  /** Leaves an element that was walked through. */
  private leave(): void {
    if (!this.hasChild[this.depth]) this.onStray?.(this.offsets[this.depth] ?? 0, '');
    this.pop();
  }

  private pop(): void {
    if (this.prefixes.areBound) this.prefixes.leave(this.depth);
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
      text += decode(this.slice(at, end), source, at);
      const next = source.charCodeAt(end + 1);
      if (next === 47) {
        this.closeTag(end);
        this.pop();
        return text;
      }
      if (next !== 33 && next !== 63) {
        this.skip();
        return undefined;
      }
      text += this.passMarkup(end) ?? '';
      at = this.position;
    }
  }

  /** A text of the source, refused where it holds what only a section of characters may end with. */
  private slice(start: number, end: number): string {
    const text = this.source.slice(start, end);
    const mark = this.hasSectionEnd ? text.indexOf(']]>') : -1;
    if (mark >= 0) throw notWellFormed(this.source, start + mark, '"]]>" in a text.');
    return text;
  }

  /** Passes over a comment, a processing instruction or a section of characters: the characters. */
  private passMarkup(at: number): string | undefined {
    const place: Position = { at, isInside: this.depth > 0, truncated: () => this.truncated() };
    const { end, text } = passMarkup(this.source, place);
    this.position = end;
    return text;
  }

  private passText(at: number): void {
    const { source } = this;
    const end = source.indexOf('<', at);
    if (this.depth === 0)
      throw notWellFormed(source, at, end < 0 ? 'no element here.' : 'text outside of the root element.');
    if (end < 0) throw this.truncated();
    const { position } = this;
    const text = decode(this.slice(position, end), source, position);
    this.onStray?.(this.offsets[this.depth] ?? 0, text);
    this.position = end;
  }

  private checkPrefix(name: string, at: number): void {
    if (!this.prefixes.has(name))
      throw notWellFormed(this.source, at, `the prefix of ${name} is bound to no namespace.`);
  }

  private truncated(): Error {
    const name = this.names[this.depth]?.name;
    const where = this.depth > 0 && name !== undefined ? `inside <${name}>` : 'before the end of the document';
    return notWellFormed(this.source, this.source.length, `the source ends ${where}; it is cut off.`);
  }
}
