import type { Mention } from '../../formats.js';
import type { Span } from '../../generated/trial.js';
import { sentencesIn } from '../sentences.js';
import { isRegistrationOnly, statesRegistration } from './registration.js';

export type FoundId = Mention & { readonly end: number };

/** The ids of one trial that a publication reports: one per registry, or none where it names none. */
export interface OwnTrial {
  readonly ids: readonly FoundId[];
}

/** How much of a text is its abstract at most, in UTF-16 code units: a page may go on to the whole publication. */
export const longestAbstract = 6000;

/** Words for studies that are not the reported one. */
const others =
  /\b(?:ongoing|on-going|under way|underway|previous|previously|earlier|prior|another|other|others|similar|only (?:one|two)|several|upcoming|future|planned|is being|are being|currently|recruiting|have shown|has shown|see also)\b/i;
/** "similar to that of the randomized trial (", "in line with the X trial (": another's, which the own is compared with. */
const isComparison =
  /\b(?:similar to|comparable (?:to|with)|consistent with|in (?:line|accordance|agreement) with|agree[sd]? with|concordant with|in contrast (?:to|with)|contrary to) (?:th(?:at|ose) (?:of|in|from) |the (?:results|findings) of )?(?:the |an? )?(?:[\w-]+ ){0,5}(?:trial|study)\b/i;
/** "in routine care after the COLCOT randomized trial (": one that came before, by its name. */
const follows =
  /\b(?:after|since|following|prior to|before|based on|inspired by|motivated by) the (?:results of |publication of )?(?:the )?[A-Z][\w-]*[A-Z0-9][\w-]*(?: [a-z-]+){0,4} (?:trial|study)\W{0,3}$/;
/** A sentence about the study of the publication. */
const ownStudy =
  /\b(?:this|our|the present|the current|a|an|the|these|two|both)\b[^.]{0,200}\b(?:trial|study|studies|trials)\b|\bwe\b|\b(?:randomi[sz]ed|enrolled|included|treated|received|recruited)\b/i;

/**
 * The trials that a publication reports: those whose id stands in a sentence about its own study or its registration.
 * Ids of different registries are of one trial; several ids of one registry are of several trials, which are then kept
 * apart, and the ids of other registries belong to none of them for sure.
 */
export function ownTrials(source: string, body: Span, found: readonly FoundId[]): OwnTrial[] {
  const own = firstOfEach(found, (id, index) => isOwn(source, body, id, found, index));
  return groupIds(withoutParents(source, body, found, own));
}

/**
 * The trials that some ids are of. Where several registries give several ids each, nothing says which belong together:
 * the trials are those of the registry with the most ids, and each trial is counted once.
 */
export function groupIds(own: readonly FoundId[]): OwnTrial[] {
  const perRegistry = new Map<string, FoundId[]>();
  for (const id of own) {
    const known = perRegistry.get(numbering(id));
    if (known) known.push(id);
    else perRegistry.set(numbering(id), [id]);
  }
  const most = [...perRegistry.values()].reduce<FoundId[]>((best, ids) => (ids.length > best.length ? ids : best), []);
  if (most.length <= 1) return own.length > 0 ? [{ ids: own }] : [];
  return own.length > 20 ? [] : most.map((id): OwnTrial => ({ ids: [id] }));
}

/** The Dutch register has numbered its trials twice: a trial may have an NTR and an NL number. */
function numbering({ registry, value }: FoundId): string {
  return registry === 'NTR' ? (/^[A-Z]+/.exec(value)?.[0] ?? registry) : registry;
}

/** Places at which one id is looked at, and ids that are looked at: bounds the work on texts that are no abstracts. */
const mostPlaces = 10;
const mostIds = 200;

/** The first place of each id that passes a test. */
function firstOfEach(ids: readonly FoundId[], test: (id: FoundId, index: number) => boolean): FoundId[] {
  const places = new Map<string, number>();
  const taken = new Set<string>();
  const first: FoundId[] = [];
  for (const [index, id] of ids.entries()) {
    const seen = places.get(id.value) ?? 0;
    if (seen >= mostPlaces || (seen === 0 && places.size >= mostIds) || taken.has(id.value)) continue;
    places.set(id.value, seen + 1);
    if (!test(id, index)) continue;
    taken.add(id.value);
    first.push(id);
  }
  return first;
}

function isOwn(source: string, body: Span, id: FoundId, found: readonly FoundId[], index: number): boolean {
  // The Universal Trial Number is no registry's id.
  if (id.registry === 'UTN') return false;
  const sentence = sentenceAt(source, body, id.start);
  const text = source.slice(sentence.start, sentence.end);
  if (isComparison.test(text) || follows.test(source.slice(Math.max(sentence.start, id.start - 200), id.start)))
    return false;
  if (statesRegistration(source, sentence, id)) return !/\bother (?:trial|stud)/i.test(text);
  if (id.start - body.start < longestAbstract && isRegistrationOnly(wordsAround(source, sentence, found, index)))
    return true;
  return !others.test(text) && ownStudy.test(text);
}

/** What a sentence says besides the ids in it. */
function wordsAround(source: string, sentence: Span, found: readonly FoundId[], index: number): string {
  let first = index;
  while (first > 0 && index - first < mostPlaces && (found[first - 1]?.start ?? -1) >= sentence.start) first -= 1;
  let words = '';
  let at = sentence.start;
  for (const { start, end } of found.slice(first, first + 2 * mostPlaces)) {
    if (start >= sentence.end) break;
    words += `${source.slice(at, start)} `;
    at = end;
  }
  return words + source.slice(at, sentence.end);
}

const extension = /\b(?:extension|roll-?over)\b[^,;]{0,60}$/i;
/** "patients from two phase 3 trials (", "those who completed the parent study (": trials that people came from. */
const parent =
  /\b(?:from|who (?:had )?(?:completed|participated in)|completers of|completing) (?:[\w-]+,? ){0,8}?(?:trials?|stud(?:y|ies))\W{0,3}$|\b(?:parent|feeder|preceding|lead-in|qualifying) (?:[\w-]+ ){0,4}?(?:trials?|stud(?:y|ies))\W{0,3}$/i;

/** Leaves out the trials whose people went on to the reported one, an extension, where its own id stands beside. */
function withoutParents(source: string, body: Span, found: readonly FoundId[], own: readonly FoundId[]): FoundId[] {
  if (own.length < 2) return [...own];
  const ofExtension: FoundId[] = [];
  const notParents: FoundId[] = [];
  let before: 'extension' | 'parent' | undefined;
  for (const id of own) {
    const sentence = sentenceAt(source, body, id.start);
    const previous = found[found.indexOf(id) - 1];
    const isNext = previous !== undefined && previous.end > sentence.start;
    const words = source.slice(Math.max(isNext ? previous.end : sentence.start, id.start - 300), id.start);
    const goesOn = isNext && isRegistrationOnly(words);
    if (!goesOn) before = extension.test(words) ? 'extension' : parent.test(words) ? 'parent' : undefined;
    if (before === 'extension') ofExtension.push(id);
    if (before !== 'parent') notParents.push(id);
  }
  if (ofExtension.length > 0) return ofExtension;
  return notParents.length > 0 ? notParents : [...own];
}

const reach = 1500;

/** The sentence that an id stands in, within a bounded stretch around it. */
export function sentenceAt(source: string, body: Span, offset: number): Span {
  const from = Math.max(body.start, offset - reach);
  for (const sentence of sentencesIn(source, from, Math.min(Math.max(body.end, offset + 1), offset + reach))) {
    if (sentence.start <= offset && offset < sentence.end) return sentence;
  }
  return { start: offset, end: Math.min(source.length, offset + 40) };
}
