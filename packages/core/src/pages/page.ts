import type { ReadContext } from '../formats.js';
import type { Span } from '../generated/trial.js';
import { lineAndColumn } from '../json.js';
import { endWithoutButtons } from './buttons.js';
import { linesOf, TrialDraft } from './draft.js';
import { type Line, skipSpace } from './lines.js';
import type { Section, Sections } from './sections.js';
import { isButton } from './site-words.codes.js';

/** Longest line that is read as a short value: a name, a code, an address. */
const longestValue = 10_000;

/** A label that a page does not show, and what would have stood under it. */
export interface MissingLabel {
  readonly order: number;
  readonly pointers: readonly string[];
}

/** What a page's form says about its values. */
export interface PageForm<Key extends string> {
  /** Takes off what stands in front of a value: the dash of a layout that prints one before each line. */
  readonly bare: (line: Line) => Line;
  /** Whether a text is one of the wordings of a label's closed list; `undefined` where anything can stand. */
  readonly isKnown: (key: Key, text: string) => boolean | undefined;
}

/** A record page cut into sections, with the trial in the making. */
export class RecordPage<Key extends string> {
  readonly draft: TrialDraft;
  /** Lines at the end that may be parts of some: kept behind all others, as they stand. */
  private readonly parts: { readonly path: string; readonly line: Span }[] = [];

  constructor(
    readonly source: string,
    format: string,
    readonly context: ReadContext,
    readonly sections: Sections<Key>,
    /** Whether the page's own end was reached: nothing of it is missing behind the text. */
    readonly isComplete: boolean,
    private readonly form: PageForm<Key>,
    exactSource: string,
  ) {
    this.draft = new TrialDraft(source, format, 'registration', context, exactSource);
  }

  section(key: Key): Section<Key> | undefined {
    return this.sections.byKey.get(key);
  }

  /** Whether a line is the last one of a page that does not reach its end, and so may be a part of a line. */
  isLastLine(line: Line): boolean {
    return !this.isComplete && line.end === this.sections.lastLine?.end;
  }

  /** Whether a line is surely cut, or cannot be told to be whole: the last one, without an end of line behind it. */
  isCut(line: Line): boolean {
    return this.isLastLine(line) && !/[\n\r]/.test(this.source.slice(line.end, line.end + 1000));
  }

  /** The last line may be cut even before an end of line, which tools add. Then only a known wording is whole. */
  private isPart(section: Section<Key>, line: Line): boolean {
    if (!this.isLastLine(line)) return false;
    return this.isCut(line) || this.form.isKnown(section.key, this.draft.words(this.form.bare(line))) === false;
  }

  /** Keeps a line that may be a part of one: half a name is no name, and yet nothing that stands in a source is dropped. */
  keepPart(path: string, line: Span): void {
    this.parts.push({ path, line });
  }

  /** All lines of a section but buttons, the last one included where it may be cut. */
  lines(section: Span): Line[] {
    return this.dataLines(section).lines;
  }

  private dataLines(section: Span): { lines: Line[]; isWhole: boolean } {
    const { lines, isWhole } = linesOf(this.source, section);
    return { lines: lines.filter((line) => !isButton(this.draft.text(this.form.bare(line)))), isWhole };
  }

  /**
   * The lines of a section that hold short values. A line that may be cut holds none: half a name is a wrong name.
   * Where nothing is left, the reason is recorded for `pointers`.
   */
  values(section: Section<Key>, pointers: readonly string[]): Line[] {
    const { lines, isWhole } = this.dataLines(section);
    if (!isWhole) {
      const why = 'the list is too long to be one of values.';
      this.draft.unmapped(pathOf(section.key), { start: section.start, end: section.end }, why, 'unreadable-value');
      return [];
    }
    for (const line of lines) if (this.isPart(section, line)) this.keepPart(pathOf(section.key), line);
    const whole = lines
      .filter((line) => !this.isPart(section, line) && !this.isTooLong(section, line))
      .map((line) => this.form.bare(line));
    if (whole.length > 0) return whole;
    // A value that was taken out for its length is there all the same.
    if (lines.some((line) => !this.isPart(section, line))) return [];
    const reason = lines.length > 0 || this.isLast(section) ? 'truncated' : 'no-value';
    for (const pointer of pointers) this.draft.absent(pointer, reason, undefined, section.label);
    return [];
  }

  /** Whether a line is too long to be a short value; if so, it is kept as unmapped. */
  private isTooLong(section: Section<Key>, line: Line): boolean {
    if (line.end - line.start <= longestValue) return false;
    this.draft.unmapped(pathOf(section.key), line, 'a line too long to be a value.', 'unreadable-value');
    return true;
  }

  /** The one value of a section; what else stands there is kept as unmapped. */
  value(section: Section<Key>, pointers: readonly string[]): Line | undefined {
    const [first, ...others] = this.values(section, pointers);
    for (const [index, line] of others.entries()) {
      this.draft.unmapped(`${pathOf(section.key)}/${index + 1}`, line, 'a second value where one belongs.');
    }
    if (first && this.draft.isNotProvided(pointers, first)) return undefined;
    return first;
  }

  /** The first value of a section in which something else follows it. */
  firstValue(section: Section<Key>, pointers: readonly string[]): Line | undefined {
    return this.values(section, pointers)[0];
  }

  /** A longer text: all that stands in the section, as it stands there. A text that may be cut is reported. */
  prose(section: Section<Key>, pointer: string): Span | undefined {
    const span = proseSpan(this.source, section);
    if (!span) {
      this.draft.absent(pointer, this.isLast(section) ? 'truncated' : 'no-value', undefined, section.label);
      return undefined;
    }
    if (this.draft.isNotProvided([pointer], span)) return undefined;
    this.reportCutText(pointer, span);
    return span;
  }

  /** Reports that a text ends where the source ends, before the page does. */
  reportCutText(pointer: string, span: Span): void {
    if (this.isComplete || span.end !== this.sections.lastLine?.end) return;
    const message = `The source ends inside this text; what follows is missing.`;
    this.context.report({ code: 'truncated', severity: 'warning', at: pointer, message });
  }

  /** Whether a section is the last one of a page whose end was not reached. */
  isLast(section: Section<Key>): boolean {
    return !this.isComplete && this.sections.list.at(-1) === section;
  }

  /**
   * Records the fields whose labels are not there: `truncated` where their place lies behind the end of the source,
   * `not-stated` where the page's end was reached and its form prints a label for all that it knows.
   */
  noteMissing(missing: Iterable<MissingLabel>, lastOrder: number, trustsSilence: boolean): void {
    for (const { order, pointers } of missing) {
      const isBehind = !this.isComplete && order > lastOrder;
      if (!isBehind && !(this.isComplete && trustsSilence)) continue;
      for (const pointer of pointers) {
        if (!this.hasValue(pointer)) this.draft.absent(pointer, isBehind ? 'truncated' : 'not-stated');
      }
    }
  }

  /** Reports a page that does not reach its end. */
  noteEnd(): void {
    const last = this.sections.lastLine;
    if (this.isComplete || !last) return;
    const why = 'the source ends in this line, or behind it: it may be a part of one.';
    for (const { path, line } of this.parts) this.draft.unmapped(path, line, why, 'truncated');
    this.context.report({
      code: 'truncated',
      severity: 'information',
      at: lineAndColumn(this.source, last.end),
      message: 'The text ends before the end of the page, or the page shows no end: what would follow is unknown.',
    });
  }

  private hasValue(pointer: string): boolean {
    let value: unknown = this.draft.trial;
    for (const step of pointer.slice(1).split('/')) {
      if (typeof value !== 'object' || value === null) return false;
      value = (value as Record<string, unknown>)[step];
    }
    return value !== undefined;
  }
}

/** JSON Pointer of a section of a page. */
export function pathOf(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function proseSpan(source: string, section: Span): Span | undefined {
  const start = skipSpace(source, section.start, section.end);
  const end = endWithoutButtons(source, { start, end: section.end });
  return start < end ? { start, end } : undefined;
}
