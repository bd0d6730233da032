import type { Identifier, IdentifierRoleCode, Span } from '../generated/trial.js';
import { findIdentifiers, isJunkIdentifier, recognizeIdentifier } from '../identifiers.js';
import { spanOf, type TrialDraft } from './draft.js';
import { identifierTypeTable } from './page.codes.js';

/** `value (type)` or `value (type: issuer)`; a type may hold a pair of brackets. Bounded, since ids are short. */
const typed = /^(.{0,80}[^\s(]) ?\(([^()]{2,60}(?:\([^()]{1,20}\)[^()]{0,40})?)\)$/;

/**
 * Reads the ids of a record, one per line. An id with its type in brackets is a secondary one, of a registry or not;
 * the first id of a registry without one is the registry's own number; a single other id is the organisation's own.
 */
export function readIdentifiers(draft: TrialDraft, spans: readonly Span[]): void {
  const identifiers: Identifier[] = [];
  let hasPrimary = false;
  const bare: { identifier: Identifier; pointer: string; span: Span }[] = [];
  for (const span of spans) {
    const text = draft.text(span);
    const pointer = `/identifiers/${identifiers.length}`;
    if (isJunkIdentifier(text)) {
      const message = `"${text}" is no identifier.`;
      draft.context.report({ code: 'not-an-identifier', severity: 'information', at: pointer, message });
      continue;
    }
    const identifier = readIdentifier(draft, pointer, span);
    const role = roleOf(identifier, !hasPrimary);
    hasPrimary ||= role === 'PRIMARY';
    if (role) setRole(draft, pointer, identifier, role, span);
    else if (identifier.registry === undefined) bare.push({ identifier, pointer, span });
    identifiers.push(identifier);
  }
  const [only, second] = bare;
  if (only && !second) setRole(draft, only.pointer, only.identifier, 'ORGANIZATION', only.span);
  if (identifiers.length > 0) draft.trial.identifiers = identifiers;
}

function roleOf(identifier: Identifier, isFirst: boolean): IdentifierRoleCode | undefined {
  if (identifier.type) return 'SECONDARY';
  // The Universal Trial Number stands beside the ids of registries, and is none.
  return identifier.registry !== undefined && identifier.registry !== 'UTN' && isFirst ? 'PRIMARY' : undefined;
}

function setRole(
  draft: TrialDraft,
  pointer: string,
  identifier: Identifier,
  role: IdentifierRoleCode,
  span: Span,
): void {
  identifier.role = { code: role };
  draft.evidence.normalized(`${pointer}/role`, 'place-of-id', spanOf(span));
}

const brokenStart = /^(?:NCT|ISRCTN|ACTRN|EUCTR|CTRI\/|ChiCTR|DRKS|IRCT|jRCT|UMIN|PACTR|KCT|TCTR)[\d/A-Z-]*$/i;

/** Whether a text begins like the id of a registry and is none: half an id at the end of a source. */
export function isBrokenIdentifier(text: string): boolean {
  return text.length < 60 && brokenStart.test(text) && recognizeIdentifier(text) === undefined;
}

const betweenIds = /^(?:[\s,;|/&]|and){0,8}$/;

/** The places of the registry ids of a text that holds nothing else; `undefined` where it does, or holds none. */
export function registryIdsIn(text: string): Span[] | undefined {
  if (text.length > 400) return undefined;
  const found = findIdentifiers(text);
  const gaps = [...found, { start: text.length }].map(({ start }, index) =>
    text.slice(found[index - 1]?.end ?? 0, start),
  );
  const isList = found.length > 0 && gaps.every((gap) => betweenIds.test(gap));
  return isList ? found.map(({ start, end }) => ({ start, end })) : undefined;
}

/** Reads one id; its value takes the normal form of its registry where that is recognised. */
export function readIdentifier(draft: TrialDraft, pointer: string, span: Span): Identifier {
  const text = draft.text(span);
  const match = typed.exec(text);
  const value = match?.[1] ?? text;
  const [typeText = '', issuer] = (match?.[2] ?? '').split(/:\s+/, 2);
  const type = identifierTypeTable.read(typeText);
  const hasType = type.code !== undefined;
  const own = hasType ? value : text;
  const recognized = recognizeIdentifier(own);
  const isChanged = recognized !== undefined && recognized.value !== own;
  if (isChanged) draft.evidence.normalized(pointer, 'registry-id', spanOf(span));
  else draft.evidence.stated(pointer, spanOf(span));
  if (recognized) draft.evidence.normalized(`${pointer}/registry`, 'registry-of-id', spanOf(span));
  return {
    value: recognized?.value ?? own,
    ...(hasType && { type }),
    ...(recognized && { registry: recognized.registry }),
    ...(hasType && issuer && { issuer }),
    ...(isChanged && { verbatim: own }),
  };
}
