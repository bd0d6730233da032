import type { AdverseEvent, AdverseEvents, EventDefaults, EventGroup } from '@trialbridge/core';
import { eventAssessment } from '../codes/results.codes.js';
import type { XmlDraft } from './draft.js';
import type { XmlRule } from './rules.js';
import { listedGroups, writeGroups, writtenGroups } from './write-groups.js';

/** Titles of the category and of its events by which the format gives totals per group. */
export const totals = {
  category: 'Total',
  deaths: 'Total, all-cause mortality',
  serious: 'Total, serious adverse events',
  other: 'Total, other adverse events',
} as const;

export function writeEvents(draft: XmlDraft, events: AdverseEvents): void {
  if (listedGroups(draft, events.groups)?.size === 0) {
    draft.dropped('/results/adverseEvents', 'needs-groups');
    return;
  }
  draft.open('reported_events');
  draft.leaf('time_frame', events.timeFrame);
  draft.marked('desc', events.description);
  writeGroups(draft, events.groups, '/results/adverseEvents/groups');
  writeBlock(draft, 'serious', events);
  writeBlock(draft, 'other', events);
  draft.close('reported_events');
}

function writeBlock(draft: XmlDraft, block: 'serious' | 'other', events: AdverseEvents): void {
  const groups = writtenGroups(draft, events.groups ?? []);
  const listed = listedGroups(draft, groups);
  const list = (block === 'serious' ? events.serious : events.other) ?? [];
  const defaults = block === 'serious' ? events.seriousDefaults : events.otherDefaults;
  const pointer = `/results/adverseEvents/${block}`;
  const hasDeaths =
    block === 'serious' &&
    groups.some((group) => group.deathsAffected !== undefined || group.deathsAtRisk !== undefined);
  const hasTotals =
    block === 'serious'
      ? groups.some((group) => group.seriousAffected !== undefined || group.seriousAtRisk !== undefined)
      : groups.some((group) => group.otherAffected !== undefined || group.otherAtRisk !== undefined);
  const threshold = block === 'other' ? events.frequencyThreshold : undefined;
  if (!hasTotals && !hasDeaths && !list.some((event) => faultOf(event, listed) === undefined)) {
    if (!draft.isOwn) {
      if (threshold !== undefined) draft.dropped('/results/adverseEvents/frequencyThreshold', 'needs-participants');
      for (const [index, event] of list.entries())
        draft.dropped(`${pointer}/${index}`, faultOf(event, listed) ?? 'needs-participants');
      return;
    }
    if (threshold === undefined && !defaults) return;
  }
  draft.open(`${block}_events`);
  draft.leaf('frequency_threshold', threshold);
  draft.leaf('default_vocab', defaults?.sourceVocabulary);
  draft.coded('default_assessment', defaults?.assessment, eventAssessment.xml);
  // A list that the source did not have, or that is empty and kept as it is, is not written beside it.
  const hasList = hasTotals || hasDeaths || list.length > 0;
  if (hasList) draft.open('category_list');
  if (hasTotals || hasDeaths) {
    draft.open('category');
    draft.leaf('title', totals.category);
    draft.open('event_list');
    if (hasDeaths) writeTotal(draft, totals.deaths, groups, 'deaths');
    if (hasTotals) writeTotal(draft, totals[block], groups, block);
    draft.close('event_list');
    draft.close('category');
  }
  writeCategories(draft, list, defaults, { listed, pointer });
  if (hasList) draft.close('category_list');
  draft.close(`${block}_events`);
}

function writeTotal(
  draft: XmlDraft,
  title: string,
  groups: readonly EventGroup[],
  kind: 'deaths' | 'serious' | 'other',
): void {
  draft.open('event');
  draft.leaf('sub_title', title);
  for (const group of groups) {
    const [affected, atRisk] =
      kind === 'deaths'
        ? [group.deathsAffected, group.deathsAtRisk]
        : kind === 'serious'
          ? [group.seriousAffected, group.seriousAtRisk]
          : [group.otherAffected, group.otherAtRisk];
    if (affected === undefined && atRisk === undefined) continue;
    draft.empty(
      'counts',
      draft.attribute('group_id', group.id) +
        draft.attribute('subjects_affected', affected) +
        draft.attribute('subjects_at_risk', atRisk),
    );
  }
  draft.close('event');
}

interface Place {
  /** Ids of the groups that counts may name; `undefined` where everything goes back as it was read. */
  readonly listed: ReadonlySet<string> | undefined;
  readonly pointer: string;
}

/** Why an event cannot be written; `undefined` where it can. */
function faultOf({ organSystem, counts }: AdverseEvent, listed: Place['listed']): XmlRule | undefined {
  if (!listed) return undefined;
  if (!counts) return 'needs-participants';
  if (organSystem === undefined) return 'needs-title';
  return counts.some(({ groupId }) => isListed(groupId, listed)) ? undefined : 'group-not-listed';
}

function isListed(groupId: string | undefined, listed: Place['listed']): boolean {
  return !listed || groupId === undefined || listed.has(groupId);
}

/** Neighbouring events of one organ system share a category. */
function writeCategories(
  draft: XmlDraft,
  events: readonly AdverseEvent[],
  defaults: EventDefaults | undefined,
  { listed, pointer }: Place,
): void {
  let open: string | undefined;
  for (const [index, event] of events.entries()) {
    const fault = faultOf(event, listed);
    if (fault) {
      draft.dropped(`${pointer}/${index}`, fault);
      continue;
    }
    const organSystem = event.organSystem ?? '';
    if (open !== organSystem) {
      if (open !== undefined) closeCategory(draft);
      draft.open('category');
      draft.leaf('title', event.organSystem);
      draft.open('event_list');
      open = organSystem;
    }
    writeEvent(draft, event, defaults, { listed, pointer: `${pointer}/${index}` });
  }
  if (open !== undefined) closeCategory(draft);
}

function closeCategory(draft: XmlDraft): void {
  draft.close('event_list');
  draft.close('category');
}

function writeEvent(
  draft: XmlDraft,
  event: AdverseEvent,
  defaults: EventDefaults | undefined,
  { listed, pointer }: Place,
): void {
  const vocabulary = event.sourceVocabulary === defaults?.sourceVocabulary ? undefined : event.sourceVocabulary;
  const isDefault =
    event.assessment?.code === defaults?.assessment?.code &&
    event.assessment?.verbatim === defaults?.assessment?.verbatim;
  draft.open('event');
  if (event.term !== undefined || vocabulary !== undefined)
    draft.leaf('sub_title', event.term ?? '', draft.attribute('vocab', vocabulary));
  if (!isDefault) draft.listed('assessment', event.assessment, eventAssessment.xml, () => `${pointer}/assessment`);
  draft.marked('description', event.notes);
  for (const [index, { groupId, numAffected, numAtRisk, numEvents }] of (event.counts ?? []).entries()) {
    if (!isListed(groupId, listed)) {
      draft.dropped(`${pointer}/counts/${index}`, 'group-not-listed');
      continue;
    }
    draft.empty(
      'counts',
      draft.attribute('group_id', groupId) +
        draft.attribute('subjects_affected', numAffected) +
        draft.attribute('subjects_at_risk', numAtRisk) +
        draft.attribute('events', numEvents),
    );
  }
  draft.close('event');
}
