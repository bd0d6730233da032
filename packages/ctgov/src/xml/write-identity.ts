import type { Identifier, Trial } from '@trialbridge/core';
import { identifierOf, isNctId, isRegistryImplied } from '../identifier.js';
import type { XmlDraft } from './draft.js';

/** The id that goes into `nct_id`; `undefined` where the trial is not a record of ClinicalTrials.gov. */
export function primaryId(trial: Trial, allowForeign: boolean): string | undefined {
  const stated = trial.identifiers?.find((identifier) => identifier.role?.code === 'PRIMARY');
  const value = stated?.value ?? trial.id;
  const isOwn = trial.source.format === 'ctgov-xml';
  if (isOwn && stated?.verbatim !== undefined && identifierOf(stated.verbatim).value === value) return stated.verbatim;
  return isNctId(value) || (stated && (allowForeign || isOwn)) ? value : undefined;
}

/** What the trial says about where it came from, or, where it came from elsewhere, that it did. */
export function writeHeader(draft: XmlDraft, id: string | undefined): void {
  const { source } = draft.trial;
  if (source.kind !== 'registration') draft.changed('/source/kind', 'record-of-a-registry');
  if (source.dialect !== undefined && !draft.isOwn) draft.dropped('/source/dialect', 'not-from-this-format');
  draft.open('required_header');
  draft.leaf(
    'download_date',
    draft.isOwn && source.processedText !== undefined
      ? source.processedText
      : `Converted by Trialbridge from ${source.format}; these data were not downloaded from ClinicalTrials.gov in this format`,
  );
  if (!draft.isOwn && source.processedText !== undefined)
    draft.dropped('/source/processedText', 'not-from-this-format');
  const isNct = id !== undefined && isNctId(id);
  draft.leaf(
    'link_text',
    source.linkText ?? (isNct ? 'Link to the current ClinicalTrials.gov record.' : 'Link to the record.'),
  );
  draft.leaf('url', source.url ?? (isNct ? `https://clinicaltrials.gov/study/${id}` : ''));
  draft.close('required_header');
}

/** Organisation id, secondary ids, registry id, former ids: in this order, whatever order they were stated in. */
export function writeIdentifiers(draft: XmlDraft, id: string | undefined): void {
  const identifiers = draft.trial.identifiers ?? [];
  const stated = identifiers.findIndex((identifier) => identifier.role?.code === 'PRIMARY');
  const primary = stated < 0 ? identifiers.findIndex(({ value, role }) => value === id && !role) : stated;
  const organization = identifiers.findIndex((identifier) => identifier.role?.code === 'ORGANIZATION');
  if (primary >= 0) reportPrimary(draft, identifiers[primary], id, `/identifiers/${primary}`);
  if (identifiers.length === 0 && id === undefined) return;
  draft.open('id_info');
  writeIdentifier(draft, 'org_study_id', identifiers[organization], `/identifiers/${organization}`);
  for (const [index, identifier] of identifiers.entries()) {
    if (index === organization || index === primary || identifier.role?.code === 'ALIAS') continue;
    if (identifier.role?.code === 'ORGANIZATION') draft.changed(`/identifiers/${index}/role`, 'second-organization-id');
    writeIdentifier(draft, 'secondary_id', identifier, `/identifiers/${index}`);
  }
  draft.leaf('nct_id', id);
  for (const [index, identifier] of identifiers.entries())
    if (identifier.role?.code === 'ALIAS') writeIdentifier(draft, 'nct_alias', identifier, `/identifiers/${index}`);
  draft.close('id_info');
}

function reportPrimary(
  draft: XmlDraft,
  primary: Identifier | undefined,
  id: string | undefined,
  pointer: string,
): void {
  if (!primary) return;
  reportRole(draft, primary, pointer);
  if (id === undefined) draft.dropped(pointer, 'not-an-nct-id');
  else if (!primary.role) draft.changed(pointer, 'id-is-primary');
  if (id !== undefined && !isRegistryImplied(primary)) draft.dropped(`${pointer}/registry`, 'other-registry');
  if (primary.verbatim !== undefined && primary.verbatim !== id && id !== undefined)
    draft.dropped(`${pointer}/verbatim`, 'id-in-normal-form');
}

/** The element says the role, in no words of its own. */
function reportRole(draft: XmlDraft, { role }: Identifier, pointer: string): void {
  if (role?.verbatim === undefined) return;
  if (role.code === undefined) draft.dropped(`${pointer}/role`, 'not-in-vocabulary');
  else draft.withoutWording.add(role);
}

/** Ids of ClinicalTrials.gov's own formats stand as they were spelled there, others in normal form. */
function writeIdentifier(draft: XmlDraft, element: string, identifier: Identifier | undefined, pointer: string): void {
  if (!identifier) return;
  const { value, verbatim } = identifier;
  reportRole(draft, identifier, pointer);
  if (!isRegistryImplied(identifier)) draft.dropped(`${pointer}/registry`, 'other-registry');
  const isSpelled = verbatim !== undefined && draft.trial.source.format.startsWith('ctgov-');
  if (verbatim !== undefined && !isSpelled) draft.dropped(`${pointer}/verbatim`, 'id-in-normal-form');
  draft.leaf(element, isSpelled ? verbatim : value);
}
