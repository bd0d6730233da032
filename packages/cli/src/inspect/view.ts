import type { AbsenceReason, Issue } from '@trialbridge/core';
import { describeSource } from '../terminal/source-kind.js';
import { type Paint, plural, shorten, wrap } from '../terminal/style.js';
import type { Inspection, MissingGroup, TrialInspection } from './inspection.js';

const reasons: Record<AbsenceReason, string> = {
  'no-value': 'nothing stands under the heading',
  'not-provided': 'the source says it has none',
  placeholder: 'a placeholder stands there',
  truncated: 'the source ends before its place',
  'not-stated': 'not stated in the source',
};

const labelWidth = 20;
const shownValues = 300;
const shownIssues = 12;
const shownCitations = 3;

/** An inspection as a person reads it. `width` is that of the terminal. */
export function viewOf(inspection: Inspection, paint: Paint, width: number): string {
  const { source, format, kind, trials, citations, mentions, issues } = inspection;
  const lines = [
    paint('bold', source),
    `  ${paint('cyan', describeSource(kind, trials.length))} ${paint('dim', `(${format})`)}`,
  ];
  for (const trial of trials) lines.push('', ...viewTrial(trial, paint, width));
  if (citations.length > 0) {
    lines.push('', `  ${paint('bold', plural(citations.length, 'citation'))}`);
    for (const citation of citations.slice(0, shownCitations)) {
      lines.push(`    ${shorten(citation.title ?? citation.citation ?? '?', width - 6)}`);
    }
    if (citations.length > shownCitations)
      lines.push(paint('dim', `    and ${citations.length - shownCitations} more`));
  }
  if (mentions.length > 0) {
    lines.push('', `  ${paint('bold', 'Mentions')} ${mentions.map(({ value }) => value).join(', ')}`);
  }
  if (issues.length > 0) lines.push('', ...viewIssues(issues, paint, width));
  return `${lines.join('\n')}\n`;
}

function viewTrial(trial: TrialInspection, paint: Paint, width: number): string[] {
  const lines = [`  ${paint('bold', trial.id)}`];
  for (const { label, value, isInferred } of trial.found) {
    const name = `  ${isInferred ? '~' : ' '} ${label}`.padEnd(labelWidth + 4);
    const [first = '', ...more] = wrap(shorten(value, shownValues), Math.max(30, width - labelWidth - 4));
    lines.push(`${paint('dim', name)}${first}`, ...more.map((line) => `${' '.repeat(labelWidth + 4)}${line}`));
  }
  const { stated = 0, normalized = 0, inferred = 0 } = trial.evidence;
  if (stated + normalized + inferred > 0) {
    const parts = [`${stated} stated`, `${normalized} normalized`];
    if (inferred > 0) parts.push(`${inferred} inferred from prose (marked ~)`);
    lines.push('', paint('dim', `  ${plural(stated + normalized + inferred, 'value')}: ${parts.join(', ')}`));
  }
  lines.push(...viewMissing(trial, paint, width));
  if (trial.unmapped.length > 0) {
    lines.push('', `  ${paint('yellow', 'Kept, but not understood')}`);
    for (const { path, value } of trial.unmapped.slice(0, shownIssues)) {
      lines.push(`    ${path}: ${shorten(JSON.stringify(value), Math.max(20, width - path.length - 8))}`);
    }
  }
  return lines;
}

function viewMissing({ missing, unsaid }: TrialInspection, paint: Paint, width: number): string[] {
  const lines: string[] = [];
  for (const reason of ['no-value', 'not-provided', 'placeholder', 'truncated'] as const) {
    const groups = missing.filter((group) => group.reason === reason);
    if (groups.length === 0) continue;
    lines.push('', `  ${paint('yellow', capitalize(reasons[reason]))}`);
    const longest = Math.max(...groups.map(({ wording }) => headingOf(wording).length));
    for (const group of groups) lines.push(viewGroup(group, longest, paint, width));
  }
  const silent = missing
    .filter(({ reason }) => reason === 'not-stated')
    .flatMap(({ pointers }) => pointers.map(nameOf));
  lines.push(...viewNames(capitalize(reasons['not-stated']), silent, paint, width));
  // What the source has no place for, or what lies where nobody can tell: no reason is recorded, so none is claimed.
  lines.push(
    ...viewNames(
      'Not found',
      unsaid.map((label) => label.toLowerCase()),
      paint,
      width,
    ),
  );
  return lines;
}

function viewNames(title: string, names: readonly string[], paint: Paint, width: number): string[] {
  if (names.length === 0) return [];
  const lines = wrap([...new Set(names)].join(', '), width - 4).map((line) => paint('dim', `    ${line}`));
  return ['', `  ${paint('dim', title)}`, ...lines];
}

const longestHeading = 40;

/** A heading as the page words it, without the dash of layouts that print one. */
function headingOf(wording = ''): string {
  return shorten(wording.replace(/^[-\u2013\u2022*] +/, ''), longestHeading);
}

function viewGroup({ wording, line, pointers }: MissingGroup, longest: number, paint: Paint, width: number): string {
  const place = (line === undefined ? '' : `line ${line}`).padEnd(9);
  const what = shorten(pointers.map(nameOf).join(', '), Math.max(30, width - longest - 16));
  return `    ${paint('dim', place)} ${headingOf(wording).padEnd(longest)}  ${paint('dim', what)}`;
}

function viewIssues(issues: readonly Issue[], paint: Paint, width: number): string[] {
  const lines = [`  ${paint('bold', plural(issues.length, 'issue'))}`];
  for (const { severity, code, at, message } of issues.slice(0, shownIssues)) {
    const mark =
      severity === 'error' ? paint('red', '✗') : severity === 'warning' ? paint('yellow', '!') : paint('dim', 'i');
    const [first = '', ...more] = wrap(`${message}`, Math.max(30, width - 8));
    lines.push(`    ${mark} ${first}`, ...more.map((line) => `      ${line}`), paint('dim', `      ${code} at ${at}`));
  }
  if (issues.length > shownIssues)
    lines.push(paint('dim', `    and ${issues.length - shownIssues} more; --json has all`));
  return lines;
}

/** `/eligibility/minimumAge` as `eligibility minimum age`. */
function nameOf(pointer: string): string {
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(' ');
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
