import type {
  AdverseEvent,
  AdverseEvents,
  Analysis,
  Baseline,
  BaselineMeasure,
  CertainAgreement,
  Denominator,
  DenominatorCount,
  EventCount,
  EventGroup,
  FlowCount,
  FlowDropWithdraw,
  FlowMilestone,
  FlowPeriod,
  MeasureCategory,
  MeasureClass,
  Measurement,
  OutcomeMeasure,
  ParticipantFlow,
  PointOfContact,
  ResultGroup,
  Trial,
} from '@trialbridge/core';
import {
  agreementRestriction,
  analysisDispersion,
  confidenceIntervalSides,
  eventAssessment,
  measureDispersion,
  measureParameter,
  nonInferiorityType,
  outcomeMeasureType,
  reportingStatus,
} from '../../codes/results.codes.js';
import { coded, date, flag, integer, list, marked, text, worded } from '../kinds.js';
import { field, object, part, shape, shared, within } from '../shape.js';

const groups = list(shared<ResultGroup>({ id: 'text', title: 'text', description: 'marked' }));

const flowCounts = list(
  shared<FlowCount>({ groupId: 'text', comment: 'marked', numSubjects: 'text', numUnits: 'text' }),
);

const participantFlow = object(
  shape<ParticipantFlow>(
    field('preAssignmentDetails', 'preAssignmentDetails', marked),
    field('recruitmentDetails', 'recruitmentDetails', marked),
    field('typeUnitsAnalyzed', 'typeUnitsAnalyzed', text),
    field('groups', 'groups', groups),
    field(
      'periods',
      'periods',
      list(
        object(
          shape<FlowPeriod>(
            field('title', 'title', text),
            field(
              'milestones',
              'milestones',
              list(
                object(
                  shape<FlowMilestone>(
                    field('type', 'type', text),
                    field('comment', 'comment', marked),
                    field('achievements', 'achievements', flowCounts),
                  ),
                ),
              ),
            ),
            field(
              'dropWithdraws',
              'dropWithdraws',
              list(
                object(
                  shape<FlowDropWithdraw>(
                    field('type', 'type', text),
                    field('comment', 'comment', marked),
                    field('reasons', 'reasons', flowCounts),
                  ),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

const denominators = list(
  object(
    shape<Denominator>(
      field('units', 'units', text),
      field('counts', 'counts', list(shared<DenominatorCount>({ groupId: 'text', value: 'text' }))),
    ),
  ),
);

const classes = list(
  object(
    shape<MeasureClass>(
      field('title', 'title', text),
      field('denoms', 'denominators', denominators),
      field(
        'categories',
        'categories',
        list(
          object(
            shape<MeasureCategory>(
              field('title', 'title', text),
              field(
                'measurements',
                'measurements',
                list(
                  shared<Measurement>({
                    groupId: 'text',
                    value: 'text',
                    spread: 'text',
                    lowerLimit: 'text',
                    upperLimit: 'text',
                    comment: 'marked',
                  }),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
);

const baseline = object(
  shape<Baseline>(
    field('populationDescription', 'populationDescription', marked),
    field('typeUnitsAnalyzed', 'typeUnitsAnalyzed', text),
    field('groups', 'groups', groups),
    field('denoms', 'denominators', denominators),
    field(
      'measures',
      'measures',
      list(
        object(
          shape<BaselineMeasure>(
            field('title', 'title', text),
            field('description', 'description', marked),
            field('populationDescription', 'populationDescription', marked),
            field('paramType', 'parameter', coded(measureParameter.json)),
            field('dispersionType', 'dispersion', coded(measureDispersion.json)),
            field('unitOfMeasure', 'unitOfMeasure', text),
            field('calculatePct', 'calculatePercentage', flag),
            field('denomUnitsSelected', 'denominatorUnitsSelected', text),
            field('denoms', 'denominators', denominators),
            field('classes', 'classes', classes),
          ),
        ),
      ),
    ),
  ),
);

const analyses = list(
  object(
    shape<Analysis>(
      field('paramType', 'parameterType', text),
      field('paramValue', 'parameterValue', text),
      field('dispersionType', 'dispersion', coded(analysisDispersion.json)),
      field('dispersionValue', 'dispersionValue', text),
      field('statisticalMethod', 'method', text),
      field('statisticalComment', 'methodComment', marked),
      field('pValue', 'pValue', text),
      field('pValueComment', 'pValueComment', marked),
      field('ciNumSides', 'confidenceIntervalSides', coded(confidenceIntervalSides.json)),
      field('ciPctValue', 'confidenceIntervalPercentage', text),
      field('ciLowerLimit', 'confidenceIntervalLower', text),
      field('ciUpperLimit', 'confidenceIntervalUpper', text),
      field('ciLowerLimitComment', 'confidenceIntervalLowerComment', marked),
      field('ciUpperLimitComment', 'confidenceIntervalUpperComment', marked),
      field('estimateComment', 'estimateComment', marked),
      field('testedNonInferiority', 'testedNonInferiority', flag),
      field('nonInferiorityType', 'nonInferiorityType', coded(nonInferiorityType.json)),
      field('nonInferiorityComment', 'nonInferiorityComment', marked),
      field('otherAnalysisDescription', 'otherAnalysisDescription', marked),
      field('groupDescription', 'groupDescription', marked),
      field('groupIds', 'groupIds', list(text)),
    ),
  ),
);

const outcomeMeasures = list(
  object(
    shape<OutcomeMeasure>(
      field('type', 'type', coded(outcomeMeasureType.json)),
      field('title', 'title', text),
      field('description', 'description', marked),
      field('populationDescription', 'populationDescription', marked),
      field('reportingStatus', 'reportingStatus', coded(reportingStatus)),
      field('anticipatedPostingDate', 'anticipatedPosting', date),
      field('paramType', 'parameter', coded(measureParameter.json)),
      field('dispersionType', 'dispersion', worded(measureDispersion)),
      field('unitOfMeasure', 'unitOfMeasure', text),
      field('calculatePct', 'calculatePercentage', flag),
      field('timeFrame', 'timeFrame', text),
      field('typeUnitsAnalyzed', 'typeUnitsAnalyzed', text),
      field('denomUnitsSelected', 'denominatorUnitsSelected', text),
      field('groups', 'groups', groups),
      field('denoms', 'denominators', denominators),
      field('classes', 'classes', classes),
      field('analyses', 'analyses', analyses),
    ),
  ),
);

const events = list(
  object(
    shape<AdverseEvent>(
      field('term', 'term', text),
      field('organSystem', 'organSystem', text),
      field('sourceVocabulary', 'sourceVocabulary', text),
      field('assessmentType', 'assessment', coded(eventAssessment.json)),
      field('notes', 'notes', marked),
      field(
        'stats',
        'counts',
        list(
          shared<EventCount>({ groupId: 'text', numEvents: 'integer', numAffected: 'integer', numAtRisk: 'integer' }),
        ),
      ),
    ),
  ),
);

const adverseEvents = object(
  shape<AdverseEvents>(
    field('frequencyThreshold', 'frequencyThreshold', text),
    field('timeFrame', 'timeFrame', text),
    field('description', 'description', marked),
    field('allCauseMortalityComment', 'allCauseMortalityComment', marked),
    field(
      'eventGroups',
      'groups',
      list(
        object(
          shape<EventGroup>(
            field('id', 'id', text),
            field('title', 'title', text),
            field('description', 'description', marked),
            field('deathsNumAffected', 'deathsAffected', integer),
            field('deathsNumAtRisk', 'deathsAtRisk', integer),
            field('seriousNumAffected', 'seriousAffected', integer),
            field('seriousNumAtRisk', 'seriousAtRisk', integer),
            field('otherNumAffected', 'otherAffected', integer),
            field('otherNumAtRisk', 'otherAtRisk', integer),
          ),
        ),
      ),
    ),
    field('seriousEvents', 'serious', events),
    field('otherEvents', 'other', events),
  ),
);

const certainAgreement = object(
  shape<CertainAgreement>(
    field('piSponsorEmployee', 'isSponsorEmployee', flag),
    field('restrictionType', 'restriction', coded(agreementRestriction)),
    field('restrictiveAgreement', 'isRestrictive', flag),
    field('otherDetails', 'otherDetails', marked),
  ),
);

const pointOfContact = object(
  shape<PointOfContact>(
    field('title', 'title', text),
    field('organization', 'organization', text),
    field('email', 'email', text),
    field('phone', 'phone', text),
    field('phoneExt', 'phoneExtension', text),
  ),
);

export const resultsSection = shape<Trial>(
  within('participantFlowModule', 'results', 'participantFlow', participantFlow),
  within('baselineCharacteristicsModule', 'results', 'baseline', baseline),
  part('outcomeMeasuresModule', shape<Trial>(within('outcomeMeasures', 'results', 'outcomeMeasures', outcomeMeasures))),
  within('adverseEventsModule', 'results', 'adverseEvents', adverseEvents),
  part(
    'moreInfoModule',
    shape<Trial>(
      part('limitationsAndCaveats', shape<Trial>(within('description', 'results', 'limitationsAndCaveats', marked))),
      within('certainAgreement', 'results', 'certainAgreement', certainAgreement),
      within('pointOfContact', 'results', 'pointOfContact', pointOfContact),
    ),
  ),
);
