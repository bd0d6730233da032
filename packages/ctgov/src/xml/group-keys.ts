import { childrenOf, type XmlNode } from './tree.js';

/** Where each part of the results names its groups, as the keys of the XSD have it. */
const references: Readonly<Record<string, readonly (readonly string[])[]>> = {
  participant_flow: [['period_list', 'period', 'milestone_list', 'milestone', 'participants_list', 'participants']],
  baseline: [],
  outcome: [],
  reported_events: [
    ['serious_events', 'category_list', 'category', 'event_list', 'event', 'counts'],
    ['other_events', 'category_list', 'category', 'event_list', 'event', 'counts'],
  ],
}; // biome-ignore format: a table

/** Ids of groups that a part of the results lists twice, or names without listing them. */
export function unlistedGroups(part: XmlNode): Set<string> {
  const found = new Set<string>();
  if (!Object.hasOwn(references, part.name)) return found;
  const listed = new Set<string>();
  for (const group of below(part, ['group_list', 'group'])) {
    const id = group.attributes.get('group_id');
    if (id === undefined) continue;
    if (listed.has(id)) found.add(id);
    listed.add(id);
  }
  for (const path of references[part.name] ?? [])
    for (const count of below(part, path)) {
      const id = count.attributes.get('group_id');
      if (id !== undefined && !listed.has(id)) found.add(id);
    }
  return found;
}

function below(node: XmlNode, path: readonly string[]): XmlNode[] {
  let nodes = [node];
  for (const step of path) nodes = nodes.flatMap((one) => childrenOf(one).filter(({ name }) => name === step));
  return nodes;
}
