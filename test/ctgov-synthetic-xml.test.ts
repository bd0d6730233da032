import { readTrials, type Trial, trialJsonWriter, writeTrial } from '@trialbridge/core';
import { trialJsonReader } from '@trialbridge/core/trial-json';
import { ctgovXmlReader, ctgovXmlWriter } from '@trialbridge/ctgov';
import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { publicXsd } from './ctgov-corpus.js';
import { differences, xmlLeaves } from './ctgov-leaves.js';
import { DocumentMaker } from './ctgov-synthetic-xml.js';
import { openXsd } from './ctgov-xsd.js';

const xsd = openXsd();

// Real records use a part of what the format allows; these use all of it.
describe.skipIf(!xsd)("public XML made from the registry's XSD", () => {
  it('is valid as made, comes back leaf for leaf with nothing lost, and is valid again', { timeout: 300_000 }, () => {
    const maker = new DocumentMaker(XmlDocument.fromString(publicXsd() ?? ''));
    const runs = Number(process.env.TRIALBRIDGE_RUNS ?? 200);
    // All that differs is gathered: one document can have several faults, and many the same.
    const faults = new Map<string, string>();
    const note = (fault: string, source: string) => faults.set(fault.replace(/\[\d+\]/g, ''), source);
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const source = maker.make(draw);
        const found = xsd?.fault(source);
        if (found) return void note(`as made: ${found}`, source);
        const [trial] = readTrials(source, [ctgovXmlReader]).trials as [Trial];
        const [again] = readTrials(trialJsonWriter.toText(trial), [trialJsonReader]).trials as [Trial];
        const { document, loss } = writeTrial(again, ctgovXmlWriter);
        const written = ctgovXmlWriter.toText(document);
        for (const line of differences(xmlLeaves(source), xmlLeaves(written))) note(line, source);
        for (const { path, why } of [...loss.dropped, ...loss.changed]) note(`${path} lost: ${why}`, source);
        const fault = xsd?.fault(written);
        if (fault) note(`as written: ${fault}`, source);
      }),
      { numRuns: runs },
    );
    expect([...faults.keys()]).toEqual([]);
  });
});
