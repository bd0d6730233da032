import type { Coded, Design, ExpandedAccessTypes, MaskingInfo, PhaseCode, Trial } from '@trialbridge/core';
import {
  allocation,
  interventionModel,
  observationalModel,
  patientRegistryWording,
  phase,
  primaryPurpose,
  studyType,
  timePerspective,
} from '../codes/design.codes.js';
import { dateType } from '../codes/status.codes.js';
import { readLine } from './element-text.js';
import { coded, type ElementReader, elements, group, prose, readInteger, toCode, within, yesNo } from './elements.js';
import { type Masking, readMasking, unknownMasking } from './masking.js';
import type { XmlSource } from './source.js';

/** Kind of study; a patient registry is one kind more here, and a field of its own in the model. */
export function readStudyType(source: XmlSource, offset: number, wording: string, trial: Trial): void {
  if (wording === patientRegistryWording) {
    trial.studyType = studyType.xml.read('Observational');
    trial.patientRegistry = true;
  } else trial.studyType = toCode(source, offset, wording, studyType.xml);
  source.trace(trial, 'studyType', offset);
}

/** One phase, or two joined by a slash. */
export const phaseElement: ElementReader<Trial> = (source, trial) => {
  if (trial.phases) {
    source.keep('unknown-path', 'A second element where one belongs.');
    return;
  }
  const { offset } = source.scanner;
  const wording = readLine(source);
  if (wording === undefined) return;
  trial.phases = readPhases(wording) ?? [toCode(source, offset, wording, phase.xml)];
  source.trace(trial, 'phases', offset);
};

function readPhases(wording: string): Coded<PhaseCode>[] | undefined {
  if (wording.indexOf('/') < 0 || phase.xml.has(wording)) return undefined;
  const phases = wording.split('/').map((part): Coded<PhaseCode> => phase.xml.read(part));
  return phases.every((one) => one.code !== undefined) ? phases : undefined;
}

export const expandedAccessInfo = within<Trial, 'expandedAccessTypes'>(
  'expandedAccessTypes',
  group(
    elements<ExpandedAccessTypes>({
      expanded_access_type_individual: yesNo('individual'),
      expanded_access_type_intermediate: yesNo('intermediate'),
      expanded_access_type_treatment: yesNo('treatment'),
    }),
  ),
);

export const studyDesignInfo = within<Trial, 'design'>(
  'design',
  group(
    elements<Design>({
      allocation: coded('allocation', allocation.xml),
      intervention_model: coded('interventionModel', interventionModel.xml),
      intervention_model_description: prose('interventionModelDescription'),
      primary_purpose: coded('primaryPurpose', primaryPurpose.xml),
      observational_model: coded('observationalModel', observationalModel.xml),
      time_perspective: coded('timePerspective', timePerspective.xml),
      masking: within('masking', maskingElement),
      masking_description: within('masking', prose<MaskingInfo>('description')),
    }),
  ),
);

function maskingElement(source: XmlSource, target: MaskingInfo): void {
  if (target.masking) {
    source.keep('unknown-path', 'A second element where one belongs.');
    return;
  }
  const { offset } = source.scanner;
  const wording = readLine(source);
  if (wording === undefined) return;
  Object.assign(target, knownMasking(source, offset, wording));
  source.trace(target, 'masking', offset);
}

function knownMasking(source: XmlSource, offset: number, wording: string): Masking {
  const found = readMasking(wording);
  for (const unknown of unknownMasking(found))
    source.remark(offset, 'unknown-code', `"${unknown}" is no value of this field that we know.`);
  return found;
}

const parts = /,\s+(?=[A-Z][A-Za-z ]+: )/;

/** Reads the design of files until 2017: one line of labels and values. The line itself is kept beside what it says. */
export function readOldDesign(source: XmlSource, offset: number, line: string, trial: Trial): void {
  const design: Design = { ...trial.design, verbatim: line };
  for (const part of line.split(parts)) {
    const colon = part.indexOf(': ');
    const value = part.slice(colon + 2);
    if (colon < 0) continue;
    switch (part.slice(0, colon)) {
      case 'Allocation':
        design.allocation = toCode(source, offset, value, allocation.xml);
        break;
      case 'Intervention Model':
        design.interventionModel = toCode(source, offset, value, interventionModel.xml);
        break;
      case 'Primary Purpose':
        design.primaryPurpose = toCode(source, offset, value, primaryPurpose.xml);
        break;
      case 'Observational Model':
        design.observationalModel = toCode(source, offset, value, observationalModel.xml);
        break;
      case 'Time Perspective':
        design.timePerspective = toCode(source, offset, value, timePerspective.xml);
        break;
      case 'Masking':
        design.masking = knownMasking(source, offset, value);
        break;
      default: // Endpoint Classification and others: in the line itself
    }
  }
  trial.design = design;
  source.trace(design, 'verbatim', offset);
}

/** What the registry's system puts where no enrollment is known. */
const noCount = '99999999';

export const enrollmentElement: ElementReader<Trial> = (source, trial) => {
  if (trial.enrollment) {
    source.keep('unknown-path', 'A second element where one belongs.');
    return;
  }
  const { offset } = source.scanner;
  const kind = source.scanner.attribute('type');
  const wording = readLine(source);
  if (wording === undefined) {
    if (kind !== undefined) source.keepAt(offset, 'unknown-path', 'A kind of number without a number.', '@type');
    return;
  }
  if (wording === noCount) {
    source.keepAt(offset, 'placeholder', `"${wording}" stands where nothing was stated.`);
    source.absent('/enrollment/count', wording, offset);
    return;
  }
  const count = readInteger(wording);
  trial.enrollment = count === undefined ? { verbatim: wording } : { count };
  if (count === undefined) source.remark(offset, 'unreadable-value', `"${wording}" is no plain number.`);
  if (kind !== undefined) trial.enrollment.type = toCode(source, offset, kind, dateType.xml, '@type');
  source.trace(trial, 'enrollment', offset);
};
