import { type Issue, readTrials, type Trial, writeTrial } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { ctgovJsonReader } from '../json/reader.js';
import { ctgovXmlReader } from './reader.js';
import { createCtgovXmlWriter, ctgovXmlWriter } from './writer.js';

const from = (format: string, trial: Partial<Trial>): Trial => ({
  schemaVersion: '1.0',
  id: 'NCT00000001',
  source: { format, kind: 'registration' },
  identifiers: [{ value: 'NCT00000001', registry: 'ClinicalTrials.gov', role: { code: 'PRIMARY' } }],
  briefTitle: 'T',
  overallStatus: { code: 'COMPLETED' },
  studyType: { code: 'INTERVENTIONAL' },
  ...trial,
});
const lenient = createCtgovXmlWriter({ incomplete: true });

/** The document without indentation, and what was reported of a place: code, pointer, rule. */
function write(trial: Trial, about: string): { text: string; said: string[] } {
  const { document, issues } = writeTrial(trial, lenient);
  const said = issues.filter(({ at }) => at.startsWith(about)).map(say);
  return { text: document.replace(/\n\s*/g, ''), said };
}

function say({ code, at, rule }: Issue): string {
  return `${code} ${at}${rule === undefined ? '' : ` ${rule}`}`;
}

/** A part of a record, read and written again. */
function again(part: string): { text: string; said: string[] } {
  const [trial] = readTrials(`<clinical_study>${part}</clinical_study>`, [ctgovXmlReader]).trials as [Trial];
  return write(trial, '/');
}

describe('what the public XML would say differently is reported', () => {
  it('a reference of an unknown kind, or of none, stands among the background references', () => {
    const references = [{ type: { verbatim: 'FOO' }, citation: 'c' }, { citation: 'd' }];
    expect(write(from('ctgov-json', { references }), '/references')).toEqual({
      text: expect.stringContaining(
        '<reference><citation>c</citation></reference><reference><citation>d</citation></reference>',
      ),
      said: ['dropped /references/0/type not-in-vocabulary', 'placeholder /references/1/type as-background'],
    });
  });

  it('a kind of study that is none of the format', () => {
    expect(write(from('ctgov-json', { studyType: { verbatim: 'Registry' } }), '/studyType')).toEqual({
      text: expect.not.stringContaining('<study_type>'),
      said: ['dropped /studyType not-in-vocabulary'],
    });
  });

  it('the words for the role of an id', () => {
    const identifiers = [
      { value: 'NCT00000001', role: { code: 'PRIMARY' as const, verbatim: 'Registry ID' } },
      { value: 'A-1', role: { code: 'ORGANIZATION' as const, verbatim: 'Protocol number' } },
      { value: 'B-2', role: { verbatim: 'Grant' } },
    ];
    expect(write(from('fhir-r5', { identifiers }), '/identifiers').said.sort()).toEqual([
      'dropped /identifiers/0/role/verbatim code-says-it',
      'dropped /identifiers/1/role/verbatim code-says-it',
      'dropped /identifiers/2/role not-in-vocabulary',
    ]);
  });

  it('the words for a restriction of another registry', () => {
    const results = {
      participantFlow: {
        groups: [{ id: 'G' }],
        periods: [
          { title: 'All', milestones: [{ type: 'STARTED', achievements: [{ groupId: 'G', numSubjects: '1' }] }] },
        ],
      },
      baseline: { groups: [{ id: 'G' }] },
      outcomeMeasures: [{ type: { code: 'PRIMARY' as const }, title: 'Death' }],
    };
    const restriction = { code: 'LTE60' as const, verbatim: 'two months' };
    const agreement = (certainAgreement: NonNullable<NonNullable<Trial['results']>['certainAgreement']>): string[] =>
      write(from('fhir-r5', { results: { ...results, certainAgreement } }), '/results/certainAgreement').said;
    expect(agreement({ isRestrictive: true, restriction })).toEqual([
      'changed /results/certainAgreement/isRestrictive said-by-sentence',
      'dropped /results/certainAgreement/restriction/verbatim code-says-it',
    ]);
    expect(agreement({ restriction: { code: 'LTE60' } })).toEqual([
      'dropped /results/certainAgreement/restriction sentence-says-both',
    ]);
    expect(agreement({ isRestrictive: true, otherDetails: 'Ask first.' })).toEqual([
      'dropped /results/certainAgreement/isRestrictive sentence-says-both',
      'dropped /results/certainAgreement/otherDetails sentence-says-both',
    ]);
    expect(agreement({ isRestrictive: false, restriction: { code: 'OTHER' }, otherDetails: 'Ask first.' })).toEqual([
      'dropped /results/certainAgreement/restriction not-in-vocabulary',
      'dropped /results/certainAgreement/otherDetails not-in-vocabulary',
    ]);
  });

  it('a date of a year that the XSD does not take', () => {
    const dates = { startDate: { date: '3015-08' }, completionDate: { date: '0999-01-02' } };
    expect(write(from('ctgov-json', dates), '/').text).not.toContain('_date type');
    expect(write(from('ctgov-json', dates), '/startDate').said).toEqual(['dropped /startDate not-in-form']);
    expect(write(from('ctgov-json', dates), '/completionDate').said).toEqual(['dropped /completionDate not-in-form']);
    expect(again('<start_date>August 3015</start_date>').text).toContain('<start_date>August 3015</start_date>');
  });

  it('the address of a document, which is made for records of ClinicalTrials.gov only', () => {
    const documents = [{ label: 'Protocol', filename: 'Prot_000.pdf' }];
    expect(write(from('ctgov-json', { documents }), '/documents')).toEqual({
      text: expect.stringContaining(
        '<document_url>https://ClinicalTrials.gov/ProvidedDocs/01/NCT00000001/Prot_000.pdf</document_url>',
      ),
      said: ['changed /documents/0/filename name-made-address'],
    });
    expect(write(from('fhir-r5', { documents, id: 'NCTX-1' }), '/documents')).toEqual({
      text: expect.not.stringContaining('<document_url>'),
      said: ['dropped /documents/0/filename address-from-name'],
    });
  });
});

describe('what a trial does not say is not said for it', () => {
  it('the source of the data is not the lead sponsor', () => {
    expect(write(from('ctgov-json', { leadSponsor: { name: 'Acme' } }), '/organization')).toEqual({
      text: expect.stringContaining('<agency>Acme</agency></lead_sponsor></sponsors><source></source>'),
      said: ['placeholder /organization/name demanded-text-empty'],
    });
  });

  it('an id of another registry is no id of ClinicalTrials.gov, whatever document holds it', () => {
    const study = JSON.stringify({
      protocolSection: { identificationModule: { nctId: 'ISRCTN12345678', briefTitle: 'T' } },
    });
    const [trial] = readTrials(study, [ctgovJsonReader]).trials as [Trial];
    expect(() => writeTrial(trial, ctgovXmlWriter)).toThrow('The public XML demands nct_id');
    expect(writeTrial(trial, lenient).document).not.toContain('<nct_id>');
    const allowed = createCtgovXmlWriter({ incomplete: true, foreignId: true });
    expect(writeTrial(trial, allowed).document).toContain('<nct_id>ISRCTN12345678</nct_id>');
  });
});

describe('a record of the public XML comes back as it was spelled', () => {
  it.each([
    '<id_info><nct_id>nct00000001</nct_id></id_info>',
    '<id_info><nct_id>ISRCTN12345678</nct_id></id_info>',
    '<study_type>interventional</study_type>',
  ])('%s', (part) => {
    expect(again(part)).toEqual({ text: expect.stringContaining(part), said: [] });
  });

  it('and only the words that are left out are reported', () => {
    const [trial] = readTrials(
      '<clinical_study><overall_status>completed</overall_status><study_type>interventional</study_type></clinical_study>',
      [ctgovXmlReader],
    ).trials as [Trial];
    trial.overallStatus = { code: 'RECRUITING', verbatim: 'completed' };
    expect(write(trial, '/').said).toEqual(['dropped /overallStatus/verbatim code-says-it']);
  });

  it('a carriage return in a text is written so that parsers leave it', () => {
    expect(writeTrial(from('ctgov-json', { officialTitle: 'a\r\nb' }), ctgovXmlWriter).document).toContain('a&#13;\nb');
  });
});

describe('a trial that the public XML has no words for', () => {
  it('is refused with what it says, and what would do', () => {
    const trial = from('ctgov-json', { overallStatus: { verbatim: 'HALTED' } });
    expect(() => writeTrial(trial, ctgovXmlWriter)).toThrow(
      'The public XML demands overall_status. It has no word for the overall_status of this trial, "HALTED". Write it all the same with the option incomplete: ctgov-xml+incomplete.',
    );
  });
});
