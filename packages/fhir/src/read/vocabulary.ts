import type { Coded } from '@trialbridge/core';
import type { Hl7Code } from '../codes/concept.js';
import { registryEnum } from '../systems.js';
import type { Part } from './part.js';
import { type Found, found } from './place.js';
import type { StudyReading } from './study-reading.js';

/** How one coded field is recognised. */
export interface Vocabulary<Code extends string> {
  /** System of the registry's enumeration; absent where the registry has none. */
  readonly system: string | undefined;
  has(text: string): text is Code;
  /** The code that HL7's code determines; `undefined` where several would do. */
  ofHl7(code: string): Code | undefined;
  /** HL7's code for one of ours. */
  toHl7(code: Code): string | undefined;
  ofWording(text: string): Code | undefined;
}

/** `wordings` is total: a new code in the schema stops the build here. */
export function vocabulary<Code extends string>(
  enumeration: string | undefined,
  wordings: Readonly<Record<Code, readonly string[]>>,
  hl7?: Readonly<Record<Code, Hl7Code>>,
): Vocabulary<Code> {
  const byWording = new Map<string, Code>();
  const byHl7 = new Map<string, Code | undefined>();
  const codes = Object.keys(wordings) as Code[];
  for (const code of codes) {
    byWording.set(bare(code), code);
    for (const wording of wordings[code]) byWording.set(bare(wording), code);
    const hl7Code = hl7?.[code]?.[0];
    if (hl7Code !== undefined) byHl7.set(hl7Code, byHl7.has(hl7Code) ? undefined : code);
  }
  const known = new Set<string>(codes);
  return {
    system: enumeration === undefined ? undefined : registryEnum + enumeration,
    has: (text): text is Code => known.has(text),
    ofHl7: (code) => byHl7.get(code),
    toHl7: (code) => hl7?.[code]?.[0],
    ofWording: (text) => byWording.get(bare(text)),
  };
}

/** Letters and digits of a text, in lower case, with single blanks. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export interface Coding {
  readonly part: Part;
  readonly system: string | undefined;
  readonly code: string | undefined;
}

export function codingsOf(concept: Part): Coding[] {
  return concept.parts('coding').map((part) => ({ part, system: part.peek('system'), code: part.peek('code') }));
}

/** The code that the codings of a concept give. They are taken, HL7's only where it means the same. */
export function readCode<Code extends string>(concept: Part, words: Vocabulary<Code>): Found<Code> | undefined {
  const codings = codingsOf(concept);
  let code: Found<Code> | undefined;
  for (const coding of codings) {
    if (coding.code === undefined || coding.system !== words.system || !words.has(coding.code)) continue;
    code = found({ holder: coding.part.json, key: 'code' }, coding.code);
    coding.part.takeAll();
    break;
  }
  for (const coding of codings) {
    if (coding.code === undefined) continue;
    if (code) {
      if (words.toHl7(code.value) === coding.code) coding.part.takeAll();
      continue;
    }
    const meant = words.ofHl7(coding.code);
    if (meant === undefined) continue;
    code = found({ holder: coding.part.json, key: 'code' }, meant);
    coding.part.takeAll();
  }
  return code;
}

/** A coded field from a concept: its code, and the source's wording. A wording that nobody knows is reported. */
export function readCoded<Code extends string>(
  reading: StudyReading,
  concept: Part,
  words: Vocabulary<Code>,
): Found<Coded<Code>> | undefined {
  const code = readCode(concept, words);
  const text = concept.text('text');
  if (code) return found(code, text ? { code: code.value, verbatim: text.value } : { code: code.value });
  if (text) {
    const coded = readWording(reading, text, words);
    takeRepeated(concept, coded.value.code, words);
    return coded;
  }
  for (const { part } of codingsOf(concept)) {
    const wording = part.text('display') ?? part.text('code');
    if (!wording) continue;
    return readWording(reading, wording, words);
  }
  return undefined;
}

/** Codings that say in words what the text says. */
function takeRepeated<Code extends string>(concept: Part, code: Code | undefined, words: Vocabulary<Code>): void {
  if (code === undefined) return;
  for (const coding of codingsOf(concept)) {
    if (words.ofWording(coding.part.peek('display') ?? coding.code ?? '') === code) coding.part.takeAll();
  }
}

/** A coded field from a wording. Our own writer puts wordings without a code there only where there is none. */
export function readWording<Code extends string>(
  reading: StudyReading,
  text: Found<string>,
  words: Vocabulary<Code>,
): Found<Coded<Code>> {
  const code = reading.isOurs ? undefined : words.ofWording(text.value);
  if (code !== undefined) {
    return found(text, text.value === code ? { code } : { code, verbatim: text.value });
  }
  reading.note(text, 'unknown-code', `No code is known for ${JSON.stringify(text.value)}; it is kept as it stands.`);
  return found(text, { verbatim: text.value });
}
