import type { Trial } from '@trialbridge/core';
import { flag } from '../kinds.js';
import { field, part, shape } from '../shape.js';
import { armsInterventionsModule, contactsLocationsModule, eligibilityModule, outcomesModule } from './plan.js';
import {
  conditionsModule,
  descriptionModule,
  designModule,
  identificationModule,
  oversightModule,
  sponsorCollaboratorsModule,
  statusModule,
} from './protocol.js';
import {
  annotationSection,
  derivedSection,
  documentSection,
  ipdSharingStatementModule,
  referencesModule,
} from './references.js';
import { resultsSection } from './results.js';

/** A study of API v2: its sections and modules are parts of the trial. Fields stand in the order of the registry. */
export const study = shape<Trial>(
  part(
    'protocolSection',
    shape<Trial>(
      part('identificationModule', identificationModule),
      part('statusModule', statusModule),
      part('sponsorCollaboratorsModule', sponsorCollaboratorsModule),
      part('oversightModule', oversightModule),
      part('descriptionModule', descriptionModule),
      part('conditionsModule', conditionsModule),
      part('designModule', designModule),
      part('armsInterventionsModule', armsInterventionsModule),
      part('outcomesModule', outcomesModule),
      part('eligibilityModule', eligibilityModule),
      part('contactsLocationsModule', contactsLocationsModule),
      part('referencesModule', referencesModule),
      part('ipdSharingStatementModule', ipdSharingStatementModule),
    ),
  ),
  part('resultsSection', resultsSection),
  part('annotationSection', annotationSection),
  part('documentSection', documentSection),
  part('derivedSection', derivedSection),
  field('hasResults', 'hasResults', flag),
);
