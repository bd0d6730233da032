import type { Trial } from '@trialbridge/core';
import { plural } from '../terminal/style.js';

/** A line of an inspection: what a person looks for first, with the place in the model that its evidence speaks for. */
export interface Field {
  readonly label: string;
  readonly pointer: string;
  /** Number of the item in the WHO Trial Registration Data Set (version 1.3.1), where it is one. */
  readonly who?: number;
  read(trial: Trial): string | undefined;
  /** Whether a trial has what the label names, where what is read may say that it has none. */
  has?(trial: Trial): boolean;
}

interface CodedValue {
  readonly code?: string;
  readonly verbatim?: string;
}

/** The fields in the order of the view. */
export const fields: readonly Field[] = [
  { label: 'Title', pointer: '/briefTitle', who: 9, read: (trial) => trial.briefTitle },
  { label: 'Scientific title', pointer: '/officialTitle', who: 10, read: (trial) => trial.officialTitle },
  { label: 'Acronym', pointer: '/acronym', read: (trial) => trial.acronym },
  { label: 'Identifiers', pointer: '/identifiers', who: 1, read: readIdentifiers },
  { label: 'Status', pointer: '/overallStatus', who: 18, read: (trial) => coded(trial.overallStatus) },
  { label: 'Why stopped', pointer: '/whyStopped', read: (trial) => trial.whyStopped },
  { label: 'Study type', pointer: '/studyType', who: 15, read: (trial) => coded(trial.studyType) },
  { label: 'Phases', pointer: '/phases', read: (trial) => list(trial.phases?.map(coded)) },
  { label: 'Design', pointer: '/design', read: readDesign },
  { label: 'Enrollment', pointer: '/enrollment', who: 17, read: readEnrollment },
  { label: 'Sponsor', pointer: '/leadSponsor', who: 5, read: (trial) => trial.leadSponsor?.name },
  { label: 'Collaborators', pointer: '/collaborators', who: 6, read: (trial) => names(trial.collaborators) },
  { label: 'Support', pointer: '/supportSources', who: 4, read: (trial) => list(trial.supportSources) },
  { label: 'Conditions', pointer: '/conditions', who: 12, read: (trial) => list(trial.conditions) },
  { label: 'Interventions', pointer: '/interventions', who: 13, read: readInterventions },
  { label: 'Arms', pointer: '/arms', read: readArms },
  { label: 'Start', pointer: '/startDate', who: 16, read: (trial) => dated(trial.startDate) },
  {
    label: 'Primary completion',
    pointer: '/primaryCompletionDate',
    read: (trial) => dated(trial.primaryCompletionDate),
  },
  { label: 'Completion', pointer: '/completionDate', who: 22, read: (trial) => dated(trial.completionDate) },
  { label: 'Eligibility', pointer: '/eligibility', who: 14, read: readEligibility },
  { label: 'Primary outcomes', pointer: '/primaryOutcomes', who: 19, read: (trial) => measures(trial.primaryOutcomes) },
  {
    label: 'Secondary outcomes',
    pointer: '/secondaryOutcomes',
    who: 20,
    read: (trial) => measures(trial.secondaryOutcomes),
  },
  { label: 'Other outcomes', pointer: '/otherOutcomes', read: (trial) => measures(trial.otherOutcomes) },
  { label: 'Contacts', pointer: '/contacts', who: 7, read: (trial) => count(trial.contacts) },
  {
    label: 'Officials',
    pointer: '/officials',
    who: 8,
    read: (trial) => list(trial.officials?.map(({ name }) => name)),
  },
  { label: 'Sites', pointer: '/sites', read: readSites },
  { label: 'Countries', pointer: '/countries', who: 11, read: readCountries },
  { label: 'Ethics reviews', pointer: '/ethicsReviews', who: 21, read: (trial) => count(trial.ethicsReviews) },
  { label: 'Sharing of data', pointer: '/ipdSharing', who: 24, read: (trial) => coded(trial.ipdSharing?.plan) },
  { label: 'References', pointer: '/references', read: (trial) => count(trial.references) },
  { label: 'Results', pointer: '/results', who: 23, read: readResults, has: (trial) => readResults(trial) === 'yes' },
  { label: 'First registered', pointer: '/registration', who: 2, read: readRegistration },
];

function readIdentifiers(trial: Trial): string | undefined {
  return list(
    trial.identifiers?.map(({ value, type, registry, issuer }) => {
      const kind = registry ?? issuer ?? coded(type);
      return kind === undefined ? value : `${value} (${kind})`;
    }),
  );
}

function readDesign({ design }: Trial): string | undefined {
  return list([
    coded(design?.allocation),
    coded(design?.interventionModel),
    coded(design?.observationalModel),
    coded(design?.timePerspective),
    prefixed('masking ', coded(design?.masking?.masking)),
    prefixed('purpose ', coded(design?.primaryPurpose)),
    prefixed('centres ', coded(design?.centers)),
    design?.groupCount === undefined ? undefined : plural(design.groupCount, 'group'),
    design?.armCount === undefined ? undefined : plural(design.armCount, 'arm'),
  ]);
}

function readEnrollment({ enrollment }: Trial): string | undefined {
  if (!enrollment) return undefined;
  const type = coded(enrollment.type);
  const total = enrollment.count === undefined ? enrollment.verbatim : String(enrollment.count);
  return total === undefined ? undefined : `${total}${type === undefined ? '' : ` (${type})`}`;
}

function readInterventions(trial: Trial): string | undefined {
  return list(
    trial.interventions?.map(({ name, type }) => {
      const kind = coded(type);
      return kind === undefined ? name : `${name ?? '?'} (${kind})`;
    }),
  );
}

function readArms(trial: Trial): string | undefined {
  return list(
    trial.arms?.map(({ label, type }) => {
      const kind = coded(type);
      return kind === undefined ? label : `${label ?? '?'} (${kind})`;
    }),
  );
}

function readEligibility({ eligibility }: Trial): string | undefined {
  if (!eligibility) return undefined;
  const { items, criteria } = eligibility;
  return list([
    prefixed('sex ', coded(eligibility.sex)),
    prefixed('from ', age(eligibility.minimumAge)),
    prefixed('to ', age(eligibility.maximumAge)),
    eligibility.healthyVolunteers === undefined
      ? undefined
      : `healthy volunteers ${eligibility.healthyVolunteers ? 'yes' : 'no'}`,
    criteria === undefined
      ? undefined
      : items
        ? plural(items.filter(({ role }) => role === 'CRITERION').length, 'criterion', 'criteria')
        : `criteria of ${criteria.length.toLocaleString('en-US')} characters`,
  ]);
}

function readSites({ sites, siteCount }: Trial): string | undefined {
  if (!sites) return siteCount === undefined ? undefined : String(siteCount);
  const countries = [...new Set(sites.flatMap(({ country }) => country ?? []))];
  return countries.length === 0 ? String(sites.length) : `${sites.length} in ${countries.join(', ')}`;
}

/** Countries of recruitment: as listed, or those of the sites. */
function readCountries({ countries, sites }: Trial): string | undefined {
  return list(countries) ?? list([...new Set(sites?.flatMap(({ country }) => country ?? []))]);
}

function readResults(trial: Trial): string | undefined {
  if (trial.results) return 'yes';
  return trial.hasResults === undefined ? undefined : trial.hasResults ? 'yes' : 'none posted';
}

function readRegistration({ registration }: Trial): string | undefined {
  return dated(registration?.registered) ?? dated(registration?.firstSubmitted) ?? dated(registration?.firstPosted);
}

function coded(value: CodedValue | undefined): string | undefined {
  return value?.code ?? (value?.verbatim === undefined ? undefined : `"${value.verbatim}"`);
}

function dated(
  value: { readonly date?: string; readonly type?: CodedValue; readonly verbatim?: string } | undefined,
): string | undefined {
  const date = value?.date ?? (value?.verbatim === undefined ? undefined : `"${value.verbatim}"`);
  const type = coded(value?.type);
  return date === undefined || type === undefined ? date : `${date} (${type})`;
}

function age(value: { readonly value?: number; readonly unit?: string; readonly verbatim?: string } | undefined) {
  if (!value) return undefined;
  return value.value === undefined ? value.verbatim : `${value.value} ${value.unit?.toLowerCase() ?? ''}`.trim();
}

function measures(outcomes: readonly { readonly measure?: string }[] | undefined): string | undefined {
  return list(outcomes?.map(({ measure }) => measure));
}

function names(organizations: readonly { readonly name?: string }[] | undefined): string | undefined {
  return list(organizations?.map(({ name }) => name));
}

function count(values: readonly unknown[] | undefined): string | undefined {
  return values === undefined ? undefined : String(values.length);
}

function prefixed(prefix: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : prefix + value;
}

function list(values: readonly (string | undefined)[] | undefined): string | undefined {
  const present = (values ?? []).filter((value) => value !== undefined);
  return present.length === 0 ? undefined : present.join('; ');
}
