import type { Mutation } from '../mutation.js';

/** Elements that must be there. */
export const requiredMutations: readonly Mutation[] = [
  { name: 'study without status', rule: 'missing', change: ({ study }) => delete study.status },
  { name: 'group without type', rule: 'missing', change: ({ group }) => delete group.type },
  {
    name: 'characteristic without value',
    rule: 'missing',
    change: ({ group }) => delete group.characteristic[0].valueRange,
  },
  {
    name: 'characteristic without exclude',
    rule: 'missing',
    change: ({ group }) => delete group.characteristic[0].exclude,
  },
  { name: 'characteristic without code', rule: 'missing', change: ({ group }) => delete group.characteristic[0].code },
  { name: 'bundle without type', rule: 'missing', change: ({ bundle }) => delete bundle.type },
  { name: 'provenance without target', rule: 'missing', change: ({ provenance }) => delete provenance.target },
  { name: 'provenance without agent', rule: 'missing', change: ({ provenance }) => delete provenance.agent },
  { name: 'document without content', rule: 'missing', change: ({ document }) => delete document.content },
  { name: 'document without status', rule: 'missing', change: ({ document }) => delete document.status },
  { name: 'note without text', rule: 'missing', change: ({ study }) => delete study.note[0].text },
  { name: 'narrative without div', rule: 'missing', change: ({ study }) => delete study.text.div },
  { name: 'narrative without status', rule: 'missing', change: ({ study }) => delete study.text.status },
  { name: 'position without latitude', rule: 'missing', change: ({ location }) => delete location.position.latitude },
  {
    name: 'related artifact without type',
    rule: 'missing',
    change: ({ study }) => delete study.relatedArtifact[0].type,
  },
  { name: 'extension without url', rule: 'missing', change: ({ study }) => delete study.extension[0].url },
  { name: 'arm without name', only: 'r4', rule: 'missing', change: ({ study }) => delete study.arm[0].name },
  { name: 'plan without status', only: 'r4', rule: 'missing', change: ({ plan }) => delete plan.status },
  { name: 'R4 group without actual', only: 'r4', rule: 'missing', change: ({ group }) => delete group.actual },
  { name: 'R5 group without membership', only: 'r5', rule: 'missing', change: ({ group }) => delete group.membership },
  { name: 'variable without status', only: 'r5', rule: 'missing', change: ({ variable }) => delete variable.status },
  {
    name: 'party without role',
    only: 'r5',
    rule: 'missing',
    change: ({ study }) => delete study.associatedParty[0].role,
  },
  {
    name: 'progress without state',
    only: 'r5',
    rule: 'missing',
    change: ({ study }) => delete study.progressStatus[0].state,
  },
  {
    name: 'comparison group without name',
    only: 'r5',
    rule: 'missing',
    change: ({ study }) => delete study.comparisonGroup[0].name,
  },
];
