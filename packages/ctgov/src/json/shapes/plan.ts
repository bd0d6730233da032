import type { Arm, Contact, Criterion, GeoPoint, Intervention, Outcome, Site, Trial } from '@trialbridge/core';
import { armType, interventionType, samplingMethod, sex } from '../../codes/design.codes.js';
import { contactRole, officialRole } from '../../codes/people.codes.js';
import { ageGroup } from '../../codes/sharing.codes.js';
import { siteStatus } from '../../codes/status.codes.js';
import { toCommonMark } from '../../markup.js';
import { age, coded, decimal, flag, list, marked, text } from '../kinds.js';
import { type Field, field, object, shape, special, within } from '../shape.js';
import { orNone } from './dates.js';

export const armsInterventionsModule = shape<Trial>(
  field(
    'armGroups',
    'arms',
    list(
      object(
        shape<Arm>(
          field('label', 'label', text),
          field('type', 'type', coded(armType.json)),
          field('description', 'description', marked),
          field('interventionNames', 'interventionNames', list(text)),
        ),
      ),
    ),
  ),
  field(
    'interventions',
    'interventions',
    list(
      object(
        shape<Intervention>(
          field('type', 'type', coded(interventionType.json)),
          field('name', 'name', text),
          field('description', 'description', marked),
          field('armGroupLabels', 'armLabels', list(text)),
          field('otherNames', 'otherNames', list(text)),
        ),
      ),
    ),
  ),
);

const outcomes = list(
  object(
    shape<Outcome>(
      field('measure', 'measure', text),
      field('description', 'description', marked),
      field('timeFrame', 'timeFrame', text),
    ),
  ),
);

export const outcomesModule = shape<Trial>(
  field('primaryOutcomes', 'primaryOutcomes', outcomes),
  field('secondaryOutcomes', 'secondaryOutcomes', outcomes),
  field('otherOutcomes', 'otherOutcomes', outcomes),
);

/** What the public XML writes where there is no limit; records that went through it have it here as well. */
const noAge = 'N/A';

export const eligibilityModule = shape<Trial>(
  criteria(),
  within('healthyVolunteers', 'eligibility', 'healthyVolunteers', flag),
  within('sex', 'eligibility', 'sex', coded(sex.json)),
  within('genderBased', 'eligibility', 'genderBased', flag),
  within('genderDescription', 'eligibility', 'genderDescription', marked),
  orNone(within('minimumAge', 'eligibility', 'minimumAge', age), '/eligibility/minimumAge', noAge),
  orNone(within('maximumAge', 'eligibility', 'maximumAge', age), '/eligibility/maximumAge', noAge),
  within('stdAges', 'eligibility', 'ageGroups', list(coded(ageGroup))),
  within('studyPopulation', 'eligibility', 'studyPopulation', marked),
  within('samplingMethod', 'eligibility', 'samplingMethod', coded(samplingMethod.json)),
);

/** The criteria as one text; a list of them is written as one where there is no text. */
function criteria(): Field<Trial> {
  const stated = within<Trial, 'eligibility', 'criteria'>('eligibilityCriteria', 'eligibility', 'criteria', marked);
  return {
    ...stated,
    write(trial, sheet) {
      const { eligibility } = trial;
      if (eligibility?.items) sheet.changed(eligibility, 'items', 'items-as-text');
      if (eligibility?.criteria !== undefined || !eligibility?.items) return stated.write(trial, sheet);
      const joined = eligibility.items.map((one) => itemText(one, sheet.isPlain)).join('\n');
      return sheet.isPlain ? toCommonMark(joined, sheet.plainLists) : joined;
    },
  };
}

function itemText({ role, text: words, depth = 0 }: Criterion, isPlain: boolean): string {
  return role === 'CRITERION' ? `${'   '.repeat(depth)}${isPlain ? '-  ' : '* '}${words}` : `${words}\n`;
}

/** The name as one text, joined from parts where the source gave parts only. */
const nameField: Field<Contact> = special<Contact>(
  'name',
  text.schema,
  field<Contact, 'name'>('name', 'name', text).read,
  (contact, sheet) => {
    const { name, nameParts } = contact;
    if (!nameParts) return name;
    sheet.changed(contact, 'nameParts', name === undefined ? 'parts-joined' : 'parts-left-out');
    if (name !== undefined) return name;
    const { first, middle, last, degrees } = nameParts;
    const whole = [first, middle, last].filter((one) => one !== undefined).join(' ');
    return degrees === undefined ? whole : `${whole}, ${degrees}`;
  },
);

const contacts = list(
  object(
    shape<Contact>(
      nameField,
      field('role', 'role', coded(contactRole.json)),
      field('phone', 'phone', text),
      field('phoneExt', 'phoneExtension', text),
      field('email', 'email', text),
    ),
  ),
);

const officials = list(
  object(
    shape<Contact>(nameField, field('affiliation', 'affiliation', text), field('role', 'role', coded(officialRole))),
  ),
);

const sites = list(
  object(
    shape<Site>(
      field('facility', 'facility', text),
      field('status', 'status', coded(siteStatus)),
      field('city', 'city', text),
      field('state', 'state', text),
      field('zip', 'postalCode', text),
      field('country', 'country', text),
      field('contacts', 'contacts', contacts),
      field(
        'geoPoint',
        'geoPoint',
        object(shape<GeoPoint>(field('lat', 'latitude', decimal), field('lon', 'longitude', decimal))),
      ),
    ),
  ),
);

export const contactsLocationsModule = shape<Trial>(
  field('centralContacts', 'contacts', contacts),
  field('overallOfficials', 'officials', officials),
  field('locations', 'sites', sites),
);
