import type { Age, Criterion, Eligibility } from '@trialbridge/core';
import { ageWording } from '../age.js';
import { samplingMethod, sex } from '../codes/design.codes.js';
import type { XmlDraft } from './draft.js';

/**
 * The block demands a sex and both age limits. In both formats of ClinicalTrials.gov, and where a source states one
 * limit, a limit that is absent is `N/A`: there is none. Where a source states no ages at all, `N/A` would say what
 * nobody said: then the block is left out, and reported.
 */
export function writeEligibility(draft: XmlDraft, eligibility: Eligibility | undefined): void {
  if (!eligibility) return;
  const { minimumAge, maximumAge } = eligibility;
  if (!draft.isOwn) {
    if (eligibility.sex?.code === undefined) {
      draft.dropped('/eligibility', 'eligibility-needs-sex');
      return;
    }
    const saysAges = draft.trial.source.format === 'ctgov-json' || minimumAge || maximumAge;
    const isReadable = [minimumAge, maximumAge].every((age) => !age || ageWording(age) !== undefined);
    if (!saysAges || !isReadable) {
      draft.dropped('/eligibility', 'eligibility-needs-ages');
      return;
    }
  }
  draft.open('eligibility');
  draft.block('study_pop', eligibility.studyPopulation);
  draft.listed('sampling_method', eligibility.samplingMethod, samplingMethod.xml, () => '/eligibility/samplingMethod');
  writeCriteria(draft, eligibility);
  draft.coded('gender', eligibility.sex, sex.xml);
  draft.yesNo('gender_based', eligibility.genderBased);
  draft.marked('gender_description', eligibility.genderDescription);
  draft.leaf('minimum_age', age(draft, minimumAge, '/eligibility/minimumAge'));
  draft.leaf('maximum_age', age(draft, maximumAge, '/eligibility/maximumAge'));
  const accepts = eligibility.healthyVolunteers;
  if (accepts !== undefined) draft.leaf('healthy_volunteers', accepts ? 'Accepts Healthy Volunteers' : 'No');
  draft.close('eligibility');
}

function writeCriteria(draft: XmlDraft, { criteria, items }: Eligibility): void {
  if (criteria !== undefined || !items) draft.block('criteria', criteria);
  else draft.block('criteria', items.map(itemText).join('\n\n'));
  if (items) draft.changed('/eligibility/items', 'items-as-text');
}

function itemText({ role, text, depth = 0 }: Criterion): string {
  return role === 'CRITERION' ? `${'   '.repeat(depth)}-  ${text}` : text;
}

function age(draft: XmlDraft, limit: Age | undefined, pointer: string): string {
  if (!limit) return 'N/A';
  if (draft.isOwn && limit.verbatim !== undefined) return limit.verbatim;
  if (limit.verbatim !== undefined) draft.withoutWording.add(limit);
  if (limit.value === 0 && !draft.isOwn) {
    draft.changed(pointer, 'age-zero-as-none');
    return 'N/A';
  }
  return ageWording(limit) ?? 'N/A';
}
