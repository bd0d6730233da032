import type { Fact, FactKind } from './facts.js';
import type { Segment } from './layout.js';
import { kindMeanings, kindWords } from './words.js';

/** Buttons of the kinds that occur: what each colour means, how often it occurs. They show and hide their kind. */
export function legendView(facts: readonly Fact[], hasText: boolean): string {
  const counts = new Map<FactKind, number>();
  for (const { kind } of facts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  let html = '';
  for (const kind of Object.keys(kindWords) as FactKind[]) {
    const count = counts.get(kind);
    if (count === undefined) continue;
    html +=
      `<li><button type="button" class="key ${kind}" data-kind="${kind}" aria-pressed="true" title="${kindMeanings[kind]}">` +
      `<span class="swatch">${kindWords[kind]}</span> <b>${count.toLocaleString('en-US')}</b></button></li>`;
  }
  if (hasText) html += '<li class="key unused"><span class="swatch">unused text</span></li>';
  return `<ul class="legend" aria-label="Legend">${html}</ul>`;
}

/** Parts of the strip, and so its finest detail. */
const bins = 500;

/** Rarer kinds show in the strip where several fall into one of its parts. */
const weights: Record<FactKind, number> = {
  stated: 1,
  citation: 2,
  untraced: 2,
  normalized: 3,
  unmapped: 4,
  mention: 5,
  absent: 6,
  inferred: 7,
};

/** The whole source as one line: where its used parts stand. */
export function stripView(segments: readonly Segment[], facts: readonly Fact[], length: number): string {
  const kinds: (FactKind | undefined)[] = new Array(bins).fill(undefined);
  for (const { start, end, owners } of segments) {
    const kind = facts[owners[0] ?? -1]?.kind;
    if (kind === undefined) continue;
    const last = Math.min(bins - 1, Math.floor(((end - 1) / length) * bins));
    for (let bin = Math.floor((start / length) * bins); bin <= last; bin += 1) {
      const held = kinds[bin];
      if (held === undefined || weights[held] < weights[kind]) kinds[bin] = kind;
    }
  }
  let rects = '';
  for (let from = 0; from < bins; ) {
    let to = from + 1;
    while (to < bins && kinds[to] === kinds[from]) to += 1;
    const kind = kinds[from];
    if (kind !== undefined) rects += `<rect class="${kind}" x="${from}" width="${to - from}" height="10"/>`;
    from = to;
  }
  return `<svg class="strip" viewBox="0 0 ${bins} 10" preserveAspectRatio="none" aria-hidden="true">${rects}</svg>`;
}

/** A share as whole per cent; never rounds something to nothing, or less than all to all. */
export function shareView(used: number, all: number, of: 'text' | 'values'): string {
  const percent = all === 0 ? 0 : Math.round((used / all) * 100);
  const shown = Math.min(used < all ? 99 : 100, Math.max(used > 0 ? 1 : 0, percent));
  const what = of === 'text' ? 'characters, white space aside' : 'values';
  const counted = `${used.toLocaleString('en-US')} of ${all.toLocaleString('en-US')} ${what}`;
  return `<p class="share" title="${counted}"><strong>${shown} %</strong> of the ${of} used</p>`;
}
