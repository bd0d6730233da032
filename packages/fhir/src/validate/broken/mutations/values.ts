import type { Mutation } from '../mutation.js';

/** Values of the wrong JSON type, and those that the primitive type refuses. */
export const valuesMutations: readonly Mutation[] = [
  { name: 'number where text belongs', rule: 'wrong-type', change: ({ study }) => (study.title = 7) },
  {
    name: 'text where a number belongs',
    rule: 'wrong-type',
    change: ({ group }) => (group.characteristic[0].valueRange.low.value = '18'),
  },
  {
    name: 'text where a boolean belongs',
    rule: 'wrong-type',
    change: ({ group }) => (group.characteristic[0].exclude = 'false'),
  },
  { name: 'bad resource id', rule: 'bad-value', change: ({ study }) => (study.id = 'NCT 99999999') },
  { name: 'id with an underscore', rule: 'bad-value', change: ({ group }) => (group.id = 'group_1') },
  { name: 'id that is too long', rule: 'bad-value', change: ({ location }) => (location.id = 'x'.repeat(65)) },
  { name: 'day that does not exist', rule: 'bad-value', change: ({ study }) => (study.period.start = '2021-02-30') },
  { name: 'month that does not exist', rule: 'bad-value', change: ({ study }) => (study.period.start = '2020-13') },
  { name: 'date in words', rule: 'bad-value', change: ({ study }) => (study.period.start = 'January 2020') },
  { name: 'time without zone', rule: 'bad-value', change: ({ study }) => (study.period.start = '2020-01-01T10:00:00') },
  { name: 'instant without time', rule: 'bad-value', change: ({ provenance }) => (provenance.recorded = '2024-03-01') },
  {
    name: 'inverted period',
    rule: 'per-1',
    change: ({ study }) => (study.period = { start: '2021-06', end: '2020-01' }),
  },
  {
    name: 'period within one month, R4',
    only: 'r4',
    rule: 'per-1',
    change: ({ study }) => (study.period = { start: '2020-01', end: '2020-01-20' }),
  },
  {
    name: 'address with a blank',
    rule: 'bad-value',
    change: ({ study }) => (study.relatedArtifact[0].document.url = 'https://example.org/a b.pdf'),
  },
  {
    name: 'system with a blank',
    rule: 'bad-value',
    change: ({ study }) => (study.identifier[0].system = 'http://clinical trials.gov'),
  },
  {
    name: 'code with blanks at the end',
    rule: 'bad-value',
    change: ({ study }) => (study.condition[0].coding[0].code = 'D000001 '),
  },
  {
    name: 'code with two blanks inside',
    rule: 'bad-value',
    change: ({ study }) => (study.condition[0].coding[0].code = 'D  1'),
  },
  {
    name: 'UUID that is none',
    rule: 'bad-value',
    change: ({ bundle }) => (bundle.entry[0].fullUrl = 'urn:uuid:NCT99999999'),
  },
  {
    name: 'negative size, R4',
    only: 'r4',
    rule: 'bad-value',
    change: ({ study }) => (study.relatedArtifact[0].document.size = -1),
  },
  {
    name: 'size as text, R4',
    only: 'r4',
    rule: 'wrong-type',
    change: ({ study }) => (study.relatedArtifact[0].document.size = '1024'),
  },
  {
    name: 'size as number, R5',
    only: 'r5',
    rule: 'wrong-type',
    change: ({ study }) => (study.relatedArtifact[0].document.size = 1024),
  },
  {
    name: 'half a participant',
    only: 'r5',
    rule: 'bad-value',
    change: ({ study }) => (study.recruitment.targetNumber = 0.5),
  },
  {
    name: 'negative target number',
    only: 'r5',
    rule: 'bad-value',
    change: ({ study }) => (study.recruitment.targetNumber = -5),
  },
  {
    name: 'position beyond numbers',
    rule: 'wrong-type',
    change: ({ location }) => (location.position.longitude = '10.75 E'),
  },
];
