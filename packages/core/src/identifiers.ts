import type { Mention } from './formats.js';

/** A registry as its ids look: how they are written in texts, and their normal form. */
interface RegistryForm {
  readonly registry: string;
  /** Groups are the parts of the normal form. Linear: fixed prefixes, bounded repeats. */
  readonly pattern: RegExp;
  readonly normal: (...parts: string[]) => string;
}

/**
 * The WHO primary registries, ClinicalTrials.gov, EU CTIS and the Universal Trial Number, in their written variants.
 * Source: the list of primary registries of the WHO Registry Network, and the ids printed on records and pages.
 */
const forms: readonly RegistryForm[] = [
  { registry: 'ClinicalTrials.gov', pattern: /NCT[ \t#:.-]{0,3}(\d{8})(?!\d)/gi, normal: (digits) => `NCT${digits}` },
  { registry: 'ISRCTN', pattern: /ISRCTN[ \t#:-]{0,3}(\d{8})(?!\d)/gi, normal: (digits) => `ISRCTN${digits}` },
  { registry: 'ANZCTR', pattern: /ACTRN[ \t#:-]{0,3}(\d{14})(?!\d)/gi, normal: (digits) => `ACTRN${digits}` },
  { registry: 'CTIS', pattern: /(20\d\d-5\d{5}-\d\d(?:-\d\d)?)(?![\d-])/g, normal: (id) => id },
  { registry: 'EU-CTR', pattern: /(?:EUCTR[ \t]{0,2})?((?:19|20)\d\d-[0-4]\d{5}-\d\d)(?:-(?:[A-Z]{2}|3RD|Outside-EU\/EEA))?(?![\d-])/g, normal: (id) => `EUCTR${id}` },
  { registry: 'ChiCTR', pattern: /ChiCTR[ \t-]{0,2}([A-Z]{2,4}[ \t-]{0,2})?(\d{8,10})(?!\d)/gi, normal: (kind, digits) => (kind.trim() ? `ChiCTR-${kind.replace(/[ \t-]/g, '').toUpperCase()}-${digits}` : `ChiCTR${digits}`) },
  { registry: 'CRIS', pattern: /KCT[ \t-]{0,2}(\d{7})(?!\d)/gi, normal: (digits) => `KCT${digits}` },
  { registry: 'CTRI', pattern: /CTRI[ \t]?\/[ \t]?(\d{4})[ \t]?\/[ \t]?(\d{2,3})[ \t]?\/[ \t]?(\d{6})(?!\d)/gi, normal: (year, month, digits) => `CTRI/${year}/${month}/${digits}` },
  { registry: 'DRKS', pattern: /DRKS[ \t-]{0,2}(?:ID[ \t]?)?(\d{8})(?!\d)/gi, normal: (digits) => `DRKS${digits}` },
  { registry: 'IRCT', pattern: /IRCT[ \t:-]{0,2}(?:ID[ \t]?:?[ \t]?)?(\d{11,14}N\d{1,4})(?!\d)/gi, normal: (id) => `IRCT${id.toUpperCase()}` },
  { registry: 'jRCT', pattern: /(?:JPRN-)?jRCT([a-z]?)(\d{9,10})(?!\d)/gi, normal: (kind, digits) => `jRCT${kind.toLowerCase()}${digits}` },
  { registry: 'UMIN', pattern: /(?:JPRN-)?UMIN[ \t-]{0,2}(?:CTR[ \t-]{0,2})?(?:ID[ \t:]{0,2})?(\d{9})(?!\d)/gi, normal: (digits) => `UMIN${digits}` },
  { registry: 'JapicCTI', pattern: /(?:JPRN-)?JapicCTI[ \t-]{0,2}(\d{6})(?!\d)/gi, normal: (digits) => `JapicCTI-${digits}` },
  { registry: 'JMACCT', pattern: /(?:JPRN-)?JMA-IIA(\d{5})(?!\d)/gi, normal: (digits) => `JMA-IIA${digits}` },
  { registry: 'LBCTR', pattern: /LBCTR[ \t-]{0,2}(\d{10})(?!\d)/gi, normal: (digits) => `LBCTR${digits}` },
  { registry: 'ITMCTR', pattern: /ITMCTR[ \t-]{0,2}(\d{10})(?!\d)/gi, normal: (digits) => `ITMCTR${digits}` },
  { registry: 'PACTR', pattern: /PACTR[ \t-]{0,2}(\d{15,16})(?!\d)/gi, normal: (digits) => `PACTR${digits}` },
  { registry: 'REPEC', pattern: /(?<![A-Z])PER-(\d{3}-\d{2})(?!\d)/g, normal: (digits) => `PER-${digits}` },
  { registry: 'ReBEC', pattern: /RBR[ \t]?-[ \t]?([0-9a-z]{5,8})(?![0-9a-z])/gi, normal: (id) => `RBR-${id.toLowerCase()}` },
  { registry: 'RPCEC', pattern: /RPCEC[ \t-]{0,2}(\d{8})(?!\d)/gi, normal: (digits) => `RPCEC${digits}` },
  { registry: 'SLCTR', pattern: /SLCTR[ \t]?\/[ \t]?(\d{4})[ \t]?\/[ \t]?(\d{3})(?!\d)/gi, normal: (year, digits) => `SLCTR/${year}/${digits}` },
  { registry: 'TCTR', pattern: /(?<![A-Z])TCTR[ \t-]{0,2}(\d{11})(?!\d)/gi, normal: (digits) => `TCTR${digits}` },
  { registry: 'NTR', pattern: /(?<![A-Z])(NTR[ \t-]?\d{2,5}|NL-OMON\d{4,6})(?!\d)/g, normal: (id) => id.replace(/[ \t]/g, '').replace(/^NTR-/, 'NTR') },
  { registry: 'UTN', pattern: /(?<!\d)(U1111-\d{4}-\d{4})(?!\d)/g, normal: (id) => id },
]; // biome-ignore format: a table

export interface RecognizedIdentifier {
  /** The id in the normal form of its registry. */
  readonly value: string;
  readonly registry: string;
}

/** The registry and normal form of a text that is one registry id and nothing else; `undefined` otherwise. */
export function recognizeIdentifier(text: string): RecognizedIdentifier | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 40) return undefined;
  for (const form of forms) {
    form.pattern.lastIndex = 0;
    const match = form.pattern.exec(trimmed);
    if (match && match.index === 0 && match[0].length === trimmed.length) {
      return { value: form.normal(...match.slice(1).map((part) => part ?? '')), registry: form.registry };
    }
  }
  return undefined;
}

/** Every registry id in a text, in order. An id inside another (an EU number inside a CTIS one) is not listed twice. */
export function findIdentifiers(text: string): (Mention & { readonly end: number })[] {
  const found: (Mention & { readonly end: number })[] = [];
  for (const form of forms) {
    for (const match of text.matchAll(form.pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isInsideWord(text, start) || found.some((other) => start < other.end && end > other.start)) continue;
      const value = form.normal(...match.slice(1).map((part) => part ?? ''));
      found.push({ value, registry: form.registry, start, end });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

function isInsideWord(text: string, start: number): boolean {
  return start > 0 && /[A-Za-z0-9]/.test(text.charAt(start - 1));
}

const junk = new Set([
  '-', '--', '.', 'n/a', 'na', 'n.a.', 'nil', 'none', 'null', 'not applicable', 'not available', 'not provided', 'not yet',
  'nil known', 'no', 'tbd', 'to be determined', 'unknown', 'pending', 'undefined', 'none yet', 'not assigned', '0', 'not specified',
]); // biome-ignore format: a list

/** Whether a text in the slot of an id is no id: "not applicable", "Nil known", "-". */
export function isJunkIdentifier(text: string): boolean {
  return junk.has(text.trim().toLowerCase().replace(/\s+/g, ' '));
}
