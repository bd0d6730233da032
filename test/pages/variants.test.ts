import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { htmlToText, isHtml } from '../../packages/core/src/html/index.js';
import { pageReaders, readTrials } from '../../packages/core/src/index.js';
import { variants } from './variants.js';

const corpus = process.env.TRIALBRIDGE_CORPUS;
const folders = [
  fileURLToPath(new URL('../../seeds/', import.meta.url)),
  ...(corpus === undefined ? [] : [join(corpus, 'pages')]),
];
const pages = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
  );

/** What a page is and says: without its layout, without the places in the text, and with its white space and its bullets made alike. */
function sayings(source: string): unknown {
  const text = isHtml(source) ? htmlToText(source) : source;
  const { format, kind, trials, citations, mentions } = readTrials(text, pageReaders, { infer: false });
  return alike({
    format,
    kind,
    trials: trials.map(({ id, evidence, source: { kind: ofTrial }, ...trial }) => ({
      ...trial,
      ofTrial,
      ...(!id.startsWith('sha256-') && { id }),
      absences: Object.entries(evidence ?? {})
        .filter(([, entry]) => entry.kind === 'absent')
        .map(([pointer, { reason }]) => `${pointer}: ${reason}`)
        .sort(),
    })),
    citations,
    mentions: mentions.map(({ value }) => value),
  });
}

function alike(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .replace(/[\s\u00a0]+/g, ' ')
      .replace(/(^| )[\u2022*\u00b7-](?= |$)/g, '$1-')
      .trim();
  if (Array.isArray(value)) return value.map(alike);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, alike(inner)]));
}

describe.each(variants)('a page with $name', ({ change }) => {
  it.each(pages)('says the same as the page itself: $name', ({ text }) => {
    expect(sayings(change(text))).toEqual(sayings(text));
  });
});
