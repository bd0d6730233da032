import type {
  ExpandedAccess,
  ExpandedAccessTypes,
  MaskingInfo,
  Organization,
  Registration,
  ResponsibleParty,
  Trial,
  TrialDate,
} from '@trialbridge/core';
import {
  allocation,
  biospecimenRetention,
  interventionModel,
  maskedRole,
  masking,
  observationalModel,
  phase,
  primaryPurpose,
  studyType,
  timePerspective,
} from '../../codes/design.codes.js';
import { agencyClass, responsiblePartyType } from '../../codes/people.codes.js';
import { dateType, expandedAccessStatus, overallStatus } from '../../codes/status.codes.js';
import { coded, date, flag, integer, type Kind, list, marked, text } from '../kinds.js';
import { type Field, field, object, part, shape, special, within } from '../shape.js';
import { dateStruct, orNone } from './dates.js';
import { identifierFields } from './identifiers.js';

const organization = (nameKey: string): Kind<Organization> =>
  object(shape<Organization>(field(nameKey, 'name', text), field('class', 'class', coded(agencyClass.json))));

export const identificationModule = shape<Trial>(
  ...identifierFields(),
  field('briefTitle', 'briefTitle', text),
  field('officialTitle', 'officialTitle', text),
  field('acronym', 'acronym', text),
  field('organization', 'organization', organization('fullName')),
);

const status = coded(overallStatus.json);

/** A date of the record. */
function registered(
  key: string,
  name: Exclude<keyof Registration & string, 'resultsWaived'>,
  kind: Kind<TrialDate>,
): Field<Trial> {
  return orNone(within<Trial, 'registration', typeof name>(key, 'registration', name, kind), `/registration/${name}`);
}

export const statusModule = shape<Trial>(
  registered('statusVerifiedDate', 'verified', date),
  field('overallStatus', 'overallStatus', status),
  field('lastKnownStatus', 'lastKnownStatus', status),
  field('delayedPosting', 'delayedPosting', flag),
  field('whyStopped', 'whyStopped', marked),
  field(
    'expandedAccessInfo',
    'expandedAccess',
    object(
      shape<ExpandedAccess>(
        field('hasExpandedAccess', 'available', flag),
        field('nctId', 'trialId', text),
        field('statusForNctId', 'status', coded(expandedAccessStatus)),
      ),
    ),
  ),
  orNone(field('startDateStruct', 'startDate', dateStruct), '/startDate'),
  orNone(field('primaryCompletionDateStruct', 'primaryCompletionDate', dateStruct), '/primaryCompletionDate'),
  orNone(field('completionDateStruct', 'completionDate', dateStruct), '/completionDate'),
  registered('studyFirstSubmitDate', 'firstSubmitted', date),
  registered('studyFirstSubmitQcDate', 'firstSubmittedQc', date),
  registered('studyFirstPostDateStruct', 'firstPosted', dateStruct),
  within('resultsWaived', 'registration', 'resultsWaived', flag),
  registered('resultsFirstSubmitDate', 'resultsFirstSubmitted', date),
  registered('resultsFirstSubmitQcDate', 'resultsFirstSubmittedQc', date),
  registered('resultsFirstPostDateStruct', 'resultsFirstPosted', dateStruct),
  registered('dispFirstSubmitDate', 'dispositionFirstSubmitted', date),
  registered('dispFirstSubmitQcDate', 'dispositionFirstSubmittedQc', date),
  registered('dispFirstPostDateStruct', 'dispositionFirstPosted', dateStruct),
  registered('lastUpdateSubmitDate', 'lastUpdateSubmitted', date),
  registered('lastUpdatePostDateStruct', 'lastUpdatePosted', dateStruct),
);

export const sponsorCollaboratorsModule = shape<Trial>(
  field(
    'responsibleParty',
    'responsibleParty',
    object(
      shape<ResponsibleParty>(
        field('type', 'type', coded(responsiblePartyType.json)),
        field('investigatorFullName', 'name', text),
        field('investigatorTitle', 'title', text),
        field('investigatorAffiliation', 'affiliation', text),
        field('oldNameTitle', 'oldNameTitle', text),
        field('oldOrganization', 'oldOrganization', text),
      ),
    ),
  ),
  field('leadSponsor', 'leadSponsor', organization('name')),
  field('collaborators', 'collaborators', list(organization('name'))),
);

export const oversightModule = shape<Trial>(
  within('oversightHasDmc', 'oversight', 'hasDataMonitoringCommittee', flag),
  within('isFdaRegulatedDrug', 'oversight', 'isFdaRegulatedDrug', flag),
  within('isFdaRegulatedDevice', 'oversight', 'isFdaRegulatedDevice', flag),
  within('isUnapprovedDevice', 'oversight', 'isUnapprovedDevice', flag),
  within('isPpsd', 'oversight', 'isPediatricPostmarketSurveillance', flag),
  within('isUsExport', 'oversight', 'isUsExport', flag),
  within('fdaaa801Violation', 'oversight', 'fdaaa801Violation', flag),
);

export const descriptionModule = shape<Trial>(
  field('briefSummary', 'briefSummary', marked),
  field('detailedDescription', 'detailedDescription', marked),
);

export const conditionsModule = shape<Trial>(
  field('conditions', 'conditions', list(text)),
  field('keywords', 'keywords', list(text)),
);

const maskingBlock = object(
  shape<MaskingInfo>(
    field('masking', 'masking', coded(masking.json)),
    field('maskingDescription', 'description', marked),
    field('whoMasked', 'roles', list(coded(maskedRole.json))),
  ),
);

/** What the registry's system puts where no enrollment is known. */
const noCount = 99_999_999;

export const designModule = shape<Trial>(
  field('studyType', 'studyType', coded(studyType.json)),
  field('nPtrsToThisExpAccNctId', 'expandedAccessPointerCount', integer),
  field(
    'expandedAccessTypes',
    'expandedAccessTypes',
    object(
      shape<ExpandedAccessTypes>(
        field('individual', 'individual', flag),
        field('intermediate', 'intermediate', flag),
        field('treatment', 'treatment', flag),
      ),
    ),
  ),
  field('patientRegistry', 'patientRegistry', flag),
  field('targetDuration', 'targetDuration', text),
  field('phases', 'phases', list(coded(phase.json))),
  part(
    'designInfo',
    shape<Trial>(
      within('allocation', 'design', 'allocation', coded(allocation.json)),
      within('interventionModel', 'design', 'interventionModel', coded(interventionModel.json)),
      within('interventionModelDescription', 'design', 'interventionModelDescription', marked),
      within('primaryPurpose', 'design', 'primaryPurpose', coded(primaryPurpose.json)),
      within('observationalModel', 'design', 'observationalModel', coded(observationalModel.json)),
      within('timePerspective', 'design', 'timePerspective', coded(timePerspective.json)),
      within('maskingInfo', 'design', 'masking', maskingBlock),
    ),
  ),
  part(
    'bioSpec',
    shape<Trial>(
      within('retention', 'biospecimens', 'retention', coded(biospecimenRetention.json)),
      within('description', 'biospecimens', 'description', marked),
    ),
  ),
  part(
    'enrollmentInfo',
    shape<Trial>(
      special(
        'count',
        integer.schema,
        (value, source, holder, trial) => {
          if (value === noCount) source.placeholder(holder, 'count', '/enrollment/count', String(value));
          else {
            const count = integer.read(value, source, holder, 'count');
            if (count === undefined) return;
            trial.enrollment ??= {};
            trial.enrollment.count = count;
            source.traces?.push({ holder, key: 'count', target: trial.enrollment, name: 'count' });
          }
        },
        (trial, sheet) => {
          const { enrollment } = trial;
          if (enrollment?.verbatim !== undefined) sheet.dropped(enrollment, 'verbatim', 'not-a-number');
          return enrollment?.count;
        },
      ),
      within('type', 'enrollment', 'type', coded(dateType.json)),
    ),
  ),
);
