import { contentId, type Identifier, recognizeIdentifier, type Trial } from '@trialbridge/core';

type RoleCode = NonNullable<NonNullable<Identifier['role']>['code']>;

/** What an id is to the record, shared by all identifiers. */
export const identifierRoles = {
  PRIMARY: Object.freeze({ code: 'PRIMARY' }),
  ALIAS: Object.freeze({ code: 'ALIAS' }),
  ORGANIZATION: Object.freeze({ code: 'ORGANIZATION' }),
  SECONDARY: Object.freeze({ code: 'SECONDARY' }),
} as const satisfies Record<RoleCode, Readonly<Identifier['role']>>;

export type IdentifierRole = RoleCode;

const nctForm = /^NCT\d{8}$/;

/** Whether an id is one of ClinicalTrials.gov, in its normal form. */
export function isNctId(id: string): boolean {
  return nctForm.test(id);
}

/** The id in its normal form, where its registry is recognised; its spelling where that is another. */
export function identifierOf(spelling: string): Identifier {
  if (spelling.length === 11 && nctForm.test(spelling)) return { value: spelling, registry: 'ClinicalTrials.gov' };
  const known = recognizeIdentifier(spelling);
  if (!known) return { value: spelling };
  const { value, registry } = known;
  return value === spelling ? { value, registry } : { value, registry, verbatim: spelling };
}

/** Whether an id that stands bare is recognised again as one of the registry that the trial names. */
export function isRegistryImplied({ value, registry }: Identifier): boolean {
  return registry === undefined || registry === identifierOf(value).registry;
}

/** Ids that the model takes: they become names of files and resources. */
const idForm = /^[A-Za-z0-9.-]{1,64}$/;

/** Id of a trial: the id of its record, or, where that is none or no word, one made of the record's text. */
export function trialIdOf({ identifiers }: Trial, text: () => string): string {
  const primary = identifiers?.find(({ role }) => role?.code === 'PRIMARY')?.value;
  return primary !== undefined && idForm.test(primary) ? primary : contentId(text());
}
