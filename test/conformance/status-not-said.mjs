// R4 demands ResearchStudy.status, and not every record says one. Nothing is guessed: the study says that its status is
// absent because it is unknown, with FHIR's own extension for that. HL7's validator takes no extension in the place of a
// code that is required (its rule Terminology_TX_Code_ValueSet_MISSING). The writer reports `not-valid`, rule
// `r4-status-not-said`; this one error, at this one place, is accepted and counted, and no other.

const absent = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

export function isStatusNotSaid({ id, location }, bundle) {
  if (id !== 'Terminology_TX_Code_ValueSet_MISSING') return false;
  const place = /^Bundle\.entry\[(\d+)\]\.resource(?:\/\*ResearchStudy\/[^*]*\*\/)?\.status$/.exec(location);
  const study = place && bundle.entry?.[Number(place[1])]?.resource;
  if (study?.resourceType !== 'ResearchStudy' || study.status !== undefined) return false;
  return (study._status?.extension ?? []).some(({ url, valueCode }) => url === absent && valueCode === 'unknown');
}
