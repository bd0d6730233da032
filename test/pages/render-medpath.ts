import { countryCodeOf } from '../../packages/core/src/pages/countries.codes.js';
import type { Facts } from './page-facts.js';
import { nonBlank, type Rendered, type Study, shown, splitCriteria, titleCase } from './render-veeva.js';

export type Layout = 'plain' | 'dash' | 'nested';

const phaseWords: Readonly<Record<string, string>> = {
  NA: 'Not Applicable',
  EARLY_PHASE1: 'Early Phase 1',
  PHASE1: 'Phase 1',
  PHASE2: 'Phase 2',
  PHASE3: 'Phase 3',
  PHASE4: 'Phase 4',
};

/** The rows of the tables, with the cells that hold something. */
export interface Rows {
  readonly arms: readonly unknown[];
  readonly outcomes: readonly unknown[];
}

function some(key: string, text: string): Record<string, string> {
  return text === '' || text === '-' ? {} : { [key]: text };
}

/** Draws a study as a page of MedPath in one of its layouts, with what the page says. */
export function renderMedpath(study: Study, layout: Layout): Rendered & { rows: Rows } {
  const protocol = study.protocolSection;
  const facts: Facts = {};
  const lines: string[] = [];
  const line = (text: string | undefined): string => shown(text ?? '').replace(/\s+/g, ' ');
  const label = (text: string): void => void lines.push(layout === 'plain' ? text : `- ${text}`);
  const value = (text: string): void => {
    if (layout === 'plain') lines.push(text);
    else if (layout === 'dash') lines.push(`- ${text}`);
    else lines.push(` - ${text}`, ' ');
  };
  const list = (values: readonly string[]): void => {
    if (layout === 'plain') for (const one of values) value(one);
    else value(values.join(''));
  };
  const prose = (text: string): void => {
    if (layout === 'plain') lines.push('', text, '');
    else lines.push(...nonBlank(text).map((one) => (layout === 'nested' ? ` ${one}` : one)));
  };

  const title = line(protocol.identificationModule.briefTitle);
  if (layout === 'plain') lines.push('MedPath', '', title, '');
  else lines.push(title);
  facts['/id'] = protocol.identificationModule.nctId;
  facts['/briefTitle'] = title;
  const phases: string[] = protocol.designModule?.phases ?? [];
  const shownPhases = layout === 'nested' ? [] : phases.slice(0, 1);
  for (const phase of shownPhases) lines.push(phaseWords[phase] ?? phase);
  facts.phases = shownPhases.length > 0 ? shownPhases : undefined;
  const status: string = protocol.statusModule.overallStatus;
  if (layout === 'plain' && ['COMPLETED', 'TERMINATED', 'WITHDRAWN', 'SUSPENDED', 'RECRUITING'].includes(status))
    lines.push(titleCase(status));
  const conditions: string[] = (protocol.conditionsModule?.conditions ?? []).map(line);
  if (conditions.length > 0) {
    label('Conditions');
    list(conditions);
  }
  facts['/conditions'] = conditions.length > 0 ? conditions : undefined;
  const interventions: Study[] = protocol.armsInterventionsModule?.interventions ?? [];
  if (interventions.length > 0) {
    label('Interventions');
    list(interventions.map((one) => `${titleCase(one.type)}: ${line(one.name)}`));
  }
  facts.treatments =
    interventions.length > 0 ? interventions.map((one) => ({ type: one.type, name: line(one.name) })) : undefined;
  label('Registration Number');
  value(protocol.identificationModule.nctId);
  label('Lead Sponsor');
  value(line(protocol.sponsorCollaboratorsModule.leadSponsor.name));
  facts['/leadSponsor/name'] = line(protocol.sponsorCollaboratorsModule.leadSponsor.name);
  label('Brief Summary');
  prose(shown(protocol.descriptionModule.briefSummary));
  facts['/briefSummary'] = shown(protocol.descriptionModule.briefSummary);
  label('Detailed Description');
  const description = protocol.descriptionModule.detailedDescription;
  prose(description ? shown(description) : 'Not available');
  facts['/detailedDescription'] = description ? shown(description) : undefined;
  lines.push('Recruitment & Eligibility');
  if (layout === 'plain') lines.push('');
  label('Status');
  value(status);
  facts['/overallStatus/code'] = status;
  label('Sex');
  const { sex } = protocol.eligibilityModule ?? {};
  value(sex ? titleCase(sex) : 'Not specified');
  facts['/eligibility/sex/code'] = sex;
  label('Target Recruitment');
  const count: number | undefined = protocol.designModule.enrollmentInfo?.count;
  value(count === undefined ? 'Not specified' : String(count));
  facts['/enrollment/count'] = count === 0 && status !== 'WITHDRAWN' ? undefined : count;

  const criteria = splitCriteria(shown(protocol.eligibilityModule.eligibilityCriteria));
  const bullets = (text: string): void => {
    const item = /^\s*(?:\u2022|\d+\.) /;
    for (const one of layout === 'plain' ? text.split('\n') : nonBlank(text))
      lines.push(layout === 'plain' ? one : one.replace(item, layout === 'dash' ? '- ' : ' - '));
  };
  if (criteria.merged !== undefined) bullets(criteria.merged);
  else {
    lines.push('Inclusion Criteria');
    bullets(criteria.inclusion ?? '');
    lines.push('Exclusion Criteria');
    bullets(criteria.exclusion ?? '');
  }
  lines.push(...(layout === 'plain' ? ['', 'Study & Design', ''] : ['Study & Design']));
  label('Study Type');
  value(protocol.designModule.studyType);
  facts['/studyType/code'] = protocol.designModule.studyType;
  label('Study Design');
  const model: string | undefined = protocol.designModule.designInfo?.interventionModel;
  value(model ?? 'Not specified');
  facts['/design/interventionModel/code'] = model;

  const table = (header: readonly string[], rows: readonly (readonly string[])[]): void => {
    const join = layout === 'plain' ? '' : ' ';
    const drawn = rows.map((row) => row.join(join));
    if (layout === 'plain') lines.push(header.join(''), ...drawn);
    else if (layout === 'dash') lines.push(...[`${header.join(' ')} ${drawn[0] ?? ''}`, ...drawn.slice(1)]);
    else lines.push(` ${header.join(' ')} ${drawn.join(' ')} `);
  };
  const groups: Study[] = protocol.armsInterventionsModule?.armGroups ?? [];
  const armRows = groups.flatMap((group) =>
    ((group.interventionNames ?? []) as string[]).map((name) => [
      line(group.label),
      line(name.slice(name.indexOf(': ') + 2)),
      line(group.description) || '-',
    ]),
  );
  if (armRows.length > 0) {
    label('Arm && Interventions');
    table(['Group', 'Intervention', 'Description'], armRows);
  }
  const outcomes = (key: string): { measure: string; timeFrame: string; description: string }[] =>
    (protocol.outcomesModule?.[key] ?? []).map((one: Study) => ({
      measure: line(one.measure),
      timeFrame: line(one.timeFrame),
      description: line(one.description),
    }));
  const measures = { primaryOutcomes: outcomes('primaryOutcomes'), secondaryOutcomes: outcomes('secondaryOutcomes') };
  for (const key of ['primaryOutcomes', 'secondaryOutcomes'] as const) {
    label(key === 'primaryOutcomes' ? 'Primary Outcome Measures' : 'Secondary Outcome Measures');
    table(
      ['Name', 'Time', 'Method'],
      measures[key].map((one) => [one.measure, one.timeFrame, one.description]),
    );
  }
  const sites: Study[] = protocol.contactsLocationsModule?.locations ?? [];
  facts['/siteCount'] = sites.length > 0 ? sites.length : undefined;
  const siteFacts: Study[] = [];
  const seen = new Set<string>();
  if (sites.length > 0) {
    lines.push('Trial Locations');
    if (layout === 'plain') lines.push('');
    label(`Locations (${sites.length})`);
    for (const site of sites.slice(0, 4)) {
      const address = [site.city, site.state, site.country].filter(Boolean).map(line).join(', ');
      const facility = line(site.facility) || 'Site';
      lines.push(facility);
      const countryCode = countryCodeOf(line(site.country)) ?? 'US';
      const flag = String.fromCodePoint(...[...countryCode].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65));
      if (layout === 'plain') lines.push('', flag, '', address, '');
      else lines.push(`${flag}${address}`);
      const fact = {
        facility,
        ...(site.city && { city: line(site.city) }),
        ...(site.state && { state: line(site.state) }),
        ...(site.country && { country: line(site.country) }),
        countryCode,
      };
      if (!seen.has(facility + address)) siteFacts.push(fact);
      seen.add(facility + address);
    }
  }
  facts['/sites'] = siteFacts.length > 0 ? siteFacts : undefined;
  if (layout === 'plain') lines.push('\u00a9 Copyright 2025. All Rights Reserved by MedPath');
  const rows: Rows = {
    arms: groups.map((group) => ({ label: line(group.label), ...some('description', line(group.description)) })),
    outcomes: [...measures.primaryOutcomes, ...measures.secondaryOutcomes].map((one) => ({
      measure: one.measure,
      ...some('timeFrame', one.timeFrame),
      ...some('description', one.description),
    })),
  };
  return { text: lines.join('\n'), facts, rows };
}
