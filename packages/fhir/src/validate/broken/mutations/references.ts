import type { Mutation } from '../mutation.js';

/** References that lead nowhere or to the wrong type, and contained resources. */
export const referencesMutations: readonly Mutation[] = [
  {
    name: 'reference to nothing',
    rule: 'unresolved-reference',
    change: ({ study }) => (study.site[0].reference = 'urn:uuid:99999999-0000-4000-8000-000000000000'),
  },
  {
    name: 'relative reference to nothing',
    only: 'r4',
    rule: 'unresolved-reference',
    change: ({ study }) => (study.site[0].reference = 'Location/nowhere'),
  },
  {
    name: 'reference to the wrong type',
    rule: 'reference-target',
    change: ({ study, entry }) => (study.site[0].reference = entry('Practitioner').fullUrl),
  },
  {
    name: 'sponsor that is a person, R4',
    only: 'r4',
    rule: 'reference-target',
    change: ({ study, entry }) => (study.sponsor.reference = entry('Practitioner').fullUrl),
  },
  {
    name: 'party that is a group, R5',
    only: 'r5',
    rule: 'reference-target',
    change: ({ study, entry }) => (study.associatedParty[0].party.reference = entry('Group').fullUrl),
  },
  {
    name: 'extension reference to the wrong type',
    only: 'r4',
    rule: 'reference-target',
    change: ({ study, entry }) =>
      (study.extension[1].extension[1].valueReference.reference = entry('Organization').fullUrl),
  },
  {
    name: 'reference that says another type',
    rule: 'reference-target',
    change: ({ study }) => (study.site[0].type = 'Organization'),
  },
  {
    name: 'reference with a blank',
    rule: 'reference-format',
    change: ({ study }) => (study.site[0].reference = 'Location/ward 1'),
  },
  { name: 'reference that is a text', rule: 'not-an-object', change: ({ study }) => (study.site = ['Location/1']) },
  {
    name: 'dangling reference to contained',
    rule: 'unresolved-reference',
    change: ({ study }) => (study.site[1].reference = '#room'),
  },
  { name: 'contained that nothing uses', rule: 'unused-contained', change: ({ study }) => study.site.pop() },
  { name: 'contained without id', rule: 'missing', change: ({ study }) => delete study.contained[0].id },
  {
    name: 'contained within contained',
    rule: 'dom-2',
    change: ({ study }) => {
      study.contained[0].contained = [{ resourceType: 'Organization', id: 'inner', name: 'Inner' }];
      study.contained[0].managingOrganization = { reference: '#inner' };
    },
  },
  {
    name: 'contained with a version',
    rule: 'dom-4',
    change: ({ study }) => (study.contained[0].meta = { versionId: '1' }),
  },
  {
    name: 'contained with a security label',
    rule: 'dom-5',
    change: ({ study }) =>
      (study.contained[0].meta = {
        security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'N' }],
      }),
  },
];
