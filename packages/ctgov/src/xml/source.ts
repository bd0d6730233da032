import type {
  AbsenceReason,
  Contact,
  Evidence,
  IssueCode,
  Report,
  Trial,
  TrialDate,
  Unmapped,
} from '@trialbridge/core';
import { pointersOf } from '../json/pointers.js';
import { XmlScanner } from './scanner.js';
import { childrenOf, readNode, textOf, toValue, type XmlNode } from './tree.js';

interface Note {
  /** Offset of the start tag of the element that the note is about. */
  readonly offset: number;
  /** A part of the element: `@name` for an attribute, `#` for its text; `name/index` for a child that is missing. */
  readonly part: string;
  readonly code: IssueCode;
  readonly message: string;
  /** `keep`: has no place in the model. `lack`: is missing where the format's present form would have it. */
  readonly what: 'keep' | 'remark' | 'lack';
}

/** Parts of a record that can be placed only when all of it is read. */
export interface LateParts extends ContactPair {
  readonly oldDates: Map<OldDate, { readonly offset: number; readonly date: TrialDate }>;
  /** Roles of ids that stand once each, of those that were read. */
  readonly singleIds: Set<'ORGANIZATION' | 'PRIMARY'>;
  studyDesign?: { readonly offset: number; readonly line: string };
  studyType?: { readonly offset: number; readonly wording: string };
  resultsForm?: ResultsForm;
}

/** Dates that had other names until 2017. */
export type OldDate = 'lastUpdateSubmitted' | 'firstSubmitted' | 'resultsFirstSubmitted' | 'dispositionFirstSubmitted';

/** The two contacts that a trial or a site may have. */
export interface ContactPair {
  contact?: { readonly offset: number; readonly person: Contact };
  backup?: { readonly offset: number; readonly person: Contact };
}

/** Whether the results are in the form used until 2017: known once a table says so. */
export interface ResultsForm {
  isOld?: boolean;
}

/**
 * One record while it is read: what could not be read as its field. Places are looked up at the end, and only when
 * there is something to report: reading a clean record makes no paths and no tree.
 */
export class XmlSource {
  readonly late: LateParts = { oldDates: new Map(), singleIds: new Set() };
  private readonly notes: Note[] = [];
  private readonly absences: {
    readonly pointer: string;
    readonly verbatim: string;
    readonly offset: number;
    readonly reason: AbsenceReason;
  }[] = [];
  /** Which value of the trial came from where; only where somebody asked for it. */
  readonly traces:
    | { readonly offset: number; readonly part: string; readonly target: object; readonly name: string }[]
    | undefined;

  constructor(
    readonly scanner: XmlScanner,
    withTraces: boolean,
  ) {
    this.traces = withTraces ? [] : undefined;
    const seen = new Set<number>();
    scanner.onStray = (offset, text): void => {
      if (seen.has(offset) || (text !== '' && text.trim() === '')) return;
      seen.add(offset);
      if (text === '') this.note(offset, '', 'unknown-path', 'An element without content.', 'keep');
      else this.note(offset, '#', 'unknown-path', 'Text among the elements.', 'keep');
    };
  }

  /** Keeps the entered element whole: it has no place in the model. */
  keep(code: IssueCode, message: string): void {
    this.note(this.scanner.offset, '', code, message, 'keep');
    this.scanner.skip();
  }

  /** Keeps an element, or a part of one, that was read already. */
  keepAt(offset: number, code: IssueCode, message: string, part = ''): void {
    this.note(offset, part, code, message, 'keep');
  }

  /** Keeps the attributes of the entered element that nobody asked for. */
  keepAttributes(): void {
    const { scanner } = this;
    for (const [name] of scanner.rest())
      this.note(
        scanner.offset,
        `@${name}`,
        'unknown-path',
        `No attribute that we know, or not of its kind: ${name}.`,
        'keep',
      );
  }

  /** Reports an element that the model holds all the same. */
  remark(offset: number, code: IssueCode, message: string, part = ''): void {
    this.note(offset, part, code, message, 'remark');
  }

  /** Says that an element lacks a child that the present form of the format would have. */
  lacks(offset: number, child: string): void {
    this.note(offset, `${child}/0`, 'unknown-path', '', 'lack');
  }

  /** Says that an element is held although nothing stands in it: its attributes say what it is. */
  standsEmpty(offset: number): void {
    // It was noted last, or nearly: looking from the first on would cost more with each group.
    for (let at = this.notes.length - 1; at >= 0; at -= 1) {
      const note = this.notes[at];
      if (!note || note.offset < offset) return;
      if (note.offset !== offset || note.part !== '' || note.what !== 'keep') continue;
      this.notes.splice(at, 1);
      return;
    }
  }

  /** Says why a field of the trial is absent. */
  absent(pointer: string, verbatim: string, offset: number, reason: AbsenceReason = 'placeholder'): void {
    this.absences.push({ pointer, verbatim, offset, reason });
  }

  trace(target: object, name: string, offset: number, part = ''): void {
    this.traces?.push({ offset, part, target, name });
  }

  /** Forgets what was noted since: the element around it is kept whole. */
  forget(since: number): void {
    this.notes.length = since;
  }

  get noted(): number {
    return this.notes.length;
  }

  /** Reports what was noted and returns what is kept. `start` is the offset of the record. */
  finish(start: number, trial: Trial, report: Report): { unmapped: Unmapped[]; evidence: Record<string, Evidence> } {
    const unmapped: Unmapped[] = [];
    const evidence: Record<string, Evidence> = {};
    if (this.notes.length === 0 && !this.traces) return { unmapped, evidence };
    const nodes = new Map<number, { path: string; node: XmlNode }>();
    const scanner = new XmlScanner(this.scanner.source, start);
    index(readNode(scanner, scanner.enter()?.name ?? ''), '', nodes);
    // A part may be noted by itself before the element around it turns out to have no place: it is kept once.
    const keptPaths = new Set<string>();
    const written = new Set<string>();
    for (const { offset, part, what } of this.notes)
      if (what === 'keep' && part === '') keptPaths.add(nodes.get(offset)?.path ?? '');
    for (const note of this.notes.sort((left, right) => left.offset - right.offset)) {
      const place = nodes.get(note.offset);
      if (!place) continue;
      const path = note.part === '' ? place.path : `${place.path}/${note.part}`;
      if (note.what !== 'lack') {
        const { code, message } = note;
        const found = code === 'unknown-code' ? partOf(place.node, note.part) : undefined;
        report({
          code,
          severity: code === 'placeholder' ? 'information' : 'warning',
          at: path,
          message,
          ...(typeof found === 'string' && { found }),
        });
      }
      if (note.what === 'remark' || isBelow(path, keptPaths)) continue;
      if (note.what === 'keep' && written.has(path)) continue;
      if (note.what === 'keep') written.add(path);
      unmapped.push({ format: 'ctgov-xml', path, value: kept(note, place.node) });
    }
    if (this.traces) {
      const pointers = pointersOf(trial, new Set(this.traces.map((trace) => trace.target)));
      for (const { offset, part, target, name } of this.traces) {
        // A part that was kept whole after all.
        if (!pointers.has(target)) continue;
        const path = `${nodes.get(offset)?.path ?? ''}${part && `/${part}`}`;
        evidence[`${pointers.get(target) ?? ''}/${name}`] = { kind: 'stated', path };
      }
    }
    for (const { pointer, verbatim, offset, reason } of this.absences)
      evidence[pointer] = { kind: 'absent', reason, verbatim, path: nodes.get(offset)?.path ?? '' };
    return { unmapped, evidence };
  }

  private note(offset: number, part: string, code: IssueCode, message: string, what: Note['what']): void {
    this.notes.push({ offset, part, code, message, what });
  }
}

/** Whether a path is inside one of these. */
function isBelow(path: string, kept: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); kept.size > 0 && end > 0; end = path.lastIndexOf('/', end - 1))
    if (kept.has(path.slice(0, end))) return true;
  return false;
}

function kept({ part, what }: Note, node: XmlNode): Unmapped['value'] {
  return (what === 'lack' ? null : partOf(node, part)) as unknown as Unmapped['value'];
}

function partOf(node: XmlNode, part: string): unknown {
  if (part === '') return toValue(node);
  if (part === '#') return textOf(node);
  if (part.startsWith('@')) return node.attributes.get(part.slice(1));
  const child = childrenOf(node).find(({ name }) => part === `${name}/0`);
  return child ? toValue(child) : null;
}

function index(node: XmlNode, above: string, nodes: Map<number, { path: string; node: XmlNode }>, position = ''): void {
  const path = `${above}/${node.name}${position}`;
  nodes.set(node.offset, { path, node });
  const counts = new Map<string, number>();
  for (const child of node.content) {
    if (typeof child === 'string') continue;
    const count = counts.get(child.name) ?? 0;
    counts.set(child.name, count + 1);
    index(child, path, nodes, `/${count}`);
  }
}
