import { type Mutation, plain } from '../mutation.js';

/** Extensions: contents, places, definitions. */
export const extensionsMutations: readonly Mutation[] = [
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
    hapiAccepts: 'its list of cross-version paths also holds the elements that R4 has already',
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
  {
    name: 'part of a cross-version extension twice',
    only: 'r4',
    rule: 'extension-contents',
    change: ({ study }) => study.extension[0].extension.push(plain('value', { valueString: 'AGAIN' })),
    hapiAccepts: 'it makes these definitions from a list of paths that holds no cardinalities',
  },
];
