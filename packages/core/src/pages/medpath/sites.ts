import type { Site, Span } from '../../generated/trial.js';
import { countryCodeOf } from '../countries.codes.js';
import { spanOf, type TrialDraft } from '../draft.js';
import type { Line } from '../lines.js';

const flag = /[\u{1f1e6}-\u{1f1ff}]{2}/u;

export interface Address {
  readonly city?: Span;
  readonly state?: Span;
  readonly country?: Span;
  /** What stands before the country where nobody can tell which of it is the city. */
  readonly rest?: Span;
}

interface SiteParts {
  readonly facility: Span | undefined;
  readonly flag: Span | undefined;
  readonly address: Span | undefined;
}

/**
 * Reads the sites: a facility, then a flag with `City, State, Country` behind it or on the next line. A further line
 * with all three glued repeats a site.
 */
export function readSites(draft: TrialDraft, lines: readonly Line[]): void {
  const sites: Site[] = [];
  const seen = new Set<string>();
  for (const parts of partsOf(draft, lines)) {
    const site = siteOf(draft, `/sites/${sites.length}`, parts, seen);
    if (site) sites.push(site);
  }
  if (sites.length > 0) draft.trial.sites = sites;
}

function* partsOf(draft: TrialDraft, lines: readonly Line[]): Generator<SiteParts> {
  let facility: Span | undefined;
  let openFlag: Span | undefined;
  for (const line of lines) {
    const found = line.end - line.start > 400 ? null : flag.exec(draft.text(line));
    if (found) {
      const start = line.start + found.index;
      const flagSpan = { start, end: start + found[0].length };
      const inLine = trimmed(draft, line.start, start);
      if (inLine && facility) yield { facility, flag: undefined, address: undefined };
      const address = trimmed(draft, flagSpan.end, line.end);
      if (address) yield { facility: inLine ?? facility, flag: flagSpan, address };
      else openFlag = flagSpan;
      facility = address ? undefined : (inLine ?? facility);
    } else if (openFlag) {
      yield { facility, flag: openFlag, address: spanOf(line) };
      facility = undefined;
      openFlag = undefined;
    } else if (facility && isAddress(draft.text(line))) {
      yield { facility, flag: undefined, address: spanOf(line) };
      facility = undefined;
    } else {
      if (facility) yield { facility, flag: undefined, address: undefined };
      facility = spanOf(line);
    }
  }
  if (facility || openFlag) yield { facility, flag: openFlag, address: undefined };
}

function siteOf(draft: TrialDraft, pointer: string, parts: SiteParts, seen: Set<string>): Site | undefined {
  const { facility, flag: flagSpan, address } = parts;
  const key = [facility, flagSpan, address].map((span) => (span ? draft.text(span) : '')).join('\n');
  if (seen.has(key)) return undefined;
  seen.add(key);
  const { city, state, country, rest } = address ? partAddress(draft.text(address), address.start) : {};
  if (rest)
    draft.unmapped('/Locations/address', rest, 'parts of an address that cannot be told apart.', 'unreadable-value');
  for (const [name, span] of Object.entries({ facility, city, state, country })) {
    if (span) draft.evidence.stated(`${pointer}/${name}`, span);
  }
  if (flagSpan) draft.evidence.normalized(`${pointer}/countryCode`, 'flag', flagSpan);
  if (flagSpan && country) reportForeignFlag(draft, pointer, flagSpan, country);
  return {
    ...(facility && { facility: draft.text(facility) }),
    ...(city && { city: draft.text(city) }),
    ...(state && { state: draft.text(state) }),
    ...(country && { country: draft.text(country) }),
    ...(flagSpan && { countryCode: codeOfFlag(draft.text(flagSpan)) }),
  };
}

/** Of a flag and a name of two countries one is wrong, and nothing says which. */
function reportForeignFlag(draft: TrialDraft, pointer: string, flagSpan: Span, country: Span): void {
  const flagCode = codeOfFlag(draft.text(flagSpan));
  const named = countryCodeOf(draft.text(country));
  if (named === undefined || named === flagCode) return;
  const message = `The flag of ${flagCode} stands before "${draft.text(country)}".`;
  draft.context.report({ code: 'conflict', severity: 'warning', at: `${pointer}/countryCode`, message });
}

function trimmed(draft: TrialDraft, start: number, end: number): Span | undefined {
  const text = draft.source.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  const to = from + text.trim().length;
  return from < to ? { start: from, end: to } : undefined;
}

/** The two letters that the regional indicators of a flag stand for. */
function codeOfFlag(text: string): string {
  return [...text].map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65)).join('');
}

/** Whether a text ends in a country behind a comma. */
function isAddress(text: string): boolean {
  return text.length <= 200 && text.includes(',') && partAddress(text, 0).country !== undefined;
}

/**
 * Parts `City, State, Country`. The country is the longest ending that is the name of one, since names such as
 * "Korea, Republic of" hold commas. Without a country that we know, the first part is taken as the city and no more.
 * Before it stand a city and at most a state: of three parts, or one with a number, none is known to be the city.
 */
export function partAddress(text: string, offset: number): Address {
  const starts = [0];
  for (let comma = text.indexOf(', '); comma >= 0; comma = text.indexOf(', ', comma + 1)) starts.push(comma + 2);
  const countryAt = starts.slice(-3).find((start) => countryCodeOf(text.slice(start)) !== undefined);
  if (countryAt === undefined) {
    const only =
      starts.length === 1
        ? { start: offset, end: offset + text.length }
        : { start: offset, end: offset + (starts[1] ?? 2) - 2 };
    return { city: only };
  }
  const country = { start: offset + countryAt, end: offset + text.length };
  if (countryAt === 0) return { country };
  const cityEnd = (starts[1] ?? text.length + 2) - 2;
  const stateEnd = countryAt - 2;
  if (/, |\d/.test(text.slice(cityEnd + 2, stateEnd)))
    return { rest: { start: offset, end: offset + stateEnd }, country };
  return {
    city: { start: offset, end: offset + cityEnd },
    ...(stateEnd > cityEnd && { state: { start: offset + cityEnd + 2, end: offset + stateEnd } }),
    country,
  };
}

/**
 * Whether a line is one that closes a page without a footer: a flag with an address whose country is the flag's. Half
 * such a line is none, so a page that ends in one was not cut there.
 */
export function isWholeSite(text: string): boolean {
  const found = text.length > 400 ? null : flag.exec(text);
  if (!found) return false;
  const address = text.slice(found.index + found[0].length).trim();
  const { country } = partAddress(address, 0);
  return country !== undefined && countryCodeOf(address.slice(country.start, country.end)) === codeOfFlag(found[0]);
}
