import { describe, expect, it } from 'vitest';
import { catalogue } from './catalogue.js';
import { didYouMean, nearest } from './nearest.js';

const formats = catalogue.map(({ format }) => format);

describe('a name that is not quite right', () => {
  it.each([
    ['fhir', ['fhir-r4', 'fhir-r5', 'fhir-r6-ballot5']],
    ['FHIR R4', ['fhir-r4', 'fhir-r5']],
    ['ctgov_xml', ['ctgov-xml']],
    ['json', ['trial-json', 'ctgov-json']],
    ['xml', ['ctgov-xml', 'pubmed-xml']],
    ['vceva-page', ['veeva-page']],
    ['cvs', []],
    ['parquet', []],
    ['', []],
  ])('%s is near to %j', (text, expected) => expect(nearest(text, formats)).toEqual(expected));

  it('is asked about in a sentence, or not at all', () => {
    expect(didYouMean('fhir-r3', ['fhir-r4', 'fhir-r5', 'csv'])).toBe(' Did you mean fhir-r4 or fhir-r5?');
    expect(didYouMean('csw', ['csv'])).toBe(' Did you mean csv?');
    expect(didYouMean('excel', formats)).toBe('');
  });
});
