import type { Mention } from '../../formats.js';
import type { Span } from '../../generated/trial.js';
import { sentencesIn } from '../sentences.js';

export type FoundId = Mention & { readonly end: number };

/** The ids of one trial that a publication reports: one per registry, or none where it names none. */
export interface OwnTrial {
  readonly ids: readonly FoundId[];
}

/** A sentence that says where the reported study is registered. */
const registration =
  /\b(?:trial registration|trial registry|registration(?: number| no\.?)?\s?:|registered|registry number|clinicaltrials?\.gov(?:,)?(?: registration)?(?: number| identifier| id\b| no\.?|:)|trial (?:number|id)\b|identifier:)/i;
/** Words for studies that are not the reported one. */
const others =
  /\b(?:ongoing|on-going|under way|underway|previous|previously|earlier|prior|another|other|others|similar|only (?:one|two)|several|upcoming|future|planned|is being|are being|currently|recruiting|have shown|has shown|see also)\b/i;
/** A sentence about the study of the publication. */
const ownStudy =
  /\b(?:this|our|the present|the current|a|an|the|these|two|both)\b[^.]{0,200}\b(?:trial|study|studies|trials)\b|\bwe\b|\b(?:randomi[sz]ed|enrolled|included|treated|received|recruited)\b/i;

/**
 * The trials that a publication reports: those whose id stands in a sentence about its own study or its registration.
 * Ids of different registries are of one trial; several ids of one registry are of several trials, which are then kept
 * apart, and the ids of other registries belong to none of them for sure.
 */
export function ownTrials(source: string, body: Span, found: readonly FoundId[]): OwnTrial[] {
  return groupIds(firstOfEach(found, (id) => isOwn(source, body, id)));
}

/** The trials that some ids are of. */
export function groupIds(own: readonly FoundId[]): OwnTrial[] {
  const perRegistry = new Map<string, FoundId[]>();
  for (const id of own) {
    const known = perRegistry.get(id.registry);
    if (known) known.push(id);
    else perRegistry.set(id.registry, [id]);
  }
  const several = [...perRegistry.values()].filter((ids) => ids.length > 1);
  if (several.length === 0) return own.length > 0 ? [{ ids: own }] : [];
  if (own.length > 20) return [];
  return several.flat().map((id): OwnTrial => ({ ids: [id] }));
}

/** Places at which one id is looked at, and ids that are looked at: bounds the work on texts that are no abstracts. */
const mostPlaces = 10;
const mostIds = 200;

/** The first place of each id that passes a test. */
function firstOfEach(ids: readonly FoundId[], test: (id: FoundId) => boolean): FoundId[] {
  const places = new Map<string, number>();
  const taken = new Set<string>();
  const first: FoundId[] = [];
  for (const id of ids) {
    const seen = places.get(id.value) ?? 0;
    if (seen >= mostPlaces || (seen === 0 && places.size >= mostIds) || taken.has(id.value)) continue;
    places.set(id.value, seen + 1);
    if (!test(id)) continue;
    taken.add(id.value);
    first.push(id);
  }
  return first;
}

function isOwn(source: string, body: Span, id: FoundId): boolean {
  // The Universal Trial Number is no registry's id.
  if (id.registry === 'UTN') return false;
  const sentence = sentenceAt(source, body, id.start);
  const text = source.slice(sentence.start, sentence.end);
  if (registration.test(text)) return !/\bother (?:trial|stud)/i.test(text);
  return !others.test(text) && ownStudy.test(text);
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
