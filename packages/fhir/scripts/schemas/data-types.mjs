import { complexExtension, constant, extension, list, object, oneOf, ref, union, withTwin } from './build.mjs';

const standard = (name) => `http://hl7.org/fhir/StructureDefinition/${name}`;
const text = { type: 'string', pattern: '\\S' };

const primitives = {
  id: { type: 'string', pattern: '^[A-Za-z0-9.-]{1,64}$' },
  text,
  uri: { type: 'string', pattern: '^\\S+$' },
  code: { type: 'string', pattern: '^\\S+( \\S+)*$' },
  dateTime: { type: 'string', pattern: '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' },
  instant: {
    type: 'string',
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$',
  },
  unsignedInt: { type: 'integer', minimum: 0, maximum: 2147483647 },
  base64: { type: 'string', pattern: '^[A-Za-z0-9+/]+={0,2}$' },
};

const simpleExtensions = {
  OriginalText: extension(standard('originalText'), 'valueString', ref('text')),
  Markdown: extension(standard('rendering-markdown'), 'valueMarkdown', ref('text')),
  AbsentReason: extension(standard('data-absent-reason'), 'valueCode', constant('unknown')),
  CountryCode: extension(standard('iso21090-SC-coding'), 'valueCoding', ref('Coding')),
  PhoneExtension: extension(standard('contactpoint-extension'), 'valueString', ref('text')),
};

const complexTypes = {
  /** What stands beside a primitive value, or in its place. */
  Element: object(
    { extension: list(union('url', ['OriginalText', 'Markdown', 'AbsentReason', 'CountryCode'].map(ref))) },
    ['extension'],
  ),
  Coding: object({
    system: ref('uri'),
    ...withTwin('code', ref('code')),
    display: ref('text'),
    userSelected: { type: 'boolean' },
  }),
  CodeableConcept: object({
    extension: list(ref('OriginalText')),
    coding: list(ref('Coding')),
    ...withTwin('text', ref('text')),
  }),
  Reference: object({
    reference: ref('uri'),
    identifier: ref('Identifier'),
    display: ref('text'),
  }),
  Identifier: object({
    ...withTwin('use', oneOf('official', 'secondary', 'old')),
    type: ref('CodeableConcept'),
    system: ref('uri'),
    ...withTwin('value', ref('text')),
    assigner: ref('Reference'),
  }),
  Period: object({ ...withTwin('start', ref('dateTime')), ...withTwin('end', ref('dateTime')) }),
  Quantity: object({
    extension: list(ref('OriginalText')),
    value: { type: 'number' },
    unit: ref('text'),
    system: ref('uri'),
    code: ref('code'),
  }),
  Range: object({ low: ref('Quantity'), high: ref('Quantity') }),
  Annotation: object({ ...withTwin('time', ref('dateTime')), text: ref('text') }, ['text']),
  HumanName: object({
    text: ref('text'),
    family: ref('text'),
    given: list(ref('text')),
    suffix: list(ref('text')),
  }),
  ContactPoint: object(
    { extension: list(ref('PhoneExtension')), system: oneOf('phone', 'email'), value: ref('text') },
    ['system'],
  ),
  Address: object({
    text: ref('text'),
    city: ref('text'),
    state: ref('text'),
    postalCode: ref('text'),
    ...withTwin('country', ref('text')),
  }),
  Narrative: object({ status: constant('generated'), div: { type: 'string', pattern: '^<div xmlns="' } }, [
    'status',
    'div',
  ]),
  Registration: complexExtension(standard('researchStudy-studyRegistration'), [
    extension('activity', 'valueCodeableConcept', ref('CodeableConcept')),
    extension('actual', 'valueBoolean', { type: 'boolean' }, { twin: true }),
    extension('period', 'valuePeriod', ref('Period')),
  ]),
};

/** The data types of a version: they differ in the size of an attachment only. */
export function dataTypes(version) {
  const size = version === 'R4' ? ref('unsignedInt') : { type: 'string', pattern: '^[0-9]+$' };
  return {
    ...primitives,
    ...simpleExtensions,
    ...complexTypes,
    Attachment: object({
      contentType: ref('code'),
      data: ref('base64'),
      ...withTwin('url', ref('uri')),
      size,
      title: ref('text'),
      ...withTwin('creation', ref('dateTime')),
    }),
    // Parts of a study that R5 and R6 write as they are, and R4 in extensions.
    Label: object({ type: ref('CodeableConcept'), value: ref('text') }, ['type', 'value']),
    Party: object(
      {
        name: ref('text'),
        role: ref('CodeableConcept'),
        period: list(ref('Period')),
        classifier: list(ref('CodeableConcept')),
        party: ref('Reference'),
      },
      ['role'],
    ),
    Progress: object(
      { state: ref('CodeableConcept'), ...withTwin('actual', { type: 'boolean' }), period: ref('Period') },
      ['state'],
    ),
    Recruitment: object({
      ...withTwin('targetNumber', ref('unsignedInt')),
      ...withTwin('actualNumber', ref('unsignedInt')),
      eligibility: ref('Reference'),
    }),
  };
}
