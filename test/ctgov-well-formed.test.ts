import { TrialError } from '@trialbridge/core';
import { ctgovXmlReader } from '@trialbridge/ctgov';
import fc from 'fast-check';
import { XmlDocument, XmlParseError } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';

const document = `<?xml version="1.0" encoding="UTF-8"?>
<clinical_study rank="1">
  <!-- a comment -->
  <id_info><nct_id>NCT00000001</nct_id></id_info>
  <brief_title>Aspirin &amp; <![CDATA[<water>]]></brief_title>
  <official_title lang='en'>x &#8804; y</official_title>
  <brief_summary><textblock>One.

  Two.</textblock></brief_summary>
  <?mark it?>
  <enrollment type="Actual">12</enrollment>
  <other/>
</clinical_study>
`;

/** What may stand where it should not. */
const pieces = fc.constantFrom(
  ...['<', '>', '/', '&', ';', '"', "'", '=', '?', '!', '-', '--', ']]>', '<!--', '-->', '<![CDATA[', '<a>', '</a>', '<a/>'],
  ...['&amp;', '&nbsp;', '&#1;', '&#x41;', ' ', '\n', 'x', '</clinical_study>', '<nct_id>', ' rank="2"', ' b="<"', 'x:', '\u0001'],
); // biome-ignore format: a list

/** Behind the name of the root: a document of another root is well-formed, and no record. */
const first = document.indexOf(' rank');
const edit = fc.record({
  at: fc.integer({ min: first, max: document.length }),
  taken: fc.nat(3),
  put: fc.option(pieces, { nil: '' }),
});

function accepts(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (TrialError.is(error) || error instanceof XmlParseError) return false;
    throw error;
  }
}

describe('public XML that is damaged at random', () => {
  it('is refused by the reader whenever libxml2 refuses it, and by nobody else', () => {
    const verdicts = { both: 0, neither: 0 };
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        let source = document;
        for (const { at, taken, put } of edits) source = source.slice(0, at) + put + source.slice(at + taken);
        const byLibxml = accepts(() => XmlDocument.fromString(source).dispose());
        const byUs = accepts(() => ctgovXmlReader.read(source, { report: () => {}, infer: false, evidence: false }));
        verdicts[byLibxml ? 'both' : 'neither'] += 1;
        expect(byUs, source).toBe(byLibxml);
      }),
      { numRuns: 5_000 },
    );
    expect(verdicts.both).toBeGreaterThan(500);
    expect(verdicts.neither).toBeGreaterThan(500);
  });
});
