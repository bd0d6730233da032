import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countTrialLeaves, pageReaders, readTrials, type Trial, writeTrial } from '@trialbridge/core';
import { ctgovJsonReader, ctgovXmlReader, ctgovXmlWriter } from '@trialbridge/ctgov';
import { describe, expect, it } from 'vitest';
import { publicXml, studies } from './ctgov-corpus.js';
import { openXsd } from './ctgov-xsd.js';

const xsd = openXsd();

describe.skipIf(!xsd)("the registry's own XSD, by libxml2", () => {
  const fault = (xml: string): string | undefined => xsd?.fault(xml);

  it('refuses a document without what it demands, so that the checks below can fail', () => {
    expect(fault('<clinical_study><brief_title>x</brief_title></clinical_study>')).toBeDefined();
  });

  it.each(['001_b087d68130d6e372.txt', '004_be195e707c4d5161.txt'])('accepts seed %s', (name) => {
    const page = readFileSync(fileURLToPath(new URL(`../seeds/${name}`, import.meta.url)), 'utf8');
    const [trial] = readTrials(page, pageReaders).trials;
    expect(fault(ctgovXmlWriter.toText(writeTrial(trial as Trial, ctgovXmlWriter).document))).toBeUndefined();
  });

  it('accepts again every file that it accepted as found', () => {
    const broken: string[] = [];
    let valid = 0;
    for (const { name, text } of publicXml()) {
      if (fault(text)) continue;
      valid += 1;
      const [trial] = readTrials(text, [ctgovXmlReader]).trials;
      const said = fault(ctgovXmlWriter.toText(writeTrial(trial as Trial, ctgovXmlWriter).document));
      if (said) broken.push(`${name}: ${said}`);
    }
    console.log(`${valid - broken.length} of ${valid} files that are valid as found are valid again`);
    expect(broken).toEqual([]);
    expect(valid).toBeGreaterThan(4000);
  }, 600_000);

  it('accepts every API v2 study as XML, and every leaf is carried, changed, kept or dropped', () => {
    const broken: string[] = [];
    const miscounted: string[] = [];
    const refused = new Map<string, number>();
    let written = 0;
    for (const study of studies()) {
      const [trial] = readTrials(study, [ctgovJsonReader]).trials as [Trial];
      try {
        const { document, loss } = writeTrial(trial, ctgovXmlWriter, { countCarried: true });
        written += 1;
        const said = fault(ctgovXmlWriter.toText(document));
        if (said) broken.push(`${trial.id}: ${said}`);
        const sum = [...loss.changed, ...loss.unmapped, ...loss.dropped].reduce((total, { count }) => total + count, 0);
        if ((loss.carried ?? -1) < 0 || sum + (loss.carried ?? 0) !== countTrialLeaves(trial))
          miscounted.push(trial.id);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        refused.set(why, (refused.get(why) ?? 0) + 1);
      }
    }
    console.log(
      `${written} studies written as XML, ${broken.length} of them not valid; refused: ${JSON.stringify([...refused])}`,
    );
    expect(broken).toEqual([]);
    expect(miscounted).toEqual([]);
    // A study that lacks what the XSD demands is refused by the names of it, never filled up.
    expect([...refused.keys()].filter((why) => !why.startsWith('The public XML demands '))).toEqual([]);
    expect(written).toBeGreaterThan(1300);
  }, 600_000);
});
