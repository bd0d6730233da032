import type { Age, Arm, Biospecimens, Eligibility, Intervention, Outcome, Trial } from '@trialbridge/core';
import { readAge } from '../age.js';
import { armType, biospecimenRetention, interventionType, samplingMethod, sex } from '../codes/design.codes.js';
import { readLine } from './element-text.js';
import {
  block,
  coded,
  type ElementReader,
  elements,
  items,
  prose,
  readChildren,
  text,
  texts,
  within,
  yesNo,
} from './elements.js';
import type { XmlSource } from './source.js';

export const outcome = elements<Outcome>({
  measure: prose('measure'),
  time_frame: prose('timeFrame'),
  safety_issue: yesNo('safetyIssue'),
  description: prose('description'),
});

export const armGroup = items<Trial, 'arms'>(
  'arms',
  elements<Arm>({
    arm_group_label: text('label'),
    arm_group_type: coded('type', armType.xml),
    description: prose('description'),
  }),
);

export const intervention = items<Trial, 'interventions'>(
  'interventions',
  elements<Intervention>({
    intervention_type: coded('type', interventionType.xml),
    intervention_name: text('name'),
    description: prose('description'),
    arm_group_label: texts('armLabels'),
    other_name: texts('otherNames'),
  }),
);

export const biospecRetention = within<Trial, 'biospecimens'>(
  'biospecimens',
  coded<Biospecimens, 'NONE_RETAINED' | 'SAMPLES_WITH_DNA' | 'SAMPLES_WITHOUT_DNA'>(
    'retention',
    biospecimenRetention.xml,
  ),
);

export const biospecDescription = within<Trial, 'biospecimens'>('biospecimens', block<Biospecimens>('description'));

const inEligibility = elements<Eligibility>({
  study_pop: block('studyPopulation'),
  sampling_method: coded('samplingMethod', samplingMethod.xml),
  criteria: block('criteria'),
  gender: coded('sex', sex.xml),
  gender_based: yesNo('genderBased'),
  gender_description: prose('genderDescription'),
  minimum_age: age('minimumAge'),
  maximum_age: age('maximumAge'),
  healthy_volunteers: healthyVolunteers,
});

/** Eligibility. `N/A` is the format's word for no age limit: it is absence, and its lack is noted instead. */
export const eligibility: ElementReader<Trial> = (source, trial) => {
  if (trial.eligibility) {
    source.keep('unknown-path', 'A second element where one belongs.');
    return;
  }
  const { offset } = source.scanner;
  const found: AgedEligibility = { ages: new Set() };
  const since = source.noted;
  readChildren(source, inEligibility, found);
  const { ages, ...held } = found;
  for (const _name in held) {
    trial.eligibility = held;
    if (!ages.has('minimumAge')) source.lacks(offset, 'minimum_age');
    if (!ages.has('maximumAge')) source.lacks(offset, 'maximum_age');
    return;
  }
  source.forget(since);
  source.keepAt(offset, 'unknown-path', 'An element that says nothing we know.');
};

interface AgedEligibility extends Eligibility {
  /** The limits that stand in the source, as ages or as none. */
  readonly ages: Set<string>;
}

function age(name: 'minimumAge' | 'maximumAge'): ElementReader<Eligibility> {
  return (source, target) => {
    const { ages } = target as AgedEligibility;
    if (ages.has(name)) {
      source.keep('unknown-path', 'A second element where one belongs.');
      return;
    }
    const { offset } = source.scanner;
    const wording = readLine(source);
    if (wording === undefined) return;
    ages.add(name);
    if (wording === 'N/A') {
      if (source.traces) source.absent(`/eligibility/${name}`, wording, offset, 'not-provided');
      return;
    }
    const found: Age = readAge(wording);
    if (found.unit === undefined) source.remark(offset, 'unreadable-value', `"${wording}" is no age of this format.`);
    target[name] = found;
    source.trace(target, name, offset);
  };
}

function healthyVolunteers(source: XmlSource, target: Eligibility): void {
  if (target.healthyVolunteers !== undefined) {
    source.keep('unknown-path', 'A second element where one belongs.');
    return;
  }
  const { offset } = source.scanner;
  const wording = readLine(source);
  if (wording === undefined) return;
  if (wording === 'Accepts Healthy Volunteers' || wording === 'No') {
    target.healthyVolunteers = wording !== 'No';
    source.trace(target, 'healthyVolunteers', offset);
  } else source.keepAt(offset, 'unknown-code', `"${wording}" is no value of this field that we know.`);
}
