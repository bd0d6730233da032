// Generated from schemas/trial.schema.json by packages/core/scripts/generate.mjs. Do not edit.

/**
 * A date exactly as precise as its source: `2015`, `2015-08` or `2015-08-31`.
 */
export type PartialDate = string;
/**
 * Whether a date or a count happened or is expected.
 */
export type DateTypeCode = 'ACTUAL' | 'ESTIMATED';
/**
 * What an identifier is to the record: the registry's own id, an id it had before, the organisation's protocol id, or another.
 */
export type IdentifierRoleCode = 'PRIMARY' | 'ALIAS' | 'ORGANIZATION' | 'SECONDARY';
/**
 * Who or what issued an identifier.
 */
export type IdentifierTypeCode =
  'NIH' | 'FDA' | 'VA' | 'CDC' | 'AHRQ' | 'SAMHSA' | 'OTHER_GRANT' | 'EUDRACT_NUMBER' | 'CTIS' | 'REGISTRY' | 'OTHER';
/**
 * Kind of organisation.
 */
export type AgencyClassCode =
  'NIH' | 'FED' | 'OTHER_GOV' | 'INDIV' | 'INDUSTRY' | 'NETWORK' | 'AMBIG' | 'OTHER' | 'UNKNOWN';
/**
 * Recruitment status of a trial or a site (WHO item 18).
 */
export type OverallStatusCode =
  | 'ACTIVE_NOT_RECRUITING'
  | 'COMPLETED'
  | 'ENROLLING_BY_INVITATION'
  | 'NOT_YET_RECRUITING'
  | 'RECRUITING'
  | 'SUSPENDED'
  | 'TERMINATED'
  | 'WITHDRAWN'
  | 'AVAILABLE'
  | 'NO_LONGER_AVAILABLE'
  | 'TEMPORARILY_NOT_AVAILABLE'
  | 'APPROVED_FOR_MARKETING'
  | 'WITHHELD'
  | 'UNKNOWN';
/**
 * Who is responsible for the record.
 */
export type ResponsiblePartyTypeCode = 'SPONSOR' | 'PRINCIPAL_INVESTIGATOR' | 'SPONSOR_INVESTIGATOR';
/**
 * Relevance of a browse term.
 */
export type BrowseRelevanceCode = 'LOW' | 'HIGH';
/**
 * Kind of study (WHO item 15).
 */
export type StudyTypeCode = 'EXPANDED_ACCESS' | 'INTERVENTIONAL' | 'OBSERVATIONAL';
/**
 * Phase of a drug trial. A trial in two phases lists both.
 */
export type PhaseCode = 'NA' | 'EARLY_PHASE1' | 'PHASE1' | 'PHASE2' | 'PHASE3' | 'PHASE4';
/**
 * How participants are assigned to arms.
 */
export type AllocationCode = 'RANDOMIZED' | 'NON_RANDOMIZED' | 'NA';
/**
 * General design of an interventional trial.
 */
export type InterventionModelCode = 'SINGLE_GROUP' | 'PARALLEL' | 'CROSSOVER' | 'FACTORIAL' | 'SEQUENTIAL';
/**
 * Main reason for the interventions.
 */
export type PrimaryPurposeCode =
  | 'TREATMENT'
  | 'PREVENTION'
  | 'DIAGNOSTIC'
  | 'ECT'
  | 'SUPPORTIVE_CARE'
  | 'SCREENING'
  | 'HEALTH_SERVICES_RESEARCH'
  | 'BASIC_SCIENCE'
  | 'DEVICE_FEASIBILITY'
  | 'OTHER';
/**
 * General design of an observational study.
 */
export type ObservationalModelCode =
  | 'COHORT'
  | 'CASE_CONTROL'
  | 'CASE_ONLY'
  | 'CASE_CROSSOVER'
  | 'ECOLOGIC_OR_COMMUNITY'
  | 'FAMILY_BASED'
  | 'DEFINED_POPULATION'
  | 'NATURAL_HISTORY'
  | 'OTHER';
/**
 * When an observational study looks at its participants.
 */
export type TimePerspectiveCode = 'RETROSPECTIVE' | 'PROSPECTIVE' | 'CROSS_SECTIONAL' | 'OTHER';
/**
 * How many parties are masked.
 */
export type MaskingCode = 'NONE' | 'SINGLE' | 'DOUBLE' | 'TRIPLE' | 'QUADRUPLE';
/**
 * Party that does not know the assignment.
 */
export type MaskedRoleCode = 'PARTICIPANT' | 'CARE_PROVIDER' | 'INVESTIGATOR' | 'OUTCOMES_ASSESSOR';
/**
 * Number of centres as stated.
 */
export type CentersCode = 'SINGLE' | 'MULTIPLE';
/**
 * Whether biospecimens are kept.
 */
export type BiospecimenRetentionCode = 'NONE_RETAINED' | 'SAMPLES_WITH_DNA' | 'SAMPLES_WITHOUT_DNA';
/**
 * Role of an arm.
 */
export type ArmTypeCode =
  'EXPERIMENTAL' | 'ACTIVE_COMPARATOR' | 'PLACEBO_COMPARATOR' | 'SHAM_COMPARATOR' | 'NO_INTERVENTION' | 'OTHER';
/**
 * Kind of intervention.
 */
export type InterventionTypeCode =
  | 'BEHAVIORAL'
  | 'BIOLOGICAL'
  | 'COMBINATION_PRODUCT'
  | 'DEVICE'
  | 'DIAGNOSTIC_TEST'
  | 'DIETARY_SUPPLEMENT'
  | 'DRUG'
  | 'GENETIC'
  | 'PROCEDURE'
  | 'RADIATION'
  | 'OTHER';
/**
 * Sex of the people who can take part.
 */
export type SexCode = 'FEMALE' | 'MALE' | 'ALL';
/**
 * Registry-derived age group.
 */
export type AgeGroupCode = 'CHILD' | 'ADULT' | 'OLDER_ADULT';
/**
 * How an observational study picks its participants.
 */
export type SamplingMethodCode = 'PROBABILITY_SAMPLE' | 'NON_PROBABILITY_SAMPLE';
/**
 * Role of a contact or an official.
 */
export type ContactRoleCode =
  'STUDY_CHAIR' | 'STUDY_DIRECTOR' | 'PRINCIPAL_INVESTIGATOR' | 'SUB_INVESTIGATOR' | 'CONTACT';
/**
 * What a contact is for (WHO items 7 and 8).
 */
export type ContactPurposeCode = 'PUBLIC' | 'SCIENTIFIC';
/**
 * Why a publication is listed.
 */
export type ReferenceTypeCode = 'BACKGROUND' | 'RESULT' | 'DERIVED';
/**
 * Plan to share individual participant data (WHO item 24).
 */
export type IpdSharingCode = 'YES' | 'NO' | 'UNDECIDED';
/**
 * Supporting information to be shared.
 */
export type IpdInfoTypeCode = 'STUDY_PROTOCOL' | 'SAP' | 'ICF' | 'CSR' | 'ANALYTIC_CODE';
/**
 * Statistic that a measure reports.
 */
export type MeasureParameterCode =
  | 'GEOMETRIC_MEAN'
  | 'GEOMETRIC_LEAST_SQUARES_MEAN'
  | 'LEAST_SQUARES_MEAN'
  | 'LOG_MEAN'
  | 'MEAN'
  | 'MEDIAN'
  | 'NUMBER'
  | 'COUNT_OF_PARTICIPANTS'
  | 'COUNT_OF_UNITS';
/**
 * Spread that a measure reports.
 */
export type MeasureDispersionCode =
  | 'NA'
  | 'STANDARD_DEVIATION'
  | 'STANDARD_ERROR'
  | 'INTER_QUARTILE_RANGE'
  | 'FULL_RANGE'
  | 'CONFIDENCE_80'
  | 'CONFIDENCE_90'
  | 'CONFIDENCE_95'
  | 'CONFIDENCE_975'
  | 'CONFIDENCE_99'
  | 'CONFIDENCE_OTHER'
  | 'GEOMETRIC_COEFFICIENT';
/**
 * Kind of reported outcome measure.
 */
export type OutcomeMeasureTypeCode = 'PRIMARY' | 'SECONDARY' | 'OTHER_PRE_SPECIFIED' | 'POST_HOC';
/**
 * Whether a measure's data are posted.
 */
export type ReportingStatusCode = 'NOT_POSTED' | 'POSTED';
/**
 * Spread of an analysis parameter.
 */
export type AnalysisDispersionCode = 'STANDARD_DEVIATION' | 'STANDARD_ERROR_OF_MEAN';
/**
 * Sides of a confidence interval.
 */
export type ConfidenceIntervalSidesCode = 'ONE_SIDED' | 'TWO_SIDED';
/**
 * Kind of hypothesis test.
 */
export type NonInferiorityTypeCode =
  | 'SUPERIORITY'
  | 'NON_INFERIORITY'
  | 'EQUIVALENCE'
  | 'OTHER'
  | 'NON_INFERIORITY_OR_EQUIVALENCE'
  | 'SUPERIORITY_OR_OTHER'
  | 'NON_INFERIORITY_OR_EQUIVALENCE_LEGACY'
  | 'SUPERIORITY_OR_OTHER_LEGACY';
/**
 * How adverse events were collected.
 */
export type EventAssessmentCode = 'NON_SYSTEMATIC_ASSESSMENT' | 'SYSTEMATIC_ASSESSMENT';
/**
 * Restriction on disclosing results.
 */
export type AgreementRestrictionCode = 'LTE60' | 'GT60' | 'OTHER';
/**
 * Step of a results submission that is not posted yet.
 */
export type UnpostedEventTypeCode = 'RESET' | 'RELEASE' | 'UNRELEASE';
/**
 * Step of a reporting violation.
 */
export type ViolationEventTypeCode =
  'VIOLATION_IDENTIFIED' | 'CORRECTION_CONFIRMED' | 'PENALTY_IMPOSED' | 'ISSUES_IN_LETTER_ADDRESSED_CONFIRMED';

/**
 * A clinical trial as registries know it. Registry-neutral: a superset of the WHO Trial Registration Data Set (24 items) and of a ClinicalTrials.gov API v2 record. A key that is absent was not said. Codes use the spelling of the ClinicalTrials.gov API v2 enumerations, the field's most complete public vocabulary.
 */
export interface Trial {
  /**
   * Version of this schema.
   */
  schemaVersion: '1.0';
  /**
   * Id of the trial: its registry id, or where the record has none `sha256-` and the first 32 hexadecimal digits of its content's hash.
   */
  id: string;
  source: SourceRecord;
  /**
   * Markup of the texts that may hold some: CommonMark in ClinicalTrials.gov API v2, plain elsewhere.
   */
  textMarkup?: 'commonmark' | 'plain';
  /**
   * Ids of the trial.
   *
   * @minItems 1
   */
  identifiers?: Identifier[];
  /**
   * Short title for the public (WHO item 9).
   */
  briefTitle?: string;
  /**
   * Scientific title (WHO item 10).
   */
  officialTitle?: string;
  /**
   * Acronym.
   */
  acronym?: string;
  organization?: Organization;
  overallStatus?: CodedOverallStatus;
  lastKnownStatus?: CodedOverallStatus1;
  /**
   * Why the trial stopped early. May hold markup: see `textMarkup`.
   */
  whyStopped?: string;
  /**
   * Posting is delayed.
   */
  delayedPosting?: boolean;
  startDate?: TrialDate2;
  primaryCompletionDate?: TrialDate3;
  completionDate?: TrialDate4;
  registration?: Registration;
  expandedAccess?: ExpandedAccess;
  leadSponsor?: Organization1;
  /**
   * Secondary sponsors (WHO item 6).
   *
   * @minItems 1
   */
  collaborators?: Organization2[];
  /**
   * Kinds of sponsors and collaborators, where the source gives kinds without names.
   *
   * @minItems 1
   */
  funderTypes?: CodedAgencyClass1[];
  /**
   * Sources of monetary or material support (WHO item 4), where the source lists them apart.
   *
   * @minItems 1
   */
  supportSources?: string[];
  responsibleParty?: ResponsibleParty;
  oversight?: Oversight;
  /**
   * Ethics reviews (WHO item 21).
   *
   * @minItems 1
   */
  ethicsReviews?: EthicsReview[];
  /**
   * Summary for the public. May hold markup: see `textMarkup`.
   */
  briefSummary?: string;
  /**
   * Longer description. May hold markup: see `textMarkup`.
   */
  detailedDescription?: string;
  /**
   * Conditions studied (WHO item 12).
   *
   * @minItems 1
   */
  conditions?: string[];
  /**
   * Keywords.
   *
   * @minItems 1
   */
  keywords?: string[];
  conditionBrowse?: Browse;
  interventionBrowse?: Browse1;
  studyType?: CodedStudyType;
  /**
   * Phases.
   *
   * @minItems 1
   */
  phases?: CodedPhase[];
  design?: Design;
  enrollment?: Enrollment;
  /**
   * The study is a patient registry.
   */
  patientRegistry?: boolean;
  /**
   * Follow-up time of a patient registry, as stated.
   */
  targetDuration?: string;
  expandedAccessTypes?: ExpandedAccessTypes;
  /**
   * Number of records that point to this expanded access record.
   */
  expandedAccessPointerCount?: number;
  biospecimens?: Biospecimens;
  /**
   * Arms, groups or cohorts.
   *
   * @minItems 1
   */
  arms?: Arm[];
  /**
   * Interventions (WHO item 13).
   *
   * @minItems 1
   */
  interventions?: Intervention[];
  /**
   * Primary outcomes (WHO item 19).
   *
   * @minItems 1
   */
  primaryOutcomes?: Outcome[];
  /**
   * Key secondary outcomes (WHO item 20).
   *
   * @minItems 1
   */
  secondaryOutcomes?: Outcome[];
  /**
   * Other pre-specified outcomes.
   *
   * @minItems 1
   */
  otherOutcomes?: Outcome[];
  eligibility?: Eligibility;
  /**
   * Central contacts (WHO items 7 and 8).
   *
   * @minItems 1
   */
  contacts?: Contact[];
  /**
   * People responsible for the whole trial.
   *
   * @minItems 1
   */
  officials?: Contact[];
  /**
   * Sites.
   *
   * @minItems 1
   */
  sites?: Site[];
  /**
   * Number of sites, as stated.
   */
  siteCount?: number;
  /**
   * Countries of recruitment (WHO item 11), as listed by the source.
   *
   * @minItems 1
   */
  countries?: string[];
  /**
   * Countries that no longer take part.
   *
   * @minItems 1
   */
  removedCountries?: string[];
  /**
   * Publications.
   *
   * @minItems 1
   */
  references?: Reference[];
  /**
   * Web pages.
   *
   * @minItems 1
   */
  links?: Link[];
  /**
   * Data and documents elsewhere.
   *
   * @minItems 1
   */
  availableData?: AvailableData[];
  ipdSharing?: IpdSharingStatement;
  /**
   * Posted documents.
   *
   * @minItems 1
   */
  documents?: Document[];
  /**
   * There is no statistical analysis plan.
   */
  noStatisticalAnalysisPlan?: boolean;
  /**
   * The registry holds results.
   */
  hasResults?: boolean;
  results?: Results;
  resultsSummary?: ResultsSummary;
  annotations?: Annotations;
  submissionTracking?: SubmissionTracking;
  /**
   * How values were obtained, by JSON Pointer into this trial. A pointer to an object or a list speaks for all below it that has no entry of its own. Always present for text sources; for JSON and XML sources on request.
   */
  evidence?: {
    [k: string]: Evidence;
  };
  /**
   * Parts of the source without a place in this model.
   *
   * @minItems 1
   */
  unmapped?: Unmapped[];
}
/**
 * The record that a trial was read from.
 */
export interface SourceRecord {
  /**
   * Id of the format: `ctgov-json`.
   */
  format: string;
  /**
   * A registry record, or a report about the trial.
   */
  kind: 'registration' | 'publication';
  /**
   * Address of the record, as stated in it.
   */
  url?: string;
  processed?: TrialDate;
  /**
   * The registry's sentence about it.
   */
  processedText?: string;
  /**
   * The registry's words for the link to the record.
   */
  linkText?: string;
  version?: TrialDate1;
  /**
   * Rank of the record in the search it was downloaded from.
   */
  rank?: string;
  /**
   * Form of the format, where it has several.
   */
  dialect?: string;
}
/**
 * When the registry processed the data, as stated.
 */
export interface TrialDate {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Actual or estimated, where the source says.
 */
export interface CodedDateType {
  code?: DateTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Date of the registry's version of the record.
 */
export interface TrialDate1 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * An id by which the trial or its record is known (WHO items 1 and 3).
 */
export interface Identifier {
  /**
   * The id, in the normal form of its registry where the registry is recognised.
   */
  value: string;
  role?: CodedIdentifierRole;
  type?: CodedIdentifierType;
  /**
   * Name of the registry whose id this is, recognised from its form: `ClinicalTrials.gov`, `ISRCTN`, `EU-CTR`, ...
   */
  registry?: string;
  /**
   * Organisation or registry that issued the id, as stated.
   */
  issuer?: string;
  /**
   * Address of a page about the id.
   */
  link?: string;
  /**
   * The source's spelling, where it differs from `value`.
   */
  verbatim?: string;
}
/**
 * What the id is to this record.
 */
export interface CodedIdentifierRole {
  code?: IdentifierRoleCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Kind of issuer, as stated.
 */
export interface CodedIdentifierType {
  code?: IdentifierTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Organisation that provides the record.
 */
export interface Organization {
  /**
   * Its name.
   */
  name?: string;
  class?: CodedAgencyClass;
}
/**
 * Kind of organisation.
 */
export interface CodedAgencyClass {
  code?: AgencyClassCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Recruitment status (WHO item 18). Never defaulted.
 */
export interface CodedOverallStatus {
  code?: OverallStatusCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Status before it became unknown.
 */
export interface CodedOverallStatus1 {
  code?: OverallStatusCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * First enrolment (WHO item 16).
 */
export interface TrialDate2 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Last data for the primary outcome.
 */
export interface TrialDate3 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Last visit of the last participant (WHO item 22).
 */
export interface TrialDate4 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Dates of the record itself, and what is said of its results.
 */
export interface Registration {
  registered?: TrialDate5;
  firstSubmitted?: TrialDate6;
  firstSubmittedQc?: TrialDate7;
  firstPosted?: TrialDate8;
  /**
   * Results need not be submitted.
   */
  resultsWaived?: boolean;
  resultsFirstSubmitted?: TrialDate9;
  resultsFirstSubmittedQc?: TrialDate10;
  resultsFirstPosted?: TrialDate11;
  dispositionFirstSubmitted?: TrialDate12;
  dispositionFirstSubmittedQc?: TrialDate13;
  dispositionFirstPosted?: TrialDate14;
  lastUpdateSubmitted?: TrialDate15;
  lastUpdateSubmittedQc?: TrialDate16;
  lastUpdatePosted?: TrialDate17;
  verified?: TrialDate18;
}
/**
 * Date of registration (WHO item 2), where the source gives one that is none of the dates below.
 */
export interface TrialDate5 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * First submitted to the registry.
 */
export interface TrialDate6 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * First submitted in a form that met quality criteria.
 */
export interface TrialDate7 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * First public.
 */
export interface TrialDate8 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Results first submitted.
 */
export interface TrialDate9 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Results first submitted in a form that met quality criteria.
 */
export interface TrialDate10 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Results first public.
 */
export interface TrialDate11 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Certification or extension request first submitted.
 */
export interface TrialDate12 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Certification or extension request first submitted in a form that met quality criteria.
 */
export interface TrialDate13 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Certification or extension request first public.
 */
export interface TrialDate14 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Last update submitted.
 */
export interface TrialDate15 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Last update submitted in a form that met quality criteria.
 */
export interface TrialDate16 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Last update public.
 */
export interface TrialDate17 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Record last verified by its party.
 */
export interface TrialDate18 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Access to the intervention outside the trial.
 */
export interface ExpandedAccess {
  /**
   * There is expanded access.
   */
  available?: boolean;
  /**
   * Registry id of the expanded access record.
   */
  trialId?: string;
  status?: CodedOverallStatus2;
}
/**
 * Status of that record.
 */
export interface CodedOverallStatus2 {
  code?: OverallStatusCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Primary sponsor (WHO item 5).
 */
export interface Organization1 {
  /**
   * Its name.
   */
  name?: string;
  class?: CodedAgencyClass;
}
/**
 * An organisation.
 */
export interface Organization2 {
  /**
   * Its name.
   */
  name?: string;
  class?: CodedAgencyClass;
}
/**
 * One kind.
 */
export interface CodedAgencyClass1 {
  code?: AgencyClassCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Who is responsible for the record.
 */
export interface ResponsibleParty {
  type?: CodedResponsiblePartyType;
  /**
   * Investigator's full name.
   */
  name?: string;
  /**
   * Investigator's official title.
   */
  title?: string;
  /**
   * Investigator's affiliation.
   */
  affiliation?: string;
  /**
   * Name and title in the form used before 2011.
   */
  oldNameTitle?: string;
  /**
   * Organisation in the form used before 2011.
   */
  oldOrganization?: string;
}
/**
 * Kind of party.
 */
export interface CodedResponsiblePartyType {
  code?: ResponsiblePartyTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Oversight of the trial.
 */
export interface Oversight {
  /**
   * A data monitoring committee exists.
   */
  hasDataMonitoringCommittee?: boolean;
  /**
   * Studies a drug that the U.S. FDA regulates.
   */
  isFdaRegulatedDrug?: boolean;
  /**
   * Studies a device that the U.S. FDA regulates.
   */
  isFdaRegulatedDevice?: boolean;
  /**
   * Studies a device not approved or cleared by the U.S. FDA.
   */
  isUnapprovedDevice?: boolean;
  /**
   * Pediatric postmarket surveillance of a device.
   */
  isPediatricPostmarketSurveillance?: boolean;
  /**
   * The product is exported from the U.S.
   */
  isUsExport?: boolean;
  /**
   * In violation of FDAAA 801.
   */
  fdaaa801Violation?: boolean;
  /**
   * Regulated by the U.S. FDA: one field, used before 2017.
   */
  isFdaRegulated?: boolean;
  /**
   * A section 801 trial: used before 2017.
   */
  isSection801?: boolean;
  /**
   * Oversight authorities, used before 2017.
   *
   * @minItems 1
   */
  authorities?: string[];
}
/**
 * A review by an ethics committee (WHO item 21).
 */
export interface EthicsReview {
  /**
   * As stated.
   */
  status?: string;
  date?: TrialDate19;
  /**
   * Name and contact of the committee.
   */
  committee?: string;
}
/**
 * Date of approval.
 */
export interface TrialDate19 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Registry-derived condition terms.
 */
export interface Browse {
  /**
   * MeSH terms.
   *
   * @minItems 1
   */
  terms?: Term[];
  /**
   * MeSH terms above them.
   *
   * @minItems 1
   */
  ancestors?: Term[];
  /**
   * Browse terms.
   *
   * @minItems 1
   */
  leaves?: BrowseLeaf[];
  /**
   * Branches.
   *
   * @minItems 1
   */
  branches?: BrowseBranch[];
}
/**
 * A term of a vocabulary.
 */
export interface Term {
  /**
   * Code in the vocabulary.
   */
  id?: string;
  /**
   * The term.
   */
  term?: string;
}
/**
 * A term by which the registry lists the trial.
 */
export interface BrowseLeaf {
  /**
   * Registry's code.
   */
  id?: string;
  /**
   * Name.
   */
  name?: string;
  /**
   * Words of the record it was found by.
   */
  asFound?: string;
  relevance?: CodedBrowseRelevance;
}
/**
 * Relevance.
 */
export interface CodedBrowseRelevance {
  code?: BrowseRelevanceCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * A branch of terms.
 */
export interface BrowseBranch {
  /**
   * Short name.
   */
  abbreviation?: string;
  /**
   * Name.
   */
  name?: string;
}
/**
 * Registry-derived intervention terms.
 */
export interface Browse1 {
  /**
   * MeSH terms.
   *
   * @minItems 1
   */
  terms?: Term[];
  /**
   * MeSH terms above them.
   *
   * @minItems 1
   */
  ancestors?: Term[];
  /**
   * Browse terms.
   *
   * @minItems 1
   */
  leaves?: BrowseLeaf[];
  /**
   * Branches.
   *
   * @minItems 1
   */
  branches?: BrowseBranch[];
}
/**
 * Kind of study (WHO item 15).
 */
export interface CodedStudyType {
  code?: StudyTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * One phase.
 */
export interface CodedPhase {
  code?: PhaseCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Design of the study (WHO item 15).
 */
export interface Design {
  allocation?: CodedAllocation;
  interventionModel?: CodedInterventionModel;
  /**
   * More about the model. May hold markup: see `textMarkup`.
   */
  interventionModelDescription?: string;
  primaryPurpose?: CodedPrimaryPurpose;
  observationalModel?: CodedObservationalModel;
  timePerspective?: CodedTimePerspective;
  masking?: MaskingInfo;
  centers?: CodedCenters;
  /**
   * Number of arms of an interventional trial, as stated.
   */
  armCount?: number;
  /**
   * Number of groups or cohorts, as stated.
   */
  groupCount?: number;
  /**
   * One of the groups gets a placebo, as stated.
   */
  hasPlaceboGroup?: boolean;
  /**
   * The source's one-line wording of the design, where it has one.
   */
  verbatim?: string;
}
/**
 * How participants are assigned.
 */
export interface CodedAllocation {
  code?: AllocationCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Design of an interventional trial.
 */
export interface CodedInterventionModel {
  code?: InterventionModelCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Main reason for the interventions.
 */
export interface CodedPrimaryPurpose {
  code?: PrimaryPurposeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Design of an observational study.
 */
export interface CodedObservationalModel {
  code?: ObservationalModelCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * When participants are looked at.
 */
export interface CodedTimePerspective {
  code?: TimePerspectiveCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Masking.
 */
export interface MaskingInfo {
  masking?: CodedMasking;
  /**
   * The parties masked.
   *
   * @minItems 1
   */
  roles?: CodedMaskedRole[];
  /**
   * More about masking. May hold markup: see `textMarkup`.
   */
  description?: string;
}
/**
 * How many parties are masked.
 */
export interface CodedMasking {
  code?: MaskingCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * One party.
 */
export interface CodedMaskedRole {
  code?: MaskedRoleCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Single centre or several, where stated.
 */
export interface CodedCenters {
  code?: CentersCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * How many take part (WHO item 17).
 */
export interface Enrollment {
  /**
   * Number of participants, target or actual.
   */
  count?: number;
  type?: CodedDateType1;
  /**
   * Number analysed, where the source says.
   */
  analyzed?: number;
  bySex?: SexCount;
  /**
   * The source's wording, where it is not a plain number.
   */
  verbatim?: string;
}
/**
 * Actual or estimated, where the source says.
 */
export interface CodedDateType1 {
  code?: DateTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * By sex, where the source says.
 */
export interface SexCount {
  /**
   * Men and boys.
   */
  male?: number;
  /**
   * Women and girls.
   */
  female?: number;
}
/**
 * Kinds of expanded access.
 */
export interface ExpandedAccessTypes {
  /**
   * For individual patients.
   */
  individual?: boolean;
  /**
   * For intermediate-size populations.
   */
  intermediate?: boolean;
  /**
   * Treatment IND or protocol.
   */
  treatment?: boolean;
}
/**
 * Biospecimens of the study.
 */
export interface Biospecimens {
  retention?: CodedBiospecimenRetention;
  /**
   * Which kinds. May hold markup: see `textMarkup`.
   */
  description?: string;
}
/**
 * What is kept.
 */
export interface CodedBiospecimenRetention {
  code?: BiospecimenRetentionCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * An arm, group or cohort.
 */
export interface Arm {
  /**
   * Its name.
   */
  label?: string;
  type?: CodedArmType;
  /**
   * What happens in it. May hold markup: see `textMarkup`.
   */
  description?: string;
  /**
   * Interventions given in it.
   *
   * @minItems 1
   */
  interventionNames?: string[];
}
/**
 * Its role.
 */
export interface CodedArmType {
  code?: ArmTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Something given, done or observed (WHO item 13).
 */
export interface Intervention {
  type?: CodedInterventionType;
  /**
   * Name.
   */
  name?: string;
  /**
   * What it is. May hold markup: see `textMarkup`.
   */
  description?: string;
  /**
   * Other names.
   *
   * @minItems 1
   */
  otherNames?: string[];
  /**
   * Arms that get it.
   *
   * @minItems 1
   */
  armLabels?: string[];
}
/**
 * Kind.
 */
export interface CodedInterventionType {
  code?: InterventionTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * A planned outcome measure (WHO items 19 and 20).
 */
export interface Outcome {
  /**
   * What is measured.
   */
  measure?: string;
  /**
   * How. May hold markup: see `textMarkup`.
   */
  description?: string;
  /**
   * When.
   */
  timeFrame?: string;
  /**
   * Whether it concerns safety: used before 2017.
   */
  safetyIssue?: boolean;
}
/**
 * Who can take part (WHO item 14).
 */
export interface Eligibility {
  /**
   * Inclusion and exclusion criteria, whole. May hold markup: see `textMarkup`.
   */
  criteria?: string;
  /**
   * The same text, line by line, where the source's layout allows it.
   *
   * @minItems 1
   */
  items?: Criterion[];
  sex?: CodedSex;
  /**
   * Eligibility is by gender identity.
   */
  genderBased?: boolean;
  /**
   * How. May hold markup: see `textMarkup`.
   */
  genderDescription?: string;
  minimumAge?: Age;
  maximumAge?: Age1;
  /**
   * Age groups derived by the registry.
   *
   * @minItems 1
   */
  ageGroups?: CodedAgeGroup[];
  /**
   * Accepts healthy volunteers.
   */
  healthyVolunteers?: boolean;
  /**
   * Where participants come from. May hold markup: see `textMarkup`.
   */
  studyPopulation?: string;
  samplingMethod?: CodedSamplingMethod;
}
/**
 * One line of the eligibility criteria.
 */
export interface Criterion {
  /**
   * What the line is for, where a heading says so.
   */
  kind?: 'INCLUSION' | 'EXCLUSION';
  /**
   * A criterion, a heading over some, or a loose line between them.
   */
  role: 'CRITERION' | 'HEADING' | 'NOTE';
  /**
   * The line without its marker.
   */
  text: string;
  /**
   * Bullet or number in front of it.
   */
  marker?: string;
  /**
   * How deep it is nested, from 0.
   */
  depth?: number;
}
/**
 * Sex of participants.
 */
export interface CodedSex {
  code?: SexCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Youngest.
 */
export interface Age {
  /**
   * The number.
   */
  value?: number;
  /**
   * The unit as stated.
   */
  unit?: 'YEARS' | 'MONTHS' | 'WEEKS' | 'DAYS' | 'HOURS' | 'MINUTES';
  /**
   * The source's wording, where it is not the source format's own spelling; alone, it is no age this model can read.
   */
  verbatim?: string;
}
/**
 * Oldest.
 */
export interface Age1 {
  /**
   * The number.
   */
  value?: number;
  /**
   * The unit as stated.
   */
  unit?: 'YEARS' | 'MONTHS' | 'WEEKS' | 'DAYS' | 'HOURS' | 'MINUTES';
  /**
   * The source's wording, where it is not the source format's own spelling; alone, it is no age this model can read.
   */
  verbatim?: string;
}
/**
 * One group.
 */
export interface CodedAgeGroup {
  code?: AgeGroupCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * How they are picked.
 */
export interface CodedSamplingMethod {
  code?: SamplingMethodCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * A person or office to contact (WHO items 7 and 8).
 */
export interface Contact {
  /**
   * Full name as displayed.
   */
  name?: string;
  nameParts?: PersonName;
  role?: CodedContactRole;
  purpose?: CodedContactPurpose;
  /**
   * Organisation.
   */
  affiliation?: string;
  /**
   * Phone.
   */
  phone?: string;
  /**
   * Extension.
   */
  phoneExtension?: string;
  /**
   * E-mail address.
   */
  email?: string;
  /**
   * Postal address, in one text.
   */
  address?: string;
}
/**
 * Parts of a name, where the source gives it in parts.
 */
export interface PersonName {
  /**
   * First name.
   */
  first?: string;
  /**
   * Middle name.
   */
  middle?: string;
  /**
   * Last name.
   */
  last?: string;
  /**
   * Degrees.
   */
  degrees?: string;
}
/**
 * Role.
 */
export interface CodedContactRole {
  code?: ContactRoleCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Public or scientific, where said.
 */
export interface CodedContactPurpose {
  code?: ContactPurposeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * A place where the trial is carried out.
 */
export interface Site {
  /**
   * Name.
   */
  facility?: string;
  status?: CodedOverallStatus3;
  /**
   * City.
   */
  city?: string;
  /**
   * State or province.
   */
  state?: string;
  /**
   * Postal code.
   */
  postalCode?: string;
  /**
   * Country, as named by the source.
   */
  country?: string;
  /**
   * ISO 3166-1 alpha-2 code, only where the source states it (a flag, a code).
   */
  countryCode?: string;
  /**
   * Contacts and investigators at the site.
   *
   * @minItems 1
   */
  contacts?: Contact[];
  geoPoint?: GeoPoint;
}
/**
 * Recruitment status at the site.
 */
export interface CodedOverallStatus3 {
  code?: OverallStatusCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * A place on the map, in degrees (WGS 84).
 */
export interface GeoPoint {
  /**
   * North is positive.
   */
  latitude?: number;
  /**
   * East is positive.
   */
  longitude?: number;
}
/**
 * A publication.
 */
export interface Reference {
  /**
   * PubMed id.
   */
  pmid?: string;
  /**
   * PubMed Central id.
   */
  pmcid?: string;
  /**
   * Digital object identifier.
   */
  doi?: string;
  type?: CodedReferenceType;
  /**
   * The citation, whole, as the source has it.
   */
  citation?: string;
  /**
   * Authors.
   *
   * @minItems 1
   */
  authors?: string[];
  /**
   * The author list ends in `et al.`
   */
  authorsTruncated?: boolean;
  /**
   * Title.
   */
  title?: string;
  /**
   * Journal, as written.
   */
  journal?: string;
  /**
   * Year.
   */
  year?: string;
  /**
   * Volume.
   */
  volume?: string;
  /**
   * Issue.
   */
  issue?: string;
  /**
   * Pages.
   */
  pages?: string;
  /**
   * Retractions.
   *
   * @minItems 1
   */
  retractions?: Retraction[];
}
/**
 * Why it is listed.
 */
export interface CodedReferenceType {
  code?: ReferenceTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * A notice that retracts a publication.
 */
export interface Retraction {
  /**
   * PubMed id of the notice.
   */
  pmid?: string;
  /**
   * Citation of the notice.
   */
  source?: string;
}
/**
 * A web page.
 */
export interface Link {
  /**
   * What it is. May hold markup: see `textMarkup`.
   */
  label?: string;
  /**
   * Address.
   */
  url?: string;
}
/**
 * Study data or documents available elsewhere.
 */
export interface AvailableData {
  /**
   * Id in the repository.
   */
  id?: string;
  /**
   * What it is.
   */
  type?: string;
  /**
   * Address.
   */
  url?: string;
  /**
   * How to get it. May hold markup: see `textMarkup`.
   */
  comment?: string;
}
/**
 * Statement on sharing individual participant data (WHO item 24).
 */
export interface IpdSharingStatement {
  plan?: CodedIpdSharing;
  /**
   * What. May hold markup: see `textMarkup`.
   */
  description?: string;
  /**
   * Supporting information.
   *
   * @minItems 1
   */
  infoTypes?: CodedIpdInfoType[];
  /**
   * When. May hold markup: see `textMarkup`.
   */
  timeFrame?: string;
  /**
   * With whom and how. May hold markup: see `textMarkup`.
   */
  accessCriteria?: string;
  /**
   * Address.
   */
  url?: string;
}
/**
 * Whether.
 */
export interface CodedIpdSharing {
  code?: IpdSharingCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * One.
 */
export interface CodedIpdInfoType {
  code?: IpdInfoTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * A document posted with the record.
 */
export interface Document {
  /**
   * Abbreviated type, as the registry writes it.
   */
  type?: string;
  /**
   * What it is.
   */
  label?: string;
  /**
   * Holds the protocol.
   */
  hasProtocol?: boolean;
  /**
   * Holds the statistical analysis plan.
   */
  hasStatisticalAnalysisPlan?: boolean;
  /**
   * Holds the informed consent form.
   */
  hasConsentForm?: boolean;
  date?: TrialDate20;
  /**
   * Date and time of upload, as the registry writes it (`yyyy-MM-ddTHH:mm`).
   */
  uploadedAt?: string;
  /**
   * File name.
   */
  filename?: string;
  /**
   * Size in bytes.
   */
  size?: number;
  /**
   * Address.
   */
  url?: string;
}
/**
 * Date of the document.
 */
export interface TrialDate20 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Results as posted on a registry (WHO item 23).
 */
export interface Results {
  participantFlow?: ParticipantFlow;
  baseline?: Baseline;
  /**
   * Outcome measures.
   *
   * @minItems 1
   */
  outcomeMeasures?: OutcomeMeasure[];
  adverseEvents?: AdverseEvents;
  /**
   * Limitations and caveats. May hold markup: see `textMarkup`.
   */
  limitationsAndCaveats?: string;
  certainAgreement?: CertainAgreement;
  pointOfContact?: PointOfContact;
}
/**
 * How participants went through the trial.
 */
export interface ParticipantFlow {
  /**
   * Before assignment. May hold markup: see `textMarkup`.
   */
  preAssignmentDetails?: string;
  /**
   * Recruitment. May hold markup: see `textMarkup`.
   */
  recruitmentDetails?: string;
  /**
   * Units other than participants.
   */
  typeUnitsAnalyzed?: string;
  /**
   * Groups.
   *
   * @minItems 1
   */
  groups?: ResultGroup[];
  /**
   * Periods.
   *
   * @minItems 1
   */
  periods?: FlowPeriod[];
}
/**
 * A group of a results module.
 */
export interface ResultGroup {
  /**
   * Id in this module.
   */
  id?: string;
  /**
   * Name.
   */
  title?: string;
  /**
   * What it is. May hold markup: see `textMarkup`.
   */
  description?: string;
}
/**
 * A period of the trial.
 */
export interface FlowPeriod {
  /**
   * Its name.
   */
  title?: string;
  /**
   * Milestones.
   *
   * @minItems 1
   */
  milestones?: FlowMilestone[];
  /**
   * Reasons for not completing.
   *
   * @minItems 1
   */
  dropWithdraws?: FlowDropWithdraw[];
}
/**
 * A milestone of a period.
 */
export interface FlowMilestone {
  /**
   * Its name.
   */
  type?: string;
  /**
   * Comment. May hold markup: see `textMarkup`.
   */
  comment?: string;
  /**
   * By group.
   *
   * @minItems 1
   */
  achievements?: FlowCount[];
}
/**
 * One group's number in a milestone or a reason.
 */
export interface FlowCount {
  /**
   * Id of the group.
   */
  groupId?: string;
  /**
   * Comment. May hold markup: see `textMarkup`.
   */
  comment?: string;
  /**
   * Participants, as text.
   */
  numSubjects?: string;
  /**
   * Other units, as text.
   */
  numUnits?: string;
}
/**
 * A reason for not completing.
 */
export interface FlowDropWithdraw {
  /**
   * The reason.
   */
  type?: string;
  /**
   * Comment. May hold markup: see `textMarkup`.
   */
  comment?: string;
  /**
   * By group.
   *
   * @minItems 1
   */
  reasons?: FlowCount[];
}
/**
 * Baseline characteristics.
 */
export interface Baseline {
  /**
   * Who was analysed. May hold markup: see `textMarkup`.
   */
  populationDescription?: string;
  /**
   * Units other than participants.
   */
  typeUnitsAnalyzed?: string;
  /**
   * Groups.
   *
   * @minItems 1
   */
  groups?: ResultGroup[];
  /**
   * Numbers analysed.
   *
   * @minItems 1
   */
  denominators?: Denominator[];
  /**
   * Measures.
   *
   * @minItems 1
   */
  measures?: BaselineMeasure[];
}
/**
 * How many were analysed.
 */
export interface Denominator {
  /**
   * Of what.
   */
  units?: string;
  /**
   * By group.
   *
   * @minItems 1
   */
  counts?: DenominatorCount[];
}
/**
 * One group's number.
 */
export interface DenominatorCount {
  /**
   * Id of the group in this module.
   */
  groupId?: string;
  /**
   * Number, as text.
   */
  value?: string;
}
/**
 * A baseline characteristic.
 */
export interface BaselineMeasure {
  /**
   * Name.
   */
  title?: string;
  /**
   * What it is. May hold markup: see `textMarkup`.
   */
  description?: string;
  /**
   * Who was analysed. May hold markup: see `textMarkup`.
   */
  populationDescription?: string;
  parameter?: CodedMeasureParameter;
  dispersion?: CodedMeasureDispersion;
  /**
   * Unit.
   */
  unitOfMeasure?: string;
  /**
   * Whether percentages are shown.
   */
  calculatePercentage?: boolean;
  /**
   * Units analysed.
   */
  denominatorUnitsSelected?: string;
  /**
   * Numbers analysed.
   *
   * @minItems 1
   */
  denominators?: Denominator[];
  /**
   * Rows.
   *
   * @minItems 1
   */
  classes?: MeasureClass[];
}
/**
 * Statistic.
 */
export interface CodedMeasureParameter {
  code?: MeasureParameterCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Spread.
 */
export interface CodedMeasureDispersion {
  code?: MeasureDispersionCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * A row of a measure.
 */
export interface MeasureClass {
  /**
   * Name.
   */
  title?: string;
  /**
   * Numbers analysed.
   *
   * @minItems 1
   */
  denominators?: Denominator[];
  /**
   * Categories.
   *
   * @minItems 1
   */
  categories?: MeasureCategory[];
}
/**
 * A category of a class.
 */
export interface MeasureCategory {
  /**
   * Name.
   */
  title?: string;
  /**
   * By group.
   *
   * @minItems 1
   */
  measurements?: Measurement[];
}
/**
 * One group's value.
 */
export interface Measurement {
  /**
   * Id of the group.
   */
  groupId?: string;
  /**
   * Value, as text.
   */
  value?: string;
  /**
   * Spread, as text.
   */
  spread?: string;
  /**
   * Lower limit, as text.
   */
  lowerLimit?: string;
  /**
   * Upper limit, as text.
   */
  upperLimit?: string;
  /**
   * Comment. May hold markup: see `textMarkup`.
   */
  comment?: string;
}
/**
 * A reported outcome measure.
 */
export interface OutcomeMeasure {
  type?: CodedOutcomeMeasureType;
  /**
   * When.
   */
  timeFrame?: string;
  reportingStatus?: CodedReportingStatus;
  anticipatedPosting?: TrialDate21;
  /**
   * Units other than participants.
   */
  typeUnitsAnalyzed?: string;
  /**
   * Whether it concerns safety: used before 2017.
   */
  safetyIssue?: boolean;
  /**
   * Groups.
   *
   * @minItems 1
   */
  groups?: ResultGroup[];
  /**
   * Analyses.
   *
   * @minItems 1
   */
  analyses?: Analysis[];
  /**
   * Name.
   */
  title?: string;
  /**
   * What it is. May hold markup: see `textMarkup`.
   */
  description?: string;
  /**
   * Who was analysed. May hold markup: see `textMarkup`.
   */
  populationDescription?: string;
  parameter?: CodedMeasureParameter1;
  dispersion?: CodedMeasureDispersion1;
  /**
   * Unit.
   */
  unitOfMeasure?: string;
  /**
   * Whether percentages are shown.
   */
  calculatePercentage?: boolean;
  /**
   * Units analysed.
   */
  denominatorUnitsSelected?: string;
  /**
   * Numbers analysed.
   *
   * @minItems 1
   */
  denominators?: Denominator[];
  /**
   * Rows.
   *
   * @minItems 1
   */
  classes?: MeasureClass[];
}
/**
 * Kind.
 */
export interface CodedOutcomeMeasureType {
  code?: OutcomeMeasureTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Whether data are posted.
 */
export interface CodedReportingStatus {
  code?: ReportingStatusCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * When data are expected.
 */
export interface TrialDate21 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * A statistical analysis.
 */
export interface Analysis {
  /**
   * Estimated parameter.
   */
  parameterType?: string;
  /**
   * Its value, as text.
   */
  parameterValue?: string;
  dispersion?: CodedAnalysisDispersion;
  /**
   * Its value, as text.
   */
  dispersionValue?: string;
  /**
   * Statistical method.
   */
  method?: string;
  /**
   * Comment on the method. May hold markup: see `textMarkup`.
   */
  methodComment?: string;
  /**
   * P value, as text.
   */
  pValue?: string;
  /**
   * Comment. May hold markup: see `textMarkup`.
   */
  pValueComment?: string;
  confidenceIntervalSides?: CodedConfidenceIntervalSides;
  /**
   * Percentage, as text.
   */
  confidenceIntervalPercentage?: string;
  /**
   * Lower limit, as text.
   */
  confidenceIntervalLower?: string;
  /**
   * Upper limit, as text.
   */
  confidenceIntervalUpper?: string;
  /**
   * Why there is no lower limit. May hold markup: see `textMarkup`.
   */
  confidenceIntervalLowerComment?: string;
  /**
   * Why there is no upper limit. May hold markup: see `textMarkup`.
   */
  confidenceIntervalUpperComment?: string;
  /**
   * Comment on the estimate. May hold markup: see `textMarkup`.
   */
  estimateComment?: string;
  /**
   * Non-inferiority was tested.
   */
  testedNonInferiority?: boolean;
  nonInferiorityType?: CodedNonInferiorityType;
  /**
   * Comment. May hold markup: see `textMarkup`.
   */
  nonInferiorityComment?: string;
  /**
   * Another analysis, in words. May hold markup: see `textMarkup`.
   */
  otherAnalysisDescription?: string;
  /**
   * Groups compared, in words. May hold markup: see `textMarkup`.
   */
  groupDescription?: string;
  /**
   * Groups compared.
   *
   * @minItems 1
   */
  groupIds?: string[];
}
/**
 * Spread.
 */
export interface CodedAnalysisDispersion {
  code?: AnalysisDispersionCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Sides.
 */
export interface CodedConfidenceIntervalSides {
  code?: ConfidenceIntervalSidesCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Kind of hypothesis.
 */
export interface CodedNonInferiorityType {
  code?: NonInferiorityTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Statistic.
 */
export interface CodedMeasureParameter1 {
  code?: MeasureParameterCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Spread.
 */
export interface CodedMeasureDispersion1 {
  code?: MeasureDispersionCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Adverse events.
 */
export interface AdverseEvents {
  /**
   * Percentage over which other events are listed, as text.
   */
  frequencyThreshold?: string;
  /**
   * When.
   */
  timeFrame?: string;
  /**
   * More. May hold markup: see `textMarkup`.
   */
  description?: string;
  /**
   * Comment on deaths. May hold markup: see `textMarkup`.
   */
  allCauseMortalityComment?: string;
  /**
   * Groups.
   *
   * @minItems 1
   */
  groups?: EventGroup[];
  /**
   * Serious events.
   *
   * @minItems 1
   */
  serious?: AdverseEvent[];
  /**
   * Other events.
   *
   * @minItems 1
   */
  other?: AdverseEvent[];
  seriousDefaults?: EventDefaults;
  otherDefaults?: EventDefaults1;
}
/**
 * A group of the adverse events module.
 */
export interface EventGroup {
  /**
   * Id in this module.
   */
  id?: string;
  /**
   * Name.
   */
  title?: string;
  /**
   * What it is. May hold markup: see `textMarkup`.
   */
  description?: string;
  /**
   * Deaths.
   */
  deathsAffected?: number;
  /**
   * At risk of death.
   */
  deathsAtRisk?: number;
  /**
   * Participants with serious events.
   */
  seriousAffected?: number;
  /**
   * At risk of serious events.
   */
  seriousAtRisk?: number;
  /**
   * Participants with other events.
   */
  otherAffected?: number;
  /**
   * At risk of other events.
   */
  otherAtRisk?: number;
}
/**
 * An adverse event.
 */
export interface AdverseEvent {
  /**
   * Term.
   */
  term?: string;
  /**
   * Organ system.
   */
  organSystem?: string;
  /**
   * Vocabulary and version.
   */
  sourceVocabulary?: string;
  assessment?: CodedEventAssessment;
  /**
   * Notes. May hold markup: see `textMarkup`.
   */
  notes?: string;
  /**
   * By group.
   *
   * @minItems 1
   */
  counts?: EventCount[];
}
/**
 * How it was collected.
 */
export interface CodedEventAssessment {
  code?: EventAssessmentCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * One group's numbers for an event.
 */
export interface EventCount {
  /**
   * Id of the group.
   */
  groupId?: string;
  /**
   * Events.
   */
  numEvents?: number;
  /**
   * Participants affected.
   */
  numAffected?: number;
  /**
   * Participants at risk.
   */
  numAtRisk?: number;
}
/**
 * What holds for serious events, where the source says it once for all that do not say otherwise.
 */
export interface EventDefaults {
  /**
   * Vocabulary of the terms.
   */
  sourceVocabulary?: string;
  assessment?: CodedEventAssessment1;
}
/**
 * How events were collected.
 */
export interface CodedEventAssessment1 {
  code?: EventAssessmentCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * What holds for other events, where the source says it once for all that do not say otherwise.
 */
export interface EventDefaults1 {
  /**
   * Vocabulary of the terms.
   */
  sourceVocabulary?: string;
  assessment?: CodedEventAssessment1;
}
/**
 * Agreements that restrict investigators.
 */
export interface CertainAgreement {
  /**
   * Investigators are employed by the sponsor.
   */
  isSponsorEmployee?: boolean;
  restriction?: CodedAgreementRestriction;
  /**
   * There is a restrictive agreement.
   */
  isRestrictive?: boolean;
  /**
   * Details. May hold markup: see `textMarkup`.
   */
  otherDetails?: string;
}
/**
 * Kind.
 */
export interface CodedAgreementRestriction {
  code?: AgreementRestrictionCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Contact for results.
 */
export interface PointOfContact {
  /**
   * Name or title.
   */
  title?: string;
  /**
   * Organisation.
   */
  organization?: string;
  /**
   * E-mail address.
   */
  email?: string;
  /**
   * Phone.
   */
  phone?: string;
  /**
   * Extension.
   */
  phoneExtension?: string;
}
/**
 * Results in words or elsewhere (WHO item 23).
 */
export interface ResultsSummary {
  /**
   * Summary. May hold markup: see `textMarkup`.
   */
  text?: string;
  /**
   * Address.
   */
  url?: string;
  date?: TrialDate22;
}
/**
 * Date of posting or of publication.
 */
export interface TrialDate22 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Notes of the registry.
 */
export interface Annotations {
  unpostedResults?: UnpostedResults;
  /**
   * Reporting violations.
   *
   * @minItems 1
   */
  violations?: ViolationEvent[];
}
/**
 * Results submitted but not posted.
 */
export interface UnpostedResults {
  /**
   * Who submitted.
   */
  responsibleParty?: string;
  /**
   * Steps.
   *
   * @minItems 1
   */
  events?: UnpostedEvent[];
}
/**
 * A step of a results submission.
 */
export interface UnpostedEvent {
  type?: CodedUnpostedEventType;
  date?: TrialDate23;
  /**
   * The registry says the date is unknown.
   */
  dateUnknown?: boolean;
}
/**
 * Which.
 */
export interface CodedUnpostedEventType {
  code?: UnpostedEventTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * When.
 */
export interface TrialDate23 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * A step of a reporting violation.
 */
export interface ViolationEvent {
  type?: CodedViolationEventType;
  /**
   * What. May hold markup: see `textMarkup`.
   */
  description?: string;
  created?: TrialDate24;
  issued?: TrialDate24;
  released?: TrialDate24;
  posted?: TrialDate24;
}
/**
 * Which.
 */
export interface CodedViolationEventType {
  code?: ViolationEventTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * A date of the trial or of its record.
 */
export interface TrialDate24 {
  date?: PartialDate;
  type?: CodedDateType;
  /**
   * The source's wording, where it is not the source format's own spelling of `date`; alone, it is no date this model can read.
   */
  verbatim?: string;
}
/**
 * Where a results submission stands.
 */
export interface SubmissionTracking {
  estimatedResultsFirstSubmitted?: TrialDate24;
  firstReleasePosted?: TrialDate24;
  /**
   * Submissions.
   *
   * @minItems 1
   */
  submissions?: Submission[];
}
/**
 * One submission of results.
 */
export interface Submission {
  released?: TrialDate24;
  unreleased?: TrialDate24;
  /**
   * The date is unknown.
   */
  unreleasedDateUnknown?: boolean;
  reset?: TrialDate24;
  /**
   * Running number.
   */
  releaseNumber?: number;
}
/**
 * How one value was obtained, or why there is none.
 */
export interface Evidence {
  /**
   * `stated`: it stands in a labelled place. `normalized`: the same, brought to a normal form by `rule`. `inferred`: read out of prose by `rule`. `absent`: there is no value, for `reason`.
   */
  kind: 'stated' | 'normalized' | 'inferred' | 'absent';
  /**
   * Name of the rule, for `normalized` and `inferred`.
   */
  rule?: string;
  /**
   * For `absent`. `not-stated`: the source ended and did not speak of it. `no-value`: its heading stands without a value. `not-provided`: the source says that it has none. `placeholder`: a sentinel stands there. `truncated`: the source ended before its place.
   */
  reason?: 'not-stated' | 'no-value' | 'not-provided' | 'placeholder' | 'truncated';
  /**
   * The source's wording, where it is no value: a placeholder, an explicit 'not provided'.
   */
  verbatim?: string;
  /**
   * Where in the source text.
   *
   * @minItems 1
   */
  spans?: Span[];
  /**
   * Where in a structured source.
   */
  path?: string;
}
/**
 * A stretch of the source text: UTF-16 code units from its beginning; `end` is exclusive.
 */
export interface Span {
  /**
   * First.
   */
  start: number;
  /**
   * One past the last.
   */
  end: number;
}
/**
 * A part of the source record that this model has no place for, kept whole.
 */
export interface Unmapped {
  /**
   * Format of the source.
   */
  format: string;
  /**
   * JSON Pointer into the source record; into XML, element names with their 0-based positions among siblings of that name, and `@name` for an attribute.
   */
  path: string;
  /**
   * The value as it stood there: any JSON value.
   */
  value: {
    [k: string]: unknown;
  };
}
/**
 * Recruitment status of a trial or a site (WHO item 18). `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedOverallStatus4 {
  code?: OverallStatusCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Kind of study (WHO item 15). `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedStudyType1 {
  code?: StudyTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Phase of a drug trial. A trial in two phases lists both. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedPhase1 {
  code?: PhaseCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Sex of the people who can take part. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedSex1 {
  code?: SexCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Registry-derived age group. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedAgeGroup1 {
  code?: AgeGroupCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * How an observational study picks its participants. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedSamplingMethod1 {
  code?: SamplingMethodCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Plan to share individual participant data (WHO item 24). `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedIpdSharing1 {
  code?: IpdSharingCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Supporting information to be shared. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedIpdInfoType1 {
  code?: IpdInfoTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Who or what issued an identifier. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedIdentifierType1 {
  code?: IdentifierTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * What an identifier is to the record: the registry's own id, an id it had before, the organisation's protocol id, or another. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedIdentifierRole1 {
  code?: IdentifierRoleCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Kind of organisation. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedAgencyClass2 {
  code?: AgencyClassCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Whether a date or a count happened or is expected. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedDateType2 {
  code?: DateTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Who is responsible for the record. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedResponsiblePartyType1 {
  code?: ResponsiblePartyTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * How participants are assigned to arms. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedAllocation1 {
  code?: AllocationCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * General design of an interventional trial. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedInterventionModel1 {
  code?: InterventionModelCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Main reason for the interventions. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedPrimaryPurpose1 {
  code?: PrimaryPurposeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * General design of an observational study. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedObservationalModel1 {
  code?: ObservationalModelCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * When an observational study looks at its participants. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedTimePerspective1 {
  code?: TimePerspectiveCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Whether biospecimens are kept. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedBiospecimenRetention1 {
  code?: BiospecimenRetentionCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * How many parties are masked. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedMasking1 {
  code?: MaskingCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Party that does not know the assignment. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedMaskedRole1 {
  code?: MaskedRoleCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Role of an arm. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedArmType1 {
  code?: ArmTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Kind of intervention. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedInterventionType1 {
  code?: InterventionTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Role of a contact or an official. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedContactRole1 {
  code?: ContactRoleCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * What a contact is for (WHO items 7 and 8). `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedContactPurpose1 {
  code?: ContactPurposeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Number of centres as stated. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedCenters1 {
  code?: CentersCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Why a publication is listed. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedReferenceType1 {
  code?: ReferenceTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Statistic that a measure reports. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedMeasureParameter2 {
  code?: MeasureParameterCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Spread that a measure reports. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedMeasureDispersion2 {
  code?: MeasureDispersionCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Kind of reported outcome measure. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedOutcomeMeasureType1 {
  code?: OutcomeMeasureTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Whether a measure's data are posted. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedReportingStatus1 {
  code?: ReportingStatusCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * How adverse events were collected. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedEventAssessment2 {
  code?: EventAssessmentCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Restriction on disclosing results. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedAgreementRestriction1 {
  code?: AgreementRestrictionCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Relevance of a browse term. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedBrowseRelevance1 {
  code?: BrowseRelevanceCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Spread of an analysis parameter. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedAnalysisDispersion1 {
  code?: AnalysisDispersionCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Sides of a confidence interval. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedConfidenceIntervalSides1 {
  code?: ConfidenceIntervalSidesCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Kind of hypothesis test. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedNonInferiorityType1 {
  code?: NonInferiorityTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Step of a results submission that is not posted yet. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedUnpostedEventType1 {
  code?: UnpostedEventTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Step of a reporting violation. `code` is the canonical code. `verbatim` is the source's wording, kept wherever it is not the source format's own spelling of that code; alone, it is a wording this model does not know.
 */
export interface CodedViolationEventType1 {
  code?: ViolationEventTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * An age limit: a whole number and its unit, never fractional years.
 */
export interface Age2 {
  /**
   * The number.
   */
  value?: number;
  /**
   * The unit as stated.
   */
  unit?: 'YEARS' | 'MONTHS' | 'WEEKS' | 'DAYS' | 'HOURS' | 'MINUTES';
  /**
   * The source's wording, where it is not the source format's own spelling; alone, it is no age this model can read.
   */
  verbatim?: string;
}
/**
 * A number of people or things, as stated.
 */
export interface Count {
  /**
   * The number.
   */
  count?: number;
  type?: CodedDateType3;
  /**
   * The source's wording, where it is not a plain number.
   */
  verbatim?: string;
}
/**
 * Actual or estimated, where the source says.
 */
export interface CodedDateType3 {
  code?: DateTypeCode;
  /**
   * The source's own wording.
   */
  verbatim?: string;
}
/**
 * Who does not know the assignment.
 */
export interface MaskingInfo1 {
  masking?: CodedMasking;
  /**
   * The parties masked.
   *
   * @minItems 1
   */
  roles?: CodedMaskedRole[];
  /**
   * More about masking. May hold markup: see `textMarkup`.
   */
  description?: string;
}
/**
 * Participants by sex.
 */
export interface SexCount1 {
  /**
   * Men and boys.
   */
  male?: number;
  /**
   * Women and girls.
   */
  female?: number;
}
/**
 * Terms that the registry derived with the Medical Subject Headings (MeSH).
 */
export interface Browse2 {
  /**
   * MeSH terms.
   *
   * @minItems 1
   */
  terms?: Term[];
  /**
   * MeSH terms above them.
   *
   * @minItems 1
   */
  ancestors?: Term[];
  /**
   * Browse terms.
   *
   * @minItems 1
   */
  leaves?: BrowseLeaf[];
  /**
   * Branches.
   *
   * @minItems 1
   */
  branches?: BrowseBranch[];
}
/**
 * What holds for all events of a list that do not say otherwise. The events themselves hold it too.
 */
export interface EventDefaults2 {
  /**
   * Vocabulary of the terms.
   */
  sourceVocabulary?: string;
  assessment?: CodedEventAssessment1;
}
