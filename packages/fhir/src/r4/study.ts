import type { Trial } from '@trialbridge/core';
import { r4Status } from '../codes/tables.js';
import type {
  Annotation,
  CodeableConcept,
  ContactPoint,
  Element,
  Extension,
  Identifier,
  Period,
  Reference,
} from '../elements.js';
import { detailedOnlyText } from '../labels.js';
import { type R4Status, r4Statuses } from '../options.js';
import { type ArmGroup, toArms } from '../parts/arms.js';
import type { Artifact, ArtifactDocument } from '../parts/artifact.js';
import { toArtifacts } from '../parts/artifacts.js';
import { toClassifiers } from '../parts/classifiers.js';
import { toDesign, toPhase } from '../parts/design.js';
import { addEligibility } from '../parts/eligibility.js';
import { toIdentifiers } from '../parts/identifiers.js';
import { toNotes } from '../parts/notes.js';
import { type OutcomeMeasure, otherOutcomeText, toOutcomeMeasures } from '../parts/outcomes.js';
import { type Party, toParties } from '../parts/parties.js';
import { toTelecom } from '../parts/people.js';
import { addPlan } from '../parts/plan.js';
import { toPeriod, toProgress, toRegistration } from '../parts/progress.js';
import { addSites } from '../parts/sites.js';
import * as small from '../parts/small.js';
import type { StudyContext } from '../study-context.js';
import { originalText, unknownValue } from '../text.js';
import * as wrap from './extensions.js';

/** An R4 ResearchStudy as we write it. Valid as R4B: the resource did not change. */
export interface StudyR4 {
  resourceType: 'ResearchStudy';
  id: string;
  extension?: Extension[];
  identifier?: Identifier[];
  title?: string;
  protocol?: Reference[];
  partOf?: Reference[];
  status?: R4Status;
  _status?: Element;
  primaryPurposeType?: CodeableConcept;
  phase?: CodeableConcept;
  category?: CodeableConcept[];
  focus?: CodeableConcept[];
  condition?: CodeableConcept[];
  contact?: { name?: string; telecom?: ContactPoint[] }[];
  relatedArtifact?: ArtifactR4[];
  keyword?: CodeableConcept[];
  location?: CodeableConcept[];
  description?: string;
  enrollment?: Reference[];
  period?: Period;
  sponsor?: Reference;
  principalInvestigator?: Reference;
  site?: Reference[];
  reasonStopped?: CodeableConcept;
  note?: Annotation[];
  arm?: ArmGroup[];
  objective?: ObjectiveR4[];
}

interface ObjectiveR4 {
  name?: string;
  _name?: Element;
  type: CodeableConcept;
}

interface ArtifactR4 {
  type: 'citation' | 'documentation' | 'derived-from';
  label?: string;
  _label?: Element;
  display?: string;
  citation?: string;
  url?: string;
  _url?: Element;
  document?: ArtifactDocument;
}

export function toStudyR4(context: StudyContext): StudyR4 {
  const { trial, resources, vocabulary } = context;
  const study: StudyR4 = { resourceType: 'ResearchStudy', id: resources.ids.id('study') };
  const eligibility = addEligibility(context);
  const parties = toParties(context);
  const sites = addSites(context);
  const plan = addPlan(context);
  const outcomes = toOutcomeMeasures(context);
  study.extension = toExtensions(
    context,
    eligibility,
    sites.parties.length > 0 ? parties.concat(sites.parties) : parties,
    outcomes,
  );
  const identifiers = toIdentifiers(context);
  if (identifiers.length > 0) study.identifier = identifiers;
  if (trial.briefTitle !== undefined) study.title = trial.briefTitle;
  if (plan !== undefined) study.protocol = [{ reference: plan }];
  setStatus(context, study);
  const purpose = trial.design?.primaryPurpose;
  if (purpose) study.primaryPurposeType = vocabulary.purpose.concept(purpose);
  const phase = toPhase(context);
  if (phase) study.phase = phase;
  const category = toDesign(context);
  if (category.length > 0) study.category = category;
  const focus = small.toFocus(context);
  if (focus.length > 0) study.focus = focus;
  const condition = small.toConditions(context);
  if (condition.length > 0) study.condition = condition;
  setContacts(context, study);
  const artifacts = toArtifacts(context);
  if (artifacts.length > 0) study.relatedArtifact = artifacts.map(toArtifactR4);
  if (trial.keywords) study.keyword = trial.keywords.map((text): CodeableConcept => ({ text }));
  const location = small.toRegions(context);
  if (location.length > 0) study.location = location;
  const description = trial.detailedDescription ?? trial.briefSummary;
  if (description !== undefined) study.description = description;
  if (eligibility !== undefined) study.enrollment = [{ reference: eligibility }];
  const period = toPeriod(context);
  if (period) study.period = period;
  setLeaders(context, study, parties);
  if (sites.locations.length > 0) study.site = sites.locations;
  const reasonStopped = small.toWhyStopped(context);
  if (reasonStopped) study.reasonStopped = reasonStopped;
  const note = toNotes(context);
  if (note.length > 0) study.note = note;
  const arm = toArms(context);
  if (arm.length > 0) study.arm = arm;
  if (outcomes.length > 0)
    study.objective = outcomes.map((outcome) => toObjective(vocabulary.systems.objective, outcome));
  return study;
}

/** What R4 has no element for. */
function toExtensions(
  context: StudyContext,
  eligibility: string | undefined,
  parties: readonly Party[],
  outcomes: readonly OutcomeMeasure[],
): Extension[] {
  const { trial } = context;
  const list: Extension[] = [];
  const { version } = trial.source;
  if (version?.date !== undefined || version?.verbatim !== undefined) {
    const extension: Extension = { url: wrap.urls.version };
    if (version.date !== undefined) extension.valueString = version.date;
    if (version.verbatim !== undefined) extension._valueString = originalText(version.verbatim);
    list.push(extension);
  }
  for (const { type, value } of small.toLabels(context)) {
    const extension: Extension[] = [
      { url: 'type', valueCodeableConcept: type },
      { url: 'value', valueString: value },
    ];
    list.push({ url: wrap.urls.label, extension });
  }
  if (trial.briefSummary !== undefined && trial.detailedDescription !== undefined) {
    list.push({ url: wrap.urls.descriptionSummary, valueMarkdown: trial.briefSummary });
  }
  for (const valueCodeableConcept of toClassifiers(context))
    list.push({ url: wrap.urls.classifier, valueCodeableConcept });
  if (trial.briefSummary === undefined && trial.detailedDescription !== undefined) {
    list.push({ url: wrap.urls.classifier, valueCodeableConcept: { text: detailedOnlyText } });
  }
  for (const party of parties) list.push(wrap.partyExtension(party));
  for (const progress of toProgress(context)) list.push(wrap.progressExtension(progress));
  const recruitment = small.toRecruitment(context, eligibility);
  if (recruitment) list.push(wrap.recruitmentExtension(recruitment));
  for (const outcome of outcomes) list.push(wrap.outcomeExtension(outcome));
  for (const activity of toRegistration(context)) list.push(activity);
  return list;
}

/**
 * R4 demands a status. What the record does not say is absent for a reason; it is never guessed. HL7's validator refuses
 * a study without a status all the same: hence the option to name one.
 */
function setStatus(context: StudyContext, study: StudyR4): void {
  const { overallStatus, lastKnownStatus } = context.trial;
  const status =
    toR4Status(overallStatus?.code, lastKnownStatus?.code) ??
    statedR4Status(context.trial) ??
    context.options.statusWhenUnknown;
  if (status !== undefined) {
    study.status = status;
    return;
  }
  study._status = unknownValue();
  reportStatusAbsent(context, '/overallStatus');
}

/** A code of R4 that says less than the registry's codes do: a study of R4 has it, and keeps it. */
function statedR4Status({ source, overallStatus }: Trial): R4Status | undefined {
  if (source.format !== 'fhir-r4' || overallStatus?.code !== undefined) return undefined;
  return r4Statuses.find((status) => status === overallStatus?.verbatim);
}

export function reportStatusAbsent(context: StudyContext, at: string): void {
  context.report({
    code: 'not-valid',
    severity: 'warning',
    at,
    rule: 'status-absent',
    message:
      'R4 demands a status of a study, and the record gives none that R4 has a code for. The option status-when-unknown (statusWhenUnknown in code) names one.',
  });
}

/** Of a status that became unknown, R4 gets the last one that was known. */
export function toR4Status(
  code: keyof typeof r4Status | undefined,
  lastKnown?: keyof typeof r4Status,
): R4Status | undefined {
  if (code === undefined) return undefined;
  return r4Status[code] ?? (lastKnown === undefined ? undefined : r4Status[lastKnown]);
}

/** Contacts, plainly, for readers who know no extensions. */
function setContacts({ trial, options }: StudyContext, study: StudyR4): void {
  if (options.withoutContacts) return;
  const contacts: NonNullable<StudyR4['contact']> = [];
  const point = trial.results?.pointOfContact;
  const all = point ? [...(trial.contacts ?? []), { ...point, name: point.title }] : (trial.contacts ?? []);
  for (const contact of all) {
    const made: { name?: string; telecom?: ContactPoint[] } = {};
    if (contact.name !== undefined) made.name = contact.name;
    const telecom = toTelecom(contact as { phone?: string; phoneExtension?: string; email?: string });
    if (telecom) made.telecom = telecom;
    if (made.name !== undefined || telecom) contacts.push(made);
  }
  if (contacts.length > 0) study.contact = contacts;
}

function setLeaders({ trial, resources }: StudyContext, study: StudyR4, parties: readonly Party[]): void {
  const sponsor = trial.leadSponsor?.name;
  if (sponsor !== undefined) study.sponsor = { reference: resources.organization(sponsor), display: sponsor };
  const reference = small.principalInvestigator(parties);
  if (reference !== undefined) study.principalInvestigator = { reference };
}

/** Outcomes, plainly, for readers who know no extensions; here with R4's own code system. */
function toObjective(system: string, { name, _name, type }: OutcomeMeasure): ObjectiveR4 {
  const coding = type[0]?.coding?.[0];
  const objective: ObjectiveR4 = { type: coding ? { coding: [{ ...coding, system }] } : { text: otherOutcomeText } };
  if (name !== undefined) objective.name = name;
  if (_name) objective._name = _name;
  return objective;
}

/** An address belongs to the document where there is one that is not itself the data. */
function toArtifactR4(artifact: Artifact): ArtifactR4 {
  const { relation, label, _label, display, citation, url, _url, document } = artifact;
  const made: ArtifactR4 = { type: artifactTypes[relation] };
  if (label !== undefined) made.label = label;
  if (_label) made._label = _label;
  if (display !== undefined) made.display = display;
  if (citation !== undefined) made.citation = citation;
  const isInDocument = document !== undefined && document.data === undefined && document.url === undefined;
  if (url !== undefined && !isInDocument) made.url = url;
  if (_url) made._url = _url;
  if (document) made.document = url !== undefined && isInDocument ? { ...document, url } : document;
  return made;
}

const artifactTypes = {
  citation: 'citation',
  background: 'citation',
  documentation: 'documentation',
  data: 'documentation',
  source: 'derived-from',
} as const satisfies Record<Artifact['relation'], ArtifactR4['type']>;
