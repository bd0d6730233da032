import type { AbsenceReason, Issue, SourceKind } from '@trialbridge/core';
import { type Paint, plural, shorten, wrap } from '../terminal/style.js';
import type { Inspection, MissingGroup, TrialInspection } from './inspection.js';

const kinds: Record<SourceKind, string> = {
  registration: 'registry record',
  publication: 'publication about a trial',
  narrative: 'text without a trial',
};

const reasons: Record<AbsenceReason, string> = {
  'no-value': 'heading without a value',
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
  const trialCount = trials.length === 1 ? '' : `, ${plural(trials.length, 'trial')}`;
  const lines = [
    paint('bold', source),
    `  ${paint('cyan', `${kinds[kind]}${trialCount}`)} ${paint('dim', `(${format})`)}`,
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
    for (const group of groups) lines.push(...viewGroup(group, paint, width));
  }
  const silent = [
    ...missing.filter((group) => group.reason === 'not-stated').flatMap(({ pointers }) => pointers.map(nameOf)),
    ...unsaid.map((label) => label.toLowerCase()),
  ];
  if (silent.length > 0) {
    lines.push('', `  ${paint('dim', capitalize(reasons['not-stated']))}`);
    for (const line of wrap([...new Set(silent)].join(', '), width - 4)) lines.push(paint('dim', `    ${line}`));
  }
  return lines;
}

function viewGroup({ wording, line, pointers }: MissingGroup, paint: Paint, width: number): string[] {
  const place = line === undefined ? '' : paint('dim', ` line ${line}`);
  const heading = wording === undefined ? '' : shorten(wording, 40);
  const what = pointers.map(nameOf).join(', ');
  const room = Math.max(30, width - 40);
  return [`    ${heading.padEnd(24)}${place.padEnd(8)} ${paint('dim', shorten(what, room))}`];
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
