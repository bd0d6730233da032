import type { Mutation } from '../mutation.js';

/** Elements and types that the version does not have. */
export const unexpectedMutations: readonly Mutation[] = [
  { name: 'unknown property', rule: 'unknown-property', change: ({ study }) => (study.colour = 'green') },
  { name: 'misspelt property', rule: 'unknown-property', change: ({ study }) => (study.keywords = study.keyword) },
  {
    name: 'R5 element in R4',
    only: 'r4',
    rule: 'unknown-property',
    change: ({ study }) => (study.progressStatus = [{ state: { text: 'recruiting' } }]),
  },
  {
    name: 'R5 group element in R4',
    only: 'r4',
    rule: 'unknown-property',
    change: ({ group }) => (group.membership = 'definitional'),
  },
  {
    name: 'R4 element in R5',
    only: 'r5',
    rule: 'unknown-property',
    change: ({ study }) => (study.arm = [{ name: 'Tablets' }]),
  },
  {
    name: 'R4 group element in R5',
    only: 'r5',
    rule: 'unknown-property',
    change: ({ group }) => (group.actual = false),
  },
  {
    name: 'resourceType in a datatype',
    rule: 'unknown-property',
    change: ({ study }) => (study.period.resourceType = 'Period'),
  },
  {
    name: 'resource type of no version',
    rule: 'unknown-type',
    change: ({ organization }) => (organization.resourceType = 'Institution'),
  },
  {
    name: 'resource without type',
    rule: 'unknown-type',
    change: ({ organization }) => delete organization.resourceType,
  },
  {
    name: 'two values of one choice',
    rule: 'two-choices',
    change: ({ group }) => (group.characteristic[0].valueBoolean = true),
  },
  {
    name: 'choice of a type it has not',
    rule: 'unknown-property',
    change: ({ group }) => (group.characteristic[0].valueString = 'x'),
  },
];
