import type {
  AgeGroupCode,
  AgreementRestrictionCode,
  BiospecimenRetentionCode,
  InterventionTypeCode,
  IpdInfoTypeCode,
  IpdSharingCode,
  MaskingCode,
  OverallStatusCode,
  PhaseCode,
  SamplingMethodCode,
} from '@trialbridge/core';
import { countryCodeOf } from '@trialbridge/core';
import { remembered } from '../ids.js';
import { type FhirVersion, fixedSystems, systemsOf } from '../systems.js';
import { conceptTable, type Hl7Code } from './concept.js';
import * as tables from './tables.js';

/** Every coded field of a version, ready to be written. Made once per writer. */
export function vocabularyOf(version: FhirVersion) {
  const systems = systemsOf(version);
  const { design } = systems;
  return {
    version,
    systems,
    /** ISO code of a country by its name; a run meets few countries, often. */
    countryCode: remembered((name) => countryCodeOf(name) ?? '', 1024),
    status: conceptTable<OverallStatusCode>('Status', systems.studyStatus, tables.progressState),
    siteStatus: conceptTable<OverallStatusCode>('RecruitmentStatus', systems.studyStatus, tables.progressState),
    expandedAccessStatus: conceptTable<OverallStatusCode>('ExpandedAccessStatus'),
    /** One phase by itself; HL7's code for one or two is found by `toPhase`. */
    phase: conceptTable<PhaseCode>('Phase'),
    purpose: conceptTable('PrimaryPurpose', systems.purpose, tables.purposeCodes),
    studyType: conceptTable('StudyType', design, tables.studyTypeCodes),
    allocation: conceptTable('DesignAllocation', design, tables.allocationCodes),
    interventionModel: conceptTable('InterventionalAssignment', design, tables.interventionModelCodes),
    observationalModel: conceptTable('ObservationalModel', design, tables.observationalModelCodes),
    timePerspective: conceptTable('DesignTimePerspective', design, tables.timePerspectiveCodes),
    masking: conceptTable<MaskingCode>('DesignMasking'),
    maskedRole: conceptTable('WhoMasked', design, tables.maskedRoleCodes),
    retention: conceptTable<BiospecimenRetentionCode>('BioSpecRetention'),
    sampling: conceptTable<SamplingMethodCode>('SamplingMethod'),
    armType: conceptTable('ArmGroupType', systems.armType, tables.armTypeCodes),
    interventionType: conceptTable<InterventionTypeCode>('InterventionType'),
    sex: conceptTable('Sex', fixedSystems.gender, tables.sexCodes),
    ageGroup: conceptTable<AgeGroupCode>('StandardAge'),
    agencyClass: conceptTable('AgencyClass', systems.organizationType, tables.organizationTypeCodes),
    contactRole: conceptTable('ContactRole', systems.partyRole, contactRolesOf(version)),
    officialRole: conceptTable('OfficialRole', systems.partyRole, contactRolesOf(version)),
    responsibleRole: conceptTable('ResponsiblePartyType', systems.partyRole, tables.responsibleRoleCodes),
    responsibleType: conceptTable<keyof typeof tables.responsibleRoleCodes>('ResponsiblePartyType'),
    ipdSharing: conceptTable<IpdSharingCode>('IpdSharing'),
    ipdInfoType: conceptTable<IpdInfoTypeCode>('IpdSharingInfoType'),
    restriction: conceptTable<AgreementRestrictionCode>('AgreementRestrictionType'),
  };
}

export type Vocabulary = ReturnType<typeof vocabularyOf>;

/** HL7's terminology has lost the study director that R5 had. */
function contactRolesOf(version: FhirVersion): typeof tables.contactRoleCodes {
  const codes: Record<keyof typeof tables.contactRoleCodes, Hl7Code> = { ...tables.contactRoleCodes };
  if (version === 'R6') codes.STUDY_DIRECTOR = undefined;
  return codes;
}
