import type { FlowCount, FlowPeriod, ParticipantFlow } from '@trialbridge/core';
import type { XmlDraft } from './draft.js';
import { writeGroups } from './write-groups.js';

/** Participant flow: groups, then period by period how many started, completed, and left why. */
export function writeFlow(draft: XmlDraft, flow: ParticipantFlow): void {
  const pointer = '/results/participantFlow';
  draft.open('participant_flow');
  draft.marked('recruitment_details', flow.recruitmentDetails);
  draft.marked('pre_assignment_details', flow.preAssignmentDetails);
  writeGroups(draft, flow.groups, `${pointer}/groups`);
  if (flow.periods) {
    draft.open('period_list');
    for (const [index, period] of flow.periods.entries()) writePeriod(draft, period, `${pointer}/periods/${index}`);
    draft.close('period_list');
  }
  draft.close('participant_flow');
}

interface Step {
  readonly title: string | undefined;
  readonly counts: FlowCount[] | undefined;
  readonly pointer: string;
}

function writePeriod(draft: XmlDraft, period: FlowPeriod, pointer: string): void {
  const milestones = (period.milestones ?? []).map(
    ({ type, achievements }, index): Step => ({
      title: type,
      counts: achievements,
      pointer: `${pointer}/milestones/${index}`,
    }),
  );
  const reasons = (period.dropWithdraws ?? []).map(
    ({ type, reasons: counts }, index): Step => ({ title: type, counts, pointer: `${pointer}/dropWithdraws/${index}` }),
  );
  const isWhole = period.title !== undefined && milestones.some(canWrite);
  if (!isWhole && !draft.isOwn) {
    draft.dropped(pointer, period.title === undefined ? 'needs-title' : 'needs-participants');
    return;
  }
  draft.open('period');
  draft.leaf('title', period.title);
  writeSteps(draft, 'milestone', milestones, 'achievements');
  writeSteps(draft, 'drop_withdraw_reason', reasons, 'reasons');
  draft.close('period');
}

function canWrite({ title, counts }: Step): boolean {
  return title !== undefined && (counts?.some(isWhole) ?? false);
}

function isWhole(count: FlowCount): boolean {
  return count.groupId !== undefined && count.numSubjects !== undefined;
}

function writeSteps(draft: XmlDraft, element: string, steps: readonly Step[], key: string): void {
  if (steps.length === 0) return;
  draft.open(`${element}_list`);
  for (const step of steps) {
    if (!canWrite(step) && !draft.isOwn) {
      draft.dropped(step.pointer, step.title === undefined ? 'needs-title' : 'needs-participants');
      continue;
    }
    draft.open(element);
    draft.leaf('title', step.title);
    if (step.counts) {
      draft.open('participants_list');
      for (const [index, count] of step.counts.entries()) writeCount(draft, count, `${step.pointer}/${key}/${index}`);
      draft.close('participants_list');
    }
    draft.close(element);
  }
  draft.close(`${element}_list`);
}

function writeCount(draft: XmlDraft, count: FlowCount, pointer: string): void {
  if (!isWhole(count) && !draft.isOwn) {
    draft.dropped(pointer, 'needs-participants');
    return;
  }
  const attributes = draft.attribute('group_id', count.groupId) + draft.attribute('count', count.numSubjects);
  if (count.comment === undefined) draft.empty('participants', attributes);
  else draft.leaf('participants', draft.plain(count.comment), attributes);
}
