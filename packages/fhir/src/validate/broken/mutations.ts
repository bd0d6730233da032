import type { FhirVersion } from '../check-fhir.js';
import type { Loose } from './valid.js';

/** One way to break the valid bundle, and the rule of ours that has to notice. */
export interface Mutation {
  readonly name: string;
  readonly rule: string;
  /** Default: every version. */
  readonly only?: 'r4' | 'r5';
  readonly change: (parts: Parts) => void;
  /** Why HL7's validator in HAPI lets it pass, where it does. */
  readonly hapiAccepts?: string;
}

/** The resources of the bundle by type, to be changed in place. */
export interface Parts {
  readonly bundle: Loose;
  readonly entry: (type: string) => Loose;
  readonly study: Loose;
  readonly group: Loose;
  readonly location: Loose;
  readonly organization: Loose;
  readonly practitioner: Loose;
  readonly provenance: Loose;
  readonly document: Loose;
  readonly plan: Loose;
  readonly variable: Loose;
}

export function partsOf(bundle: Loose): Parts {
  const entry = (type: string): Loose =>
    bundle.entry.find((candidate: Loose) => candidate.resource.resourceType === type);
  const resource = (type: string): Loose => entry(type)?.resource;
  return {
    bundle,
    entry,
    study: resource('ResearchStudy'),
    group: resource('Group'),
    location: resource('Location'),
    organization: resource('Organization'),
    practitioner: resource('Practitioner'),
    provenance: resource('Provenance'),
    document: resource('DocumentReference'),
    plan: resource('PlanDefinition'),
    variable: resource('EvidenceVariable'),
  };
}

export function appliesTo(mutation: Mutation, version: FhirVersion): boolean {
  return mutation.only === undefined || (mutation.only === 'r5') === (version === 'r5');
}

const plain = (url: string, value: Loose): Loose => ({ url, ...value });

/** The named ways to break the bundle. */
export const mutations: readonly Mutation[] = [
  // What must be there
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

  // What must not be there
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

  // How many
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

  // Values of the wrong kind
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

  // Codes
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
  },
  {
    name: 'reason for no status only',
    rule: 'not-in-value-set',
    change: ({ study }) => {
      delete study.status;
      study._status = {
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

  // Quantities and ranges
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

  // References
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

  // Bundles
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

  // Extensions
  {
    name: 'extension with value and extensions',
    rule: 'ext-1',
    change: ({ study }) =>
      study.keyword.push({
        text: 'x',
        extension: [
          plain('https://example.org/x', { valueString: 'a', extension: [plain('y', { valueString: 'b' })] }),
        ],
      }),
  },
  {
    name: 'extension with nothing',
    rule: 'ext-1',
    change: ({ study }) => study.keyword.push({ text: 'x', extension: [{ url: 'https://example.org/x' }] }),
  },
  {
    name: 'extension with a value of the wrong type',
    rule: 'extension-contents',
    change: ({ study }) => (study.extension.at(-1).extension[0] = plain('activity', { valueString: 'posted' })),
  },
  {
    name: 'extension without its required part',
    rule: 'extension-contents',
    change: ({ study }) => (study.extension.at(-1).extension = [plain('actual', { valueBoolean: true })]),
  },
  {
    name: 'extension with an unknown part',
    rule: 'extension-contents',
    change: ({ study }) => study.extension.at(-1).extension.push(plain('colour', { valueString: 'green' })),
  },
  {
    name: 'extension where it does not belong',
    rule: 'extension-place',
    change: ({ study, organization }) => (organization.extension = [study.extension.at(-1)]),
  },
  {
    name: 'cross-version extension that is none',
    only: 'r4',
    rule: 'unknown-extension',
    change: ({ study }) =>
      (study.extension[0] = plain('http://hl7.org/fhir/5.0/StructureDefinition/extension-ResearchStudy.colour', {
        valueString: 'green',
      })),
  },
  {
    name: 'cross-version extension R4 has no need of',
    only: 'r4',
    rule: 'unknown-extension',
    change: ({ study }) =>
      (study.extension[0] = plain('http://hl7.org/fhir/5.0/StructureDefinition/extension-ResearchStudy.title', {
        valueString: 'x',
      })),
  },
  {
    name: 'wrong type in a cross-version extension',
    only: 'r4',
    rule: 'extension-contents',
    change: ({ study }) => (study.extension[0].extension[1] = plain('value', { valueBoolean: true })),
  },
  {
    name: 'unknown part of a cross-version extension',
    only: 'r4',
    rule: 'extension-contents',
    change: ({ study }) => (study.extension[0].extension[1].url = 'wording'),
  },
  {
    name: 'value[x] spelt with no type',
    rule: 'unknown-property',
    change: ({ study }) => (study.extension.at(-1).extension[0] = plain('activity', { value: 'posted' })),
  },
  { name: 'twin of an object', rule: 'unknown-property', change: ({ study }) => (study._period = { id: 'x' }) },
  { name: 'twin that is a text', rule: 'not-an-object', change: ({ study }) => (study._title = 'x') },
  {
    name: 'twins of another length',
    rule: 'twin-length',
    change: ({ practitioner }) => (practitioner.name[0]._given = [null, { id: 'x' }, { id: 'y' }]),
  },

  // Narrative and other rules
  {
    name: 'narrative with a script',
    rule: 'bad-xhtml',
    change: ({ study }) => (study.text.div = '<div xmlns="http://www.w3.org/1999/xhtml"><script>x</script></div>'),
  },
  {
    name: 'narrative that is not well-formed',
    rule: 'bad-xhtml',
    change: ({ study }) => (study.text.div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>x</div>'),
  },
  {
    name: 'narrative without a namespace',
    rule: 'bad-xhtml',
    change: ({ study }) => (study.text.div = '<div><p>x</p></div>'),
  },
  {
    name: 'narrative with an event handler',
    rule: 'bad-xhtml',
    change: ({ study }) => (study.text.div = '<div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()">x</p></div>'),
  },
  {
    name: 'narrative with nothing to read',
    rule: 'bad-xhtml',
    change: ({ study }) => (study.text.div = '<div xmlns="http://www.w3.org/1999/xhtml"> </div>'),
  },
  {
    name: 'organization without name or identifier',
    rule: 'org-1',
    change: ({ organization }) => delete organization.name,
  },
  {
    name: 'members of a group that is not actual',
    only: 'r4',
    rule: 'grp-1',
    change: ({ group, entry }) => (group.member = [{ entity: { reference: entry('Practitioner').fullUrl } }]),
  },
  {
    name: 'contact point without system',
    rule: 'cpt-2',
    change: ({ practitioner }) => (practitioner.telecom = [{ value: '+47' }]),
  },
  {
    name: 'attachment data without its type',
    rule: 'att-1',
    change: ({ document }) => (document.content[0].attachment = { data: 'eA==' }),
  },
  {
    name: 'data that is not base64',
    rule: 'bad-value',
    change: ({ document }) => (document.content[0].attachment = { contentType: 'text/plain', data: 'not base64!' }),
  },
  {
    name: 'characteristic defined twice',
    only: 'r5',
    rule: 'evv-1',
    change: ({ variable, entry }) =>
      (variable.characteristic[0].definitionReference = { reference: entry('Group').fullUrl }),
  },
];
