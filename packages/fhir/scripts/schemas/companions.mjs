import { constant, list, object, oneOf, ref, resource } from './build.mjs';

const characteristic = object(
  {
    code: ref('CodeableConcept'),
    valueCodeableConcept: ref('CodeableConcept'),
    valueBoolean: { type: 'boolean' },
    valueRange: ref('Range'),
    exclude: { type: 'boolean' },
  },
  ['code', 'valueCodeableConcept|valueBoolean|valueRange', 'exclude'],
);

const armCharacteristic = object(
  { code: ref('CodeableConcept'), valueReference: ref('Reference'), exclude: { type: 'boolean' } },
  ['code', 'valueReference', 'exclude'],
);

const groupDescription = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Group.description';

function group(version) {
  const common = { text: ref('Narrative'), type: constant('person') };
  if (version === 'R4') {
    const description = object({ url: constant(groupDescription), valueMarkdown: ref('text') }, [
      'url',
      'valueMarkdown',
    ]);
    return resource(
      'Group',
      { ...common, extension: list(description), actual: constant(false), characteristic: list(characteristic) },
      ['type', 'actual'],
    );
  }
  const described = { ...common, description: ref('text') };
  if (version === 'R5') {
    return resource(
      'Group',
      { ...described, membership: constant('definitional'), characteristic: list(characteristic) },
      ['type', 'membership'],
    );
  }
  return resource(
    'Group',
    {
      ...described,
      title: ref('text'),
      membership: oneOf('definitional', 'conceptual'),
      code: ref('CodeableConcept'),
      combinationMethod: constant('all-of'),
      characteristic: list({ anyOf: [characteristic, armCharacteristic] }),
    },
    ['type', 'membership'],
  );
}

function location(version) {
  const contact = object({
    purpose: ref('CodeableConcept'),
    name: list(ref('HumanName')),
    telecom: list(ref('ContactPoint')),
    address: ref('Address'),
    organization: ref('Reference'),
  });
  return resource('Location', {
    name: ref('text'),
    description: ref('text'),
    _description: ref('Element'),
    ...(version !== 'R4' && { contact: list(contact) }),
    address: ref('Address'),
    position: object({ longitude: { type: 'number' }, latitude: { type: 'number' } }, ['longitude', 'latitude']),
  });
}

function practitionerRole(version) {
  return resource('PractitionerRole', {
    practitioner: ref('Reference'),
    organization: ref('Reference'),
    code: list(ref('CodeableConcept')),
    ...(version === 'R4' && { location: list(ref('Reference')), telecom: list(ref('ContactPoint')) }),
  });
}

function planDefinition() {
  return {
    PlanDefinition: resource(
      'PlanDefinition',
      { type: ref('CodeableConcept'), status: constant('active'), action: list(ref('Action')) },
      ['status', 'action'],
    ),
    Action: object({
      prefix: oneOf('Arm', 'Intervention'),
      title: ref('text'),
      description: ref('text'),
      _description: ref('Element'),
      code: list(ref('CodeableConcept')),
      action: list(ref('Action')),
    }),
  };
}

function evidenceVariable(version) {
  const common = {
    title: ref('text'),
    status: constant('active'),
    description: ref('text'),
    note: list(ref('Annotation')),
  };
  const timeFromEvent = list(object({ description: ref('text') }, ['description']));
  const own =
    version === 'R5'
      ? { characteristic: list(object({ definitionCodeableConcept: ref('CodeableConcept'), timeFromEvent })) }
      : {
          definition: object({ concept: ref('CodeableConcept') }, ['concept']),
          classifier: list(ref('CodeableConcept')),
          timing: object({ text: ref('text'), _text: ref('Element') }, ['text']),
        };
  return { EvidenceVariable: resource('EvidenceVariable', { ...common, ...own }, ['status']) };
}

const provenance = resource(
  'Provenance',
  {
    target: list(ref('Reference')),
    recorded: ref('instant'),
    _recorded: ref('Element'),
    activity: ref('CodeableConcept'),
    agent: list(object({ type: ref('CodeableConcept'), who: ref('Reference') }, ['type', 'who'])),
    entity: list(object({ role: constant('source'), what: ref('Reference') }, ['role', 'what'])),
  },
  ['target', 'recorded|_recorded', 'agent'],
);

/** The resources beside the study. */
export function companions(version) {
  return {
    Group: group(version),
    Organization: resource('Organization', { name: ref('text') }, ['name']),
    Practitioner: resource('Practitioner', {
      name: list(ref('HumanName')),
      telecom: list(ref('ContactPoint')),
      address: list(ref('Address')),
    }),
    PractitionerRole: practitionerRole(version),
    Location: location(version),
    ...(version === 'R4' ? planDefinition() : evidenceVariable(version)),
    Provenance: provenance,
  };
}
