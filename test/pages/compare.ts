import { type Evidence, evidenceFor, type ReadResult, type Trial } from '../../packages/core/src/index.js';
import type { Expectation, Expected, ExpectedCitation } from './expectation.js';

export type Part = 'structure' | 'value' | 'criterion' | 'absence' | 'forbidden' | 'inferred' | 'citation';

/** One comparison of a reading with an annotation. */
export interface Finding {
  readonly page: string;
  readonly part: Part;
  readonly at: string;
  /** `wrong`: the reading says something else. `missed`: it says nothing. */
  readonly verdict: 'right' | 'wrong' | 'missed';
  readonly expected?: unknown;
  readonly found?: unknown;
}

/** The same page read twice: without and with inference from prose. */
export interface Readings {
  readonly plain: ReadResult;
  readonly inferring: ReadResult;
}

/** Compares the readings of one page with its annotation. */
export function compare(expectation: Expectation, source: string, readings: Readings): Finding[] {
  const findings: Finding[] = [];
  const add = (part: Part, at: string, verdict: Finding['verdict'], expected?: unknown, found?: unknown): void => {
    findings.push({ page: expectation.page, part, at, verdict, expected, found });
  };
  const judge = (part: Part, at: string, expected: unknown, found: unknown, equal: boolean): void =>
    add(part, at, equal ? 'right' : found === undefined ? 'missed' : 'wrong', expected, found);

  const { plain, inferring } = readings;
  for (const reading of [plain, inferring]) {
    const kinds: readonly string[] = [expectation.kind].flat();
    judge('structure', 'kind', expectation.kind, reading.kind, kinds.includes(reading.kind));
    judge(
      'structure',
      'trials',
      expectation.trials,
      reading.trials.length,
      reading.trials.length === expectation.trials,
    );
    if (expectation.format !== undefined)
      judge('structure', 'format', expectation.format, reading.format, reading.format === expectation.format);
    if (expectation.unrecognized !== undefined) {
      const said = reading.issues.some((issue) => issue.code === 'unrecognized-layout');
      judge('structure', 'unrecognized', expectation.unrecognized, said, said === expectation.unrecognized);
    }
    for (const [index, trial] of reading.trials.entries())
      for (const word of emptyWordsIn(trial)) add('forbidden', `trial ${index}`, 'wrong', 'no filler word', word);
  }

  const trials = [expectation, ...(expectation.others ?? [])];
  for (const [index, { values = {} }] of trials.entries()) {
    const [off, on] = [plain.trials[index], inferring.trials[index]];
    for (const [at, expected] of Object.entries(values)) {
      const name = index === 0 ? at : `${index}:${at}`;
      const found = off && valueAt(off, at);
      judge('value', name, expected, found, found !== undefined && agrees(expected, found, source));
      const kept = on && valueAt(on, at);
      if (kept !== undefined && !agrees(expected, kept, source))
        add('value', `${name} (inferring)`, 'wrong', expected, kept);
    }
  }

  const [off, on] = [plain.trials[0], inferring.trials[0]];
  if (off && on) {
    for (const [at, allowed] of Object.entries(expectation.either ?? {})) {
      const found = valueAt(off, at);
      const equal = allowed.some((one) =>
        one === null ? found === undefined : found !== undefined && agrees(one, found, source),
      );
      judge('value', at, allowed, found, equal);
    }
    for (const [at, reason] of Object.entries(expectation.absent ?? {})) {
      const places = at.split(' | ');
      const reasons = places.map((place) => absenceAt(off, place)?.reason).filter((one) => one !== undefined);
      const present = places.map((place) => valueAt(off, place)).find((one) => one !== undefined);
      judge('absence', at, reason, present ?? reasons[0], present === undefined && reasons.includes(reason));
    }
    for (const at of expectation.mustNot ?? []) {
      const found = valueAt(off, at) ?? (isInferred(on, at) ? undefined : valueAt(on, at));
      add('forbidden', at, found === undefined ? 'right' : 'wrong', 'nothing stated', found);
    }
    for (const at of expectation.never ?? []) {
      const found = valueAt(off, at) ?? valueAt(on, at);
      add('forbidden', at, found === undefined ? 'right' : 'wrong', 'nothing', found);
    }
    for (const [at, entry] of Object.entries(off.evidence ?? {}))
      if (entry.kind === 'inferred') add('forbidden', at, 'wrong', 'no inference', entry.rule);
    for (const [at, expected] of Object.entries(expectation.inferred ?? {})) {
      const found = valueAt(on, at);
      judge('inferred', at, expected, found, found !== undefined && agrees(expected, found, source));
    }
    compareCriteria(expectation, off, judge, add);
  }

  compareTexts(expectation, plain, judge, add);
  return findings;
}

type Judge = (part: Part, at: string, expected: unknown, found: unknown, equal: boolean) => void;
type Add = (part: Part, at: string, verdict: Finding['verdict'], expected?: unknown, found?: unknown) => void;

function compareCriteria(expectation: Expectation, trial: Trial, judge: Judge, add: Add): void {
  const items = trial.eligibility?.items ?? [];
  for (const { kind, text } of expectation.criteria ?? []) {
    const same = items.filter((item) => squeeze(item.text ?? '') === squeeze(text));
    const equal = same.some((item) => (item.kind ?? null) === kind);
    judge('criterion', text, kind, same[0] && (same[0].kind ?? null), equal);
  }
  for (const text of expectation.notCriteria ?? []) {
    const item = items.find((one) => one.text === text && one.role === 'CRITERION');
    add('forbidden', 'criterion', item ? 'wrong' : 'right', 'no criterion', item?.text);
  }
}

function compareTexts(expectation: Expectation, reading: ReadResult, judge: Judge, add: Add): void {
  const { title, mentions, citations = [], citationCount } = expectation;
  if (title !== undefined) {
    const [trial] = reading.trials;
    const titles = [trial?.briefTitle, trial?.officialTitle, ...reading.citations.map((one) => one.title)];
    const given = titles.filter((one) => one !== undefined);
    judge(
      'value',
      'title',
      title,
      given[0],
      given.some((one) => endless(one) === endless(title)),
    );
  }
  const values = reading.mentions.map((mention) => mention.value);
  for (const id of mentions ?? [])
    judge('value', 'mentions', id, values.includes(id) ? id : undefined, values.includes(id));
  if (mentions?.length === 0) add('structure', 'mentions', values.length === 0 ? 'right' : 'wrong', [], values);
  for (const expected of citations) {
    const found = reading.citations.some((one) =>
      citationFacts(expected).every(([key, text]) => endless(factOf(one, key)) === endless(text)),
    );
    judge(
      'citation',
      expected.title ?? expected.doi ?? expected.authorsFirst ?? 'citation',
      expected,
      found ? true : undefined,
      found,
    );
  }
  if (citationCount !== undefined)
    judge('citation', 'count', citationCount, reading.citations.length, reading.citations.length === citationCount);
}

type CitationKey = keyof ExpectedCitation;

function citationFacts(expected: ExpectedCitation): [CitationKey, string][] {
  return Object.entries(expected) as [CitationKey, string][];
}

function factOf(citation: ReadResult['citations'][number], key: CitationKey): string {
  return (key === 'authorsFirst' ? citation.authors?.[0] : citation[key]) ?? '';
}

/** Whether a found value is what the page says. A wording that is found beside an expected code must stand on the page. */
function agrees(expected: Expected, found: unknown, source: string): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(found) &&
      found.length === expected.length &&
      expected.every((one, index) => agrees(one, found[index], source))
    );
  if (typeof expected !== 'object') return expected === found;
  if (typeof found !== 'object' || found === null || Array.isArray(expected)) return false;
  const { code, verbatim } = found as { code?: unknown; verbatim?: unknown };
  const { code: expectedCode, verbatim: expectedVerbatim } = expected as { code?: string; verbatim?: string };
  if (code !== expectedCode) return false;
  if (expectedVerbatim !== undefined) return verbatim === expectedVerbatim;
  return verbatim === undefined || (typeof verbatim === 'string' && squeeze(source).includes(squeeze(verbatim)));
}

function valueAt(trial: Trial, pointer: string): unknown {
  let value: unknown = trial;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

/** Whether a value, or every part of it, is marked as read out of prose. */
function isInferred(trial: Trial, pointer: string): boolean {
  if (evidenceFor(trial, pointer)?.kind === 'inferred') return true;
  const below = Object.entries(trial.evidence ?? {}).filter(([at]) => at.startsWith(`${pointer}/`));
  return below.length > 0 && below.every(([, entry]) => entry.kind === 'inferred' || entry.kind === 'absent');
}

/** The reason given for a pointer, or for the nearest part above it that is marked absent. */
function absenceAt(trial: Trial, pointer: string): Evidence | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const entry = trial.evidence?.[at];
    if (entry?.kind === 'absent') return entry;
  }
  return undefined;
}

/** Words that pages print in the place of a value, or as decoration. They are never values. */
const emptyWords = new Set([
  '-',
  'Not available',
  'Not provided',
  'Not specified',
  'Loading...',
  'Details and patient eligibility',
  'Trial design',
  'Read More',
  'null',
]);

function emptyWordsIn(trial: Trial): string[] {
  const words: string[] = [];
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && key !== 'marker' && emptyWords.has(value)) words.push(value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value))
        if (name !== 'evidence' && name !== 'unmapped') walk(part, name);
  };
  walk(trial, '');
  return words;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Folds what a bibliographic entry may drop without harm: a dot at the end, the kind of dash. */
function endless(text: string): string {
  return squeeze(text).replace(/[–—]/g, '-').replace(/\.+$/, '');
}
