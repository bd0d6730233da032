import type { Outcome, Span } from '../../generated/trial.js';
import { isExplicitAbsence } from '../absences.codes.js';
import { pathOf, type RecordPage } from '../page.js';
import type { Section } from '../sections.js';
import type { MedpathKey } from './labels.js';
import { smallSeamOf } from './small-seams.js';
import { timeFrameAt } from './time-frames.js';

/** The cells of one row of an outcome table. */
export interface OutcomeCells {
  readonly measure: Span;
  readonly timeFrame?: Span;
  readonly description?: Span;
}

const flatHeader = /^Name\sTime\sMethod\s*/;
const gluedHeader = /^NameTimeMethod\s*/;
const longestRow = 4000;
const longestJoined = 250;

/**
 * Reads a table of outcomes whose cells have lost their borders: `measure`, time frame and description stand in one
 * line. A row is parted only where the time frame shows where; other rows are kept whole as unmapped, since a guess
 * would put one cell's words into another.
 */
export function readOutcomes(
  page: RecordPage<MedpathKey>,
  section: Section<MedpathKey>,
  field: 'primaryOutcomes' | 'secondaryOutcomes' | 'otherOutcomes',
): void {
  const { draft } = page;
  const outcomes: Outcome[] = [];
  const lines = page.lines(section);
  let isGlued = false;
  let hasRows = false;
  let hasWholeRows = false;
  let goesOn = false;
  for (const line of lines) {
    const text = line.end - line.start > longestRow ? '' : draft.text(line);
    const header = gluedHeader.exec(text) ?? flatHeader.exec(text);
    if (header) isGlued = gluedHeader.test(text);
    const start = line.start + (header?.[0].length ?? 0);
    if (start >= line.end) continue;
    hasRows = true;
    if (page.isLastLine(line)) {
      page.keepPart(`${pathOf(section.key)}/row`, { start, end: line.end });
      continue;
    }
    hasWholeRows = true;
    const isContinued = goesOn;
    goesOn = /[,;:]$/.test(text);
    // In the nested layout all rows stand in the header's line: a long one surely holds several.
    const isJoined = header && line.indent > section.label.indent && line.end - start > longestJoined;
    const cells =
      text === '' || isContinued || isJoined ? undefined : partRow(text.slice(start - line.start), start, isGlued);
    if (cells) outcomes.push(addOutcome(page, `/${field}/${outcomes.length}`, cells));
    else
      draft.unmapped(
        `${pathOf(section.key)}/row`,
        { start, end: line.end },
        'a row of a table without borders between its cells.',
        'unreadable-value',
      );
  }
  if (outcomes.length > 0) draft.trial[field] = outcomes;
  else if (!hasRows) {
    // The header of the table stands in the place of its rows: they would follow, if there were any.
    const reason = lines.length === 0 && page.isLast(section) ? 'truncated' : 'no-value';
    draft.absent(`/${field}`, reason, undefined, section.label);
  } else if (!hasWholeRows) draft.absent(`/${field}`, 'truncated', undefined, section.label);
}

function addOutcome(page: RecordPage<MedpathKey>, pointer: string, cells: OutcomeCells): Outcome {
  const { draft } = page;
  const outcome: Outcome = { measure: draft.text(cells.measure) };
  draft.evidence.normalized(`${pointer}/measure`, 'flattened-row', cells.measure);
  if (cells.timeFrame) {
    outcome.timeFrame = draft.text(cells.timeFrame);
    draft.evidence.normalized(`${pointer}/timeFrame`, 'flattened-row', cells.timeFrame);
  }
  if (cells.description && !isExplicitAbsence(draft.text(cells.description))) {
    outcome.description = draft.text(cells.description);
    draft.evidence.normalized(`${pointer}/description`, 'flattened-row', cells.description);
  }
  return outcome;
}

/** Parts one row; `undefined` where its borders cannot be told. */
export function partRow(row: string, offset: number, isGlued: boolean): OutcomeCells | undefined {
  return (
    partAtTabs(row, offset) ??
    partAtTimepoint(row, offset) ??
    (isGlued ? partGluedRow(row, offset) : partFlatRow(row, offset))
  );
}

/** Rows of a page saved as HTML keep the borders of their cells. */
function partAtTabs(row: string, offset: number): OutcomeCells | undefined {
  const [first, second, ...more] = [...row.matchAll(/\t/g)].map(({ index }) => index);
  if (first === undefined || more.length > 0) return undefined;
  const measure = trim(row, 0, first, offset);
  const timeFrame = trim(row, first + 1, second ?? row.length, offset);
  const description = second === undefined ? undefined : trim(row, second + 1, row.length, offset);
  return measure && { measure, ...(timeFrame && { timeFrame }), ...(description && { description }) };
}

const breaks = /(?:\s|<br ?\/? ?>)+$/;

/** Rows from CTRI and ISRCTN name the time themselves: `SafetyTimepoint: Week 26`. */
function partAtTimepoint(row: string, offset: number): OutcomeCells | undefined {
  const at = row.indexOf('Timepoint:');
  if (at <= 0 || row.indexOf('Timepoint:', at + 1) >= 0) return undefined;
  const measure = trim(row, 0, at, offset);
  const timeFrame = trim(row, at + 'Timepoint:'.length, row.length, offset);
  if (!measure) return undefined;
  return { measure, ...(timeFrame && { timeFrame }) };
}

function trim(row: string, start: number, end: number, offset: number): Span | undefined {
  const text = row.slice(start, end).replace(breaks, '');
  const lead = text.length - text.trimStart().length;
  return lead < text.length ? { start: offset + start + lead, end: offset + start + text.length } : undefined;
}

const unit = '(?:years?|yrs?|months?|mos?|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?)';
/** A span of time: `1 year`, `14 Days`, `12 weeks`. */
const duration = new RegExp(`\\d+(?:\\.\\d+)?(?: ?(?:to|-|\\u2013) ?\\d+)? ${unit}(?![A-Za-z])`, 'gi');
/** Anything that may belong to a time frame. Two of them in a row, and its borders cannot be told. */
const timeWord = new RegExp(
  `\\d+(?:\\.\\d+)? ?-?${unit}(?![A-Za-z])|\\b(?:Day|Week|Month|Year|Visit|Hour)s? \\d+|\\bbaseline\\b|\\bscreening\\b|\\bend of (?:study|treatment)\\b`,
  'gi',
);
/** Words before a time that make it the end of a longer time frame: "0, 12, and 26 weeks", "an average of 1 year". */
const leadsOn =
  /(?:[,&=<>~/(\u2013\u2265\u2264-]|\b(?:and|or|to|of|in|on|for|at|from|than|the|an?|approximately|approx\.?|about|around|initial|first|last|next|least|most|every|each|per|average|maximum|minimum|total|mean|median|assessed|day|days|week|weeks|month|months|year|years|post|pre|plus|minus|upto|tp|reported|measured|evaluated|recorded|collected|is|was|were|are|over|within|until|till|up|\d+)) ?$/i;
/** Words of time frames that have no number: where they stand too, the border cannot be told. */
const otherTime =
  /\b(?:from|since|through(?:out)?|until|till|during|while|when|whichever|assessed|completion|discharge|follow(?:ing|ed)?(?:[ -]up)?|date of|time of|end of|start of|beginning|immediately|pre(?:-|\s)?operativ|post(?:-|\s)?operativ|intra(?:-|\s)?operativ|enrol(?:l)?ment|inclusion|admission|randomi[sz]ation|surgery|treatment period|once|twice|before|after|prior|washout|duration|daily|weekly|monthly|yearly|annually)/i;
const lead = /(?:\b(?:at|up to|after|within|over|during|through|for|by|every|until|from baseline to) )$/i;

/**
 * A row whose cells are parted by single blanks: the only time in it is the time frame, where nothing before it can
 * belong to a time, and what is behind it begins another cell.
 */
function partFlatRow(row: string, offset: number): OutcomeCells | undefined {
  const [time, ...more] = [...row.matchAll(duration)];
  if (!time || more.length > 0 || [...row.matchAll(timeWord)].length > 1) return undefined;
  const prefix = lead.exec(row.slice(0, time.index).slice(-20))?.[0] ?? '';
  const start = time.index - prefix.length;
  const end = time.index + time[0].length;
  const before = row.slice(0, start);
  const behind = row.slice(end);
  const measure = trim(row, 0, start, offset);
  if (!measure || !before.endsWith(' ')) return undefined;
  if (leadsOn.test(before) || otherTime.test(before) || holdsSecondStart(before)) return undefined;
  const timeFrame = { start: offset + start, end: offset + end };
  // Without text behind it, a time after a preposition may well belong to the measure.
  if (behind.trim() === '') return prefix === '' ? { measure, timeFrame } : undefined;
  if (!/^ (?:[A-Z]|-$)/.test(behind) || goesOnWith.test(behind)) return undefined;
  // A word or two in capitals may belong to the time frame: "18-22 Months Corrected Age".
  if (/^ [A-Z]\S*(?: [A-Z]\S*)?$/.test(behind)) return undefined;
  const description = trim(row, end, row.length, offset);
  return { measure, timeFrame, ...(description && { description }) };
}

const goesOnWith =
  /^ (?:From|To|After|Before|During|At|In|On|Following|Post|Prior|Until|Through|Up|Since|Over|For|Within|And|Or|When|Every|Per|Pre|Follow|Cycle|Date|Corrected)\b/i;

/** Whether a measure in small letters holds a word that begins with a capital: another cell may begin there. */
function holdsSecondStart(measure: string): boolean {
  const isSentence = (measure.match(/ [a-z]{4,}/g) ?? []).length >= 2;
  return (isSentence && /[a-z)] [A-Z][a-z]/.test(measure)) || /[.)] [A-Z][a-z]* ?$/.test(measure);
}

/**
 * A row whose cells stand without anything between them: `life quality score1y`. The time frame begins right behind a
 * letter or bracket, at the first such border of the row. A row without any border is a measure alone.
 */
function partGluedRow(row: string, offset: number): OutcomeCells | undefined {
  const border = gluedBorder.exec(row);
  if (!border)
    return (
      partAtSmallSeam(row, offset) ??
      (isOneCell(row) ? { measure: { start: offset, end: offset + row.length } } : undefined)
    );
  const start = border.index + 1;
  const time = timeFrameAt(row, start);
  const measure = row.slice(0, start);
  // Behind the time frame nothing stands, or another cell without a blank between.
  if (!time || time.goesOn || row.charAt(time.end) === ' ') return undefined;
  if (gluedInside.test(measure) || openEnd.test(measure) || loneEvent.test(row.slice(start, time.end)))
    return undefined;
  const behind = row.slice(time.end);
  // A second time right behind the first belongs to the next row, or to a cell that cannot be told.
  if (startsWithTime.test(behind) || gluedToTime.test(behind)) return undefined;
  const description = trim(row, time.end, row.length, offset);
  return {
    measure: { start: offset, end: offset + start },
    timeFrame: { start: offset + start, end: offset + time.end },
    ...(description && { description }),
  };
}

/** A row whose only sign of a time is a time frame in small letters at its end. */
function partAtSmallSeam(row: string, offset: number): OutcomeCells | undefined {
  const at = smallSeamOf(row);
  const measure = row.slice(0, at);
  if (at === undefined || measure.length > 150 || /^[a-z]|[.;:]/.test(measure)) return undefined;
  if (anyTime.test(measure) || otherTime.test(measure) || leadsOn.test(measure)) return undefined;
  if (gluedInside.test(measure) || shortInside.test(measure) || sharedBorder.test(measure)) return undefined;
  return {
    measure: { start: offset, end: offset + at },
    timeFrame: { start: offset + at, end: offset + row.length },
  };
}

/** One word that names an event may be the end of a measure as well: only some are time frames by themselves. */
const loneEvent = /^(?!baseline|screening|enrol|random|discharge|daily|weekly|monthly|annually|yearly)[a-z]+$/i;

/** An end of a measure that goes on with a number: `CTCAE v` of v4.03, `day` of day2, a sentence that ends in a time. */
const openEnd =
  /(?:^|[^A-Za-z])[a-z][.)]{0,2}$|(?:day|week|month|year|visit|cycle|hour|grade|phase|type|stage|level)s?$|\d ?[a-z]+\.$/i;

/** A capital or a digit right behind what ends a word. Words such as HbA1c hold one. */
const gluedBorder = /(?:[)\]%]|(?<!\d)\.|(?<!\bH)[a-z])(?=[A-Z0-9])/;

const startsWithTime = /^(?:\d|(?:Days?|Weeks?|Months?|Years?|Visits?|Baseline)\b)/;

/** A time that stands glued to what is before it, and so begins a cell. */
const gluedToTime =
  /[^\s(/-](?:Days?|Weeks?|Months?|Years?|Visits?|Baseline|Up to|From|Through|Within|At|Until|During|After|Before|Over) ?\d*/;

/** A time frame in small letters that stands glued to the measure: `Survivalup to 3 years`, `PBMC2 years`. */
const gluedInside = new RegExp(
  [
    // Of the short words, those that no other word ends with.
    '[^\\s(/,-](?:up to|within|from|through|during|until|end of|baseline|an average of) ',
    `[^\\s\\d(/.,-]\\d+(?:\\.\\d+)? ?-?${unit}(?![A-Za-z])`,
    '\\.[a-z]',
    '[a-z)](?:baseline|weeks? |days? |months? |years? |visit |the |\\d)',
    '\\d[A-Z][a-z]',
    '[A-Z]{3}[a-z]{2}',
  ].join('|'),
);
/** A short word that stands glued, or a word that ends like one. */
const shortInside = /[^\s(/,-](?:at|after|before|over|for|in) /;

/** Whether a row is a single cell: a sentence, or a phrase that names no time, in which nothing stands glued. */
function isOneCell(row: string): boolean {
  if (/^[a-z]|[,;:]$/.test(row) || gluedToTime.test(row) || gluedInside.test(row) || shortInside.test(row))
    return false;
  if (sharedBorder.test(row)) return false;
  return (row.endsWith('.') && row.length <= 150) || (row.length <= 100 && !anyTime.test(row) && !otherTime.test(row));
}

const timeUnit = '(?:second|minute|hour|day|week|month|year)';
/** Signs of a border in a row that shows none: a bracket or full stop right before a word, a word that holds two. */
const sharedBorder = new RegExp(
  [
    '[)\\]%"][A-Za-z0-9"]',
    '[A-Za-z]"[A-Za-z]',
    '[A-Za-z]\\.[A-Za-z0-9(\u2022]',
    `[A-Za-z]\\d+ ${timeUnit}`,
    `\\b(?:cycle|course|day|week|grade|part|phase|type|visit) \\d{2,} ${timeUnit}`,
    `[a-z]{3}one ${timeUnit}`,
    '[a-z]{3}(?:two|three|four|five|six|twelve) ',
    '[a-z]{3}(?:prior to|every|this will|in-?patient|hospital|cross-sectional|during|until|daily|weekly|immediately)',
    '[a-z]{3}(?:intra|peri|post|pre)-?operativ',
  ].join('|'),
);

const anyTime =
  /day|week|month|year|hour|minute|second|visit|baseline|time|period|stay|end of|study|treatment|continu|operativ|\d/i;
