import type { Coded, CodeTable } from '@trialbridge/core';
import { toPlainText } from '../markup.js';
import { escapeAttribute, escapeText, needsEscape, needsEscapeInAttribute, replacement } from './escape.js';
import { type KnownName, tagsOf } from './names.js';

const margins = Array.from({ length: 24 }, (_, depth) => `\n${'  '.repeat(depth)}`);

/** Builds the indented text of one XML document, and notes what happened to texts on the way. */
export class XmlOutput {
  text: string;
  /** Values whose wording was left out because the code, the date or the number beside it says the same. */
  readonly withoutWording = new Set<object>();
  /** A character that XML cannot hold was replaced. */
  replacedCharacter = false;
  /** Markup was turned into plain text. */
  removedMarkup = false;
  private readonly opened: KnownName[] = [];
  private depth = 0;
  private margin = '\n';

  /**
   * @param isOwn whether the trial was read from this format, so that its wordings are this format's.
   * @param isMarkup whether texts that may hold markup are CommonMark.
   */
  constructor(
    readonly isOwn: boolean,
    private readonly isMarkup: boolean,
    head = '',
  ) {
    this.text = head;
  }

  open(name: string, attributes = ''): void {
    const tags = tagsOf(name);
    this.text += this.margin + (attributes === '' ? tags.startTag : `${tags.tagStart}${attributes}>`);
    this.opened.push(tags);
    this.depth += 1;
    this.margin = margins[this.depth] ?? '\n';
  }

  /** Closes the element that was opened last; its name is there for the reader of the code. */
  close(_name: string): void {
    this.depth -= 1;
    this.margin = margins[this.depth] ?? '\n';
    this.text += this.margin + (this.opened.pop()?.endTag ?? '');
  }

  /** An element with text; nothing where there is none. */
  leaf(name: string, text: string | undefined, attributes = ''): void {
    if (text === undefined) return;
    const { tagStart, startTag, endTag } = tagsOf(name);
    const start = attributes === '' ? startTag : `${tagStart}${attributes}>`;
    this.text += this.margin + start + this.escape(text) + endTag;
  }

  private escape(text: string): string {
    if (!needsEscape(text)) return text;
    const escaped = escapeText(text);
    if (escaped.includes(replacement)) this.replacedCharacter = true;
    return escaped;
  }

  /** An element with attributes only. */
  empty(name: string, attributes: string): void {
    this.text += `${this.margin}${tagsOf(name).tagStart}${attributes}/>`;
  }

  /** A text that may hold markup, as plain text. */
  marked(name: string, text: string | undefined): void {
    if (text !== undefined) this.leaf(name, this.plain(text));
  }

  /** A long text in its own `textblock`. No margins inside: they would become part of it. */
  block(name: string, text: string | undefined): void {
    if (text === undefined) return;
    this.open(name);
    this.leaf('textblock', this.plain(text));
    this.close(name);
  }

  yesNo(name: string, value: boolean | undefined): void {
    if (value !== undefined) this.text += `${this.margin}<${name}>${value ? 'Yes' : 'No'}</${name}>`;
  }

  number(name: string, value: number | undefined): void {
    if (value !== undefined) this.text += `${this.margin}<${name}>${value}</${name}>`;
  }

  /** A coded value where any wording may stand. */
  coded<Code extends string>(name: string, coded: Coded<Code> | undefined, table: CodeTable<Code>): void {
    if (coded) this.leaf(name, this.wording(coded, table));
  }

  /** What to write for a coded value: its own wording where it came from this format, else the code's. */
  wording<Code extends string>(coded: Coded<Code>, table: CodeTable<Code>): string | undefined {
    const { code, verbatim } = coded;
    if (code === undefined) return verbatim;
    if (verbatim === undefined) return table.write(code);
    // A verbatim that says another code is left over from before somebody changed the code.
    if (this.isOwn && table.read(verbatim).code === code) return verbatim;
    this.withoutWording.add(coded);
    return table.write(code);
  }

  plain(text: string): string {
    if (!this.isMarkup) return text;
    const plain = toPlainText(text);
    if (plain !== text) this.removedMarkup = true;
    return plain;
  }

  /** ` name="value"`; nothing where there is no value. */
  attribute(name: string, value: string | number | undefined): string {
    if (value === undefined) return '';
    if (typeof value === 'number' || !needsEscapeInAttribute(value)) return ` ${name}="${value}"`;
    const escaped = escapeAttribute(value);
    if (escaped.includes(replacement)) this.replacedCharacter = true;
    return ` ${name}="${escaped}"`;
  }
}
