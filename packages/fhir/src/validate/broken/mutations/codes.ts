import { type Mutation, plain } from '../mutation.js';

/** Codes outside their value set or unknown to their own system. */
export const codesMutations: readonly Mutation[] = [
  { name: 'unknown status', rule: 'not-in-value-set', change: ({ study }) => (study.status = 'bogus') },
  { name: 'status in capitals', rule: 'not-in-value-set', change: ({ study }) => (study.status = 'COMPLETED') },
  {
    name: 'registry status, R4',
    only: 'r4',
    rule: 'not-in-value-set',
    change: ({ study }) => (study.status = 'recruiting'),
  },
  {
    name: 'study status as publication status, R5',
    only: 'r5',
    rule: 'not-in-value-set',
    change: ({ study }) => (study.status = 'completed'),
  },
  { name: 'unknown group type', rule: 'not-in-value-set', change: ({ group }) => (group.type = 'patient') },
  {
    name: 'unknown identifier use',
    rule: 'not-in-value-set',
    change: ({ study }) => (study.identifier[0].use = 'main'),
  },
  { name: 'unknown bundle type', rule: 'not-in-value-set', change: ({ bundle }) => (bundle.type = 'set') },
  {
    name: 'unknown artifact type',
    rule: 'not-in-value-set',
    change: ({ study }) => (study.relatedArtifact[0].type = 'reference'),
  },
  {
    name: 'R5 artifact type in R4',
    only: 'r4',
    rule: 'not-in-value-set',
    change: ({ study }) => (study.relatedArtifact[0].type = 'cites'),
  },
  {
    name: 'unknown role of a source',
    rule: 'not-in-value-set',
    change: ({ provenance }) => (provenance.entity[0].role = 'origin'),
  },
  {
    name: 'content type that is none',
    rule: 'not-in-value-set',
    change: ({ document }) => (document.content[0].attachment.contentType = 'pdf file'),
    hapiAccepts: 'it does not look at the grammar of media types, although the binding is required',
  },
  {
    name: 'reason in the place of a required code',
    rule: 'not-in-value-set',
    change: ({ group }) => {
      delete group.type;
      group._type = {
        extension: [plain('http://hl7.org/fhir/StructureDefinition/data-absent-reason', { valueCode: 'unknown' })],
      };
    },
  },
  {
    name: 'unknown code of a known system',
    rule: 'unknown-code',
    change: ({ group }) => (group.characteristic[1].valueCodeableConcept.coding[0].code = 'women'),
  },
  { name: 'unknown phase', rule: 'unknown-code', change: ({ study }) => (study.phase.coding[0].code = 'phase-5') },
  {
    name: 'unknown country',
    rule: 'unknown-code',
    change: ({ study }) => ((study.location ?? study.region)[0].coding[0].code = 'XX'),
  },
  {
    name: 'R5 status in R4’s system',
    only: 'r4',
    rule: 'unknown-code',
    change: ({ study }) =>
      (study.keyword[0].coding = [{ system: 'http://hl7.org/fhir/research-study-status', code: 'recruiting' }]),
  },
  {
    name: 'unit that is none',
    rule: 'unknown-unit',
    change: ({ group }) => (group.characteristic[0].valueRange.low.code = 'years'),
  },
];
