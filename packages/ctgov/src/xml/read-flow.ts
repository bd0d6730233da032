import type {
  FlowCount,
  FlowDropWithdraw,
  FlowMilestone,
  FlowPeriod,
  ParticipantFlow,
  ResultGroup,
} from '@trialbridge/core';
import { readComment } from './element-text.js';
import {
  type ElementReader,
  elements,
  group,
  item,
  items,
  prose,
  readAttributes,
  readObject,
  text,
} from './elements.js';
import type { XmlSource } from './source.js';

const inGroup = elements<ResultGroup>({ title: text('title'), description: prose('description') });

/** Groups of one part of the results. */
export function groupList<Part extends { groups?: ResultGroup[] }>(): ElementReader<Part> {
  return group(
    elements<Part>({
      group: item<Part, 'groups', ResultGroup>('groups', (source) => {
        const { offset } = source.scanner;
        const id = source.scanner.attribute('group_id');
        const found = readObject(source, inGroup);
        if (id === undefined) return found;
        if (!found) source.standsEmpty(offset);
        return { id, ...found };
      }),
    }),
  );
}

function readCount(source: XmlSource): FlowCount | undefined {
  const count: FlowCount = {};
  readAttributes(source, count, countAttributes);
  const comment = readComment(source);
  if (comment === undefined) return undefined;
  if (comment !== '') count.comment = comment;
  for (const _name in count) return count;
  return undefined;
}

const countAttributes = { group_id: 'groupId', count: 'numSubjects' } as const;

const milestone = elements<FlowMilestone>({
  title: text('type'),
  participants_list: group(elements<FlowMilestone>({ participants: item('achievements', readCount) })),
});

const dropWithdraw = elements<FlowDropWithdraw>({
  title: text('type'),
  participants_list: group(elements<FlowDropWithdraw>({ participants: item('reasons', readCount) })),
});

const period = elements<FlowPeriod>({
  title: text('title'),
  milestone_list: group(elements<FlowPeriod>({ milestone: items('milestones', milestone) })),
  drop_withdraw_reason_list: group(
    elements<FlowPeriod>({ drop_withdraw_reason: items('dropWithdraws', dropWithdraw) }),
  ),
});

export const participantFlow = elements<ParticipantFlow>({
  recruitment_details: prose('recruitmentDetails'),
  pre_assignment_details: prose('preAssignmentDetails'),
  group_list: groupList(),
  period_list: group(elements<ParticipantFlow>({ period: items('periods', period) })),
});
