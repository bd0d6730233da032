import { describe, expect, it } from 'vitest';
import { createFhirR5Writer, fhirR4Writer, fhirR5Writer } from './index.js';
import { see } from './test-trial.js';
import { fhirChecker } from './validate/index.js';

describe('a value that a trial may have and FHIR refuses', () => {
  it('keeps dates apart in R4 whose order their precision leaves open', () => {
    const both = { code: 'ACTUAL' as const };
    const seen = see(fhirR4Writer, {
      startDate: { date: '2016-03-15', type: both },
      completionDate: { date: '2016-03', type: both },
    });
    expect(seen.study.period).toEqual({ start: '2016-03-15' });
    expect(seen.r5('progressStatus').slice(1)).toMatchObject([
      { actual: [true], period: [{ start: '2016-03-15' }] },
      { actual: [true], period: [{ end: '2016-03' }] },
    ]);
    expect(seen.issues).toMatchObject([{ code: 'changed', at: '/completionDate', rule: 'undecided-period' }]);
  });

  it('writes a date that no calendar has as a wording', () => {
    const seen = see(fhirR5Writer, { startDate: { date: '2015-02-30' } });
    expect(seen.study.period).toEqual({
      _start: {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/originalText', valueString: '2015-02-30' }],
      },
    });
    expect(seen.issues).toContainEqual(expect.objectContaining({ code: 'changed', at: '/startDate' }));
    expect(see(fhirR5Writer, { registration: { lastUpdatePosted: { date: '0000' } } }).study.date).toBeUndefined();
  });

  it('says of dates of which only the types are known that they are unknown', () => {
    const actual = { type: { code: 'ACTUAL' as const } };
    const [, start, end] = see(fhirR5Writer, { startDate: actual, completionDate: actual }).study.progressStatus;
    const absent = {
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
    };
    expect(start).toMatchObject({ actual: true, period: { _start: absent } });
    expect(end).toMatchObject({ actual: true, period: { _end: absent } });
  });

  it('says numbers in words that are too large for FHIR', () => {
    const enrollment = { count: 3_000_000_000, type: { code: 'ESTIMATED' as const } };
    const seen = see(fhirR5Writer, { enrollment });
    expect(seen.study.recruitment).toBeUndefined();
    expect(seen.study.classifier.map(({ text }: { text: string }) => text)).toEqual([
      'Record kind: registration',
      'Enrollment (not said whether actual or estimated): 3000000000',
      'Enrollment type: ESTIMATED',
    ]);
    const large = { documents: [{ filename: 'Prot_000.pdf', size: 3_000_000_000 }] };
    const [, attached] = see(fhirR4Writer, large).study.relatedArtifact;
    expect(attached.document.size).toBeUndefined();
    expect(attached.citation).toBe('Size in bytes: 3000000000');
    expect(see(fhirR5Writer, large).study.relatedArtifact[1].document.size).toBe('3000000000');
  });

  it('writes an id that is no code as a wording', () => {
    const terms = { conditionBrowse: { terms: [{ id: ' D009369', term: 'Neoplasms' }] } };
    const [coding] = see(fhirR4Writer, terms).study.condition[0].coding;
    expect(coding.code).toBeUndefined();
    expect(coding._code.extension[0].valueString).toBe(' D009369');
  });

  it.each(['urn:oid:1.2.x', 'urn:uuid:1', 'oid:1'])('writes %s, which is no URI, as a wording', (url) => {
    const [, link] = see(fhirR4Writer, { links: [{ url }] }).study.relatedArtifact;
    expect(link.url).toBeUndefined();
    expect(link._url.extension[0].valueString).toBe(url);
  });

  it('makes a hash of an id that is no id of FHIR, and of a long one for the companions only', () => {
    const criteria = { eligibility: { criteria: 'Adults' } };
    const odd = see(fhirR4Writer, { ...criteria, id: 'a_b/c d' });
    expect(odd.study.id).toMatch(/^[0-9a-f]{32}$/);
    expect(odd.of('Group')[0].id).toBe(`${odd.study.id}-eligibility`);
    const long = see(fhirR4Writer, { ...criteria, id: 'L'.repeat(64) });
    expect(long.study.id).toBe('L'.repeat(64));
    expect(long.of('Group')[0].id).toMatch(/^[0-9a-f]{32}-eligibility$/);
  });

  it('is no contained intervention that nothing names: the focus does', async () => {
    const interventions = [{ name: 'A' }, { description: 'Without a name' }];
    const { bundle, study } = see(createFhirR5Writer({ contained: true }), { interventions });
    expect(study.focus).toEqual([
      { concept: { text: 'A' }, reference: { reference: '#NCT01234567-intervention-0001' } },
      { reference: { reference: '#NCT01234567-intervention-0002' } },
    ]);
    const check = await fhirChecker('r5');
    expect(check(bundle).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is no event without a type: the label stands alone', () => {
    const annotations = { unpostedResults: { events: [{ date: { date: '2019-01-02' } }] } };
    expect(see(fhirR4Writer, { annotations }).study.note).toEqual([
      { text: 'Event of results not posted', time: '2019-01-02' },
    ]);
  });
});
