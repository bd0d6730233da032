import type { Oversight, Trial } from '@trialbridge/core';
import type { CodeableConcept } from '../elements.js';
import { classifierLabels as labels } from '../labels.js';
import { isUnsignedInt } from '../primitive-forms.js';
import type { StudyContext } from '../study-context.js';
import { labelledCode, labelledText } from '../text.js';

/** Facts without an element of their own, for `classifier`: see `classifierLabels`. */
export function toClassifiers(context: StudyContext): CodeableConcept[] {
  const { trial } = context;
  const list: CodeableConcept[] = [labelledText(labels['/source/kind'], trial.source.kind)];
  add(list, '/textMarkup', trial.textMarkup);
  add(list, '/delayedPosting', trial.delayedPosting);
  add(list, '/registration/resultsWaived', trial.registration?.resultsWaived);
  add(list, '/hasResults', trial.hasResults);
  add(list, '/noStatisticalAnalysisPlan', trial.noStatisticalAnalysisPlan);
  add(list, '/patientRegistry', trial.patientRegistry);
  add(list, '/targetDuration', trial.targetDuration);
  add(list, '/siteCount', trial.siteCount);
  for (const country of trial.removedCountries ?? []) add(list, '/removedCountries/*', country);
  addExpandedAccess(context, list);
  addResponsibleParty(context, list);
  if (trial.oversight) addOversight(context, list, trial.oversight);
  addPhases(context, list);
  addEnrollment(trial, list);
  addEligibility(context, list);
  addDataSharing(context, list);
  return list;
}

function add(list: CodeableConcept[], path: keyof typeof labels, value: string | number | boolean | undefined): void {
  if (value === undefined) return;
  if (typeof value === 'boolean') list.push({ text: value ? flagTexts[path].yes : flagTexts[path].no });
  else list.push(labelledText(labels[path], value));
}

/** Most facts are yes or no: their texts are made once. */
const flagTexts = Object.fromEntries(
  Object.entries(labels).map(([path, label]) => [path, { yes: `${label}: true`, no: `${label}: false` }]),
) as Record<keyof typeof labels, { yes: string; no: string }>;

function addExpandedAccess({ trial, vocabulary }: StudyContext, list: CodeableConcept[]): void {
  const { expandedAccess, expandedAccessTypes } = trial;
  add(list, '/expandedAccess/available', expandedAccess?.available);
  if (expandedAccess?.status) {
    list.push(vocabulary.expandedAccessStatus.labelled(labels['/expandedAccess/status'], expandedAccess.status));
  }
  add(list, '/expandedAccessTypes/individual', expandedAccessTypes?.individual);
  add(list, '/expandedAccessTypes/intermediate', expandedAccessTypes?.intermediate);
  add(list, '/expandedAccessTypes/treatment', expandedAccessTypes?.treatment);
  add(list, '/expandedAccessPointerCount', trial.expandedAccessPointerCount);
}

function addResponsibleParty({ trial, vocabulary }: StudyContext, list: CodeableConcept[]): void {
  const { responsibleParty } = trial;
  if (!responsibleParty) return;
  if (responsibleParty.type) {
    list.push(vocabulary.responsibleType.labelled(labels['/responsibleParty/type'], responsibleParty.type));
  }
  add(list, '/responsibleParty/oldNameTitle', responsibleParty.oldNameTitle);
  add(list, '/responsibleParty/oldOrganization', responsibleParty.oldOrganization);
}

/** HL7 codes two of these facts, for when they are true. */
function addOversight(context: StudyContext, list: CodeableConcept[], oversight: Oversight): void {
  const system = context.vocabulary.systems.classifier;
  add(list, '/oversight/hasDataMonitoringCommittee', oversight.hasDataMonitoringCommittee);
  add(list, '/oversight/isFdaRegulatedDrug', oversight.isFdaRegulatedDrug);
  if (oversight.isFdaRegulatedDrug) {
    setLastCoding(list, system, 'fda-regulated-drug', 'FDA regulated drug');
  }
  add(list, '/oversight/isFdaRegulatedDevice', oversight.isFdaRegulatedDevice);
  if (oversight.isFdaRegulatedDevice) {
    setLastCoding(list, system, 'fda-regulated-device', 'FDA regulated device');
  }
  add(list, '/oversight/isUnapprovedDevice', oversight.isUnapprovedDevice);
  add(list, '/oversight/isPediatricPostmarketSurveillance', oversight.isPediatricPostmarketSurveillance);
  add(list, '/oversight/isUsExport', oversight.isUsExport);
  add(list, '/oversight/fdaaa801Violation', oversight.fdaaa801Violation);
  add(list, '/oversight/isFdaRegulated', oversight.isFdaRegulated);
  add(list, '/oversight/isSection801', oversight.isSection801);
  for (const authority of oversight.authorities ?? []) add(list, '/oversight/authorities/*', authority);
}

function setLastCoding(list: CodeableConcept[], system: string, code: string, display: string): void {
  const last = list.at(-1);
  if (last) last.coding = [{ system, code, display }];
}

/** One concept holds all phases, and one wording: where wordings differ by phase, each phase stands here too. */
function addPhases({ trial, vocabulary }: StudyContext, list: CodeableConcept[]): void {
  const { phases } = trial;
  if (
    !phases ||
    phases.length < 2 ||
    phases.every((phase) => phase.code !== undefined && phase.verbatim === undefined)
  ) {
    return;
  }
  for (const phase of phases) list.push(vocabulary.phase.labelled(labels['/phases/*'], phase));
}

/** A number goes into `recruitment` only where it is said whether it is a target: see `toRecruitment`. */
function addEnrollment({ enrollment }: Trial, list: CodeableConcept[]): void {
  if (!enrollment) return;
  const { count, type, verbatim } = enrollment;
  const isNumbered = count !== undefined && type?.code !== undefined && isUnsignedInt(count);
  if (!isNumbered) {
    add(list, '/enrollment/count', count);
    add(list, '/enrollment/verbatim', verbatim);
  }
  if (type && (!isNumbered || type.verbatim !== undefined)) list.push(labelledCode(labels['/enrollment/type'], type));
  add(list, '/enrollment/analyzed', enrollment.analyzed);
  add(list, '/enrollment/bySex/male', enrollment.bySex?.male);
  add(list, '/enrollment/bySex/female', enrollment.bySex?.female);
}

/** A sex that FHIR's group can hold as a criterion stands there; that all can take part is no criterion. */
function addEligibility({ trial, vocabulary }: StudyContext, list: CodeableConcept[]): void {
  const { eligibility } = trial;
  if (!eligibility) return;
  const { sex } = eligibility;
  if (sex && (sex.code === undefined || sex.code === 'ALL')) {
    list.push(vocabulary.sex.labelled(labels['/eligibility/sex'], sex));
  }
  add(list, '/eligibility/genderBased', eligibility.genderBased);
  for (const group of eligibility.ageGroups ?? []) {
    list.push(vocabulary.ageGroup.labelled(labels['/eligibility/ageGroups/*'], group));
  }
}

function addDataSharing({ trial, vocabulary }: StudyContext, list: CodeableConcept[]): void {
  const { ipdSharing, results } = trial;
  if (ipdSharing?.plan) list.push(vocabulary.ipdSharing.labelled(labels['/ipdSharing/plan'], ipdSharing.plan));
  for (const type of ipdSharing?.infoTypes ?? []) {
    list.push(vocabulary.ipdInfoType.labelled(labels['/ipdSharing/infoTypes/*'], type));
  }
  const agreement = results?.certainAgreement;
  if (!agreement) return;
  add(list, '/results/certainAgreement/isSponsorEmployee', agreement.isSponsorEmployee);
  add(list, '/results/certainAgreement/isRestrictive', agreement.isRestrictive);
  if (agreement.restriction) {
    list.push(vocabulary.restriction.labelled(labels['/results/certainAgreement/restriction'], agreement.restriction));
  }
}
