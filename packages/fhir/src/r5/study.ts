import type {
  Annotation,
  CodeableConcept,
  CodeableReference,
  Element,
  Extension,
  Identifier,
  Period,
  Reference,
} from '../elements.js';
import { type ArmGroup, addExposures, toArms } from '../parts/arms.js';
import { toArtifacts } from '../parts/artifacts.js';
import { toClassifiers } from '../parts/classifiers.js';
import { toDesign, toPhase } from '../parts/design.js';
import { addEligibility } from '../parts/eligibility.js';
import { toIdentifiers } from '../parts/identifiers.js';
import { toNotes } from '../parts/notes.js';
import { type OutcomeMeasure, toOutcomeMeasures } from '../parts/outcomes.js';
import { type Party, toParties } from '../parts/parties.js';
import { type Progress, toPeriod, toProgress, toRegistration } from '../parts/progress.js';
import { addSites } from '../parts/sites.js';
import * as small from '../parts/small.js';
import { isCalendarDate } from '../primitive-forms.js';
import type { StudyContext } from '../study-context.js';
import { setDate } from '../text.js';
import { type ArtifactR5, toArtifactR5 } from './artifact.js';

/** What R5 and R6 say of the record itself. */
export interface RecordFacts {
  url?: string;
  identifier?: Identifier[];
  version?: string;
  _version?: Element;
  title?: string;
  date?: string;
}

/** An R5 ResearchStudy as we write it. */
export interface StudyR5 extends RecordFacts {
  resourceType: 'ResearchStudy';
  id: string;
  extension?: Extension[];
  label?: small.Label[];
  partOf?: Reference[];
  relatedArtifact?: ArtifactR5[];
  status: 'active' | 'unknown';
  primaryPurposeType?: CodeableConcept;
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
  comparisonGroup?: ({ linkId: string } & ArmGroup)[];
  outcomeMeasure?: OutcomeMeasure[];
}

export function toStudyR5(context: StudyContext): StudyR5 {
  const { trial, resources, vocabulary } = context;
  const eligibility = addEligibility(context);
  const parties = toParties(context);
  const sites = addSites(context);
  const arms = toArms(context);
  const interventions = addExposures(context, arms);
  const outcomes = toOutcomeMeasures(context);
  const registration = toRegistration(context);
  const study: StudyR5 = {
    resourceType: 'ResearchStudy',
    id: resources.ids.id('study'),
    status: publicationStatus(context),
  };
  if (registration.length > 0) study.extension = registration;
  setRecordFacts(context, study);
  const label = small.toLabels(context);
  if (label.length > 0) study.label = label;
  const artifacts = toArtifacts(context);
  if (artifacts.length > 0) study.relatedArtifact = artifacts.map(toArtifactR5);
  const purpose = trial.design?.primaryPurpose;
  if (purpose) study.primaryPurposeType = vocabulary.purpose.concept(purpose);
  const phase = toPhase(context);
  if (phase) study.phase = phase;
  const design = toDesign(context);
  if (design.length > 0) study.studyDesign = design;
  const focus = toFocusR5(context, interventions);
  if (focus.length > 0) study.focus = focus;
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
  if (arms.length > 0) {
    study.comparisonGroup = arms.map((arm, index) => Object.assign({ linkId: `arm-${index + 1}` }, arm));
  }
  if (outcomes.length > 0) study.outcomeMeasure = outcomes;
  return study;
}

/** Names and terms of the interventions; a name comes with the reference to its intervention, which no arm may name. */
function toFocusR5(context: StudyContext, interventions: readonly string[]): CodeableReference[] {
  const concepts = small.toFocus(context).map((concept): CodeableReference => ({ concept }));
  let named = 0;
  const nameless: CodeableReference[] = [];
  context.trial.interventions?.forEach(({ name }, index) => {
    const reference = { reference: interventions[index] ?? '' };
    if (name === undefined) nameless.push({ reference });
    else {
      concepts[named] = { ...concepts[named], reference };
      named += 1;
    }
  });
  return [...concepts, ...nameless];
}

/** What is said of the record itself: its address, ids, version and title. */
export function setRecordFacts(context: StudyContext, study: RecordFacts): void {
  const { trial } = context;
  if (/^NCT\d{8}$/.test(trial.id)) study.url = `https://clinicaltrials.gov/study/${trial.id}`;
  const identifiers = toIdentifiers(context);
  if (identifiers.length > 0) study.identifier = identifiers;
  if (trial.source.version) setDate(context, '/source/version', study, 'version', trial.source.version);
  if (trial.briefTitle !== undefined) study.title = trial.briefTitle;
  const updated = trial.registration?.lastUpdatePosted?.date;
  if (updated !== undefined && isCalendarDate(updated)) study.date = updated;
}

/** Status of the record, not of the trial: registered and public. Of a withheld record or a mere report it is unknown. */
export function publicationStatus({ trial }: StudyContext): 'active' | 'unknown' {
  return trial.source.kind === 'registration' && trial.overallStatus?.code !== 'WITHHELD' ? 'active' : 'unknown';
}
