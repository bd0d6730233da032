import { createHash } from 'node:crypto';
import type { Issue, Reading } from '@trialbridge/core';
import { describeSource } from '../terminal/source-kind.js';
import { citationFacts } from './citation-facts.js';
import { escapeHtml } from './escape.js';
import { factLists, issuesView, trialView } from './fact-view.js';
import { type Fact, factsOf, type TrialFacts } from './facts.js';
import { jsonValues, readableJson } from './json-source.js';
import { countCovered, coverage, layOut, type Mark } from './layout.js';
import { lineAt, lineStarts } from './lines.js';
import { legendView, shareView, stripView } from './overview-view.js';
import { pageScript } from './script.js';
import { shownLength, sourceView } from './source-view.js';
import type { SourceValues } from './structured-source.js';
import { pageStyle } from './style.js';
import { plural } from './words.js';
import { xmlValues } from './xml-source.js';

/** What the page is about: a source and what was read from it. */
export interface EvidencePage {
  readonly source: string;
  /** What a person calls the source: a file name. */
  readonly sourceName: string;
  readonly reading: Reading;
  readonly issues: readonly Issue[];
  readonly format: string;
}

/**
 * One HTML page without anything outside itself: the source with every used stretch marked, and beside it the values
 * that they became. Pure, and linear in the size of the source; of longer ones the first two million code units are
 * shown. Nothing of the source can become markup or script, and the page may not load anything.
 */
export function evidenceHtml({ source: given, sourceName, reading, issues, format }: EvidencePage): string {
  const isJson = /^[\s\ufeff]*[{[]/.test(given);
  const source = isJson ? readableJson(given) : given;
  const trials = factsOf(reading);
  const others = citationFacts(source, reading.citations, reading.mentions, countFacts(trials));
  const isXml = /^[\s\ufeff]*</.test(source);
  const find = isJson ? jsonValues : isXml ? xmlValues : undefined;
  const paths = pathsOf(trials);
  const values = paths.size > 0 ? find?.(source, paths) : undefined;
  const facts = [...trials.flatMap((trial) => trial.facts), ...others].map((fact) => placed(fact, values));
  const marks = facts.flatMap(({ id, spans }) => spans.map(({ start, end }): Mark => ({ owner: id, start, end })));
  const length = shownLength(source);
  const segments = layOut(marks, length);
  const starts = lineStarts(source, length);
  const lineOf = (offset: number): number => lineAt(starts, offset);
  const valueMarks = marks.filter(({ owner }) => facts[owner]?.kind !== 'absent');

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Trialbridge">
<title>${escapeHtml(sourceName)} · evidence</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#values">Skip to the values</a>
<header>
<div class="what"><p class="brand">Trialbridge <span>evidence</span></p><h1>${escapeHtml(sourceName)}</h1>
<p class="chips"><span>${escapeHtml(format)}</span><span>${describeSource(reading.kind, reading.trials.length)}</span>${countsView(reading)}</p></div>
${marks.length > 0 ? shareOf() + stripView(segments, facts, length) : ''}
${legendView(facts, marks.length > 0)}
</header>
<main>
<section class="source${isJson || isXml ? ' code' : ''}${marks.length > 0 ? '' : ' untraced'}" id="source" aria-label="Source text" tabindex="-1">
${length < source.length ? `<p class="note">${cutNote(length, source.length)}</p>` : ''}${source === given ? '' : `<p class="note">Line breaks were added; every value stands as in the source.</p>`}<div class="text">
${sourceView(source, starts, length, segments, facts)}</div>
</section>
<section class="values" id="values" aria-label="Values" tabindex="-1">
${issuesView(issues, facts, starts.length)}${trialsView()}${factLists(facts.slice(countFacts(trials)), lineOf)}</section>
</main>
<p class="now" aria-live="polite" hidden><span></span> <a href="#values"></a></p>
<svg class="wire" aria-hidden="true"><path/></svg>
<script>${pageScript}</script>
</body>
</html>
`;

  function shareOf(): string {
    if (values) return shareView(countCovered(values.scalars, valueMarks), values.scalars.length, 'values');
    const { used, all } = coverage(source, valueMarks);
    return shareView(used, all, 'text');
  }

  function trialsView(): string {
    if (trials.length === 0) return '<p class="empty">This source holds no trial. Nothing was made up to fill one.</p>';
    let html = '';
    let next = 0;
    for (const trial of trials) {
      html += trialView({ ...trial, facts: facts.slice(next, next + trial.facts.length) }, lineOf);
      next += trial.facts.length;
    }
    return html;
  }
}

function countFacts(trials: readonly TrialFacts[]): number {
  return trials.reduce((sum, { facts }) => sum + facts.length, 0);
}

function pathsOf(trials: readonly TrialFacts[]): ReadonlySet<string> {
  return new Set(trials.flatMap(({ facts }) => facts.flatMap(({ path }) => path ?? [])));
}

/** A fact of a structured source, with the place of its path. */
function placed(fact: Fact, values: SourceValues | undefined): Fact {
  const place = fact.path === undefined ? undefined : values?.places.get(fact.path);
  return place && fact.spans.length === 0 ? { ...fact, spans: [place] } : fact;
}

function countsView({ trials, citations, mentions }: Reading): string {
  const counts: readonly (readonly [number, string])[] = [
    [trials.length, 'trial'],
    [citations.length, 'citation'],
    [mentions.length, 'mention'],
  ];
  const shown = counts.filter(([count, name]) => count > 0 || name === 'trial');
  return shown.map(([count, name]) => `<span>${count === 0 ? 'no trial' : plural(count, name)}</span>`).join('');
}

function cutNote(shown: number, all: number): string {
  const counted = `${shown.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} characters`;
  return `This source is long: the first ${counted} are shown. The values are those of the whole.`;
}

/** Nothing may be loaded, and no script or style may run but the ones of this page. */
function policy(): string {
  const hash = (text: string): string => `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`;
  const parts = [
    'default-src &#39;none&#39;',
    `style-src ${hash(pageStyle)}`,
    `script-src ${hash(pageScript)}`,
    'base-uri &#39;none&#39;',
    'form-action &#39;none&#39;',
  ];
  return parts.join('; ');
}
