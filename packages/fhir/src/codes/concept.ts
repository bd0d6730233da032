import type { Coded } from '@trialbridge/core';
import type { CodeableConcept, Coding } from '../elements.js';
import { registryEnum } from '../systems.js';

/** Code and display of HL7's code for one of ours; `undefined` where HL7 has none that means the same. */
export type Hl7Code = readonly [code: string, display?: string] | undefined;

/** Builds the codings of a coded field: HL7's code where there is one, always the registry's own beside it. */
export interface ConceptTable<Code extends string> {
  /** `text` is the source's wording. */
  concept(coded: Coded<Code>): CodeableConcept;
  /** For lists that hold several fields: a wording without a code is told apart by its label. */
  labelled(label: string, coded: Coded<Code>): CodeableConcept;
  codings(code: Code): Coding[];
}

export function conceptTable<Code extends string>(
  enumeration: string,
  system?: string,
  codes?: Readonly<Record<Code, Hl7Code>>,
): ConceptTable<Code> {
  const registrySystem = registryEnum + enumeration;
  const codings = (code: Code): Coding[] => {
    const registry = { system: registrySystem, code };
    const hl7 = codes?.[code];
    return hl7 && system !== undefined ? [hl7Coding(system, hl7), registry] : [registry];
  };
  const concept = (coded: Coded<Code>): CodeableConcept => {
    if (coded.code === undefined) return { text: coded.verbatim ?? '' };
    const made: CodeableConcept = { coding: codings(coded.code) };
    if (coded.verbatim !== undefined) made.text = coded.verbatim;
    return made;
  };
  return {
    concept,
    codings,
    labelled: (label, coded) =>
      coded.code === undefined ? { text: `${label}: ${coded.verbatim ?? ''}` } : concept(coded),
  };
}

export function hl7Coding(system: string, [code, display]: NonNullable<Hl7Code>): Coding {
  return display === undefined ? { system, code } : { system, code, display };
}
