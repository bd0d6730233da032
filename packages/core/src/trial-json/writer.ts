import type { TrialWriter } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { trialSchema } from '../generated/trial-schema.js';

/** Writes the canonical model itself. It omits nothing: it is what every other format is measured against. */
export const trialJsonWriter: TrialWriter<Trial> = {
  format: 'trial-json',
  title: 'The canonical trial model as JSON',
  mediaType: 'application/json',
  kind: 'json',
  extension: '.json',
  omits: [],
  schema: trialSchema,
  write: (trial) => trial,
  toText: (trial) => JSON.stringify(trial),
  toJson: (trial) => trial,
};
