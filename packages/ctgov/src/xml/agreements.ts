import type { CertainAgreement } from '@trialbridge/core';

/** The registry's fixed sentences on whether investigators may disclose results. */
const none =
  "There is NOT an agreement between Principal Investigators and the Sponsor (or its agents) that restricts the PI's rights to discuss or publish trial results after the trial is completed.";
const upTo60Days =
  'The only disclosure restriction on the PI is that the sponsor can review results communications prior to public release and can embargo communications regarding trial results for a period that is less than or equal to 60 days. The sponsor cannot require changes to the communication and cannot extend the embargo.';
const upTo180Days =
  'The only disclosure restriction on the PI is that the sponsor can review results communications prior to public release and can embargo communications regarding trial results for a period that is more than 60 days but less than or equal to 180 days. The sponsor cannot require changes to the communication and cannot extend the embargo.';

export const investigatorsAreEmployed =
  'All Principal Investigators ARE employed by the organization sponsoring the study.';
export const investigatorsAreNotEmployed =
  'Principal Investigators are NOT employed by the organization sponsoring the study.';

/** Reads the sentence; any other text describes a restriction of another kind. */
export function readRestriction(text: string): CertainAgreement {
  if (text === none) return { isRestrictive: false };
  if (text === upTo60Days) return { isRestrictive: true, restriction: { code: 'LTE60' } };
  if (text === upTo180Days) return { isRestrictive: true, restriction: { code: 'GT60' } };
  return { isRestrictive: true, restriction: { code: 'OTHER' }, otherDetails: text };
}

/**
 * The sentence for an agreement; `undefined` where the format has none for it. A sentence on a restriction says both,
 * that there is one and of which kind: where a trial says one of them only, none is written.
 */
export function restrictionSentence(agreement: CertainAgreement): string | undefined {
  const { isRestrictive, restriction, otherDetails } = agreement;
  if (isRestrictive === undefined) return undefined;
  if (!isRestrictive) return none;
  switch (restriction?.code) {
    case 'LTE60':
      return upTo60Days;
    case 'GT60':
      return upTo180Days;
    case 'OTHER':
      return otherDetails;
    default:
      return undefined;
  }
}
