import type { Issue } from '@trialbridge/core';
import { escapeHtml } from './escape.js';
import type { Fact, TrialFacts } from './facts.js';
import { isPart, thingOf } from './label.js';
import { kindWords, plural, reasonWords } from './words.js';

/** Longest value that is written out, in characters. */
const shownValue = 600;
const shownIssues = 200;

/** Number of the line of an offset. */
export type LineOf = (offset: number) => number;

/** A trial: its values by section, then what it has no value for and no place either. */
export function trialView(trial: TrialFacts, lineOf: LineOf): string {
  const silent = trial.facts.filter((fact) => fact.kind === 'absent' && fact.spans.length === 0);
  const shown = trial.facts.filter((fact) => !silent.includes(fact));
  let html = `<section class="trial"><h2>${escapeHtml(trial.id)}</h2>`;
  if (trial.title !== undefined) html += `<p class="name">${escapeHtml(trial.title)}</p>`;
  html += factLists(shown, lineOf) + silentView(silent);
  if (trial.left > 0) html += `<p class="note">${plural(trial.left, 'further line')} of this trial are not listed.</p>`;
  return `${html}</section>\n`;
}

/** Facts under the heading of their section; what is said of a part of a thing stands under the thing. */
export function factLists(facts: readonly Fact[], lineOf: LineOf): string {
  let html = '';
  let section: string | undefined;
  let thing: string | undefined;
  for (const fact of facts) {
    if (fact.section !== section) {
      html += `${section === undefined ? '' : '</ol>'}<h3>${fact.section}</h3><ol class="facts">\n`;
      section = fact.section;
      thing = undefined;
    }
    html += factView(fact, lineOf, isPart(fact.label) && thingOf(fact.label) === thing);
    thing = thingOf(fact.label);
  }
  return section === undefined ? '' : `${html}</ol>\n`;
}

function factView(fact: Fact, lineOf: LineOf, isUnderThing: boolean): string {
  const { id, kind, spans } = fact;
  const [first] = spans;
  const inner = `${labelView(fact, isUnderThing)}${valueView(fact)}${howView(fact, lineOf)}`;
  const body = first ? `<a class="go" href="#s${id}">${inner}</a>` : `<div class="go">${inner}</div>`;
  return `<li class="fact ${kind}${isUnderThing ? ' part' : ''}" id="f${id}">${body}</li>\n`;
}

/** Whoever does not see the list hears of which thing it is a part. */
function labelView({ id, label }: Fact, isUnderThing: boolean): string {
  const thing = thingOf(label);
  const shown = isUnderThing
    ? `<span class="unseen">${escapeHtml(thing)} · </span>${escapeHtml(label.slice(thing.length + 3))}`
    : escapeHtml(label);
  return `<span class="label" id="l${id}">${shown}</span>`;
}

function valueView({ value, reason, kind }: Fact): string {
  if (kind === 'absent') {
    const why = reason === undefined ? '' : reasonWords[reason];
    const instead = value ? `<q>${escapeHtml(cut(value.text))}</q> ` : '';
    return `<span class="value none">${instead}${why}</span>`;
  }
  if (!value) return '';
  const text = escapeHtml(cut(value.text));
  const details = value.details
    .map(([name, part]) => ` <span class="detail"><i>${escapeHtml(name)}</i> ${escapeHtml(cut(part))}</span>`)
    .join('');
  const main = text === '' ? '' : value.isCode ? `<code>${text}</code>` : text;
  return `<span class="value"><span class="words">${main}</span>${details}</span>`;
}

function howView({ kind, rule, path, spans }: Fact, lineOf: LineOf): string {
  const [first, ...more] = spans;
  let html = `<span class="how"><b>${kindWords[kind]}</b>`;
  if (first) {
    html += ` <span class="place">line ${lineOf(first.start)}${more.length > 0 ? ` + ${more.length} more` : ''}</span>`;
  }
  if (rule !== undefined) html += ` <span class="rule">${escapeHtml(rule)}</span>`;
  html += '</span>';
  return path === undefined ? html : `${html} <span class="path">${escapeHtml(path)}</span>`;
}

function silentView(silent: readonly Fact[]): string {
  if (silent.length === 0) return '';
  const byReason = new Map<string, string[]>();
  for (const { reason, label } of silent) {
    const words = reason === undefined ? 'no value' : reasonWords[reason];
    const labels = byReason.get(words) ?? [];
    labels.push(label);
    byReason.set(words, labels);
  }
  let html = '<h3>Without a place in the text</h3><dl class="silent">';
  for (const [words, labels] of byReason) {
    html += `<dt>${words}</dt><dd>${labels.map((label) => `<span>${escapeHtml(label)}</span>`).join(' ')}</dd>`;
  }
  return `${html}</dl>`;
}

/** Issues, each with a link to the line or the value that it is about. */
export function issuesView(issues: readonly Issue[], facts: readonly Fact[], lastLine: number): string {
  if (issues.length === 0) return '';
  const byPointer = new Map<string, Fact>();
  for (const fact of facts)
    if (fact.pointer !== undefined && !byPointer.has(fact.pointer)) byPointer.set(fact.pointer, fact);
  const isOpen = issues.length <= 4 || issues.some(({ severity }) => severity === 'error');
  let html = `<details class="issues"${isOpen ? ' open' : ''}><summary>${plural(issues.length, 'issue')}</summary><ul>`;
  for (const { severity, code, at, message } of issues.slice(0, shownIssues)) {
    html += `<li class="${severity}"><span class="severity">${severity}</span> ${escapeHtml(cut(message))} `;
    html += `<span class="at">${code}${placeView(at, byPointer, lastLine)}</span></li>`;
  }
  if (issues.length > shownIssues) html += `<li>and ${issues.length - shownIssues} more</li>`;
  return `${html}</ul></details>\n`;
}

function placeView(at: string, byPointer: ReadonlyMap<string, Fact>, lastLine: number): string {
  if (at === '') return '';
  const line = /^(\d+):\d+$/.exec(at)?.[1];
  if (line !== undefined && Number(line) <= lastLine) return ` at <a href="#L${line}">line ${line}</a>`;
  const fact = byPointer.get(at);
  return fact ? ` at <a href="#f${fact.id}">${escapeHtml(fact.label)}</a>` : ` at ${escapeHtml(cut(at))}`;
}

function cut(text: string): string {
  if (text.length <= shownValue) return text;
  const whole = text
    .slice(0, shownValue)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
  return `${whole}… (${text.length.toLocaleString('en-US')} characters)`;
}
