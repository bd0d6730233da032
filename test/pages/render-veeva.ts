import type { Facts } from './page-facts.js';
import {
  allocationWords,
  armWords,
  funderWords,
  idTypeWords,
  maskingWords,
  modelWords,
  phaseWords,
  purposeWords,
  statusWords,
} from './veeva-words.js';

export interface Rendered {
  readonly text: string;
  readonly facts: Facts;
}

/** The parts of a study of API v2 that the pages show. */
// biome-ignore lint/suspicious/noExplicitAny: a study of API v2, as JSON
export type Study = any;

export function titleCase(code: string): string {
  return code
    .toLowerCase()
    .replace(/(^|_)([a-z])/g, (_all, gap: string, letter: string) => (gap ? ' ' : '') + letter.toUpperCase());
}

/** Text of API v2 as a page shows it: no escapes, bullets for list items. */
export function shown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^( *)\* /gm, (_all, indent: string) => `${'  '.repeat(1 + Math.floor(indent.length / 4))}\u2022 `)
    .replace(/^( *)(\d+)\. /gm, (_all, indent: string, number: string) => `${indent}  ${number}. `)
    .replace(/\\([<>[\]*_#~`^\\])/g, '$1')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

export interface Criteria {
  readonly inclusion?: string;
  readonly exclusion?: string;
  readonly merged?: string;
}

/** Parts the criteria at their headings, as the sites do; one text where that cannot be done. */
export function splitCriteria(text: string): Criteria {
  const match =
    /^\s*(?:key )?inclusion criteria:?\s*\n([\s\S]*?)\n\s*(?:key )?exclusion criteria:?\s*\n([\s\S]*)$/i.exec(text);
  if (!match || /(?:in|ex)clusion criteria/i.test(`${match[1]}${match[2]}`)) return { merged: text };
  return { inclusion: match[1] ?? '', exclusion: match[2] ?? '' };
}

export function nonBlank(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Limits of age as the site words them. */
function ageWords(minimum: string | undefined, maximum: string | undefined): string | undefined {
  const [low, lowUnit] = (minimum ?? '').toLowerCase().split(' ');
  const [high, highUnit] = (maximum ?? '').toLowerCase().split(' ');
  if (low && high) {
    const same = lowUnit?.replace(/s$/, '') === highUnit?.replace(/s$/, '');
    return `${low}${same ? '' : ` ${lowUnit}`} to ${high} ${highUnit} old`;
  }
  if (low) return `${low}+ ${lowUnit} old`;
  return high ? `Under ${high} ${highUnit} old` : undefined;
}

function ageFact(text: string | undefined): { value: number; unit: string } | undefined {
  const [value, unit] = (text ?? '').split(' ');
  return value && unit ? { value: Number(value), unit: unit.toUpperCase().replace(/S?$/, 'S') } : undefined;
}

/** Draws a study as a full page of ClinicalTrials.Veeva, with what the page says. */
export function renderVeeva(study: Study): Rendered {
  const protocol = study.protocolSection;
  const facts: Facts = {};
  const blocks: string[] = ['ClinicalTrials.Veeva', 'Menu'];
  const put = (...lines: string[]): void => void blocks.push(lines.join('\n'));
  const line = (text: string | undefined): string => shown(text ?? '').replace(/\s+/g, ' ');

  const title = line(protocol.identificationModule.briefTitle);
  const sponsor = line(protocol.sponsorCollaboratorsModule.leadSponsor.name);
  put(title);
  put(sponsor.length % 3 === 0 ? sponsor.slice(0, 1) : `${sponsor} logo`);
  put(sponsor);
  facts['/briefTitle'] = title;
  facts['/leadSponsor/name'] = sponsor;

  const phases: string[] = (protocol.designModule?.phases ?? []).filter((phase: string) => phase !== 'NA');
  const status: string = protocol.statusModule.overallStatus;
  put(phases.length > 0 ? 'Status and phase' : 'Status');
  put(statusWords[status] ?? status, ...phases.toReversed().map((phase) => phaseWords[phase] ?? phase));
  facts['/overallStatus/code'] = status;
  facts.phases = listed(phases.toReversed());

  const conditions: string[] = (protocol.conditionsModule?.conditions ?? []).map(line);
  if (conditions.length > 0) {
    put('Conditions');
    put(...conditions);
  }
  facts['/conditions'] = conditions.length > 0 ? conditions : undefined;
  const interventions = protocol.armsInterventionsModule?.interventions ?? [];
  const treatments: string[] = [
    ...new Set<string>(interventions.map((one: Study) => `${titleCase(one.type)}: ${line(one.name)}`)),
  ];
  if (treatments.length > 0) {
    put('Treatments');
    put(...treatments);
  }
  facts.treatments = listed(
    treatments.map((one) => ({ type: codeOf(one.slice(0, one.indexOf(':'))), name: one.slice(one.indexOf(':') + 2) })),
  );

  const type: string = protocol.designModule.studyType;
  put('Study type');
  put(titleCase(type));
  facts['/studyType/code'] = type;
  const classes: string[] = [
    ...new Set<string>(
      [protocol.sponsorCollaboratorsModule.leadSponsor, ...(protocol.sponsorCollaboratorsModule.collaborators ?? [])]
        .map((one: Study) => one.class)
        .filter(Boolean),
    ),
  ];
  put('Funder types');
  put(...classes.map((code) => funderWords[code] ?? code));
  facts.funders = listed(classes);

  put('Identifiers');
  const org = protocol.identificationModule.orgStudyIdInfo?.id;
  const ids: string[] = [
    protocol.identificationModule.nctId,
    ...(org ? [line(org)] : []),
    ...(protocol.identificationModule.secondaryIdInfos ?? []).map((one: Study) =>
      one.type ? `${line(one.id)} (${idTypeWords[one.type] ?? one.type})` : line(one.id),
    ),
  ];
  put(...ids);
  facts.ids = [
    { value: protocol.identificationModule.nctId },
    ...(org ? [{ value: line(org) }] : []),
    ...(protocol.identificationModule.secondaryIdInfos ?? []).map((one: Study) => ({
      value: line(one.id),
      type: one.type,
    })),
  ];
  facts['/id'] = protocol.identificationModule.nctId;

  put('Details and patient eligibility');
  put('About');
  const summary = shown(protocol.descriptionModule.briefSummary);
  put(summary);
  facts['/briefSummary'] = summary;
  const description = protocol.descriptionModule.detailedDescription;
  if (description) {
    put('Full description');
    put(shown(description));
  }
  facts['/detailedDescription'] = description ? shown(description) : undefined;

  const { count, type: countType } = protocol.designModule.enrollmentInfo ?? {};
  if (count !== undefined) {
    put('Enrollment');
    put(`${count.toLocaleString('en-US')}${countType === 'ESTIMATED' ? ' estimated' : ''} patients`);
  }
  facts['/enrollment/count'] = count;
  facts['/enrollment/type/code'] = count !== undefined && countType === 'ESTIMATED' ? 'ESTIMATED' : undefined;
  const eligibility = protocol.eligibilityModule ?? {};
  if (eligibility.sex) {
    put('Sex');
    put(titleCase(eligibility.sex));
  }
  facts['/eligibility/sex/code'] = eligibility.sex;
  const ages = ageWords(eligibility.minimumAge, eligibility.maximumAge);
  if (ages) {
    put('Ages');
    put(ages);
  }
  facts['/eligibility/minimumAge'] = ageFact(eligibility.minimumAge);
  facts['/eligibility/maximumAge'] = ageFact(eligibility.maximumAge);
  if (eligibility.healthyVolunteers !== undefined) {
    put('Volunteers');
    put(eligibility.healthyVolunteers ? 'Accepts Healthy Volunteers' : 'No Healthy Volunteers');
  }
  facts['/eligibility/healthyVolunteers'] = eligibility.healthyVolunteers;

  const criteria = splitCriteria(shown(eligibility.eligibilityCriteria ?? ''));
  const criteriaStart = blocks.length;
  if (criteria.merged !== undefined) {
    put('Inclusion and exclusion criteria');
    put(criteria.merged);
  } else {
    put('Inclusion criteria');
    put(criteria.inclusion?.replace(/^\n+|\s+$/g, '') ?? '');
    put('Exclusion criteria');
    put(criteria.exclusion?.replace(/^\n+|\s+$/g, '') ?? '');
  }

  facts['/eligibility/criteria'] = blocks.slice(criteriaStart).join('\n').trim();
  put('Trial design');
  const design = protocol.designModule.designInfo ?? {};
  const shownDesign: [string, string, Readonly<Record<string, string>>, string | undefined][] = [
    ['Primary purpose', '/design/primaryPurpose/code', purposeWords, design.primaryPurpose],
    ['Allocation', '/design/allocation/code', allocationWords, design.allocation],
    ['Interventional model', '/design/interventionModel/code', modelWords, design.interventionModel],
    ['Masking', '/design/masking/masking/code', maskingWords, design.maskingInfo?.masking],
  ];
  for (const [heading, pointer, words, code] of shownDesign) {
    facts[pointer] = type === 'INTERVENTIONAL' ? code : undefined;
    if (type !== 'INTERVENTIONAL' || !code) continue;
    put(heading);
    put(words[code] ?? code);
  }
  const groups: Study[] = protocol.armsInterventionsModule?.armGroups ?? [];
  const hasPlacebo = groups.some((group) => group.type === 'PLACEBO_COMPARATOR');
  if (count !== undefined && groups.length > 0)
    put(
      `${count.toLocaleString('en-US')} participants in ${groups.length} patient group${groups.length === 1 ? '' : 's'}${hasPlacebo ? ', including a placebo group' : ''}`,
    );
  const arms: string[] = [];
  const armFacts: unknown[] = [];
  for (const group of count !== undefined ? groups : []) {
    arms.push(line(group.label));
    const typeWord = type === 'INTERVENTIONAL' && group.type ? armWords[group.type] : undefined;
    if (typeWord) arms.push(typeWord);
    if (group.description) arms.push('Description:', shown(group.description).replace(/\n\s*\n/g, '\n'));
    if (group.interventionNames?.length > 0)
      arms.push('Treatment:', ...group.interventionNames.map((name: string) => line(name)));
    armFacts.push({
      label: line(group.label),
      type: typeWord ? group.type : undefined,
      description: group.description ? shown(group.description).replace(/\n\s*\n/g, '\n') : undefined,
      interventionNames: group.interventionNames?.length > 0 ? group.interventionNames.map(line) : undefined,
    });
  }
  if (arms.length > 0) put(...arms);
  facts.arms = listed(armFacts);
  put('Trial contacts and locations');
  const sites = protocol.contactsLocationsModule?.locations?.length;
  if (sites) put(String(sites));
  facts['/siteCount'] = sites;
  put('Loading...');
  put('Data sourced from clinicaltrials.gov');
  put('Clinical trials');
  put('Find clinical trialsTrials by location\n\u00a9 Copyright 2026 Veeva Systems');
  return { text: blocks.join('\n\n').replace(/\n{3,}/g, '\n\n'), facts };
}

function listed<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

function codeOf(words: string): string {
  return words.toUpperCase().replaceAll(' ', '_');
}

/** Whether a record has what every page shows, and no intervention or id without a name. */
export function isComplete({ protocolSection: protocol }: Study): boolean {
  return (
    protocol.sponsorCollaboratorsModule?.leadSponsor !== undefined &&
    protocol.descriptionModule?.briefSummary !== undefined &&
    protocol.eligibilityModule?.eligibilityCriteria !== undefined &&
    (protocol.armsInterventionsModule?.interventions ?? []).every((one: Study) => one.name) &&
    (protocol.identificationModule.secondaryIdInfos ?? []).every((one: Study) => one.id)
  );
}
