import { readFileSync } from 'node:fs';
import { leafPaths } from '@trialbridge/core';
import { expect, it } from 'vitest';
import { classifierLabels, designLabels, noteLabels } from './labels.js';
import { omits } from './omits.js';

const page = readFileSync(new URL('../../../docs/fhir-mapping.md', import.meta.url), 'utf8');

/** Paths that the page names: in full, or as the last steps of the path before them. */
function namedPaths(): Set<string> {
  const named = new Set<string>();
  let above = '';
  for (const [, path = ''] of page.matchAll(/`(\/[A-Za-z*/]+)`/g)) {
    const first = path.split('/')[1] ?? '';
    const isWhole = leafPaths.some((leaf) => leaf === path || leaf.startsWith(`${path}/`));
    const whole = isWhole && first !== '' ? path : `${above}${path}`;
    if (isWhole) above = path.slice(0, path.lastIndexOf('/'));
    named.add(whole.replace(/\/\*$/, ''));
  }
  return named;
}

it('names the place of every field, or the reason why it has none', () => {
  const named = [...namedPaths(), ...omits.map(({ path }) => path), '/schemaVersion'];
  const missing = leafPaths.filter((leaf) => !named.some((path) => leaf === path || leaf.startsWith(`${path}/`)));
  expect(missing).toEqual([]);
});

it.each([
  ['classifier', classifierLabels],
  ['design', designLabels],
  ['note', noteLabels],
])('no two labels of the %s list begin alike, so that a label tells the field', (_name, labels) => {
  const all = Object.values(labels);
  const alike = all.filter((label) => all.some((other) => other !== label && other.startsWith(`${label}: `)));
  expect(alike).toEqual([]);
  expect(new Set(all).size).toBe(all.length);
});
