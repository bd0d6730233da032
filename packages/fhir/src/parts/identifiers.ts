import type { Identifier as TrialIdentifier } from '@trialbridge/core';
import { identifierTypeTexts } from '../codes/tables.js';
import type { CodeableConcept, Identifier } from '../elements.js';
import { organizationIdLabel } from '../labels.js';
import type { StudyContext } from '../study-context.js';
import { fixedSystems } from '../systems.js';
import { originalText } from '../text.js';

/**
 * Systems of registries' ids, by the names of core's `recognizeIdentifier`. Only ClinicalTrials.gov has a NamingSystem at
 * HL7. For others we coin none: their name stands in `assigner.identifier`, since `assigner.display` is the issuer as stated.
 */
export const registrySystems: Readonly<Record<string, string>> = {
  'ClinicalTrials.gov': fixedSystems.clinicalTrialsGov,
};

const uses = { PRIMARY: 'official', ALIAS: 'old', ORGANIZATION: 'secondary', SECONDARY: 'secondary' } as const;

export function toIdentifiers({ trial, resources }: StudyContext): Identifier[] {
  const organization = trial.organization?.name;
  return (trial.identifiers ?? []).map((identifier) => {
    const made = toIdentifier(identifier, isOfStudy(identifier, trial.id));
    // A number of one's own is told apart by who gave it. An issuer that the record states is words, in `display`.
    if (identifier.role?.code === 'ORGANIZATION' && identifier.issuer === undefined && organization !== undefined) {
      made.assigner ??= {};
      made.assigner.reference = resources.organization(organization);
    }
    return made;
  });
}

/** Whether an id names this study. By its system a server finds the study: the id of another one must not have it. */
function isOfStudy({ role, value }: TrialIdentifier, id: string): boolean {
  return role?.code === 'PRIMARY' || role?.code === 'ALIAS' || value === id;
}

function toIdentifier(identifier: TrialIdentifier, isStudy: boolean): Identifier {
  const made: Identifier = {};
  const role = identifier.role?.code;
  if (role !== undefined) made.use = uses[role];
  if (identifier.role?.verbatim !== undefined) made._use = originalText(identifier.role.verbatim);
  const type = toType(identifier);
  if (type) made.type = type;
  const system = identifier.registry === undefined || !isStudy ? undefined : registrySystems[identifier.registry];
  if (system !== undefined) made.system = system;
  made.value = identifier.value;
  if (identifier.verbatim !== undefined) made._value = originalText(identifier.verbatim);
  if (identifier.issuer !== undefined) made.assigner = { display: identifier.issuer };
  if (identifier.registry !== undefined && system === undefined) {
    made.assigner = { identifier: { value: identifier.registry }, ...made.assigner };
  }
  return made;
}

/** The role and the kind of issuer in words, with the NCI Thesaurus's code where it has one: HL7's own list knows neither. */
function toType({ role, type }: TrialIdentifier): CodeableConcept | undefined {
  const parts: string[] = [];
  const concept: CodeableConcept = {};
  if (type?.verbatim !== undefined) concept.extension = originalText(type.verbatim).extension;
  if (role?.code === 'ORGANIZATION') {
    parts.push(organizationIdLabel);
    concept.coding = [{ system: fixedSystems.thesaurus, code: 'C132351' }];
  } else if (type?.code === 'CTIS') {
    concept.coding = [{ system: fixedSystems.thesaurus, code: 'C218684' }];
  }
  if (type?.code !== undefined) parts.push(identifierTypeTexts[type.code]);
  if (parts.length > 0) concept.text = parts.join(': ');
  return concept.text === undefined && concept.extension === undefined ? undefined : concept;
}

/** The registry's id of the trial, by which a server finds it. */
export function primaryIdentifier(identifiers: readonly Identifier[]): Identifier | undefined {
  return identifiers.find((identifier) => identifier.use === 'official' && identifier.system !== undefined);
}
