import type { Baseline, CertainAgreement, PointOfContact, Results } from '@trialbridge/core';
import { investigatorsAreEmployed, investigatorsAreNotEmployed, restrictionSentence } from './agreements.js';
import type { XmlDraft } from './draft.js';
import { writeEvents } from './write-events.js';
import { hasPeriod, writeFlow } from './write-flow.js';
import { writeGroups } from './write-groups.js';
import { writeAnalyzed, writeMeasure, writeOldDenominator } from './write-measures.js';
import { isWritable, writeOutcomeMeasure } from './write-outcome-measures.js';

/** The results. The format demands participant flow, baseline and outcome measures: without one of them, none stands. */
export function writeResults(draft: XmlDraft): void {
  const { results, hasResults } = draft.trial;
  const canWrite = results !== undefined && (draft.isOwn || isWhole(results));
  if (hasResults !== undefined && hasResults !== canWrite) draft.dropped('/hasResults', 'no-results-here');
  else if (hasResults === false) draft.dropped('/hasResults', 'no-results-here');
  else if (hasResults && !draft.isOwn) draft.changed('/hasResults', 'results-say-it');
  if (!results) return;
  if (!canWrite) {
    draft.dropped('/results', 'results-missing-part');
    return;
  }
  draft.open('clinical_results');
  if (results.participantFlow) writeFlow(draft, results.participantFlow);
  if (results.baseline) writeBaseline(draft, results.baseline);
  if (results.outcomeMeasures) {
    draft.open('outcome_list');
    for (const [index, outcome] of results.outcomeMeasures.entries())
      writeOutcomeMeasure(draft, outcome, `/results/outcomeMeasures/${index}`);
    draft.close('outcome_list');
  }
  if (results.adverseEvents) writeEvents(draft, results.adverseEvents);
  if (results.certainAgreement) writeAgreement(draft, results.certainAgreement);
  draft.marked('limitations_and_caveats', results.limitationsAndCaveats);
  if (results.pointOfContact) writePointOfContact(draft, results.pointOfContact);
  draft.close('clinical_results');
}

function isWhole({ participantFlow, baseline, outcomeMeasures }: Results): boolean {
  return (
    participantFlow !== undefined &&
    hasPeriod(participantFlow) &&
    hasGroups(baseline) &&
    (outcomeMeasures?.some(isWritable) ?? false)
  );
}

function hasGroups(part: Baseline | undefined): boolean {
  return part?.groups?.some((group) => group.id !== undefined) ?? false;
}

function writeBaseline(draft: XmlDraft, baseline: Baseline): void {
  draft.open('baseline');
  draft.marked('population', baseline.populationDescription);
  writeGroups(draft, baseline.groups, '/results/baseline/groups');
  if (!draft.isOldResults) writeAnalyzed(draft, baseline.denominators, 'Overall', '/results/baseline/denominators');
  const measures = baseline.measures ?? [];
  const counts = draft.isOldResults ? (baseline.denominators ?? []) : [];
  if (measures.length > 0 || counts.length > 0) {
    draft.open('measure_list');
    for (const denominator of counts) writeOldDenominator(draft, denominator, '/results/baseline/denominators');
    for (const [index, measure] of measures.entries())
      writeMeasure(draft, measure, measure, 'Measure', `/results/baseline/measures/${index}`);
    draft.close('measure_list');
  }
  draft.close('baseline');
}

function writeAgreement(draft: XmlDraft, agreement: CertainAgreement): void {
  const { isSponsorEmployee, restriction, isRestrictive, otherDetails } = agreement;
  const sentence = restrictionSentence(agreement);
  const isSaid = sentence !== undefined && isRestrictive === true;
  const isDetails = isSaid && restriction?.code === 'OTHER';
  const pointer = '/results/certainAgreement';
  const fault = isRestrictive === undefined || !restriction ? 'sentence-says-both' : 'not-in-vocabulary';
  if (isRestrictive !== undefined && sentence === undefined) draft.dropped(`${pointer}/isRestrictive`, fault);
  else if (isSaid && !draft.isOwn) draft.changed(`${pointer}/isRestrictive`, 'said-by-sentence');
  if (restriction && !isSaid) draft.dropped(`${pointer}/restriction`, fault);
  else if (isDetails && !draft.isOwn) draft.changed(`${pointer}/restriction/code`, 'said-by-sentence');
  if (isSaid && restriction?.verbatim !== undefined) draft.withoutWording.add(restriction);
  if (otherDetails !== undefined && !isDetails) draft.dropped(`${pointer}/otherDetails`, fault);
  if (isSponsorEmployee === undefined && sentence === undefined) return;
  draft.open('certain_agreements');
  if (isSponsorEmployee !== undefined)
    draft.leaf('pi_employee', isSponsorEmployee ? investigatorsAreEmployed : investigatorsAreNotEmployed);
  if (isDetails) draft.marked('restrictive_agreement', sentence);
  else draft.leaf('restrictive_agreement', sentence);
  draft.close('certain_agreements');
}

function writePointOfContact(draft: XmlDraft, contact: PointOfContact): void {
  if (contact.title === undefined && !draft.isOwn) {
    draft.dropped('/results/pointOfContact', 'needs-title');
    return;
  }
  draft.open('point_of_contact');
  draft.leaf('name_or_title', contact.title);
  draft.leaf('organization', contact.organization);
  const { phone, phoneExtension } = contact;
  if (phone === undefined && phoneExtension !== undefined)
    draft.dropped('/results/pointOfContact/phoneExtension', 'not-a-number');
  draft.leaf('phone', phone !== undefined && phoneExtension !== undefined ? `${phone} ext ${phoneExtension}` : phone);
  draft.leaf('email', contact.email);
  draft.close('point_of_contact');
}
