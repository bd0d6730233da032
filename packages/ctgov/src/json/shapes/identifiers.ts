import { type Identifier, isJunkIdentifier, type Trial } from '@trialbridge/core';
import { identifierType, organizationIdType } from '../../codes/people.codes.js';
import { type IdentifierRole, identifierOf, identifierRoles, isNctId, isRegistryImplied } from '../../identifier.js';
import { coded, type Kind, list, text } from '../kinds.js';
import { type Field, field, object, shape, special, writeShape } from '../shape.js';
import type { JsonSheet } from '../sheet.js';
import type { JsonSource } from '../source.js';

/** The four places of ids are one list in the model, told apart by role. */
export function identifierFields(): Field<Trial>[] {
  return [
    place('nctId', bareId('PRIMARY'), (trial, sheet) => {
      const primary = primaryOf(trial, sheet);
      const { identifiers = [] } = trial;
      if (primary && !primary.role) sheet.changed(identifiers, String(identifiers.indexOf(primary)), 'id-is-primary');
      return writeFirst(bareId('PRIMARY'), primary, sheet);
    }),
    place('nctIdAliases', list(bareId('ALIAS')), (trial, sheet) =>
      writeAll(
        bareId('ALIAS'),
        trial.identifiers?.filter(({ role }) => role?.code === 'ALIAS'),
        sheet,
      ),
    ),
    place('orgStudyIdInfo', describedId('ORGANIZATION'), (trial, sheet) =>
      writeFirst(describedId('ORGANIZATION'), organizationIdOf(trial), sheet),
    ),
    place('secondaryIdInfos', list(describedId('SECONDARY')), (trial, sheet) =>
      writeAll(describedId('SECONDARY'), secondaryIdsOf(trial, sheet), sheet),
    ),
  ];
}

function place(
  key: string,
  kind: Kind<Identifier> | Kind<Identifier[]>,
  write: (trial: Trial, sheet: JsonSheet) => unknown,
): Field<Trial> {
  return special<Trial>(
    key,
    kind.schema,
    (value, source, holder, trial) => {
      const noted = source.noted;
      const found = kind.read(value, source, holder, key);
      if (found) {
        trial.identifiers ??= [];
        for (const identifier of Array.isArray(found) ? found : [found]) {
          source.traces?.push({ holder, key, target: trial.identifiers, name: String(trial.identifiers.length) });
          trial.identifiers.push(identifier);
        }
      } else if (source.noted > noted) source.keepWhole(noted, holder, key);
    },
    write,
  );
}

/** An id that stands as a text. */
function bareId(role: IdentifierRole): Kind<Identifier> {
  return {
    schema: text.schema,
    read(value, source, holder, key) {
      const spelling = readSpelling(value, source, holder, key);
      if (spelling === undefined) return undefined;
      const identifier = identifierOf(spelling);
      identifier.role = identifierRoles[role];
      return identifier;
    },
    write(identifier, sheet) {
      for (const key of ['type', 'issuer', 'link'] as const)
        if (identifier[key] !== undefined) sheet.dropped(identifier, key, 'bare-id');
      return spellingOf(identifier, sheet);
    },
  };
}

const spelled = special<Identifier>(
  'id',
  text.schema,
  (value, source, holder, identifier) => {
    const spelling = readSpelling(value, source, holder, 'id');
    if (spelling !== undefined) Object.assign(identifier, identifierOf(spelling));
  },
  (identifier, sheet) => spellingOf(identifier, sheet),
);

/** `SecondaryIdInfo` and `OrgStudyIdInfo` of the OpenAPI document: the second has fewer types and no domain. */
const describedIds = {
  SECONDARY: shape<Identifier>(
    spelled,
    field('type', 'type', coded(identifierType)),
    field('domain', 'issuer', text),
    field('link', 'link', text),
  ),
  ORGANIZATION: shape<Identifier>(
    spelled,
    field('type', 'type', coded(organizationIdType)),
    field('link', 'link', text),
  ),
} as const;

/** An id with its type, issuer and link. */
function describedId(role: keyof typeof describedIds): Kind<Identifier> {
  const described = describedIds[role];
  const { read } = object(described);
  return {
    schema: described.schema,
    read(value, source, holder, key) {
      const found = read(value, source, holder, key);
      if (found?.value !== undefined) {
        found.role = identifierRoles[role];
        return found;
      }
      // What is said of an id that is not there.
      if (found) source.keep(holder, key, 'not-an-identifier', 'The id itself is missing.');
      return undefined;
    },
    write(identifier, sheet) {
      if (role === 'ORGANIZATION' && identifier.issuer !== undefined)
        sheet.dropped(identifier, 'issuer', 'no-issuer-here');
      return writeShape(identifier, sheet, described);
    },
  };
}

function readSpelling(value: unknown, source: JsonSource, holder: object, key: string | number): string | undefined {
  const spelling = text.read(value, source, holder, key);
  if (spelling === undefined || !isJunkIdentifier(spelling)) return spelling;
  source.keep(holder, key, 'not-an-identifier', `${JSON.stringify(spelling)} stands in the place of an id.`);
  return undefined;
}

/** The spelling of an id in this format: as it stood here or in its sister format. */
function spellingOf(identifier: Identifier, sheet: JsonSheet): string {
  const { value, verbatim } = identifier;
  if (!isRegistryImplied(identifier)) sheet.dropped(identifier, 'registry', 'other-registry');
  if (verbatim === undefined) return value;
  if (sheet.trial.source.format.startsWith('ctgov-')) return verbatim;
  sheet.dropped(identifier, 'verbatim', 'id-in-normal-form');
  return value;
}

const primaryRole = { code: 'PRIMARY' } as const;

/** The id that stands as `nctId`: one of ClinicalTrials.gov, or what this format had there. */
function primaryOf(trial: Trial, sheet: JsonSheet): Identifier | undefined {
  const stated = trial.identifiers?.find(({ role }) => role?.code === 'PRIMARY');
  const primary = stated ?? trial.identifiers?.find(({ value, role }) => !role && value === trial.id);
  if (primary) return sheet.isOwn || isNctId(primary.value) ? primary : undefined;
  // A trial known by nothing but its own id is known by that.
  return !trial.identifiers && !sheet.isOwn && isNctId(trial.id) ? { value: trial.id, role: primaryRole } : undefined;
}

function organizationIdOf(trial: Trial): Identifier | undefined {
  return trial.identifiers?.find(({ role }) => role?.code === 'ORGANIZATION');
}

/** Every id that stands nowhere else. */
function secondaryIdsOf(trial: Trial, sheet: JsonSheet): Identifier[] | undefined {
  const primary = primaryOf(trial, sheet);
  const organization = organizationIdOf(trial);
  return trial.identifiers?.filter((identifier) => {
    if (identifier === primary || identifier === organization || identifier.role?.code === 'ALIAS') return false;
    const { role } = identifier;
    if (role?.code === 'PRIMARY') sheet.changed(identifier, 'role', 'not-an-nct-id');
    else if (role?.code === 'ORGANIZATION') sheet.changed(identifier, 'role', 'second-organization-id');
    else if (role?.code === undefined && role?.verbatim !== undefined)
      sheet.dropped(identifier, 'role', 'not-in-vocabulary');
    return true;
  });
}

function writeFirst(kind: Kind<Identifier>, identifier: Identifier | undefined, sheet: JsonSheet): unknown {
  return identifier && kind.write(identifier, sheet, identifier, '');
}

function writeAll(kind: Kind<Identifier>, identifiers: Identifier[] | undefined, sheet: JsonSheet): unknown {
  return identifiers && identifiers.length > 0
    ? identifiers.map((one): unknown => writeFirst(kind, one, sheet))
    : undefined;
}
