import { contentId, type Issue, TrialError } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { createFhirR4Writer, fhirR4Reader, fhirR5Writer, fhirReaders } from '../index.js';
import { readFhir } from './testing.js';

const study = { resourceType: 'ResearchStudy', title: 'Tea', status: 'completed' };

function errorOf(source: string): TrialError {
  try {
    readFhir(source);
  } catch (error) {
    if (TrialError.is(error)) return error;
  }
  throw new Error('no TrialError');
}

describe('a source', () => {
  it('is one resource, a bundle of any type, or a list of resources', () => {
    const entry = [{ resource: study }, { resource: { ...study, title: 'Coffee' } }];
    expect(readFhir(study).trials.map(({ briefTitle }) => briefTitle)).toEqual(['Tea']);
    for (const type of ['collection', 'transaction', 'searchset', 'document', 'batch']) {
      const { trials } = readFhir({ resourceType: 'Bundle', type, entry });
      expect(trials.map(({ briefTitle }) => briefTitle)).toEqual(['Tea', 'Coffee']);
    }
    expect(readFhir([study, { ...study, title: 'Coffee' }]).trials).toHaveLength(2);
  });

  it('is an error without a study, and says what it holds', () => {
    const bundle = {
      resourceType: 'Bundle',
      entry: [{ resource: { resourceType: 'Patient' } }, { resource: { resourceType: 'Group' } }],
    };
    expect(errorOf(JSON.stringify(bundle)).message).toBe(
      'A trial is a ResearchStudy in FHIR, and there is none here: only Patient, Group. Take the study along, for example by searching ResearchStudy with _include.',
    );
    expect(errorOf('{"resourceType":"Bundle"}').message).toContain('none here: no resource.');
    expect(errorOf('{"resourceType":"Organization"}').code).toBe('source-unreadable');
  });

  it('is refused when it is cut', () => {
    const text = JSON.stringify(study);
    expect(() =>
      fhirR4Reader.read(text.slice(0, -1), { report: () => undefined, infer: true, evidence: false }),
    ).toThrow('Not JSON: it ends too early at 1:67.');
  });

  it('is refused when it is nested too deeply', () => {
    const deep = `{"resourceType":"ResearchStudy","x":${'['.repeat(20000)}${']'.repeat(20000)}}`;
    const read = (): unknown => fhirR4Reader.read(deep, { report: () => undefined, infer: true, evidence: false });
    expect(read).toThrow('The source is nested too deeply.');
  });
});

describe('the id of a trial', () => {
  const identifier = (...identifiers: object[]) =>
    readFhir({ ...study, id: 'server-7', identifier: identifiers }).trial.id;

  it('is the official id of a registry, whatever address its system has', () => {
    for (const system of [
      'http://clinicaltrials.gov',
      'https://clinicaltrials.gov',
      'http://clinicaltrials.gov/',
      'https://clinicaltrials.gov/nctid',
      'urn:oid:2.16.840.1.113883.3.1077',
      'http://www.clinicaltrials.gov/ct2/show/',
      undefined,
    ]) {
      // biome-ignore format: a list
      const { trial, kept } = readFhir({ ...study, identifier: [{ value: 'x' }, { use: 'official', system, value: 'NCT90000013' }] });
      expect(trial.id).toBe('NCT90000013');
      expect(kept).toEqual({});
    }
  });

  it('is any id of a registry where none is official', () => {
    expect(identifier({ use: 'official', value: 'abc' }, { use: 'secondary', value: 'nct 90000013' })).toBe(
      'NCT90000013',
    );
  });

  it('is the hash of the study where it has none: the id that a server gave is its own', () => {
    const { trial } = readFhir({ ...study, id: 'server-7' });
    expect(trial.id).toBe(contentId(JSON.stringify({ ...study, id: 'server-7' })));
  });

  it('keeps the spelling of the source beside the normal form', () => {
    const { trial } = readFhir({ ...study, identifier: [{ use: 'usual', value: 'isrctn 12345678' }] });
    expect(trial.identifiers).toEqual([
      { value: 'ISRCTN12345678', verbatim: 'isrctn 12345678', registry: 'ISRCTN', role: { verbatim: 'usual' } },
    ]);
  });
});

describe('the status of R4', () => {
  it.each([
    ['completed', { code: 'COMPLETED' }],
    ['withdrawn', { code: 'WITHDRAWN', verbatim: 'withdrawn' }],
    ['closed-to-accrual', { code: 'ACTIVE_NOT_RECRUITING', verbatim: 'closed-to-accrual' }],
    ['administratively-completed', { code: 'TERMINATED', verbatim: 'administratively-completed' }],
    [
      'temporarily-closed-to-accrual-and-intervention',
      { code: 'SUSPENDED', verbatim: 'temporarily-closed-to-accrual-and-intervention' },
    ],
    ['active', { verbatim: 'active' }],
    ['approved', { verbatim: 'approved' }],
    ['in-review', { verbatim: 'in-review' }],
    ['disapproved', { verbatim: 'disapproved' }],
    ['temporarily-closed-to-accrual', { verbatim: 'temporarily-closed-to-accrual' }],
    ['closed-to-accrual-and-intervention', { verbatim: 'closed-to-accrual-and-intervention' }],
  ])('%s gives a code only where its definition is that of the code', (status, expected) => {
    const { trial, issues } = readFhir({ ...study, status, sponsor: { display: 'Example' } });
    expect(trial.overallStatus).toEqual(expected);
    expect(issues.map(({ code }) => code)).toEqual('code' in expected ? [] : ['unknown-code']);
  });

  it('yields to the progress status, and is reported where both disagree', () => {
    const extension = [
      {
        url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-ResearchStudy.progressStatus',
        extension: [{ url: 'state', valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/research-study-status', code: 'recruiting' }] } }],
      },
    ]; // biome-ignore format: a list
    const { trial, issues, kept } = readFhir({ ...study, extension });
    expect(trial.overallStatus).toEqual({ code: 'RECRUITING' });
    expect(kept).toEqual({ '/status': 'completed' });
    expect(issues).toEqual([
      {
        code: 'conflict',
        severity: 'warning',
        at: '/status',
        message: 'The status is completed here and RECRUITING in progressStatus, which is taken.',
      },
    ]);
    expect(readFhir({ ...study, status: 'active', extension }).issues).toEqual([]);
  });
});

describe('states of R5', () => {
  const state = (code: string) => ({ coding: [{ system: 'http://hl7.org/fhir/research-study-status', code }] });
  const read = (...progressStatus: object[]) =>
    readFhir({ ...study, status: 'active', label: [], region: [], progressStatus });

  it('are no status while they are only planned', () => {
    const planned = { state: state('recruiting'), actual: false, period: { start: '2031-01' } };
    expect(read(planned).trial.overallStatus).toBeUndefined();
    expect(read(planned).kept).toEqual({ '/progressStatus': [planned] });
  });

  it('are the status while they last', () => {
    const past = { state: state('recruiting'), period: { start: '2020', end: '2021' } };
    expect(read(past, { state: state('completed'), period: { start: '2021' } }).trial.overallStatus).toEqual({
      code: 'COMPLETED',
    });
  });

  it('are no status where two of them last', () => {
    expect(read({ state: state('recruiting') }, { state: state('completed') }).trial.overallStatus).toBeUndefined();
  });
});

describe('several studies in one bundle', () => {
  const writer = createFhirR4Writer({ references: 'relative' });
  const write = (id: string, sponsor: string) =>
    writer.write(
      {
        schemaVersion: '1.0',
        id,
        source: { format: 'x', kind: 'registration' },
        leadSponsor: { name: sponsor },
        sites: [{ facility: `Site of ${id}`, contacts: [{ name: id }] }],
      },
      { report: () => undefined },
    ).entry ?? [];

  it('share companions, and each keeps its own', () => {
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [...write('NCT90000021', 'Shared'), ...write('NCT90000022', 'Shared')],
    };
    const { trials, kept, issues } = readFhir(bundle);
    expect(trials.map(({ leadSponsor, sites }) => [leadSponsor, sites])).toEqual([
      [{ name: 'Shared' }, [{ facility: 'Site of NCT90000021', contacts: [{ name: 'NCT90000021' }] }]],
      [{ name: 'Shared' }, [{ facility: 'Site of NCT90000022', contacts: [{ name: 'NCT90000022' }] }]],
    ]);
    expect([kept, issues]).toEqual([{}, []]);
  });

  it('gives what belongs to none of them to the first', () => {
    const bundle = {
      resourceType: 'Bundle',
      entry: [{ resource: study }, { resource: study }, { resource: { resourceType: 'Patient', id: 'p' } }],
    };
    const { trials } = readFhir(bundle);
    expect(trials.map(({ unmapped }) => unmapped)).toEqual([
      [{ format: 'fhir-r4', path: '/entry/2/resource', value: { resourceType: 'Patient', id: 'p' } }],
      undefined,
    ]);
  });
});

describe('parts without a place', () => {
  it('are kept as large as they are, with their path', () => {
    const extension = [{ url: 'https://example.org/colour', valueString: 'blue' }];
    const { kept, issues } = readFhir({
      ...study,
      extension,
      focus: [{ text: 'tea', coding: [{ code: '1' }] }],
      madeUp: 7,
    });
    expect(kept).toEqual({
      '/extension': extension,
      '/focus': [{ text: 'tea', coding: [{ code: '1' }] }],
      '/madeUp': 7,
    });
    expect(issues.map(({ code, at }) => [code, at])).toEqual([
      ['unknown-path', '/extension'],
      ['unknown-path', '/focus'],
      ['unknown-path', '/madeUp'],
    ]);
  });

  it('are all kept, though only so many are reported', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`x${index}`, index]));
    const { kept, issues } = readFhir({ ...study, ...many });
    expect(Object.keys(kept)).toHaveLength(300);
    expect(issues).toHaveLength(51);
    expect(issues.at(-1)?.message).toBe('250 more parts without a place in the model are kept.');
  });

  it('are reported as of the wrong type where a known element holds something else', () => {
    const { trial, kept, issues } = readFhir({ ...study, title: 5, phase: 'two', condition: 'cold' });
    expect([trial.briefTitle, trial.phases, trial.conditions]).toEqual([undefined, undefined, undefined]);
    expect(kept).toEqual({ '/title': 5, '/phase': 'two', '/condition': 'cold' });
    expect(issues.map(({ code, at }: Issue) => [code, at])).toEqual([
      ['wrong-type', '/title'],
      ['wrong-type', '/phase'],
      ['wrong-type', '/condition'],
    ]);
  });
});

describe('evidence', () => {
  it('names the place of each value, on request', () => {
    const source = { resourceType: 'Bundle', entry: [{ resource: { ...study, condition: [{ text: 'Thirst' }] } }] };
    expect(readFhir(source, { evidence: true }).trial.evidence).toEqual({
      '/briefTitle': { kind: 'stated', path: '/entry/0/resource/title' },
      '/overallStatus': { kind: 'stated', path: '/entry/0/resource/status' },
      '/conditions/0': { kind: 'stated', path: '/entry/0/resource/condition/0/text' },
    });
    expect(readFhir(source).trial.evidence).toBeUndefined();
  });
});

describe('a publication', () => {
  it('comes back as one', () => {
    const trial = { schemaVersion: '1.0', id: 'NCT90000023', source: { format: 'x', kind: 'publication' } } as const;
    const text = fhirR5Writer.toText(fhirR5Writer.write(trial, { report: () => undefined }));
    const [, reader] = fhirReaders;
    const reading = reader?.read(text, { report: () => undefined, infer: true, evidence: false });
    expect([reading?.kind, reading?.trials[0]?.source]).toEqual([
      'publication',
      { format: 'fhir-r5', kind: 'publication' },
    ]);
  });
});
