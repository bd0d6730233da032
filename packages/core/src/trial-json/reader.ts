import { TrialError } from '../errors.js';
import type { Reading, TrialReader } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { validate } from '../generated/validate-trial.js';
import { parseJson } from '../json.js';

const start = /^\uFEFF?\s*\{\s*"schemaVersion"\s*:\s*"/;

/** Reads the canonical model itself: one trial, checked against `schemas/trial.schema.json`. */
export const trialJsonReader: TrialReader = {
  format: 'trial-json',
  title: 'The canonical trial model as JSON',
  accepts: (source) => start.test(source.slice(0, 1000)),
  read(source): Reading {
    const value = parseJson(source);
    if (!validate(value)) {
      const [first] = validate.errors ?? [];
      const at = first?.instancePath || '/';
      throw new TrialError('source-unreadable', `Not a trial of schema version 1.0: ${at} ${first?.message ?? ''}`, {
        at,
      });
    }
    const trial = value as Trial;
    return { kind: trial.source.kind, trials: [trial], citations: [], mentions: [] };
  },
};
