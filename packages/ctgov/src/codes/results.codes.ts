import type {
  AgreementRestrictionCode,
  AnalysisDispersionCode,
  ConfidenceIntervalSidesCode,
  EventAssessmentCode,
  MeasureDispersionCode,
  MeasureParameterCode,
  NonInferiorityTypeCode,
  OutcomeMeasureTypeCode,
  ReportingStatusCode,
} from '@trialbridge/core';
import { spellings, vocabulary } from './vocabulary.js';

export const measureParameter = vocabulary<MeasureParameterCode>({
  GEOMETRIC_MEAN: 'Geometric Mean',
  GEOMETRIC_LEAST_SQUARES_MEAN: 'Geometric Least Squares Mean',
  LEAST_SQUARES_MEAN: 'Least Squares Mean',
  LOG_MEAN: 'Log Mean',
  MEAN: 'Mean',
  MEDIAN: 'Median',
  NUMBER: 'Number',
  COUNT_OF_PARTICIPANTS: 'Count of Participants',
  COUNT_OF_UNITS: 'Count of Units',
});

/** API v2 uses these wordings too, for outcome measures; for baseline measures it has codes. */
export const measureDispersion = vocabulary<MeasureDispersionCode>({
  NA: 'Not Applicable',
  STANDARD_DEVIATION: 'Standard Deviation',
  STANDARD_ERROR: 'Standard Error',
  INTER_QUARTILE_RANGE: 'Inter-Quartile Range',
  FULL_RANGE: 'Full Range',
  CONFIDENCE_80: '80% Confidence Interval',
  CONFIDENCE_90: '90% Confidence Interval',
  CONFIDENCE_95: '95% Confidence Interval',
  CONFIDENCE_975: '97.5% Confidence Interval',
  CONFIDENCE_99: '99% Confidence Interval',
  CONFIDENCE_OTHER: 'Other Confidence Interval',
  GEOMETRIC_COEFFICIENT: 'Geometric Coefficient of Variation',
});

export const outcomeMeasureType = vocabulary<OutcomeMeasureTypeCode>({
  PRIMARY: 'Primary',
  SECONDARY: 'Secondary',
  OTHER_PRE_SPECIFIED: 'Other Pre-specified',
  POST_HOC: 'Post-Hoc',
});

export const analysisDispersion = vocabulary<AnalysisDispersionCode>({
  STANDARD_DEVIATION: 'Standard Deviation',
  STANDARD_ERROR_OF_MEAN: 'Standard Error of the Mean',
});

export const confidenceIntervalSides = vocabulary<ConfidenceIntervalSidesCode>({
  ONE_SIDED: '1-Sided',
  TWO_SIDED: '2-Sided',
});

/** The XSD has no wording that says `legacy`, though files of 2017 and 2018 do. */
export const nonInferiorityType = vocabulary<NonInferiorityTypeCode>({
  SUPERIORITY: 'Superiority',
  NON_INFERIORITY: 'Non-Inferiority',
  EQUIVALENCE: 'Equivalence',
  OTHER: 'Other',
  NON_INFERIORITY_OR_EQUIVALENCE: 'Non-Inferiority or Equivalence',
  SUPERIORITY_OR_OTHER: 'Superiority or Other',
  NON_INFERIORITY_OR_EQUIVALENCE_LEGACY: 'Non-Inferiority or Equivalence',
  SUPERIORITY_OR_OTHER_LEGACY: 'Superiority or Other',
}, {
  'Non-Inferiority or Equivalence (legacy)': 'NON_INFERIORITY_OR_EQUIVALENCE_LEGACY',
  'Superiority or Other (legacy)': 'SUPERIORITY_OR_OTHER_LEGACY',
}); // biome-ignore format: a table

export const nonInferiorityTypeLosses: ReadonlySet<NonInferiorityTypeCode> = new Set([
  'NON_INFERIORITY_OR_EQUIVALENCE_LEGACY',
  'SUPERIORITY_OR_OTHER_LEGACY',
]);

export const eventAssessment = vocabulary<EventAssessmentCode>({
  NON_SYSTEMATIC_ASSESSMENT: 'Non-systematic Assessment',
  SYSTEMATIC_ASSESSMENT: 'Systematic Assessment',
});

export const reportingStatus = spellings<ReportingStatusCode>(['NOT_POSTED', 'POSTED']);

/** The XML writes a sentence: see `xml/agreements.ts`. */
export const agreementRestriction = spellings<AgreementRestrictionCode>(['LTE60', 'GT60', 'OTHER']);
