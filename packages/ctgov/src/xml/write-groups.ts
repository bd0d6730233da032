import type { ResultGroup } from '@trialbridge/core';
import type { XmlDraft } from './draft.js';

/** Groups of one part of the results; their ids are that part's own. */
export function writeGroups(draft: XmlDraft, groups: ResultGroup[] | undefined, pointer: string): void {
  if (!groups) return;
  draft.open('group_list');
  for (const [index, group] of groups.entries()) {
    if (group.id === undefined && !draft.isOwn) {
      draft.dropped(`${pointer}/${index}`, 'needs-groups');
      continue;
    }
    draft.open('group', draft.attribute('group_id', group.id));
    draft.leaf('title', group.title);
    draft.marked('description', group.description);
    draft.close('group');
  }
  draft.close('group_list');
}
