import type {
  Annotation,
  CodeableConcept,
  CodeableReference,
  Extension,
  Identifier,
  Period,
  Reference,
} from '../elements.js';
import { toArtifacts } from '../parts/artifacts.js';
import { toClassifiers } from '../parts/classifiers.js';
import { toDesign, toPhase } from '../parts/design.js';
import { addEligibility } from '../parts/eligibility.js';
import { toNotes } from '../parts/notes.js';
import { type Party, toParties } from '../parts/parties.js';
import { type Progress, toPeriod, toProgress, toRegistration } from '../parts/progress.js';
import { addSites } from '../parts/sites.js';
import * as small from '../parts/small.js';
import { publicationStatus, type RecordFacts, setRecordFacts } from '../r5/study.js';
import type { StudyContext } from '../study-context.js';
import { addArms, type ComparisonGroupR6 } from './arms.js';
import { type RelatesTo, toRelatesTo } from './artifact.js';
import { type ObjectiveR6, toObjectives } from './outcomes.js';

/** A ResearchStudy of the R6 ballot as we write it. */
export interface StudyR6 extends RecordFacts {
  resourceType: 'ResearchStudy';
  id: string;
  extension?: Extension[];
  identifier?: Identifier[];
  label?: small.Label[];
  partOf?: Reference[];
  relatesTo?: RelatesTo[];
  status: 'active' | 'unknown';
  purposeType?: CodeableConcept[];
  phase?: CodeableConcept;
  studyDesign?: CodeableConcept[];
  focus?: CodeableReference[];
  condition?: CodeableConcept[];
  keyword?: CodeableConcept[];
  region?: CodeableConcept[];
  descriptionSummary?: string;
  description?: string;
  period?: Period;
  site?: Reference[];
  note?: Annotation[];
  classifier?: CodeableConcept[];
  associatedParty?: Party[];
  progressStatus?: Progress[];
  whyStopped?: CodeableConcept;
  recruitment?: small.Recruitment;
  comparisonGroup?: ComparisonGroupR6[];
  objective?: ObjectiveR6[];
}

export function toStudyR6(context: StudyContext): StudyR6 {
  const { trial, resources, vocabulary } = context;
  const eligibility = addEligibility(context);
  const parties = toParties(context);
  const sites = addSites(context);
  const arms = addArms(context);
  const objectives = toObjectives(context);
  const registration = toRegistration(context);
  const study: StudyR6 = {
    resourceType: 'ResearchStudy',
    id: resources.ids.id('study'),
    status: publicationStatus(context),
  };
  if (registration.length > 0) study.extension = registration;
  setRecordFacts(context, study);
  const label = small.toLabels(context);
  if (label.length > 0) study.label = label;
  const artifacts = toArtifacts(context);
  if (artifacts.length > 0) study.relatesTo = artifacts.map(toRelatesTo);
  const purpose = trial.design?.primaryPurpose;
  if (purpose) study.purposeType = [vocabulary.purpose.concept(purpose)];
  const phase = toPhase(context);
  if (phase) study.phase = phase;
  const design = toDesign(context);
  if (design.length > 0) study.studyDesign = design;
  const focus = small.toFocus(context);
  if (focus.length > 0) study.focus = focus.map((concept): CodeableReference => ({ concept }));
  const condition = small.toConditions(context);
  if (condition.length > 0) study.condition = condition;
  if (trial.keywords) study.keyword = trial.keywords.map((text): CodeableConcept => ({ text }));
  const region = small.toRegions(context);
  if (region.length > 0) study.region = region;
  if (trial.briefSummary !== undefined) study.descriptionSummary = trial.briefSummary;
  if (trial.detailedDescription !== undefined) study.description = trial.detailedDescription;
  const period = toPeriod(context);
  if (period) study.period = period;
  if (sites.locations.length > 0) study.site = sites.locations;
  const note = toNotes(context);
  if (note.length > 0) study.note = note;
  study.classifier = toClassifiers(context);
  if (parties.length > 0) study.associatedParty = parties;
  const progress = toProgress(context);
  if (progress.length > 0) study.progressStatus = progress;
  const whyStopped = small.toWhyStopped(context);
  if (whyStopped) study.whyStopped = whyStopped;
  const recruitment = small.toRecruitment(context, eligibility);
  if (recruitment) study.recruitment = recruitment;
  if (arms.length > 0) study.comparisonGroup = arms;
  if (objectives.length > 0) study.objective = objectives;
  return study;
}
