import type { Organization, Oversight, ResponsibleParty } from '@trialbridge/core';
import { agencyClass, agencyClassLosses, responsiblePartyType } from '../codes/people.codes.js';
import type { XmlDraft } from './draft.js';

/**
 * Lead sponsor, collaborators, source. The XSD demands the two names as texts of any length: where the trial names no
 * sponsor the elements stand empty, for a name would be invented.
 */
export function writeSponsors(draft: XmlDraft): void {
  const { leadSponsor, collaborators = [], organization } = draft.trial;
  if (draft.isOwn && !leadSponsor && collaborators.length === 0) {
    draft.leaf('source', organization?.name);
    return;
  }
  draft.open('sponsors');
  if (leadSponsor || !draft.isOwn) writeSponsor(draft, 'lead_sponsor', leadSponsor ?? {}, '/leadSponsor');
  for (const [index, collaborator] of collaborators.entries())
    writeSponsor(draft, 'collaborator', collaborator, `/collaborators/${index}`);
  draft.close('sponsors');
  const source = organization?.name;
  if (source === undefined && !draft.isOwn) draft.standsEmpty('source', '/organization/name');
  draft.leaf('source', draft.isOwn ? source : (source ?? ''));
}

function writeSponsor(draft: XmlDraft, element: string, sponsor: Organization, pointer: string): void {
  draft.open(element);
  if (sponsor.name === undefined && !draft.isOwn) draft.standsEmpty('agency', `${pointer}/name`);
  draft.leaf('agency', draft.isOwn ? sponsor.name : (sponsor.name ?? ''));
  const kind = sponsor.class;
  if (kind?.code !== undefined && agencyClassLosses.has(kind.code))
    draft.changed(`${pointer}/class/code`, 'class-as-other');
  draft.listed('agency_class', kind, agencyClass.xml, () => `${pointer}/class`);
  draft.close(element);
}

/** Oversight; authorities stood here until 2017 and are written for files of that time only. */
export function writeOversight(draft: XmlDraft, oversight: Oversight | undefined): void {
  if (!oversight) return;
  const authorities = oversight.authorities ?? [];
  if (authorities.length > 0 && !draft.isOwn) draft.dropped('/oversight/authorities', 'old-form');
  const isEmpty =
    oversight.hasDataMonitoringCommittee === undefined &&
    oversight.isFdaRegulatedDrug === undefined &&
    oversight.isFdaRegulatedDevice === undefined &&
    oversight.isUnapprovedDevice === undefined &&
    oversight.isPediatricPostmarketSurveillance === undefined &&
    oversight.isUsExport === undefined &&
    !(draft.isOwn && authorities.length > 0);
  if (isEmpty) return;
  draft.open('oversight_info');
  if (draft.isOwn) for (const authority of authorities) draft.leaf('authority', authority);
  draft.yesNo('has_dmc', oversight.hasDataMonitoringCommittee);
  draft.yesNo('is_fda_regulated_drug', oversight.isFdaRegulatedDrug);
  draft.yesNo('is_fda_regulated_device', oversight.isFdaRegulatedDevice);
  draft.yesNo('is_unapproved_device', oversight.isUnapprovedDevice);
  draft.yesNo('is_ppsd', oversight.isPediatricPostmarketSurveillance);
  draft.yesNo('is_us_export', oversight.isUsExport);
  draft.close('oversight_info');
}

/** Who is responsible, in the form used since 2011 or, where only that is stated, the one before. */
export function writeResponsibleParty(draft: XmlDraft, party: ResponsibleParty | undefined): void {
  if (!party) return;
  const { type, name, title, affiliation, oldNameTitle, oldOrganization } = party;
  if (draft.isOwn) {
    draft.open('responsible_party');
    draft.leaf('name_title', oldNameTitle);
    draft.leaf('organization', oldOrganization);
    draft.coded('responsible_party_type', type, responsiblePartyType.xml);
    draft.leaf('investigator_affiliation', affiliation);
    draft.leaf('investigator_full_name', name);
    draft.leaf('investigator_title', title);
    draft.close('responsible_party');
    return;
  }
  if (type) {
    if (type.code === undefined) {
      draft.dropped('/responsibleParty', 'not-in-vocabulary');
      return;
    }
    draft.open('responsible_party');
    draft.coded('responsible_party_type', type, responsiblePartyType.xml);
    draft.leaf('investigator_affiliation', affiliation);
    draft.leaf('investigator_full_name', name);
    draft.leaf('investigator_title', title);
    draft.close('responsible_party');
    if (oldNameTitle !== undefined) draft.dropped('/responsibleParty/oldNameTitle', 'old-form');
    if (oldOrganization !== undefined) draft.dropped('/responsibleParty/oldOrganization', 'old-form');
    return;
  }
  if (oldNameTitle !== undefined || oldOrganization !== undefined) {
    draft.open('responsible_party');
    draft.leaf('name_title', oldNameTitle);
    draft.leaf('organization', oldOrganization);
    draft.close('responsible_party');
  }
  if (name !== undefined) draft.dropped('/responsibleParty/name', 'party-needs-type');
  if (title !== undefined) draft.dropped('/responsibleParty/title', 'party-needs-type');
  if (affiliation !== undefined) draft.dropped('/responsibleParty/affiliation', 'party-needs-type');
}
