import type { Mutation } from '../mutation.js';

/** Amounts and their order. */
export const quantitiesMutations: readonly Mutation[] = [
  {
    name: 'unit code without system',
    rule: 'qty-3',
    change: ({ group }) => delete group.characteristic[0].valueRange.low.system,
  },
  {
    name: 'inverted age range',
    rule: 'rng-2',
    change: ({ group }) => (group.characteristic[0].valueRange.low.value = 70),
  },
  {
    name: 'range of two units',
    rule: 'rng-2',
    change: ({ group }) =>
      Object.assign(group.characteristic[0].valueRange.low, { value: 6, code: 'mo', unit: 'months' }),
  },
  {
    name: 'comparator in a range',
    rule: 'too-many',
    change: ({ group }) => (group.characteristic[0].valueRange.low.comparator = '>'),
  },
];
