import { TrialError } from '@trialbridge/core';
import { isCalendarDate } from './primitive-forms.js';

/** How FHIR documents are made. Every writer takes the same. */
export interface FhirWriterOptions {
  /**
   * `collection` (default) describes; `transaction` can be posted to a server: the study by conditional update on its
   * registry id, companions under their own ids, so that posting it again changes nothing.
   */
  readonly bundle?: 'collection' | 'transaction';
  /** Whether everything stands inside the ResearchStudy, which is then the bundle's only entry. Default `false`. */
  readonly contained?: boolean;
  /** Address of a server, without a slash at its end, for `fullUrl`. */
  readonly baseUrl?: string;
  /**
   * How resources name each other: `urn` (default) as `urn:uuid`, which works inside the bundle; `relative` (default with
   * `baseUrl`) as `Type/id`, for resources that leave it.
   */
  readonly references?: 'urn' | 'relative';
  /** Whether the study and its eligibility group get a narrative, for people. Default `false`. */
  readonly narrative?: boolean;
  /** Whether Provenance resources say where each value came from. Default `false`. */
  readonly provenance?: boolean;
  /** An instant that you know, for `Bundle.timestamp` and `Provenance.recorded`: a conversion has no clock. */
  readonly recorded?: string;
  /** Whether people to contact, and the phone numbers and addresses of officials, are left out. Default `false`. */
  readonly withoutContacts?: boolean;
  /** `location` (default) has a Location per site; `substudy` also a child study per site, with the site's status. */
  readonly siteDetail?: 'location' | 'substudy';
  /**
   * R4 only: the status of a study whose record gives none that R4 has a code for. R4 demands one, and HL7's validator
   * refuses a study without it. Default: none; the status is then absent with the reason `unknown`, and reported.
   */
  readonly statusWhenUnknown?: R4Status;
}

/** Every status that R4 knows. */
export const r4Statuses = [
  'active',
  'administratively-completed',
  'approved',
  'closed-to-accrual',
  'closed-to-accrual-and-intervention',
  'completed',
  'disapproved',
  'in-review',
  'temporarily-closed-to-accrual',
  'temporarily-closed-to-accrual-and-intervention',
  'withdrawn',
] as const;

export type R4Status = (typeof r4Statuses)[number];

/** Options that have no default. */
type Undefaulted = 'baseUrl' | 'recorded' | 'statusWhenUnknown';

export type ResolvedOptions = Required<Omit<FhirWriterOptions, Undefaulted>> & Pick<FhirWriterOptions, Undefaulted>;

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const address = /^https?:\/\/\S*[^\s/]$/;

const values: Record<keyof FhirWriterOptions, readonly unknown[] | RegExp> = {
  bundle: ['collection', 'transaction'],
  contained: [true, false],
  baseUrl: address,
  references: ['urn', 'relative'],
  narrative: [true, false],
  provenance: [true, false],
  recorded: instant,
  withoutContacts: [true, false],
  siteDetail: ['location', 'substudy'],
  statusWhenUnknown: r4Statuses,
};

/** @throws TrialError `option-unknown` for an option, or a value of one, that does not exist. */
export function resolveOptions(options: FhirWriterOptions): ResolvedOptions {
  for (const [name, value] of Object.entries(options)) {
    const allowed = values[name as keyof FhirWriterOptions];
    if (allowed === undefined) {
      throw new TrialError('option-unknown', `No option "${name}". Options: ${Object.keys(values).join(', ')}.`);
    }
    if (value === undefined) continue;
    if (allowed instanceof RegExp ? !(typeof value === 'string' && allowed.test(value)) : !allowed.includes(value)) {
      throw new TrialError('option-unknown', `${name} cannot be ${JSON.stringify(value)}. ${expected(name, allowed)}`);
    }
  }
  if (options.recorded !== undefined && !isCalendarDate(options.recorded.slice(0, 10))) {
    throw new TrialError(
      'option-unknown',
      `recorded cannot be ${JSON.stringify(options.recorded)}: no calendar has it.`,
    );
  }
  if (options.baseUrl !== undefined && options.references === 'urn') {
    throw new TrialError(
      'option-unknown',
      'With baseUrl the resources have addresses: references cannot be "urn" there.',
    );
  }
  return {
    bundle: options.bundle ?? 'collection',
    contained: options.contained ?? false,
    references: options.references ?? (options.baseUrl === undefined ? 'urn' : 'relative'),
    narrative: options.narrative ?? false,
    provenance: options.provenance ?? false,
    withoutContacts: options.withoutContacts ?? false,
    siteDetail: options.siteDetail ?? 'location',
    ...(options.baseUrl !== undefined && { baseUrl: options.baseUrl }),
    ...(options.recorded !== undefined && { recorded: options.recorded }),
    ...(options.statusWhenUnknown !== undefined && { statusWhenUnknown: options.statusWhenUnknown }),
  };
}

function expected(name: string, allowed: readonly unknown[] | RegExp): string {
  if (!(allowed instanceof RegExp)) return `It is one of ${allowed.map((value) => JSON.stringify(value)).join(', ')}.`;
  return name === 'recorded'
    ? 'It is an instant with a time zone, such as 2026-03-01T12:00:00Z.'
    : 'It is an http or https address without a slash at its end.';
}
