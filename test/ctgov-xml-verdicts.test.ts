import { checkAgainst } from '@trialbridge/core/validate';
import { ctgovXmlWriter } from '@trialbridge/ctgov';
import { describe, expect, it } from 'vitest';
import { publicXml } from './ctgov-corpus.js';
import { openXsd } from './ctgov-xsd.js';

const xsd = openXsd();

function fault(xml: string): string | undefined {
  const [issue] = checkAgainst(ctgovXmlWriter.schema, ctgovXmlWriter.toJson(xml));
  return issue && `${issue.at} ${issue.message}`;
}

/** An element without elements in it, with the white space before it. */
const leaf = /\s*<(\w+)(?: [^<>]*)?(?:\/>|>[^<]*<\/\1>)/g;

/** Documents with one element taken away, twice there, moved or renamed: always the same ones. */
function* edits(xml: string, seed: number): Generator<string> {
  const leaves = [...xml.matchAll(leaf)].map(({ 0: text, index }) => ({ text, index }));
  for (let round = 0; round < 8; round += 1) {
    const one = leaves[(seed * 7919 + round * 104729) % leaves.length];
    const other = leaves[(seed * 15485863 + round * 32452843) % leaves.length];
    if (!one || !other || one.index >= other.index) continue;
    const [start, end] = [xml.slice(0, one.index), xml.slice(one.index + one.text.length)];
    const at = other.index - one.index - one.text.length;
    yield start + end;
    yield start + one.text + one.text + end;
    yield start + other.text + one.text + end;
    yield start + end.slice(0, at) + one.text + end.slice(at);
    yield start + one.text.replaceAll(/(?<=<\/?)\w+/g, 'keyword') + end;
    yield `${start} x ${one.text}${end}`;
  }
}

describe.skipIf(!xsd)('the schema of the public XML', () => {
  it("refuses the files that the registry's XSD refuses, and no others", () => {
    const verdicts = { valid: 0, invalid: 0 };
    const apart: string[] = [];
    for (const { name, text } of publicXml()) {
      const theirs = xsd?.fault(text);
      const ours = fault(text);
      verdicts[theirs === undefined ? 'valid' : 'invalid'] += 1;
      if ((theirs === undefined) !== (ours === undefined)) apart.push(`${name}: ${theirs} / ${ours}`);
    }
    console.log(`${verdicts.valid} files valid, ${verdicts.invalid} not, by both; ${apart.length} disagreements`);
    expect(apart).toEqual([]);
    expect(verdicts.valid).toBeGreaterThan(4000);
    expect(verdicts.invalid).toBeGreaterThan(100);
  }, 600_000);

  it('agrees with the XSD on files with an element taken away, doubled, moved, renamed, and on texts between elements', () => {
    const verdicts = { valid: 0, invalid: 0 };
    const apart: string[] = [];
    let seed = 0;
    for (const { name, text } of publicXml()) {
      seed += 1;
      if (seed % 20 > 0 || xsd?.fault(text) !== undefined) continue;
      for (const edited of edits(text, seed)) {
        const theirs = xsd?.fault(edited);
        const ours = fault(edited);
        verdicts[theirs === undefined ? 'valid' : 'invalid'] += 1;
        if ((theirs === undefined) !== (ours === undefined)) apart.push(`${name}: ${theirs} / ${ours}`);
      }
    }
    console.log(`${verdicts.valid} edited files valid, ${verdicts.invalid} not; ${apart.length} disagreements`);
    expect(apart.slice(0, 20)).toEqual([]);
    expect(verdicts.valid).toBeGreaterThan(100);
    expect(verdicts.invalid).toBeGreaterThan(100);
  }, 600_000);
});
