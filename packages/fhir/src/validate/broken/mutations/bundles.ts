import type { Mutation } from '../mutation.js';

/** Rules of bundles and their entries. */
export const bundlesMutations: readonly Mutation[] = [
  {
    name: 'two entries with one fullUrl',
    rule: 'bdl-7',
    change: ({ entry }) => {
      entry('Organization').fullUrl = entry('Provenance').fullUrl;
    },
  },
  { name: 'entry without fullUrl', rule: 'full-url', change: ({ bundle }) => delete bundle.entry[7].fullUrl },
  {
    name: 'fullUrl with a version',
    rule: 'bdl-8',
    change: ({ bundle }) =>
      (bundle.entry[7].fullUrl = 'https://example.org/Provenance/NCT99999999-provenance/_history/1'),
  },
  {
    name: 'fullUrl of another resource',
    rule: 'full-url',
    change: ({ bundle }) => (bundle.entry[7].fullUrl = 'https://example.org/Provenance/other'),
  },
  {
    name: 'fullUrl that is relative',
    rule: 'full-url',
    change: ({ bundle }) => (bundle.entry[7].fullUrl = 'Provenance/NCT99999999-provenance'),
  },
  {
    name: 'request in a collection, R4',
    only: 'r4',
    rule: 'bdl-3',
    change: ({ bundle }) => (bundle.entry[0].request = { method: 'PUT', url: 'ResearchStudy/NCT99999999' }),
  },
  {
    name: 'request in a collection, R5',
    only: 'r5',
    rule: 'bdl-3a',
    change: ({ bundle }) => (bundle.entry[0].request = { method: 'PUT', url: 'ResearchStudy/NCT99999999' }),
  },
  {
    name: 'response in a collection, R4',
    only: 'r4',
    rule: 'bdl-4',
    change: ({ bundle }) => (bundle.entry[0].response = { status: '200' }),
  },
  {
    name: 'transaction without requests, R4',
    only: 'r4',
    rule: 'bdl-3',
    change: ({ bundle }) => (bundle.type = 'transaction'),
  },
  {
    name: 'transaction without requests, R5',
    only: 'r5',
    rule: 'bdl-3c',
    change: ({ bundle }) => (bundle.type = 'transaction'),
  },
  { name: 'total in a collection', rule: 'bdl-1', change: ({ bundle }) => (bundle.total = 9) },
  {
    name: 'search in a collection',
    rule: 'bdl-2',
    change: ({ bundle }) => (bundle.entry[0].search = { mode: 'match' }),
  },
  {
    name: 'entry without anything',
    rule: 'bdl-5',
    change: ({ bundle }) => bundle.entry.push({ fullUrl: 'urn:uuid:99999999-0000-4000-8000-000000000001' }),
  },
  {
    name: 'request without method',
    rule: 'missing',
    change: ({ bundle }) => {
      bundle.type = 'transaction';
      for (const { fullUrl, resource, ...entry } of bundle.entry.splice(0))
        bundle.entry.push({ fullUrl, resource, ...entry, request: { method: 'POST', url: resource.resourceType } });
      delete bundle.entry[0].request.method;
    },
  },
];
