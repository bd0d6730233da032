import { type Trial, TrialError, type TrialWriter } from '@trialbridge/core';
import { overallStatus } from '../codes/status.codes.js';
import { XmlDraft } from './draft.js';
import { hasForbiddenCharacter } from './escape.js';
import { ctgovXmlSchema } from './json-schema.js';
import { toJsonView } from './json-view.js';
import { ctgovXmlOmits } from './omits.js';
import { reportTexts } from './report-changes.js';
import { restore } from './restore.js';
import { writeArms, writeInterventions, writeOutcomes } from './write-arms.js';
import { writeDate } from './write-dates.js';
import {
  studyTypeWording,
  writeBiospecimens,
  writeDesign,
  writeEnrollment,
  writeExpandedAccessTypes,
  writePhases,
  writeStudyType,
} from './write-design.js';
import { writeEligibility } from './write-eligibility.js';
import { primaryId, writeHeader, writeIdentifiers } from './write-identity.js';
import { writeContacts, writeCountries, writeList, writeOfficials, writeSites } from './write-people.js';
import { writeAvailableData, writeDocuments, writeLinks, writeReferences, writeSharing } from './write-references.js';
import { writeBrowse, writeOldFlags, writePendingResults, writeRegistration } from './write-registration.js';
import { writeResults } from './write-results.js';
import { writeOversight, writeResponsibleParty, writeSponsors } from './write-sponsors.js';

export interface CtgovXmlWriterOptions {
  /** Writes a trial that lacks what the XSD demands, and reports that the document is not valid. Default `false`. */
  readonly incomplete?: boolean;
  /** Writes the id of another registry into `nct_id`. Default `false`: such a trial fails. */
  readonly foreignId?: boolean;
}

/** Makes a writer of the registry's public XML, in the order of its XSD of 2020. */
export function createCtgovXmlWriter(options: CtgovXmlWriterOptions = {}): TrialWriter {
  return {
    format: 'ctgov-xml',
    title: 'ClinicalTrials.gov public XML',
    mediaType: 'application/xml',
    kind: 'xml',
    extension: '.xml',
    omits: ctgovXmlOmits,
    schema: ctgovXmlSchema,
    write(trial, { report }) {
      const draft = new XmlDraft(trial, report, declaration);
      const id = primaryId(trial, options.foreignId ?? false);
      const missing = missingElements(trial, id);
      if (missing.length > 0 && !draft.isOwn) {
        const message = `The public XML demands ${missing.join(', ')}.${unknownWords(trial, missing)}`;
        if (!options.incomplete) {
          const remedy = 'Write it all the same with the option incomplete: ctgov-xml+incomplete.';
          throw new TrialError('record-incomplete', `${message} ${remedy}`, { missing });
        }
        report({ code: 'not-valid', severity: 'warning', at: '/', message: `Not valid by the XSD: ${message}` });
      }
      writeStudy(draft, id);
      reportWholeText(draft);
      const parts = draft.isOwn ? trial.unmapped?.filter(({ format }) => format === 'ctgov-xml') : undefined;
      return parts && parts.length > 0 ? restore(draft.text, parts) : draft.text;
    },
    toText: (document) => document,
    toJson: toJsonView,
  };
}

/** The public XML with no options set. */
export const ctgovXmlWriter: TrialWriter = createCtgovXmlWriter();

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** What the XSD demands of every record and a trial may not have. Names and sources of data may stand empty. */
function missingElements(trial: Trial, id: string | undefined): string[] {
  const missing: string[] = [];
  if (id === undefined) missing.push('nct_id');
  if (trial.briefTitle === undefined) missing.push('brief_title');
  if (trial.overallStatus?.code === undefined) missing.push('overall_status');
  if (studyTypeWording(trial) === undefined) missing.push('study_type');
  return missing;
}

/** What the trial says in the place of a missing element, in words that the format does not have. */
function unknownWords({ overallStatus, studyType }: Trial, missing: readonly string[]): string {
  let said = '';
  for (const [element, coded] of [
    ['overall_status', overallStatus],
    ['study_type', studyType],
  ] as const) {
    if (!missing.includes(element) || coded === undefined) continue;
    said += ` It has no word for the ${element} of this trial, ${JSON.stringify(coded.verbatim ?? coded.code)}.`;
  }
  return said;
}

function writeStudy(draft: XmlDraft, id: string | undefined): void {
  const { trial } = draft;
  draft.open('clinical_study', draft.attribute('rank', trial.source.rank));
  writeHeader(draft, id);
  writeIdentifiers(draft, id);
  draft.leaf('brief_title', trial.briefTitle);
  draft.leaf('acronym', trial.acronym);
  draft.leaf('official_title', trial.officialTitle);
  writeSponsors(draft);
  writeOversight(draft, trial.oversight);
  draft.block('brief_summary', trial.briefSummary);
  draft.block('detailed_description', trial.detailedDescription);
  draft.listed('overall_status', trial.overallStatus, overallStatus.xml, () => '/overallStatus');
  draft.listed('last_known_status', trial.lastKnownStatus, overallStatus.xml, () => '/lastKnownStatus');
  draft.marked('why_stopped', trial.whyStopped);
  writeDate(draft, 'start_date', trial.startDate, '/startDate');
  writeDate(draft, 'completion_date', trial.completionDate, '/completionDate');
  writeDate(draft, 'primary_completion_date', trial.primaryCompletionDate, '/primaryCompletionDate');
  writePhases(draft);
  writeStudyType(draft);
  draft.yesNo('has_expanded_access', trial.expandedAccess?.available);
  writeExpandedAccessTypes(draft, trial.expandedAccessTypes);
  writeDesign(draft, trial.design);
  draft.leaf('target_duration', trial.targetDuration);
  writeOutcomes(draft, 'primary_outcome', trial.primaryOutcomes, '/primaryOutcomes');
  writeOutcomes(draft, 'secondary_outcome', trial.secondaryOutcomes, '/secondaryOutcomes');
  writeOutcomes(draft, 'other_outcome', trial.otherOutcomes, '/otherOutcomes');
  draft.number('number_of_arms', trial.design?.armCount);
  draft.number('number_of_groups', trial.design?.groupCount);
  writeEnrollment(draft, trial.enrollment);
  for (const condition of trial.conditions ?? []) draft.leaf('condition', condition);
  writeArms(draft, trial.arms);
  writeInterventions(draft);
  writeBiospecimens(draft, trial.biospecimens);
  writeEligibility(draft, trial.eligibility);
  writePeople(draft);
  writeLinks(draft, trial.links);
  writeReferences(draft, trial.references);
  writeRegistration(draft);
  writeResponsibleParty(draft, trial.responsibleParty);
  for (const keyword of trial.keywords ?? []) draft.leaf('keyword', keyword);
  writeOldFlags(draft, trial);
  writeBrowse(draft, 'condition_browse', trial.conditionBrowse);
  writeBrowse(draft, 'intervention_browse', trial.interventionBrowse);
  writeSharing(draft, trial.ipdSharing);
  writeAvailableData(draft, trial.availableData);
  writeDocuments(draft);
  writePendingResults(draft, trial.annotations);
  writeResults(draft);
  draft.close('clinical_study');
}

function writePeople(draft: XmlDraft): void {
  const { trial } = draft;
  writeOfficials(draft, trial.officials);
  writeContacts(draft, trial.contacts);
  writeSites(draft, trial.sites);
  writeCountries(draft);
  writeList(draft, 'removed_countries', trial.removedCountries);
}

function reportWholeText(draft: XmlDraft): void {
  const { trial } = draft;
  if (trial.textMarkup === 'commonmark') draft.changed('/textMarkup', 'markup-to-plain');
  else if (trial.textMarkup && !draft.isOwn) draft.changed('/textMarkup', 'always-plain');
  const forbidden = draft.replacedCharacter && hasForbiddenAnywhere(trial);
  if (draft.removedMarkup || draft.withoutWording.size > 0 || forbidden)
    reportTexts(draft, trial, { markup: draft.removedMarkup, wordings: draft.withoutWording, forbidden });
}

function hasForbiddenAnywhere(value: unknown): boolean {
  if (typeof value === 'string') return hasForbiddenCharacter(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasForbiddenAnywhere);
}
