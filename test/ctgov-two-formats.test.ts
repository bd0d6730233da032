import { readFileSync } from 'node:fs';
import { type Trial, writeTrial } from '@trialbridge/core';
import { ctgovXmlWriter } from '@trialbridge/ctgov';
import { describe, expect, it } from 'vitest';
import { corpus } from './ctgov-corpus.js';
import { differences, xmlLeaves } from './ctgov-leaves.js';
import { compare, tellings } from './ctgov-two-formats.js';
import { twoFormatsPage } from './write-ctgov-two-formats.js';

/** Elements of the XML that API v2 has no field for, or whose terms the registry derives anew. */
const xmlOnly =
  /^\/clinical_study\[0\]\/(?:number_of_arms|number_of_groups|last_update_submitted_qc|condition_browse|intervention_browse)\[/;

describe.skipIf(!corpus)('trials that the registry tells in both formats', () => {
  const all = corpus ? tellings() : [];

  it('are found', () => {
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(({ isSameRevision }) => isSameRevision).length).toBeGreaterThan(2);
  });

  it('agree on every field that both carry, but for differences that are explained', () => {
    const unexplained: string[] = [];
    for (const telling of all.filter(({ isSameRevision }) => isSameRevision)) {
      const { equal, differences: found } = compare(telling);
      expect(equal).toBeGreaterThan(20);
      for (const { path, json, xml, why } of found)
        if (!why) unexplained.push(`${telling.json.id} ${path}: ${JSON.stringify(json)} or ${JSON.stringify(xml)}`);
    }
    expect(unexplained).toEqual([]);
  });

  it('agree on what never changes where one was downloaded after a later revision', () => {
    const never = (trial: Trial): unknown => [trial.id, trial.registration?.firstSubmitted, trial.studyType];
    for (const { json, xml } of all) expect(never(json)).toEqual(never(xml));
  });

  it("come out of API v2 as the registry's own XML, element for element", () => {
    const lines: string[] = [];
    for (const { json, xmlText, isSameRevision } of all) {
      if (!isSameRevision) continue;
      const written = writeTrial(json, ctgovXmlWriter).document;
      const found = differences(xmlLeaves(xmlText), xmlLeaves(written)).filter((line) => !xmlOnly.test(line));
      lines.push(...found.map((line) => `${json.id} ${line}`));
    }
    expect(lines).toEqual([]);
  });

  // The page is of the records that it was written from; others give another page.
  it('stand in the page of the docs', () => {
    const page = readFileSync(new URL('../docs/ctgov-two-formats.md', import.meta.url), 'utf8');
    for (const { json } of all) if (!page.includes(json.id)) return;
    expect(page).toBe(twoFormatsPage(all));
  });
});
