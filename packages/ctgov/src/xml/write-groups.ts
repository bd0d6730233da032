import type { ResultGroup } from '@trialbridge/core';
import type { XmlDraft } from './draft.js';

/** Groups of one part of the results; their ids are that part's own. */
export function writeGroups(draft: XmlDraft, groups: ResultGroup[] | undefined, pointer: string): void {
  if (!groups) return;
  const known = listedGroups(draft, groups);
  if (known?.size === 0) {
    draft.dropped(pointer, 'needs-groups');
    return;
  }
  const seen = new Set<string>();
  draft.open('group_list');
  for (const [index, group] of groups.entries()) {
    if (known && (group.id === undefined || seen.has(group.id))) {
      draft.dropped(`${pointer}/${index}`, group.id === undefined ? 'needs-groups' : 'group-id-twice');
      continue;
    }
    if (group.id !== undefined) seen.add(group.id);
    draft.open('group', draft.attribute('group_id', group.id));
    draft.leaf('title', group.title);
    draft.marked('description', group.description);
    draft.close('group');
  }
  draft.close('group_list');
}

/** The groups that are written: each id once, where everything does not go back as it was read. */
export function writtenGroups<Group extends ResultGroup>(draft: XmlDraft, groups: readonly Group[]): readonly Group[] {
  if (draft.isOwn) return groups;
  const seen = new Set<string>();
  return groups.filter(({ id }) => id !== undefined && !seen.has(id) && seen.add(id));
}

/**
 * Ids of the groups that are written, for counts that name one of them (`xs:key` and `xs:keyref` of the XSD);
 * `undefined` where everything goes back as it was read.
 */
export function listedGroups(draft: XmlDraft, groups: readonly ResultGroup[] | undefined): Set<string> | undefined {
  if (draft.isOwn) return undefined;
  const ids = new Set<string>();
  for (const { id } of groups ?? []) if (id !== undefined) ids.add(id);
  return ids;
}
