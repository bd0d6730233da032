/** Versions of FHIR that can be written. The R6 one is a ballot: experimental. */
export type FhirVersion = 'R4' | 'R5' | 'R6';

const core = 'http://hl7.org/fhir/';
const terminology = 'http://terminology.hl7.org/CodeSystem/';

/** Code systems that moved between the versions. R4 natives live at terminology.hl7.org, R5 in the core, R6 there again. */
export function systemsOf(version: FhirVersion) {
  const home = version === 'R6' ? terminology : core;
  return {
    /**
     * R4 has its own, smaller code system at R5's address, in which R5's codes are errors. The same codes stand in HL7's
     * terminology, so R4 names that one.
     */
    studyStatus: `${version === 'R5' ? core : terminology}research-study-status`,
    phase: `${version === 'R5' ? core : terminology}research-study-phase`,
    purpose: `${version === 'R5' ? core : terminology}research-study-prim-purp-type`,
    objective: `${version === 'R5' ? core : terminology}research-study-objective-type`,
    /** Inside cross-version extensions R4 speaks R5. */
    outcomeType: `${home}research-study-objective-type`,
    titleType: `${home}title-type`,
    partyRole: `${home}research-study-party-role`,
    armType: `${core}research-study-arm-type`,
    classifier: `${core}research-study-classifiers`,
    organizationType: `${core}research-study-party-organization-type`,
    design: version === 'R6' ? 'https://fevir.net/sevco' : `${core}study-design`,
  } as const;
}

export type Systems = ReturnType<typeof systemsOf>;

/** Code systems that are the same in every version. */
export const fixedSystems = {
  /** Preferred by the NamingSystem ClinicalTrialsGov of HL7's terminology. */
  clinicalTrialsGov: 'http://clinicaltrials.gov',
  mesh: 'https://www.nlm.nih.gov/mesh',
  ucum: 'http://unitsofmeasure.org',
  gender: 'http://hl7.org/fhir/administrative-gender',
  country: 'urn:iso:std:iso:3166',
  uri: 'urn:ietf:rfc:3986',
  usageContext: `${terminology}usage-context-type`,
  planType: `${terminology}plan-definition-type`,
  provenanceRole: `${terminology}provenance-participant-type`,
  registrationActivity: `${core}research-study-registration-activity`,
  thesaurus: 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl',
} as const;

/** The system that HL7's own example uses for the registry's enumerations; the name of the enumeration follows. */
export const registryEnum = 'https://clinicaltrials.gov/data-about-studies/study-data-structure#enum-';

/** Extensions, all published by HL7. */
export const extensionUrls = {
  dataAbsentReason: `${core}StructureDefinition/data-absent-reason`,
  /** The wording a value was read from. */
  originalText: `${core}StructureDefinition/originalText`,
  /** The same text with its markup, on an element that is a plain string. */
  markdown: `${core}StructureDefinition/rendering-markdown`,
  phoneExtension: `${core}StructureDefinition/contactpoint-extension`,
  countryCode: `${core}StructureDefinition/iso21090-SC-coding`,
  registration: `${core}StructureDefinition/researchStudy-studyRegistration`,
  targetPath: `${core}StructureDefinition/targetPath`,
  /** R4 only: an R5 element of ResearchStudy; its name follows. */
  r5Study: `${core}5.0/StructureDefinition/extension-ResearchStudy.`,
  r5GroupDescription: `${core}5.0/StructureDefinition/extension-Group.description`,
} as const;
