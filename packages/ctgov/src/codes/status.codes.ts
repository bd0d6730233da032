import type { DateTypeCode, OverallStatusCode } from '@trialbridge/core';
import { vocabulary, without } from './vocabulary.js';

/** Status of a trial, of a site and of an expanded access record. */
export const overallStatus = vocabulary<OverallStatusCode>({
  ACTIVE_NOT_RECRUITING: 'Active, not recruiting',
  COMPLETED: 'Completed',
  ENROLLING_BY_INVITATION: 'Enrolling by invitation',
  NOT_YET_RECRUITING: 'Not yet recruiting',
  RECRUITING: 'Recruiting',
  SUSPENDED: 'Suspended',
  TERMINATED: 'Terminated',
  WITHDRAWN: 'Withdrawn',
  AVAILABLE: 'Available',
  NO_LONGER_AVAILABLE: 'No longer available',
  TEMPORARILY_NOT_AVAILABLE: 'Temporarily not available',
  APPROVED_FOR_MARKETING: 'Approved for marketing',
  WITHHELD: 'Withheld',
  UNKNOWN: 'Unknown status',
});

/** Status of a site in API v2: `RecruitmentStatus`. */
export const siteStatus = without(
  overallStatus.json,
  'NO_LONGER_AVAILABLE',
  'TEMPORARILY_NOT_AVAILABLE',
  'APPROVED_FOR_MARKETING',
  'WITHHELD',
  'UNKNOWN',
);

/** Status of an expanded access record in API v2: `ExpandedAccessStatus`. */
export const expandedAccessStatus = without(
  overallStatus.json,
  'ACTIVE_NOT_RECRUITING',
  'COMPLETED',
  'ENROLLING_BY_INVITATION',
  'NOT_YET_RECRUITING',
  'RECRUITING',
  'SUSPENDED',
  'TERMINATED',
  'WITHDRAWN',
  'WITHHELD',
  'UNKNOWN',
);

/** Kind of date of start, completion and pending results, and kind of enrollment. */
export const dateType = vocabulary<DateTypeCode>(
  { ACTUAL: 'Actual', ESTIMATED: 'Anticipated' },
  { Estimate: 'ESTIMATED', Estimated: 'ESTIMATED' },
);

/** Kind of date of posting. */
export const postedDateType = vocabulary<DateTypeCode>(
  { ACTUAL: 'Actual', ESTIMATED: 'Estimate' },
  { Anticipated: 'ESTIMATED', Estimated: 'ESTIMATED' },
);
