import { describe, expect, it } from 'vitest';
import { findIdentifiers, isJunkIdentifier, recognizeIdentifier } from './identifiers.js';

describe('recognising an id', () => {
  it.each([
    ['NCT01234567', 'NCT01234567', 'ClinicalTrials.gov'],
    ['nct 01234567', 'NCT01234567', 'ClinicalTrials.gov'],
    ['ISRCTN 12345678', 'ISRCTN12345678', 'ISRCTN'],
    ['ACTRN12605000001606', 'ACTRN12605000001606', 'ANZCTR'],
    ['2022-501234-12-00', '2022-501234-12-00', 'CTIS'],
    ['2004-000001-22', 'EUCTR2004-000001-22', 'EU-CTR'],
    ['EUCTR2004-000001-22-GB', 'EUCTR2004-000001-22', 'EU-CTR'],
    ['ChiCTR-TRC-10000001', 'ChiCTR-TRC-10000001', 'ChiCTR'],
    ['ChiCTR2000012345', 'ChiCTR2000012345', 'ChiCTR'],
    ['KCT0001234', 'KCT0001234', 'CRIS'],
    ['CTRI/2010/091/000001', 'CTRI/2010/091/000001', 'CTRI'],
    ['DRKS00000001', 'DRKS00000001', 'DRKS'],
    ['IRCT2013012345678N1', 'IRCT2013012345678N1', 'IRCT'],
    ['jRCTs031180001', 'jRCTs031180001', 'jRCT'],
    ['UMIN000000001', 'UMIN000000001', 'UMIN'],
    ['JPRN-JapicCTI-050001', 'JapicCTI-050001', 'JapicCTI'],
    ['PACTR201001000000001', 'PACTR201001000000001', 'PACTR'],
    ['RBR-2AB3CD', 'RBR-2ab3cd', 'ReBEC'],
    ['RPCEC00000001', 'RPCEC00000001', 'RPCEC'],
    ['SLCTR/2010/001', 'SLCTR/2010/001', 'SLCTR'],
    ['TCTR20100101001', 'TCTR20100101001', 'TCTR'],
    ['PER-001-10', 'PER-001-10', 'REPEC'],
    ['U1111-1111-2222', 'U1111-1111-2222', 'UTN'],
  ])('takes %j for %s of %s', (text, value, registry) => {
    expect(recognizeIdentifier(text)).toEqual({ value, registry });
  });

  it.each(['', 'NCT0123456', 'NCT012345678', 'see NCT01234567', '12345678', 'Not applicable'])(
    'takes %j for none',
    (text) => expect(recognizeIdentifier(text)).toBeUndefined(),
  );
});

describe('finding ids in a text', () => {
  it('gives each with its place, in order', () => {
    const text = 'Registered as ISRCTN12345678 and NCT01234567; not XNCT01234567 or NCT1.';
    expect(findIdentifiers(text)).toEqual([
      { value: 'ISRCTN12345678', registry: 'ISRCTN', start: 14, end: 28 },
      { value: 'NCT01234567', registry: 'ClinicalTrials.gov', start: 33, end: 44 },
    ]);
  });

  it('takes the number of a register in brackets behind its name', () => {
    expect(findIdentifiers('registered with ISRCTN (50189673).').map(({ value }) => value)).toEqual(['ISRCTN50189673']);
    expect(findIdentifiers('ISRCTN number, 50189673.').map(({ value }) => value)).toEqual(['ISRCTN50189673']);
    expect(findIdentifiers('with ISRCTN, number 59757862, and').map(({ value }) => value)).toEqual(['ISRCTN59757862']);
    expect(findIdentifiers('ISRCTN number, 501896731.')).toEqual([]);
  });

  it('takes the second numbering of the Dutch register where its name stands before it', () => {
    expect(findIdentifiers('Netherlands Trial Register NTR3156 (NL3021)').map(({ value }) => value)).toEqual([
      'NTR3156',
      'NL3021',
    ]);
    expect(findIdentifiers('the gene NL3021; grant NL7890')).toEqual([]);
  });

  it('does not find an EU number inside a CTIS number', () => {
    expect(findIdentifiers('EU CT 2022-501234-12-00').map(({ registry }) => registry)).toEqual(['CTIS']);
  });
});

describe('junk in the slot of an id', () => {
  it.each(['Not applicable', ' N/A ', '-', 'Nil   known', 'none', 'TBD'])('%j is no id', (text) => {
    expect(isJunkIdentifier(text)).toBe(true);
  });

  it('a short protocol number is an id', () => expect(isJunkIdentifier('N1')).toBe(false));
});
