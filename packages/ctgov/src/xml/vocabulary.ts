/**
 * What the public XML is made of: for each kind of element its attributes and children, in the order of the registry's
 * XSD (2020.05.08). `name` stands once, `name?` at most once, `name*` any number of times, `name+` at least once;
 * `@name` is an attribute; behind a colon stands the kind, where it is not the name itself. `~` marks what older files
 * hold and the XSD does not: it is read, and written back where it was read.
 */
const table: Readonly<Record<string, readonly string[]>> = {
  clinical_study: [
    '@rank?', 'required_header', 'id_info', 'brief_title', 'acronym?', 'official_title?', 'sponsors', 'source',
    'oversight_info?', 'brief_summary?: block', 'detailed_description?: block', 'overall_status: status',
    'last_known_status?: status', 'why_stopped?', 'start_date?: dated', 'completion_date?: dated',
    'primary_completion_date?: dated', 'phase?', 'study_type', 'has_expanded_access?: yes_no',
    'expanded_access_info?', 'study_design?~', 'study_design_info?', 'target_duration?', 'primary_outcome*: outcome_plan',
    'secondary_outcome*: outcome_plan', 'other_outcome*: outcome_plan', 'number_of_arms?: integer',
    'number_of_groups?: integer', 'enrollment?: counted', 'condition*', 'arm_group*', 'intervention*',
    'biospec_retention?', 'biospec_descr?: block', 'eligibility?', 'overall_official*: investigator',
    'overall_contact?: contact', 'overall_contact_backup?: contact', 'location*', 'location_countries?: countries',
    'removed_countries?: countries', 'link*', 'reference*', 'results_reference*: reference', 'verification_date?: date',
    'lastchanged_date?~: date', 'firstreceived_date?~: date', 'firstreceived_results_date?~: date',
    'firstreceived_results_disposition_date?~: date', 'study_first_submitted?: date', 'study_first_submitted_qc?: date',
    'study_first_posted?: dated', 'results_first_submitted?: date', 'results_first_submitted_qc?: date',
    'results_first_posted?: dated', 'disposition_first_submitted?: date', 'disposition_first_submitted_qc?: date',
    'disposition_first_posted?: dated', 'last_update_submitted?: date', 'last_update_submitted_qc?: date',
    'last_update_posted?: dated', 'responsible_party?', 'keyword*', 'is_fda_regulated?~: yes_no', 'is_section_801?~: yes_no',
    'condition_browse?: browse', 'intervention_browse?: browse', 'patient_data?', 'study_docs?',
    'provided_document_section?', 'pending_results?', 'clinical_results?',
  ],
  required_header: ['download_date', 'link_text', 'url'],
  id_info: ['org_study_id?', 'secondary_id*', 'nct_id', 'nct_alias*'],
  sponsors: ['lead_sponsor: sponsor', 'collaborator*: sponsor'],
  sponsor: ['agency', 'agency_class?'],
  oversight_info: [
    'authority*~', 'has_dmc?: yes_no', 'is_fda_regulated_drug?: yes_no', 'is_fda_regulated_device?: yes_no',
    'is_unapproved_device?: yes_no', 'is_ppsd?: yes_no', 'is_us_export?: yes_no',
  ],
  block: ['textblock'],
  dated: ['@type?: date_kind', '#: date'],
  counted: ['@type?: date_kind', '#: integer'],
  expanded_access_info: [
    'expanded_access_type_individual?: yes_no', 'expanded_access_type_intermediate?: yes_no',
    'expanded_access_type_treatment?: yes_no',
  ],
  study_design_info: [
    'allocation?', 'intervention_model?', 'intervention_model_description?', 'primary_purpose?', 'observational_model?',
    'time_perspective?', 'masking?', 'masking_description?',
  ],
  outcome_plan: ['measure: text', 'time_frame?', 'safety_issue?~: yes_no', 'description?'],
  arm_group: ['arm_group_label', 'arm_group_type?', 'description?'],
  intervention: ['intervention_type', 'intervention_name', 'description?', 'arm_group_label*', 'other_name*'],
  eligibility: [
    'study_pop?: block', 'sampling_method?', 'criteria?: block', 'gender', 'gender_based?: yes_no', 'gender_description?',
    'minimum_age: age', 'maximum_age: age', 'healthy_volunteers?',
  ],
  investigator: ['first_name?', 'middle_name?', 'last_name', 'degrees?', 'role?', 'affiliation?'],
  contact: ['first_name?', 'middle_name?', 'last_name?', 'degrees?', 'phone?', 'phone_ext?', 'email?'],
  location: ['facility?', 'status?', 'contact?', 'contact_backup?: contact', 'investigator*'],
  facility: ['name?', 'address?'],
  address: ['city', 'state?', 'zip?', 'country'],
  countries: ['country*'],
  link: ['url', 'description?'],
  reference: ['citation?', 'PMID?: positive'],
  responsible_party: [
    'name_title?', 'organization?', 'responsible_party_type', 'investigator_affiliation?', 'investigator_full_name?',
    'investigator_title?',
  ],
  browse: ['mesh_term*'],
  patient_data: [
    'sharing_ipd', 'ipd_description?', 'ipd_info_type*', 'ipd_time_frame?', 'ipd_access_criteria?', 'ipd_url?',
  ],
  study_docs: ['study_doc+'],
  study_doc: ['doc_id?', 'doc_type?', 'doc_url?', 'doc_comment?'],
  provided_document_section: ['provided_document+'],
  provided_document: [
    'document_type?', 'document_has_protocol?', 'document_has_icf?', 'document_has_sap?', 'document_date?', 'document_url?',
  ],
  pending_results: ['submitted*: dated', 'returned*: dated', 'submission_canceled*: dated'],
  clinical_results: [
    'participant_flow', 'baseline', 'outcome_list', 'reported_events?', 'certain_agreements?', 'limitations_and_caveats?',
    'point_of_contact?',
  ],
  participant_flow: ['recruitment_details?', 'pre_assignment_details?', 'group_list', 'period_list'],
  group_list: ['group+'],
  group: ['@group_id', 'title?', 'description?'],
  period_list: ['period+'],
  period: ['title', 'milestone_list', 'drop_withdraw_reason_list?'],
  milestone_list: ['milestone+'],
  milestone: ['title', 'participants_list'],
  drop_withdraw_reason_list: ['drop_withdraw_reason*: milestone'],
  participants_list: ['participants+'],
  participants: ['@group_id', '@count', '#?'],
  baseline: ['population?', 'group_list', 'analyzed_list?', 'measure_list?'],
  analyzed_list: ['analyzed+'],
  analyzed: ['units', 'scope', 'count_list'],
  count_list: ['count+'],
  count: ['@group_id', '@value'],
  measure_list: ['measure+'],
  measure: [
    'title', 'description?', 'population?', 'units?', 'param?', 'dispersion?', 'units_analyzed?', 'analyzed_list?',
    'class_list?', 'category_list?~',
  ],
  class_list: ['class+'],
  class: ['title?', 'analyzed_list?', 'category_list?'],
  category_list: ['category+'],
  category: ['title?', 'sub_title?~', 'measurement_list?'],
  measurement_list: ['measurement+'],
  measurement: ['@group_id?', '@value?', '@spread?', '@lower_limit?', '@upper_limit?', '#?'],
  outcome_list: ['outcome+'],
  outcome: [
    'type: outcome_type', 'title', 'description?', 'time_frame?', 'safety_issue?: yes_no', 'posting_date?', 'population?',
    'group_list?', 'measure?', 'measure_list?~', 'analysis_list?',
  ],
  analysis_list: ['analysis+'],
  analysis: [
    'group_id_list', 'groups_desc?', 'non_inferiority?~: yes_no', 'non_inferiority_type?', 'non_inferiority_desc?',
    'p_value?', 'p_value_desc?', 'method?', 'method_desc?', 'param_type?', 'param_value?',
    'dispersion_type?: analysis_dispersion', 'dispersion_value?', 'ci_percent?', 'ci_n_sides?', 'ci_lower_limit?',
    'ci_upper_limit?', 'ci_upper_limit_na_comment?', 'estimate_desc?', 'other_analysis_desc?',
  ],
  group_id_list: ['group_id+'],
  reported_events: ['time_frame?', 'desc?', 'group_list', 'serious_events?: events', 'other_events?: events'],
  events: ['frequency_threshold?', 'default_vocab?', 'default_assessment?: assessment', 'category_list: event_category_list'],
  event_category_list: ['category+: event_category'],
  event_category: ['title', 'event_list'],
  event_list: ['event+'],
  event: ['sub_title?: vocabulary_term', 'assessment?', 'description?', 'counts+'],
  vocabulary_term: ['@vocab?', '#'],
  counts: ['@group_id?', '@subjects_affected?', '@subjects_at_risk?', '@events?'],
  certain_agreements: ['pi_employee?', 'restrictive_agreement?'],
  point_of_contact: ['name_or_title', 'organization?', 'phone?', 'email?'],
}; // biome-ignore format: a table

export interface Part {
  readonly name: string;
  readonly isAttribute: boolean;
  /** Whether it must stand. */
  readonly isRequired: boolean;
  readonly isList: boolean;
  /** Whether only older files hold it: the XSD, and the schema of the JSON view, do not. */
  readonly isOld: boolean;
  /** Name of a structure, or of a kind of text. */
  readonly kind: string;
}

const entry = /^(@?)([\w#]+)([?*+]?)(~?)(?:: (\w+))?$/;

function part(text: string): Part {
  const [, at = '', name = '', times = '', old = '', kind] = entry.exec(text) ?? [];
  return {
    name,
    isAttribute: at === '@',
    isRequired: times === '' || times === '+',
    isList: times === '*' || times === '+',
    isOld: old === '~',
    kind: kind ?? (at === '@' ? 'text' : name),
  };
}

/** The structures by name. A kind that is not among them is a text. */
export const structures: ReadonlyMap<string, readonly Part[]> = new Map(
  Object.entries(table).map(([name, parts]): [string, Part[]] => [name, parts.map(part)]),
);

/** Structures that are one of several: those children, or these. */
export const alternatives: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  [
    'responsible_party',
    [
      ['name_title', 'organization'],
      ['responsible_party_type', 'investigator_affiliation', 'investigator_full_name', 'investigator_title'],
    ],
  ],
]);

/** Whether the children of a structure stand in the order in which things happened, not in the order of the table. */
export function isInAnyOrder(structure: string): boolean {
  return structure === 'pending_results';
}

/** The kind of a child of a structure; `undefined` for what the format does not know. */
export function childKind(parent: string | undefined, child: string): string | undefined {
  const parts = parent === undefined ? undefined : structures.get(parent);
  return parts?.find((one) => one.name === child && !one.isAttribute)?.kind;
}

/** The structure of a child of a structure; `undefined` for texts and for what the format does not know. */
export function childStructure(parent: string | undefined, child: string): string | undefined {
  const kind = childKind(parent, child);
  return kind !== undefined && structures.has(kind) ? kind : undefined;
}
