import {
  isJunkIdentifier,
  type Organization,
  type Oversight,
  type ResponsibleParty,
  readDate,
  type Trial,
} from '@trialbridge/core';
import { agencyClass, responsiblePartyType } from '../codes/people.codes.js';
import { type IdentifierRole, identifierOf, identifierRoles } from '../identifier.js';
import { readLine } from './element-text.js';
import {
  coded,
  type ElementReader,
  elements,
  group,
  items,
  object,
  prose,
  text,
  texts,
  within,
  yesNo,
} from './elements.js';

export const requiredHeader = group<Trial>(
  elements<Trial>({
    download_date: within('source', (source, header) => {
      text<Trial['source']>('processedText')(source, header);
      const date =
        header.processedText && readDate(header.processedText.slice(header.processedText.indexOf(' on ') + 4));
      if (date) header.processed = { date };
    }),
    link_text: within('source', text('linkText')),
    url: within('source', text('url')),
  }),
);

export const idInfo = group<Trial>(
  elements<Trial>({
    org_study_id: identifier('ORGANIZATION'),
    secondary_id: identifier('SECONDARY'),
    nct_id: identifier('PRIMARY'),
    nct_alias: identifier('ALIAS'),
  }),
);

/** Ids that stand once each are the organisation's and the registry's. */
function identifier(role: IdentifierRole): ElementReader<Trial> {
  const single = role === 'ORGANIZATION' || role === 'PRIMARY' ? role : undefined;
  return (source, trial) => {
    const { singleIds } = source.late;
    if (single && singleIds.has(single)) {
      source.keep('unknown-path', 'A second element where one belongs.');
      return;
    }
    const { offset } = source.scanner;
    const spelling = readLine(source);
    if (spelling === undefined) return;
    if (isJunkIdentifier(spelling)) {
      source.keepAt(offset, 'not-an-identifier', `"${spelling}" stands in the place of an id.`);
      return;
    }
    if (single) singleIds.add(single);
    trial.identifiers ??= [];
    source.trace(trial.identifiers, String(trial.identifiers.length), offset);
    const found = identifierOf(spelling);
    found.role = identifierRoles[role];
    trial.identifiers.push(found);
  };
}

const sponsor = elements<Organization>({
  agency: text('name'),
  agency_class: coded('class', agencyClass.xml),
});

export const sponsors = group<Trial>(
  elements<Trial>({ lead_sponsor: object('leadSponsor', sponsor), collaborator: items('collaborators', sponsor) }),
);

export const oversightInfo = within<Trial, 'oversight'>(
  'oversight',
  group(
    elements<Oversight>({
      authority: texts('authorities'),
      has_dmc: yesNo('hasDataMonitoringCommittee'),
      is_fda_regulated_drug: yesNo('isFdaRegulatedDrug'),
      is_fda_regulated_device: yesNo('isFdaRegulatedDevice'),
      is_unapproved_device: yesNo('isUnapprovedDevice'),
      is_ppsd: yesNo('isPediatricPostmarketSurveillance'),
      is_us_export: yesNo('isUsExport'),
    }),
  ),
);

export const responsibleParty = object<Trial, 'responsibleParty'>(
  'responsibleParty',
  elements<ResponsibleParty>({
    name_title: text('oldNameTitle'),
    organization: text('oldOrganization'),
    responsible_party_type: coded('type', responsiblePartyType.xml),
    investigator_affiliation: text('affiliation'),
    investigator_full_name: text('name'),
    investigator_title: prose('title'),
  }),
);
