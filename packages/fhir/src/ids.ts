import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isId } from './primitive-forms.js';

/** Ending of the id of each kind of resource, and its number in its UUID. Never reused: ids must not move between versions. */
const kinds = {
  study: ['', '01'],
  eligibility: ['-eligibility', '02'],
  location: ['-loc', '03'],
  siteContact: ['-loc-contact', '04'],
  siteStudy: ['-site', '05'],
  official: ['-official', '06'],
  officialRole: ['-official-role', '07'],
  contact: ['-contact', '08'],
  contactRole: ['-contact-role', '09'],
  responsible: ['-responsible', '0a'],
  responsibleRole: ['-responsible-role', '0b'],
  resultsContact: ['-results-contact', '0c'],
  resultsContactRole: ['-results-contact-role', '0d'],
  plan: ['-protocol', '0e'],
  intervention: ['-intervention', '0f'],
  primaryOutcome: ['-primary-outcome', '10'],
  secondaryOutcome: ['-secondary-outcome', '11'],
  otherOutcome: ['-other-outcome', '12'],
  provenance: ['-provenance', '13'],
  bundle: ['-bundle', '14'],
  siteContactPerson: ['-loc-person', '15'],
  armGroup: ['-arm', '16'],
} as const satisfies Record<string, readonly [string, string]>;

export type ResourceKind = keyof typeof kinds;

/** Room for the longest ending under FHIR's limit of 64 characters. */
const longestBase = 40;

/**
 * Ids of the resources of one trial. They derive from the trial's id alone. The UUIDs are of version 8 (RFC 9562): for
 * ClinicalTrials.gov `NCT` in ASCII and the eight digits, for others 74 bits of a hash, then the kind and number of the
 * resource. Version 5 would need a hash for each.
 */
export class TrialIds {
  private readonly study: string;
  /** What the ids of companions begin with: the study's id, or a hash where it leaves no room or is no id of FHIR. */
  private readonly base: string;
  private readonly uuidPrefix: string;

  constructor(trialId: string) {
    const isNct = trialId.length === 11 && nct.test(trialId);
    const head = isNct ? nctHead(trialId) : uuidHead(hashOf(`trial:${trialId}`));
    const isPlain = isNct || isId(trialId);
    this.study = isPlain ? trialId : hashOf(`trial:${trialId}`);
    this.base = isPlain && trialId.length > longestBase ? hashOf(`trial:${trialId}`) : this.study;
    this.uuidPrefix = `urn:uuid:${head}-`;
  }

  /** `NCT01234567`, `NCT01234567-eligibility`, `NCT01234567-loc-0001`; numbers start at 1. */
  id(kind: ResourceKind, number?: number): string {
    if (kind === 'study') return this.study;
    const ending = kinds[kind][0];
    // The short parts first: the engine copies short strings, and long ones it joins later, at a cost.
    return this.base + (number === undefined ? ending : `${ending}-${fourDigits(number)}`);
  }

  urn(kind: ResourceKind, number = 0): string {
    return this.uuidPrefix + (kinds[kind][1] + tenDigits(number));
  }
}

export interface SharedId {
  readonly id: string;
  readonly urn: string;
}

/** Organisations are shared between studies, so their ids derive from their names as written: one id, one content. */
export function organizationId(name: string): SharedId {
  const hex = hashOf(`organization:${name}`);
  return { id: `org-${hex}`, urn: `urn:uuid:${uuidHead(hex)}-${hex.slice(20, 32)}` };
}

/** Remembers a bounded number of results of a pure function; forgets all when full. */
export function remembered<Value>(compute: (key: string) => Value, limit = 4096): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size >= limit) known.clear();
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}

function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);
}

const nct = /^NCT\d{8}$/;

/** `NCT01234567` is `4e435401-2345-8670-8000`. */
function nctHead(id: string): string {
  return `4e4354${id.slice(3, 5)}-${id.slice(5, 9)}-8${id.slice(9)}0-8000`;
}

/** The first four groups of a UUID of version 8 and variant 10. */
function uuidHead(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}`;
}

// Numbers are padded once: large studies have hundreds of sites.
const small = 1024;
const padded = Array.from({ length: small }, (_, number) => ({
  decimal: String(number).padStart(4, '0'),
  hexadecimal: number.toString(16).padStart(10, '0'),
}));

function fourDigits(number: number): string {
  return padded[number]?.decimal ?? String(number);
}

function tenDigits(number: number): string {
  return padded[number]?.hexadecimal ?? number.toString(16).padStart(10, '0');
}
