import type { Coded, CodeTable } from '../codes.js';
import { contentId } from '../content-id.js';
import { type AbsenceReason, EvidenceMap } from '../evidence.js';
import type { Mention, ReadContext } from '../formats.js';
import type { Span, Trial, Unmapped } from '../generated/trial.js';
import { findIdentifiers } from '../identifiers.js';
import { isExplicitAbsence } from './absences.codes.js';
import { type Line, scanLines } from './lines.js';

/** Longest list that is read item by item. Real pages have dozens of items; beyond, a source is no page. */
export const longestList = 200_000;

/** A trial in the making, read from a text, with the evidence of each value. */
export class TrialDraft {
  readonly trial: Trial;
  readonly evidence = new EvidenceMap();

  constructor(
    /** The source as it is read, with plain blanks. */
    readonly source: string,
    readonly format: string,
    kind: Trial['source']['kind'],
    readonly context: ReadContext,
    /** The source with all its kinds of blanks. */
    private readonly exactSource = source,
  ) {
    this.trial = { schemaVersion: '1.0', id: '', source: { format, kind }, textMarkup: 'plain' };
  }

  text(span: Span): string {
    return this.source.slice(span.start, span.end);
  }

  /** The text of a span to the letter, no-break spaces included: for long texts, which nothing reads further. */
  exactText(span: Span): string {
    return this.exactSource.slice(span.start, span.end);
  }

  /** The text of a span with its inner white space made single, as wordings are compared. */
  words(span: Span): string {
    return this.text(span).replace(/[\s\u00ad\u200b-\u200f\u2060]+/g, ' ');
  }

  /** Reads a coded value and records how; a wording that the table does not know is kept and reported. */
  coded<Code extends string>(pointer: string, span: Span, table: CodeTable<Code>): Coded<Code> {
    const value = table.read(this.words(span));
    if (value.code === undefined || value.verbatim === undefined) this.evidence.stated(pointer, spanOf(span));
    else this.evidence.normalized(pointer, 'spelling', spanOf(span));
    if (value.code === undefined) this.unknownCode(pointer, this.text(span));
    return { ...value, ...(value.verbatim !== undefined && { verbatim: this.text(span) }) };
  }

  unknownCode(pointer: string, text: string): void {
    const message = `"${shorten(text)}" is no wording we know for ${pointer}; it is kept as it stands.`;
    this.context.report({ code: 'unknown-code', severity: 'warning', at: pointer, message });
  }

  /** Keeps a part of the source that has no place in the model, or cannot be read, and reports it. */
  unmapped(
    path: string,
    span: Span,
    why: string,
    code: 'unknown-path' | 'unreadable-value' | 'truncated' = 'unknown-path',
  ): void {
    this.trial.unmapped ??= [];
    const list = this.trial.unmapped;
    if (list.length >= longestList) return;
    const value = this.text(span);
    this.evidence.stated(`/unmapped/${list.length}`, spanOf(span));
    list.push({ format: this.format, path, value: value as unknown as Unmapped['value'] });
    this.context.report({ code, severity: 'information', at: path, message: `"${shorten(value)}": ${why}` });
  }

  /** Records why there is no value at a pointer, unless something is recorded there. A value found later replaces it. */
  absent(pointer: string, reason: AbsenceReason, verbatim?: string, span?: Span): void {
    if (this.evidence.entries[pointer]) return;
    this.evidence.absent(pointer, reason, verbatim, ...(span ? [spanOf(span)] : []));
  }

  /** Whether the text of a span says that there is no value; if so, that is recorded. */
  isNotProvided(pointers: readonly string[], span: Span): boolean {
    const text = span.end - span.start > 40 ? '' : this.words(span);
    if (!isExplicitAbsence(text)) return false;
    for (const pointer of pointers) this.absent(pointer, 'not-provided', text, span);
    return true;
  }

  /** Gives the trial its id and its evidence. */
  finish(): Trial {
    const own = this.trial.identifiers?.find((identifier) => identifier.role?.code === 'PRIMARY');
    this.trial.id = own?.registry === undefined ? contentId(this.source) : trialId(own.value);
    this.trial.evidence = this.evidence.entries;
    return this.trial;
  }

  /** The registry ids that the source names besides the trial's own, each once. */
  mentions(): Mention[] {
    return mentionsIn(this.source, new Set(this.trial.identifiers?.map((identifier) => identifier.value)));
  }
}

/** The registry ids in a text, each once, without those of `own`. */
export function mentionsIn(source: string, own: ReadonlySet<string> = new Set()): Mention[] {
  const seen = new Set(own);
  const mentions: Mention[] = [];
  for (const { value, registry, start } of findIdentifiers(source)) {
    if (seen.has(value)) continue;
    seen.add(value);
    mentions.push({ value, registry, start });
  }
  return mentions;
}

/** An id of a trial from a registry id: what the model does not allow in one becomes a hyphen. */
export function trialId(identifier: string): string {
  return identifier.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 64);
}

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

export function shorten(text: string): string {
  const line = text.slice(0, 80).replace(/\s+/g, ' ');
  return text.length > 80 ? `${line}...` : line;
}

/** The lines of a stretch of the source, at most `longestList` of them. */
export function linesOf(source: string, span: Span): { lines: Line[]; isWhole: boolean } {
  const lines: Line[] = [];
  for (const line of scanLines(source, span.start, span.end)) {
    if (lines.length >= longestList) return { lines, isWhole: false };
    lines.push(line);
  }
  return { lines, isWhole: true };
}

/** The span from the first to the last of some lines. */
export function spanOfLines(lines: readonly Line[]): Span | undefined {
  const first = lines[0];
  const last = lines.at(-1);
  return first && last && { start: first.start, end: last.end };
}
