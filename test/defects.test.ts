// Behaviour that converters of trial records are known for, each shown not to be ours.
import { pageReaders, readTrials, type Trial, type TrialWriter, trialJsonWriter, writeTrial } from '@trialbridge/core';
import { csvLines, csvWriter } from '@trialbridge/csv';
import { createCtgovXmlWriter, ctgovJsonReader, ctgovJsonWriter } from '@trialbridge/ctgov';
import { fhirR4Writer, fhirR5Writer } from '@trialbridge/fhir';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it, vi } from 'vitest';

const xmlWriter = createCtgovXmlWriter({ incomplete: true });
const writers = [
  fhirR4Writer,
  fhirR5Writer,
  xmlWriter,
  csvWriter,
  trialJsonWriter,
  ctgovJsonWriter,
] as TrialWriter<unknown>[];

interface Modules {
  readonly [module: string]: Readonly<Record<string, unknown>>;
}

/** A registry record with the given modules. */
function record(modules: Modules): string {
  const identificationModule = {
    nctId: 'NCT00000001',
    briefTitle: 'Tea against cough',
    ...modules.identificationModule,
  };
  return JSON.stringify({ protocolSection: { ...modules, identificationModule } });
}

function read(source: string): { trial: Trial; codes: string[] } {
  const { trials, issues } = readTrials(source, [ctgovJsonReader]);
  const [trial] = trials;
  if (!trial) throw new Error('No trial was read.');
  return { trial, codes: issues.map(({ code }) => code) };
}

function text(trial: Trial, writer: TrialWriter<unknown>): string {
  return writer.toText(writeTrial(trial, writer).document);
}

/** The ResearchStudy of a bundle. */
function study(trial: Trial, writer: TrialWriter<unknown>): Record<string, unknown> {
  const bundle = JSON.parse(text(trial, writer)) as { entry: { resource: Record<string, unknown> }[] };
  const found = bundle.entry.find(({ resource }) => resource.resourceType === 'ResearchStudy');
  if (!found) throw new Error('The bundle has no ResearchStudy.');
  return found.resource;
}

function cells(trial: Trial): Record<string, string> {
  const [row] = parse([...csvLines([trial])].join(''), { columns: true, record_delimiter: '\r\n' }) as Record<
    string,
    string
  >[];
  return row ?? {};
}

describe('a date that is known to the month or the year', () => {
  const { trial } = read(
    record({
      statusModule: { startDateStruct: { date: '2015-08', type: 'ACTUAL' }, completionDateStruct: { date: '2016' } },
    }),
  );

  it('gets no day and no month', () => {
    expect(trial.startDate).toEqual({ date: '2015-08', type: { code: 'ACTUAL' } });
    expect(study(trial, fhirR4Writer).period).toEqual({ start: '2015-08', end: '2016' });
    expect(study(trial, fhirR5Writer).period).toEqual({ start: '2015-08', end: '2016' });
    expect(cells(trial)).toMatchObject({ start_date: '2015-08', completion_date: '2016' });
    expect(text(trial, xmlWriter)).toContain('<start_date type="Actual">August 2015</start_date>');
  });

  it('appears in no format as a full date', () => {
    for (const writer of writers)
      expect(text(trial, writer), writer.format).not.toMatch(/201[56]-\d\d-\d\d|201[56]\d{4}/);
  });

  it('is left out and reported where a format has no such date, not completed', () => {
    const { document, issues } = writeTrial(trial, xmlWriter);
    expect(xmlWriter.toText(document)).not.toContain('completion_date');
    expect(issues.map(({ code, at }) => `${code} ${at}`)).toContain('dropped /completionDate');
  });
});

describe('the clock and chance', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('are in no document: another day and other random numbers give the same bytes', () => {
    const { trial } = read(
      record({
        statusModule: { overallStatus: 'RECRUITING' },
        contactsLocationsModule: { locations: [{ city: 'Bogor' }] },
      }),
    );
    const onDay = (day: string, number: number): string[] => {
      vi.useFakeTimers({ now: new Date(day) });
      vi.spyOn(Math, 'random').mockReturnValue(number);
      vi.spyOn(crypto, 'randomUUID').mockReturnValue(`00000000-0000-4000-8000-00000000000${number * 10}`);
      return writers.map((writer) => text(trial, writer));
    };
    expect(onDay('2020-01-01', 0.1)).toEqual(onDay('2031-12-31', 0.9));
  });
});

describe('an age of six months', () => {
  const { trial } = read(
    record({ eligibilityModule: { sex: 'ALL', minimumAge: '6 Months', maximumAge: '18 Months' } }),
  );

  it('is no half year', () => {
    expect(trial.eligibility).toMatchObject({
      minimumAge: { value: 6, unit: 'MONTHS' },
      maximumAge: { value: 18, unit: 'MONTHS' },
    });
    expect(cells(trial)).toMatchObject({ minimum_age: '6', minimum_age_unit: 'MONTHS', maximum_age: '18' });
    expect(text(trial, xmlWriter)).toContain('<minimum_age>6 Months</minimum_age>');
    for (const writer of [fhirR4Writer, fhirR5Writer] as TrialWriter<unknown>[]) {
      expect(text(trial, writer)).toContain(
        '{"value":6,"unit":"months","system":"http://unitsofmeasure.org","code":"mo"}',
      );
    }
  });

  it('becomes no fraction anywhere', () => {
    for (const writer of writers) expect(text(trial, writer), writer.format).not.toMatch(/\b(0\.5|1\.5)\b/);
  });
});

describe('a trial in two phases', () => {
  const { trial } = read(record({ designModule: { studyType: 'INTERVENTIONAL', phases: ['PHASE1', 'PHASE2'] } }));

  it('is in both, in every format', () => {
    expect(trial.phases).toEqual([{ code: 'PHASE1' }, { code: 'PHASE2' }]);
    expect(cells(trial).phases).toBe('PHASE1|PHASE2');
    expect(text(trial, xmlWriter)).toContain('<phase>Phase 1/Phase 2</phase>');
    for (const writer of [fhirR4Writer, fhirR5Writer] as TrialWriter<unknown>[]) {
      const { coding } = study(trial, writer).phase as { coding: { code: string }[] };
      expect(
        coding.map(({ code }) => code),
        writer.format,
      ).toContain('phase-1-phase-2');
    }
  });
});

describe('the status', () => {
  it('is none when the record states none, and no format makes one up', () => {
    const { trial } = read(record({}));
    expect(trial.overallStatus).toBeUndefined();
    expect(cells(trial).overall_status).toBe('');
    expect(study(trial, fhirR4Writer).status).toBeUndefined();
    expect(study(trial, fhirR5Writer).progressStatus).toBeUndefined();
    expect(text(trial, xmlWriter)).not.toContain('<overall_status>');
  });

  it('is the overall status, not the one last known', () => {
    const { trial } = read(record({ statusModule: { overallStatus: 'UNKNOWN', lastKnownStatus: 'RECRUITING' } }));
    expect(trial.overallStatus).toEqual({ code: 'UNKNOWN' });
    expect(trial.lastKnownStatus).toEqual({ code: 'RECRUITING' });
    expect(cells(trial)).toMatchObject({ overall_status: 'UNKNOWN', last_known_status: 'RECRUITING' });
    expect(text(trial, xmlWriter)).toContain('<overall_status>Unknown status</overall_status>');
    expect(text(trial, fhirR4Writer as TrialWriter<unknown>)).toContain('"code":"UNKNOWN"');
  });

  it('of a stopped trial keeps its own code beside the one of FHIR, and the reason', () => {
    const { trial } = read(
      record({ statusModule: { overallStatus: 'TERMINATED', whyStopped: 'Too few tea drinkers' } }),
    );
    for (const writer of [fhirR4Writer, fhirR5Writer] as TrialWriter<unknown>[]) {
      expect(text(trial, writer)).toContain('"code":"TERMINATED"');
      expect(text(trial, writer)).toContain('Too few tea drinkers');
    }
  });

  it('that is misspelt is kept as it stands and reported, never guessed', () => {
    const { trial, codes } = read(record({ statusModule: { overallStatus: 'RECRUTING' } }));
    expect(trial.overallStatus).toEqual({ verbatim: 'RECRUTING' });
    expect(codes).toEqual(['unknown-code']);
    expect(study(trial, fhirR4Writer).status).toBeUndefined();
    for (const writer of writers) {
      const { document, issues } = writeTrial(trial, writer);
      const isThere = writer.toText(document).includes('RECRUTING');
      const isReported = issues.some(({ at }) => at.startsWith('/overallStatus'));
      expect(isThere || isReported, writer.format).toBe(true);
      expect(writer.toText(document), writer.format).not.toMatch(/\brecruiting\b/i);
    }
  });
});

describe('a number that is not stated', () => {
  it('is not 0, and a sentinel is not a number', () => {
    expect(
      read(record({ designModule: { enrollmentInfo: { type: 'ACTUAL' } } })).trial.enrollment?.count,
    ).toBeUndefined();
    const { trial, codes } = read(record({ designModule: { enrollmentInfo: { count: 99999999 } } }));
    expect(trial.enrollment?.count).toBeUndefined();
    expect(codes).toEqual(['placeholder']);
    expect(read(record({ designModule: { enrollmentInfo: { count: 0 } } })).trial.enrollment?.count).toBe(0);
  });
});

describe('a damaged source', () => {
  it('is an error with its place, not an empty or a shortened record', () => {
    const source = record({ statusModule: { overallStatus: 'COMPLETED' } });
    for (let cut = 0; cut < source.length; cut++) {
      expect(() =>
        ctgovJsonReader.read(source.slice(0, cut), { report: () => {}, infer: true, evidence: false }),
      ).toThrow(expect.objectContaining({ name: 'TrialError', code: 'source-unreadable' }));
    }
  });
});

describe('the slot of an id', () => {
  it('that says "Not applicable" gives no id by which trials could be taken for one', () => {
    const { trial, codes } = read(
      record({
        identificationModule: { secondaryIdInfos: [{ id: 'Not applicable' }, { id: 'isrctn: not applicable' }] },
      }),
    );
    expect(codes).toContain('not-an-identifier');
    const values = trial.identifiers?.map(({ value }) => value) ?? [];
    expect(values.filter((value) => value.toLowerCase() === 'not applicable')).toEqual([]);
    expect(trial.identifiers?.filter(({ registry }) => registry === 'ISRCTN')).toEqual([]);
  });

  it('that names a registry we do not know crashes nothing', () => {
    const { trial } = read(
      record({
        identificationModule: { secondaryIdInfos: [{ id: 'XYZ-1', type: 'REGISTRY', domain: 'Registry of Atlantis' }] },
      }),
    );
    expect(trial.identifiers?.[1]).toMatchObject({ value: 'XYZ-1', issuer: 'Registry of Atlantis' });
  });
});

describe('text in CSV', () => {
  it('keeps its line breaks, quotes, tildes and empty quotes', () => {
    const criteria = 'Inclusion:\r\n\r\n* age ~ 18 ""\n* said "yes", twice\n~';
    expect(cells({ ...read(record({})).trial, eligibility: { criteria } }).eligibility_criteria).toBe(criteria);
  });

  it('has the same number of cells in every row', () => {
    const { trial } = read(record({ descriptionModule: { briefSummary: 'One,\n"two"\r\nthree' } }));
    const rows = parse([...csvLines([trial, read(record({})).trial])].join(''), {
      record_delimiter: '\r\n',
    }) as string[][];
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows[0]?.[0]).toBe('id');
  });
});

describe('what converters to FHIR leave out', () => {
  const { trial } = read(
    record({
      identificationModule: {
        orgStudyIdInfo: { id: 'TEA-1' },
        secondaryIdInfos: [{ id: '2004-000001-22', type: 'EUDRACT_NUMBER' }],
      },
      sponsorCollaboratorsModule: {
        leadSponsor: { name: 'University of Somewhere', class: 'OTHER' },
        collaborators: [{ name: 'Tea Board' }],
      },
      conditionsModule: { conditions: ['Cough'], keywords: ['tea'] },
      designModule: { studyType: 'INTERVENTIONAL', enrollmentInfo: { count: 40, type: 'ESTIMATED' } },
      armsInterventionsModule: {
        armGroups: [{ label: 'Green', type: 'EXPERIMENTAL', interventionNames: ['Drug: Tea'] }],
        interventions: [{ type: 'DRUG', name: 'Tea', otherNames: ['Chai', 'Thee'], armGroupLabels: ['Green'] }],
      },
      outcomesModule: { primaryOutcomes: [{ measure: 'Cough count', timeFrame: '2 weeks' }] },
      eligibilityModule: {
        eligibilityCriteria: 'Inclusion Criteria:\n\n* cough',
        sex: 'FEMALE',
        healthyVolunteers: false,
        minimumAge: '18 Years',
      },
      contactsLocationsModule: { overallOfficials: [{ name: 'Ada Tea', role: 'PRINCIPAL_INVESTIGATOR' }] },
      referencesModule: { references: [{ pmid: '12345678', type: 'BACKGROUND', citation: 'Tea A. On tea. 2001.' }] },
      ipdSharingStatementModule: { ipdSharing: 'NO' },
    }),
  );
  const texts = [
    'TEA-1', '2004-000001-22', 'University of Somewhere', 'Tea Board', 'Cough', 'Green', 'Chai', 'Thee', 'Cough count',
    '2 weeks', '* cough', 'FEMALE', 'Ada Tea', '12345678', 'On tea',
  ]; // biome-ignore format: a list

  for (const writer of [fhirR4Writer, fhirR5Writer] as TrialWriter<unknown>[]) {
    it(`is in ${writer.format}`, () => {
      const document = text(trial, writer);
      expect(texts.filter((each) => !document.includes(each))).toEqual([]);
    });

    it(`every coding in ${writer.format} says of which system it is`, () => {
      const codings: { system?: string }[] = [];
      JSON.parse(text(trial, writer), (key, value: unknown) => {
        if (key === 'coding') codings.push(...(value as { system?: string }[]));
        return value;
      });
      expect(codings.length).toBeGreaterThan(5);
      expect(codings.filter(({ system }) => !system)).toEqual([]);
    });

    it(`criteria in ${writer.format} are no display text of a reference`, () => {
      expect(text(trial, writer)).not.toMatch(/"display":"[^"]*\* cough/);
    });
  }
});

describe('a page without a trial', () => {
  it('gives none: nothing is made up to fill one', () => {
    const post =
      'Tea and cough\n\nSome people drink tea. A trial (NCT00000001) once looked at it.\n\nReferences\n1. Tea A. On tea. J Tea. 2001;1:1-2.\n';
    expect(readTrials(post, pageReaders).trials).toEqual([]);
  });
});
