import { hl7Coding } from '../codes/concept.js';
import { phaseCodes } from '../codes/tables.js';
import type { CodeableConcept, Coding } from '../elements.js';
import { designLabels as labels } from '../labels.js';
import type { StudyContext } from '../study-context.js';
import { labelledCode, labelledText } from '../text.js';

/** The design, one concept for each fact: `category` in R4, `studyDesign` in R5 and R6. */
export function toDesign(context: StudyContext): CodeableConcept[] {
  const { trial, vocabulary } = context;
  const list: CodeableConcept[] = [];
  if (trial.studyType) list.push(vocabulary.studyType.labelled(labels['/studyType'], trial.studyType));
  const { design, biospecimens, eligibility } = trial;
  if (design) {
    const { allocation, interventionModel, observationalModel, timePerspective, masking } = design;
    if (allocation) list.push(vocabulary.allocation.labelled(labels['/design/allocation'], allocation));
    if (interventionModel) {
      list.push(vocabulary.interventionModel.labelled(labels['/design/interventionModel'], interventionModel));
    }
    if (observationalModel) {
      list.push(vocabulary.observationalModel.labelled(labels['/design/observationalModel'], observationalModel));
    }
    if (timePerspective) {
      list.push(vocabulary.timePerspective.labelled(labels['/design/timePerspective'], timePerspective));
    }
    if (masking?.masking) list.push(vocabulary.masking.labelled(labels['/design/masking/masking'], masking.masking));
    for (const role of masking?.roles ?? []) {
      list.push(vocabulary.maskedRole.labelled(labels['/design/masking/roles/*'], role));
    }
    if (design.centers) list.push(labelledCode(labels['/design/centers'], design.centers));
    add(list, '/design/armCount', design.armCount);
    add(list, '/design/groupCount', design.groupCount);
    add(list, '/design/hasPlaceboGroup', design.hasPlaceboGroup);
    add(list, '/design/verbatim', design.verbatim);
  }
  if (biospecimens?.retention) {
    list.push(vocabulary.retention.labelled(labels['/biospecimens/retention'], biospecimens.retention));
  }
  if (eligibility?.samplingMethod) {
    list.push(vocabulary.sampling.labelled(labels['/eligibility/samplingMethod'], eligibility.samplingMethod));
  }
  return list;
}

function add(list: CodeableConcept[], path: keyof typeof labels, value: string | number | boolean | undefined): void {
  if (value !== undefined) list.push(labelledText(labels[path], value));
}

/**
 * All phases as one concept, since FHIR has room for one: HL7's code for the one or the two, then each as the registry
 * codes it. The text is the source's wording where there is one phase; of several, `classifier` has the wordings.
 */
export function toPhase(context: StudyContext): CodeableConcept | undefined {
  const { phases } = context.trial;
  if (!phases) return undefined;
  const { systems, phase } = context.vocabulary;
  const coding: Coding[] = [];
  const codes: string[] = [];
  for (const { code } of phases) {
    if (code === undefined) continue;
    codes.push(code);
    coding.push(...phase.codings(code));
  }
  const hl7 = codes.length === phases.length ? phaseCodes[codes.sort().join(' ')] : undefined;
  if (hl7) coding.unshift(hl7Coding(systems.phase, hl7));
  const concept: CodeableConcept = {};
  if (coding.length > 0) concept.coding = coding;
  const text = phases.length === 1 ? phases[0]?.verbatim : wordings(phases);
  if (text !== undefined) concept.text = text;
  return concept;
}

function wordings(phases: readonly { code?: string; verbatim?: string }[]): string | undefined {
  const texts = new Set(phases.map((phase) => phase.verbatim).filter((text) => text !== undefined));
  return texts.size === 0 ? undefined : [...texts].join(', ');
}
