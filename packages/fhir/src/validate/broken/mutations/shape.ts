import type { Mutation } from '../mutation.js';

/** Lists, single values, and the emptiness that JSON allows and FHIR does not. */
export const shapeMutations: readonly Mutation[] = [
  { name: 'list where one belongs', rule: 'not-single', change: ({ study }) => (study.title = [study.title]) },
  {
    name: 'list of objects where one belongs',
    rule: 'not-single',
    change: ({ study }) => (study.period = [study.period]),
  },
  {
    name: 'one where a list belongs',
    rule: 'not-a-list',
    change: ({ study }) => (study.keyword = { text: 'example' }),
  },
  { name: 'empty list', rule: 'empty-list', change: ({ study }) => (study.keyword = []) },
  { name: 'empty object', rule: 'empty-object', change: ({ study }) => (study.period = {}) },
  { name: 'empty object in a list', rule: 'empty-object', change: ({ study }) => study.keyword.push({}) },
  { name: 'empty text', rule: 'bad-value', change: ({ study }) => (study.title = '') },
  { name: 'null', rule: 'null-value', change: ({ study }) => (study.title = null) },
  { name: 'null in a list', rule: 'null-value', change: ({ study }) => study.keyword.push(null) },
  { name: 'list within a list', rule: 'not-single', change: ({ study }) => (study.keyword = [study.keyword]) },
  { name: 'text where an object belongs', rule: 'not-an-object', change: ({ study }) => (study.period = '2020/2021') },
  {
    name: 'text in a list of objects',
    rule: 'not-an-object',
    change: ({ study }) => (study.condition = ['Example disease']),
  },
  { name: 'object where a text belongs', rule: 'wrong-type', change: ({ study }) => (study.title = { text: 'x' }) },
];
