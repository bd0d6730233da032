import type { AdverseEvent, AdverseEvents, EventCount, EventDefaults, EventGroup } from '@trialbridge/core';
import { eventAssessment } from '../codes/results.codes.js';
import { readComment, readLine } from './element-text.js';
import {
  coded,
  type ElementReader,
  elements,
  group,
  item,
  prose,
  readChildren,
  readInteger,
  text,
} from './elements.js';
import { groupList } from './read-flow.js';
import type { XmlSource } from './source.js';
import { totals } from './write-events.js';

interface BlockDraft extends EventDefaults {
  threshold?: string;
  thresholdOffset?: number;
  readonly categories: CategoryDraft[];
}

interface CategoryDraft {
  readonly offset: number;
  title?: string;
  readonly events: EventDraft[];
}

/** An event, and where it says itself what may hold for all. */
interface EventDraft {
  readonly event: AdverseEvent;
  readonly offset: number;
  vocabularyAt?: number;
  assessmentAt?: number;
}

function readCounts(source: XmlSource): EventCount | undefined {
  const { scanner } = source;
  const { offset } = scanner;
  const found: EventCount = {};
  const groupId = scanner.attribute('group_id');
  if (groupId !== undefined) found.groupId = groupId;
  for (const [attribute, name] of numbers) {
    const value = scanner.attribute(attribute);
    if (value === undefined) continue;
    const number = readInteger(value);
    if (number === undefined) source.keepAt(offset, 'wrong-type', `"${value}" is no plain number.`, `@${attribute}`);
    else found[name] = number;
  }
  const words = readComment(source);
  if (words === undefined) return undefined;
  if (words !== '') source.keepAt(offset, 'unknown-path', 'Text in a count.', '#');
  for (const _name in found) return found;
  return undefined;
}

const numbers = [
  ['subjects_affected', 'numAffected'],
  ['subjects_at_risk', 'numAtRisk'],
  ['events', 'numEvents'],
] as const;

const event = elements<EventDraft>({
  sub_title: (source, draft) => {
    const target = draft.event;
    if (target.term !== undefined) {
      source.keep('unknown-path', 'A second element where one belongs.');
      return;
    }
    const { offset } = source.scanner;
    const vocabulary = source.scanner.attribute('vocab');
    const term = readLine(source);
    // Kept whole, the vocabulary with it.
    if (term === undefined) return;
    target.term = term;
    if (vocabulary !== undefined) {
      target.sourceVocabulary = vocabulary;
      draft.vocabularyAt = offset;
    }
    source.trace(target, 'term', offset);
  },
  assessment: (source, draft) => {
    draft.assessmentAt ??= source.scanner.offset;
    assessment(source, draft.event);
  },
  description: (source, draft) => notes(source, draft.event),
  counts: (source, draft) => counts(source, draft.event),
});

const assessment = coded<AdverseEvent, 'NON_SYSTEMATIC_ASSESSMENT' | 'SYSTEMATIC_ASSESSMENT'>(
  'assessment',
  eventAssessment.xml,
);
const notes = prose<AdverseEvent>('notes');
const counts = item<AdverseEvent, 'counts', EventCount>('counts', readCounts);

const category = elements<CategoryDraft>({
  title: (source, target) => text<{ title?: string }>('title')(source, target),
  event_list: group(
    elements<CategoryDraft>({
      event: item<CategoryDraft, 'events', EventDraft>('events', (source) => {
        const draft: EventDraft = { event: {}, offset: source.scanner.offset };
        readChildren(source, event, draft);
        for (const _name in draft.event) return draft;
        return undefined;
      }),
    }),
  ),
});

const inBlock = elements<BlockDraft>({
  frequency_threshold: (source, target) => {
    target.thresholdOffset ??= source.scanner.offset;
    text<{ threshold?: string }>('threshold')(source, target);
  },
  default_vocab: text<EventDefaults>('sourceVocabulary') as ElementReader<BlockDraft>,
  default_assessment: coded<EventDefaults, 'NON_SYSTEMATIC_ASSESSMENT' | 'SYSTEMATIC_ASSESSMENT'>(
    'assessment',
    eventAssessment.xml,
  ) as ElementReader<BlockDraft>,
  category_list: group(
    elements<BlockDraft>({
      category: (source, target) => {
        const draft: CategoryDraft = { offset: source.scanner.offset, events: [] };
        const since = source.noted;
        readChildren(source, category, draft);
        const before = target.categories.at(-1);
        // Neighbours of one title would be written as one.
        const isApart = draft.events.length > 0 && before?.title !== draft.title;
        if (isApart || (draft.events.length > 0 && !before)) target.categories.push(draft);
        else {
          source.forget(since);
          source.keepAt(
            draft.offset,
            'unknown-path',
            'A category that cannot be told from the one before, or is empty.',
          );
        }
      },
    }),
  ),
});

function block(kind: 'serious' | 'other'): ElementReader<AdverseEvents> {
  return (source, events) => {
    if (source.scanner.isRepeated()) {
      source.keep('unknown-path', 'A second element where one belongs.');
      return;
    }
    const draft: BlockDraft = { categories: [] };
    readChildren(source, inBlock, draft);
    const { threshold, thresholdOffset, categories, ...defaults } = draft;
    if (threshold !== undefined && kind === 'other') events.frequencyThreshold = threshold;
    else if (threshold !== undefined && thresholdOffset !== undefined)
      source.keepAt(thresholdOffset, 'unknown-path', 'A threshold of serious events.');
    for (const _name in defaults) events[kind === 'other' ? 'otherDefaults' : 'seriousDefaults'] = defaults;
    const [first] = categories;
    const list: AdverseEvent[] = [];
    for (const one of categories) {
      if (one === first && takeTotals(one, kind, events.groups ?? [])) continue;
      for (const found of one.events) {
        source.trace(list, String(list.length), found.offset);
        list.push(complete(source, found, one.title, defaults));
      }
    }
    if (list.length > 0) events[kind] = list;
  };
}

/** An event with its organ system and with what holds for all events that do not say otherwise. */
function complete(
  source: XmlSource,
  draft: EventDraft,
  organSystem: string | undefined,
  defaults: EventDefaults,
): AdverseEvent {
  const { event: found, vocabularyAt, assessmentAt } = draft;
  if (organSystem !== undefined) found.organSystem = organSystem;
  if (defaults.sourceVocabulary !== undefined) {
    // What an event says although it holds for all would not be written again.
    if (found.sourceVocabulary === undefined) found.sourceVocabulary = defaults.sourceVocabulary;
    else if (found.sourceVocabulary === defaults.sourceVocabulary && vocabularyAt !== undefined)
      source.keepAt(vocabularyAt, 'unknown-path', 'Said for all events already.', '@vocab');
  }
  if (defaults.assessment) {
    // Its own object: what a writer says of one event must not be said of another.
    if (!found.assessment) found.assessment = { ...defaults.assessment };
    else if (isSame(found.assessment, defaults.assessment) && assessmentAt !== undefined)
      source.keepAt(assessmentAt, 'unknown-path', 'Said for all events already.');
  }
  return found;
}

function isSame(one: AdverseEvent['assessment'], other: AdverseEvent['assessment']): boolean {
  return one?.code === other?.code && one?.verbatim === other?.verbatim;
}

/** Takes the totals per group, if the category says just these and would be written back as it is. */
function takeTotals(draft: CategoryDraft, kind: 'serious' | 'other', groups: readonly EventGroup[]): boolean {
  if (draft.title !== totals.category) return false;
  const found = draft.events.map((one) => one.event);
  const titles = found.map(({ term }) => term).join('\n');
  const expected =
    kind === 'serious' ? [totals.serious, `${totals.deaths}\n${totals.serious}`, totals.deaths] : [totals.other];
  // Of groups of one id the first counts.
  const places = new Map(groups.map(({ id }, index) => [id, index] as const).reverse());
  if (!expected.includes(titles) || !found.every((one) => isTotal(one, places))) return false;
  for (const { term, counts: given = [] } of found)
    for (const { groupId, numAffected, numAtRisk } of given) {
      const held = groups[places.get(groupId) ?? -1];
      if (!held) continue;
      const [affected, atRisk] = membersOf(term);
      if (numAffected !== undefined) held[affected] = numAffected;
      if (numAtRisk !== undefined) held[atRisk] = numAtRisk;
    }
  return true;
}

function membersOf(term: string | undefined) {
  if (term === totals.deaths) return ['deathsAffected', 'deathsAtRisk'] as const;
  if (term === totals.serious) return ['seriousAffected', 'seriousAtRisk'] as const;
  return ['otherAffected', 'otherAtRisk'] as const;
}

/** Whether an event gives numbers of participants for groups, each once and in their order, and nothing else. */
function isTotal(found: AdverseEvent, places: ReadonlyMap<string | undefined, number>): boolean {
  const { term: _term, counts: given = [], ...rest } = found;
  for (const _name in rest) return false;
  let at = -1;
  for (const { groupId, numAffected, numAtRisk, numEvents } of given) {
    const place = places.get(groupId) ?? -1;
    if (place <= at || numEvents !== undefined || (numAffected === undefined && numAtRisk === undefined)) return false;
    at = place;
  }
  return given.length > 0;
}

export const reportedEvents = elements<AdverseEvents>({
  time_frame: prose('timeFrame'),
  desc: prose('description'),
  group_list: groupList(),
  serious_events: block('serious'),
  other_events: block('other'),
});
