import type { Biospecimens, Design, Enrollment, ExpandedAccessTypes, Trial } from '@trialbridge/core';
import {
  allocation,
  biospecimenRetention,
  interventionModel,
  noStudyTypeWording,
  observationalModel,
  patientRegistryWording,
  phase,
  primaryPurpose,
  studyType,
  timePerspective,
} from '../codes/design.codes.js';
import { dateType } from '../codes/status.codes.js';
import type { XmlDraft } from './draft.js';
import { maskingWording } from './masking.js';

/** The wording of the kind of study; `undefined` where the trial has none. Withheld records say `N/A`. */
export function studyTypeWording(trial: Trial): string | undefined {
  const kind = trial.studyType;
  if (!kind) return trial.overallStatus?.code === 'WITHHELD' ? noStudyTypeWording : undefined;
  const { code, verbatim } = kind;
  const isOwn = trial.source.format === 'ctgov-xml';
  if (code === undefined) return isOwn ? verbatim : undefined;
  if (code === 'OBSERVATIONAL' && trial.patientRegistry) return patientRegistryWording;
  const isSpelling = isOwn && verbatim !== undefined && studyType.xml.read(verbatim).code === code;
  return isSpelling ? verbatim : studyType.xml.write(code);
}

export function writeStudyType(draft: XmlDraft): void {
  const { trial } = draft;
  const kind = trial.studyType;
  const wording = studyTypeWording(trial);
  draft.leaf('study_type', wording);
  if (kind && wording === undefined) draft.dropped('/studyType', 'not-in-vocabulary');
  else if (kind?.verbatim !== undefined && kind.verbatim !== wording) draft.withoutWording.add(kind);
  if (trial.patientRegistry === false) draft.dropped('/patientRegistry', 'false-not-written');
  else if (trial.patientRegistry && trial.studyType?.code !== 'OBSERVATIONAL')
    draft.dropped('/patientRegistry', 'only-observational');
}

const pairs = new Set(['PHASE1/PHASE2', 'PHASE2/PHASE3']);

/** One phase, or two joined by a slash; no other combination has a wording. */
export function writePhases(draft: XmlDraft): void {
  const phases = draft.trial.phases;
  if (!phases) return;
  if (draft.isOwn) {
    draft.leaf('phase', phases.map((one) => draft.wording(one, phase.xml)).join('/'));
    return;
  }
  const [first, second] = phases;
  if (first && phases.length === 1) {
    draft.listed('phase', first, phase.xml, () => '/phases');
    return;
  }
  const codes = phases.map((one) => one.code ?? '');
  const inOrder = [...codes].sort();
  if (!first || !second || phases.length > 2 || !pairs.has(inOrder.join('/'))) {
    draft.dropped('/phases', 'no-such-pair');
    return;
  }
  const isInOrder = inOrder[0] === codes[0];
  if (!isInOrder) draft.changed('/phases', 'phases-in-order');
  const [low, high] = isInOrder ? [first, second] : [second, first];
  draft.leaf('phase', `${draft.wording(low, phase.xml)}/${draft.wording(high, phase.xml)}`);
}

export function writeExpandedAccessTypes(draft: XmlDraft, types: ExpandedAccessTypes | undefined): void {
  if (!types) return;
  draft.open('expanded_access_info');
  draft.yesNo('expanded_access_type_individual', types.individual);
  draft.yesNo('expanded_access_type_intermediate', types.intermediate);
  draft.yesNo('expanded_access_type_treatment', types.treatment);
  draft.close('expanded_access_info');
}

/** The design part by part; files until 2017 had it as one line, which is written back where it was read. */
export function writeDesign(draft: XmlDraft, design: Design | undefined): void {
  if (!design) return;
  if (draft.isOwn && design.verbatim !== undefined) {
    draft.leaf('study_design', design.verbatim);
    return;
  }
  if (design.verbatim !== undefined) draft.dropped('/design/verbatim', 'code-says-it');
  const masking = design.masking && maskingWording(draft, design.masking);
  if (masking === undefined && design.masking?.roles) draft.dropped('/design/masking/roles', 'not-in-vocabulary');
  const isEmpty =
    !design.allocation &&
    !design.interventionModel &&
    design.interventionModelDescription === undefined &&
    !design.primaryPurpose &&
    !design.observationalModel &&
    !design.timePerspective &&
    masking === undefined &&
    design.masking?.description === undefined;
  if (isEmpty) return;
  draft.open('study_design_info');
  draft.coded('allocation', design.allocation, allocation.xml);
  draft.coded('intervention_model', design.interventionModel, interventionModel.xml);
  draft.marked('intervention_model_description', design.interventionModelDescription);
  draft.coded('primary_purpose', design.primaryPurpose, primaryPurpose.xml);
  draft.coded('observational_model', design.observationalModel, observationalModel.xml);
  draft.coded('time_perspective', design.timePerspective, timePerspective.xml);
  draft.leaf('masking', masking);
  draft.marked('masking_description', design.masking?.description);
  draft.close('study_design_info');
}

export function writeEnrollment(draft: XmlDraft, enrollment: Enrollment | undefined): void {
  if (!enrollment) return;
  const { count, type, verbatim } = enrollment;
  const text = draft.isOwn && verbatim !== undefined ? verbatim : count;
  if (verbatim !== undefined && !draft.isOwn) draft.dropped('/enrollment/verbatim', 'not-a-number');
  if (text === undefined) {
    if (type) draft.dropped('/enrollment/type', 'not-a-number');
    return;
  }
  const isUnknown = type !== undefined && type.code === undefined && !draft.isOwn;
  if (isUnknown) draft.dropped('/enrollment/type', 'not-in-vocabulary');
  draft.leaf(
    'enrollment',
    String(text),
    type && !isUnknown ? draft.attribute('type', draft.wording(type, dateType.xml)) : '',
  );
}

export function writeBiospecimens(draft: XmlDraft, biospecimens: Biospecimens | undefined): void {
  if (!biospecimens) return;
  draft.listed('biospec_retention', biospecimens.retention, biospecimenRetention.xml, () => '/biospecimens/retention');
  draft.block('biospec_descr', biospecimens.description);
}
