import type { Mention } from './formats.js';

/** A registry as its ids look: how they are written in texts, and their normal form. */
interface RegistryForm {
  readonly registry: string;
  /** Sticky. Groups are the parts of the normal form. Linear: fixed prefixes, bounded repeats. */
  readonly pattern: RegExp;
  readonly normal: (...parts: string[]) => string;
}

/** Between a registry's letters and its digits: blanks, a colon, a number sign, words such as "No." and "ID". */
const gap = String.raw`(?:[ \t\u00a0]?(?:registration |registry )?(?:No\.?|number|ID|identifier))?[ \t\u00a0#:.-]{0,3}`;
/** Hyphens as typeset in publications. */
const dash = String.raw`[ \t]?[-\u2010\u2011\u2012\u2013][ \t]?`;
const slash = String.raw`[ \t]?\/[ \t]?`;

function form(registry: string, source: string, normal: RegistryForm['normal'], flags = 'iy'): RegistryForm {
  return { registry, pattern: new RegExp(source, flags), normal };
}

/**
 * The WHO primary registries, ClinicalTrials.gov, EU CTIS and the Universal Trial Number, in their written variants.
 * Source: the list of primary registries of the WHO Registry Network, and the ids printed on records and pages.
 */
const forms: readonly RegistryForm[] = [
  form('ClinicalTrials.gov', String.raw`NCT${gap}(\d{8})(?!\d)`, (digits) => `NCT${digits}`),
  form('ISRCTN', String.raw`ISRCTN(?:${gap}(\d{8})(?!\d)| ?\((\d{8})\)|,?(?: registration)? (?:number|no\.?)[,:]? (\d{8})(?!\d)|, (\d{8})(?!\d))`, (...parts) => `ISRCTN${parts.join('')}`),
  form('ANZCTR', String.raw`(?:ACTRN|ANZCTR)${gap}0?(126\d{11})(?!\d)`, (digits) => `ACTRN${digits}`),
  form('CTIS', String.raw`(20\d\d)${dash}(5\d{5})${dash}(\d\d)(?:${dash}(\d\d))?(?!\d)(?!${dash}\d)`, (...parts) => parts.filter(Boolean).join('-')),
  form('EU-CTR', String.raw`(?:EUCTR[ \t]{0,2})?((?:19|20)\d\d)${dash}([0-4]\d{5})${dash}(\d\d)(?:-(?:[A-Z]{2}|3RD|Outside-EU\/EEA)(?![A-Za-z]))?(?!\d)(?!${dash}\d)`, (...parts) => `EUCTR${parts.join('-')}`),
  form('ChiCTR', String.raw`ChiCTR${gap}(?:([A-Z]{2,4})[ \t-]{0,2})?(\d{8,10})(?!\d)`, (kind, digits) => (kind ? `ChiCTR-${kind.toUpperCase()}-${digits}` : `ChiCTR${digits}`)),
  form('CRIS', String.raw`KCT${gap}(\d{7})(?!\d)`, (digits) => `KCT${digits}`),
  form('CTRI', String.raw`CTRI(?:${slash}|[ \t]?[:-]?[ \t]?)(\d{4})${slash}(\d{2,3})${slash}(\d{6})(?!\d)`, (year, month, digits) => `CTRI/${year}/${month}/${digits}`),
  form('DRKS', String.raw`DRKS${gap}(\d{8})(?!\d)`, (digits) => `DRKS${digits}`),
  form('IRCT', String.raw`IRCT${gap}(\d{11,14}N\d{1,4})(?!\d)`, (id) => `IRCT${id.toUpperCase()}`),
  form('jRCT', String.raw`(?:JPRN-)?jRCT${gap}([a-z]?)(\d{9,10})(?!\d)`, (kind, digits) => `jRCT${kind.toLowerCase()}${digits}`),
  form('UMIN', String.raw`(?:JPRN-)?UMIN(?:[ \t-]{0,2}CTR)?${gap}(?:UMIN)?(\d{9})(?!\d)`, (digits) => `UMIN${digits}`),
  form('JapicCTI', String.raw`(?:JPRN-)?JapicCTI${gap}(\d{6})(?!\d)`, (digits) => `JapicCTI-${digits}`),
  form('JMACCT', String.raw`(?:JPRN-)?JMA-IIA(\d{5})(?!\d)`, (digits) => `JMA-IIA${digits}`),
  form('LBCTR', String.raw`LBCTR${gap}(\d{10})(?!\d)`, (digits) => `LBCTR${digits}`),
  form('ITMCTR', String.raw`ITMCTR${gap}(\d{10})(?!\d)`, (digits) => `ITMCTR${digits}`),
  form('PACTR', String.raw`PACTR${gap}(\d{15,16})(?!\d)`, (digits) => `PACTR${digits}`),
  form('REPEC', String.raw`PER-(\d{3}-\d{2})(?!\d)`, (digits) => `PER-${digits}`, 'y'),
  form('ReBEC', String.raw`RBR[ \t]?-[ \t]?(?=[a-z]*\d)([0-9a-z]{5,8})(?![0-9a-z])`, (id) => `RBR-${id.toLowerCase()}`),
  form('RPCEC', String.raw`RPCEC${gap}(\d{8})(?!\d)`, (digits) => `RPCEC${digits}`),
  form('SLCTR', String.raw`SLCTR${slash}(\d{4})${slash}(\d{3})(?!\d)`, (year, digits) => `SLCTR/${year}/${digits}`),
  form('TCTR', String.raw`TCTR${gap}(\d{11})(?!\d)`, (digits) => `TCTR${digits}`),
  // A year behind a blank is no number of the register.
  form('NTR', String.raw`NTR(?:-?|[ \t](?!(?:19|20)\d\d))(\d{2,5})(?!\d)`, (digits) => `NTR${digits}`, 'y'),
  form('NTR', String.raw`NL-OMON(\d{4,6})(?!\d)`, (digits) => `NL-OMON${digits}`, 'y'),
  // The register's second numbering is two letters and a few digits: an id only where its name stands before it.
  form('NTR', String.raw`(?<=\b(?:Netherlands|Dutch|Nederlands)\b[^\n\r]{0,80})NL-?(\d{4,5})(?![\d-])`, (digits) => `NL${digits}`, 'y'),
  form('UTN', String.raw`(U1111)${dash}(\d{4})${dash}(\d{4})(?!\d)`, (...parts) => parts.join('-'), 'y'),
]; // biome-ignore format: a table

/** Where an id of any registry may begin: one pass over the text instead of one for each registry. */
const beginning =
  /NCT|ISRCTN|ACTRN|ANZCTR|EUCTR|(?:19|20)\d\d[ \t]?[-\u2010-\u2013]|ChiCTR|KCT|CTRI|DRKS|IRCT|JPRN-|jRCT|UMIN|Japic|JMA-|LBCTR|ITMCTR|PACTR|PER-|RBR|RPCEC|SLCTR|TCTR|NTR|NL-?\d|NL-OMON|U1111/gi;

/** The same at the start of a text: most ids of organisations are none of a registry. */
const beginningOfText = new RegExp(`^(?:${beginning.source})`, 'i');

export interface RecognizedIdentifier {
  /** The id in the normal form of its registry. */
  readonly value: string;
  readonly registry: string;
}

type Found = Mention & { readonly end: number };

/** The registry and normal form of a text that is one registry id and nothing else; `undefined` otherwise. */
export function recognizeIdentifier(text: string): RecognizedIdentifier | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 60 || !beginningOfText.test(trimmed)) return undefined;
  const found = identifierAt(trimmed, 0);
  return found?.end === trimmed.length ? { value: found.value, registry: found.registry } : undefined;
}

/** Every registry id in a text, in order. An id inside another (an EU number inside a CTIS one) is not listed twice. */
export function findIdentifiers(text: string): Found[] {
  const found: Found[] = [];
  let end = 0;
  for (const { index } of text.matchAll(beginning)) {
    if (index < end || isInsideWord(text, index)) continue;
    const identifier = identifierAt(text, index);
    if (!identifier) continue;
    found.push(identifier);
    end = identifier.end;
  }
  return found;
}

function identifierAt(text: string, start: number): Found | undefined {
  for (const { pattern, registry, normal } of forms) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) continue;
    const value = normal(...match.slice(1).map((part) => part ?? ''));
    return { value, registry, start, end: start + match[0].length };
  }
  return undefined;
}

function isInsideWord(text: string, start: number): boolean {
  return start > 0 && /[A-Za-z0-9]/.test(text.charAt(start - 1));
}

const junk = new Set([
  '-', '--', '.', 'n/a', 'na', 'n.a.', 'nil', 'none', 'null', 'not applicable', 'not available', 'not provided', 'not yet',
  'nil known', 'no', 'tbd', 'to be determined', 'unknown', 'pending', 'undefined', 'none yet', 'not assigned', '0', 'not specified',
]); // biome-ignore format: a list

/** No junk has one of these. */
const digit = /[1-9]/;

/** Whether a text in the slot of an id is no id: "not applicable", "Nil known", "-". */
export function isJunkIdentifier(text: string): boolean {
  return !digit.test(text) && junk.has(text.trim().toLowerCase().replace(/\s+/g, ' '));
}
