import { expect, it } from 'vitest';
import { describe } from './describe.js';

it.each([
  ['a text', 'Tea', { text: 'Tea', isCode: false, details: [] }],
  ['a count', 12, { text: '12', isCode: true, details: [] }],
  [
    'a code beside its wording',
    { code: 'PHASE2', verbatim: 'Phase II' },
    { text: 'PHASE2', isCode: true, details: [['in the source', 'Phase II']] },
  ],
  ['a wording without a code', { verbatim: 'Phase X' }, { text: 'Phase X', isCode: false, details: [] }],
  ['an age', { value: 18, unit: 'YEARS' }, { text: '18 years', isCode: true, details: [] }],
  [
    'a date with its type',
    { date: '2020-03', type: { code: 'ESTIMATED' } },
    { text: '2020-03', isCode: true, details: [['type', 'ESTIMATED']] },
  ],
  [
    'a criterion, without what nearly all of them say',
    { kind: 'INCLUSION', role: 'CRITERION', text: 'Likes tea', marker: '•', depth: 0 },
    { text: 'Likes tea', isCode: false, details: [['kind', 'INCLUSION']] },
  ],
  [
    'a numbered criterion on the second level',
    { role: 'CRITERION', text: 'Likes tea', marker: '1.', depth: 1 },
    {
      text: 'Likes tea',
      isCode: false,
      details: [
        ['marker', '1.'],
        ['depth', '1'],
      ],
    },
  ],
  ['a list', ['a', { name: 'b', role: { code: 'C' } }], { text: 'a; b (role C)', isCode: false, details: [] }],
])('describes %s', (_, value, described) => expect(describe(value)).toEqual(described));

it('leaves out what has a line of its own', () => {
  expect(describe({ value: 'NCT1', registry: 'X' }, (member) => member === 'registry').details).toEqual([]);
});
