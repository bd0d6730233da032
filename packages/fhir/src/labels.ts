import type { TrialPath } from '@trialbridge/core';

/**
 * Labels of facts that FHIR has no element for. They stand in `ResearchStudy.classifier` as `Label: value`. A coded value
 * with an enumeration of the registry stands there as that coding instead, and takes the label only when it has no code.
 * Readers find the field by the label: a label is never changed, and never used twice.
 */
export const classifierLabels = {
  '/source/kind': 'Record kind',
  '/textMarkup': 'Text markup',
  '/delayedPosting': 'Delayed posting',
  '/registration/resultsWaived': 'Results waived',
  '/expandedAccess/available': 'Expanded access',
  '/expandedAccess/status': 'Expanded access status',
  '/expandedAccessTypes/individual': 'Expanded access for individual patients',
  '/expandedAccessTypes/intermediate': 'Expanded access for intermediate-size populations',
  '/expandedAccessTypes/treatment': 'Expanded access under a treatment protocol',
  '/expandedAccessPointerCount': 'Records that point to this expanded access record',
  '/responsibleParty/type': 'Responsible party type',
  '/responsibleParty/oldNameTitle': 'Responsible party name and title (before 2011)',
  '/responsibleParty/oldOrganization': 'Responsible party organization (before 2011)',
  '/oversight/hasDataMonitoringCommittee': 'Data monitoring committee',
  '/oversight/isFdaRegulatedDrug': 'FDA-regulated drug',
  '/oversight/isFdaRegulatedDevice': 'FDA-regulated device',
  '/oversight/isUnapprovedDevice': 'Device not approved or cleared by the FDA',
  '/oversight/isPediatricPostmarketSurveillance': 'Pediatric postmarket surveillance of a device',
  '/oversight/isUsExport': 'Product exported from the U.S.',
  '/oversight/fdaaa801Violation': 'FDAAA 801 violation',
  '/oversight/isFdaRegulated': 'FDA-regulated (before 2017)',
  '/oversight/isSection801': 'Section 801 trial (before 2017)',
  '/oversight/authorities/*': 'Oversight authority (before 2017)',
  '/phases/*': 'Phase',
  '/enrollment/count': 'Enrollment (not said whether actual or estimated)',
  '/enrollment/type': 'Enrollment type',
  '/enrollment/analyzed': 'Participants analyzed',
  '/enrollment/bySex/male': 'Male participants',
  '/enrollment/bySex/female': 'Female participants',
  '/enrollment/verbatim': 'Enrollment as stated',
  '/patientRegistry': 'Patient registry',
  '/targetDuration': 'Target follow-up duration',
  '/eligibility/sex': 'Sex of participants',
  '/eligibility/genderBased': 'Eligibility by gender identity',
  '/eligibility/ageGroups/*': 'Age group',
  '/siteCount': 'Number of sites',
  '/removedCountries/*': 'Country no longer taking part',
  '/ipdSharing/plan': 'Individual participant data sharing',
  '/ipdSharing/infoTypes/*': 'Individual participant data: supporting information',
  '/noStatisticalAnalysisPlan': 'No statistical analysis plan',
  '/hasResults': 'Has results',
  '/results/certainAgreement/isSponsorEmployee': 'Principal investigators are employed by the sponsor',
  '/results/certainAgreement/isRestrictive': 'Restrictive agreement on disclosing results',
  '/results/certainAgreement/restriction': 'Agreement restriction',
} as const satisfies Partial<Record<TrialPath, string>>;

/** The same for facts about the design: in `category` (R4) or `studyDesign` (R5, R6). */
export const designLabels = {
  '/studyType': 'Study type',
  '/design/allocation': 'Allocation',
  '/design/interventionModel': 'Intervention model',
  '/design/observationalModel': 'Observational model',
  '/design/timePerspective': 'Time perspective',
  '/design/masking/masking': 'Masking',
  '/design/masking/roles/*': 'Masked role',
  '/design/centers': 'Centers',
  '/design/armCount': 'Number of arms',
  '/design/groupCount': 'Number of groups',
  '/design/hasPlaceboGroup': 'Placebo group',
  '/design/verbatim': 'Design as stated',
  '/biospecimens/retention': 'Biospecimen retention',
  '/eligibility/samplingMethod': 'Sampling method',
} as const satisfies Partial<Record<TrialPath, string>>;

/** Labels of texts in `ResearchStudy.note`: the text follows after `: `, or after `:` and an empty line if it has lines. */
export const noteLabels = {
  '/design/interventionModelDescription': 'Intervention model',
  '/design/masking/description': 'Masking',
  '/biospecimens/description': 'Biospecimens',
  '/eligibility/genderDescription': 'Gender eligibility',
  '/eligibility/studyPopulation': 'Study population',
  '/ipdSharing/description': 'Individual participant data sharing plan',
  '/ipdSharing/timeFrame': 'Individual participant data time frame',
  '/ipdSharing/accessCriteria': 'Individual participant data access criteria',
  '/results/limitationsAndCaveats': 'Limitations and caveats of the results',
  '/results/certainAgreement/otherDetails': 'Agreement on disclosing results',
  '/resultsSummary/text': 'Summary of results',
  '/annotations/unpostedResults/responsibleParty': 'Results submitted but not posted by',
  '/annotations/unpostedResults/events/*': 'Event of results not posted',
  '/annotations/violations/*': 'Violation event',
} as const satisfies Partial<Record<TrialPath, string>>;

/** What a party is to the record: text of a classifier of `associatedParty`, for parties that are people. */
export const partyLabels = {
  contact: 'Central contact',
  official: 'Overall official',
  responsible: 'Responsible party',
  results: 'Contact for results',
  site: 'Site contact',
} as const;

/** What a related artifact is: its `label`. Those of publications are the registry's reference type. */
export const artifactLabels = {
  source: 'Source record',
  record: 'Registry record',
  identifier: 'Page about identifier',
  expandedAccess: 'Expanded access record',
  retraction: 'Retraction',
  link: 'Link',
  availableData: 'Available data',
  ipdSharing: 'Individual participant data sharing',
  document: 'Document',
  results: 'Results',
  resultsSummary: 'Summary of results',
} as const;

/** Text of `identifier.type`. The organisation's own id and the kind of issuer are joined by `: `. */
export const organizationIdLabel = "Organization's unique protocol ID";

/** Prefixes of a PlanDefinition's actions (R4). */
export const actionPrefixes = { arm: 'Arm', intervention: 'Intervention' } as const;

/** Labels inside a resource of its own, `Label: value`: other names and arms of an intervention, status of a site. */
export const smallLabels = {
  otherName: 'Other name',
  interventionType: 'Intervention type',
  armOfIntervention: 'Arm',
  siteStatus: 'Recruitment status',
  timeFrame: 'Time frame',
  safetyIssue: 'Safety issue',
  contactPurpose: 'Contact purpose',
  ethicsStatus: 'Ethics review status',
  lastKnownStatus: 'Last known status',
  dateType: 'Date type',
} as const;

/** R4 has one description: a classifier says so where it is the detailed one and there is no summary. */
export const detailedOnlyText = 'Description: detailed';

/** Characteristics of the eligibility group that have no code of their own. */
export const characteristicLabels = { healthyVolunteers: 'Accepts healthy volunteers' } as const;

/** Lines of a note about a violation, below its first; the description is last and may have lines of its own. */
export const violationLabels = {
  created: 'Created',
  issued: 'Issued',
  released: 'Released',
  posted: 'Posted',
  description: 'Description',
} as const;

/** Lines of the `citation` of a posted document. */
export const documentLabels = {
  type: 'Type',
  hasProtocol: 'Protocol',
  hasStatisticalAnalysisPlan: 'Statistical analysis plan',
  hasConsentForm: 'Consent form',
  uploadedAt: 'Uploaded',
  url: 'Address',
  size: 'Size in bytes',
  dateType: 'Date type',
} as const;
