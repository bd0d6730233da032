import type { FlowCount, FlowPeriod, ParticipantFlow } from '@trialbridge/core';
import type { XmlDraft } from './draft.js';
import type { XmlRule } from './rules.js';
import { listedGroups, writeGroups } from './write-groups.js';

/** Ids of the groups that counts may name; `undefined` where everything goes back as it was read. */
type Listed = ReadonlySet<string> | undefined;

/** Participant flow: groups, then period by period how many started, completed, and left why. */
export function writeFlow(draft: XmlDraft, flow: ParticipantFlow): void {
  const pointer = '/results/participantFlow';
  const listed = listedGroups(draft, flow.groups);
  draft.open('participant_flow');
  draft.marked('recruitment_details', flow.recruitmentDetails);
  draft.marked('pre_assignment_details', flow.preAssignmentDetails);
  writeGroups(draft, flow.groups, `${pointer}/groups`);
  if (flow.periods) {
    draft.open('period_list');
    for (const [index, period] of flow.periods.entries())
      writePeriod(draft, period, listed, `${pointer}/periods/${index}`);
    draft.close('period_list');
  }
  draft.close('participant_flow');
}

/** Whether a period can be written whose groups are those of the flow: the format demands one. */
export function hasPeriod({ groups = [], periods = [] }: ParticipantFlow): boolean {
  const listed = new Set(groups.map(({ id }) => id).filter((id) => id !== undefined));
  return periods.some((period) => faultOf(period, milestonesOf(period, ''), listed) === undefined);
}

interface Step {
  readonly title: string | undefined;
  readonly counts: FlowCount[] | undefined;
  readonly pointer: string;
}

function milestonesOf({ milestones = [] }: FlowPeriod, pointer: string): Step[] {
  return milestones.map(({ type, achievements }, index) => ({
    title: type,
    counts: achievements,
    pointer: `${pointer}/milestones/${index}`,
  }));
}

function writePeriod(draft: XmlDraft, period: FlowPeriod, listed: Listed, pointer: string): void {
  const milestones = milestonesOf(period, pointer);
  const reasons = (period.dropWithdraws ?? []).map(
    ({ type, reasons: counts }, index): Step => ({ title: type, counts, pointer: `${pointer}/dropWithdraws/${index}` }),
  );
  const fault = listed && faultOf(period, milestones, listed);
  if (fault) {
    draft.dropped(pointer, fault);
    return;
  }
  draft.open('period');
  draft.leaf('title', period.title);
  writeSteps(draft, 'milestone', milestones, 'achievements', listed);
  writeSteps(draft, 'drop_withdraw_reason', reasons, 'reasons', listed);
  draft.close('period');
}

/** Why a period cannot be written; `undefined` where it can. */
function faultOf({ title }: FlowPeriod, milestones: readonly Step[], listed: ReadonlySet<string>): XmlRule | undefined {
  if (title === undefined) return 'needs-title';
  return milestones.some((step) => canWrite(step, listed)) ? undefined : 'needs-participants';
}

function canWrite({ title, counts = [] }: Step, listed: Listed): boolean {
  return !listed || (title !== undefined && counts.some((count) => countFault(count, listed) === undefined));
}

function countFault({ groupId, numSubjects }: FlowCount, listed: Listed): XmlRule | undefined {
  if (!listed) return undefined;
  if (groupId === undefined || numSubjects === undefined) return 'needs-participants';
  return listed.has(groupId) ? undefined : 'group-not-listed';
}

function writeSteps(draft: XmlDraft, element: string, steps: readonly Step[], key: string, listed: Listed): void {
  if (steps.length === 0) return;
  const isAny = steps.some((step) => canWrite(step, listed));
  if (isAny) draft.open(`${element}_list`);
  for (const step of steps) {
    if (!canWrite(step, listed)) {
      draft.dropped(step.pointer, step.title === undefined ? 'needs-title' : 'needs-participants');
      continue;
    }
    draft.open(element);
    draft.leaf('title', step.title);
    if (step.counts) {
      draft.open('participants_list');
      for (const [index, count] of step.counts.entries())
        writeCount(draft, count, `${step.pointer}/${key}/${index}`, listed);
      draft.close('participants_list');
    }
    draft.close(element);
  }
  if (isAny) draft.close(`${element}_list`);
}

function writeCount(draft: XmlDraft, count: FlowCount, pointer: string, listed: Listed): void {
  const fault = countFault(count, listed);
  if (fault) {
    draft.dropped(pointer, fault);
    return;
  }
  const attributes = draft.attribute('group_id', count.groupId) + draft.attribute('count', count.numSubjects);
  if (count.comment === undefined) draft.empty('participants', attributes);
  else draft.leaf('participants', draft.plain(count.comment), attributes);
}
