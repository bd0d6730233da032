import type { TrialWriter } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { trialPaths } from '../generated/trial-paths.js';

/** A document of the writer that the tests of the kit break in one way after another. */
export interface ToyDocument {
  id: string;
  title?: string;
  status?: string;
  phases?: string[];
  start?: string;
  conditions?: string[];
}

const held = [
  '/id',
  '/schemaVersion',
  '/briefTitle',
  '/overallStatus',
  '/phases',
  '/startDate',
  '/conditions',
  '/evidence',
  '/unmapped',
];

/** A correct writer of six fields. */
export const toyWriter: TrialWriter<ToyDocument> = {
  format: 'toy',
  title: 'Six fields of a trial',
  mediaType: 'application/json',
  kind: 'json',
  extension: '.json',
  omits: [
    ...trialPaths.filter((path) => path.lastIndexOf('/') === 0 && !held.includes(path)),
    '/overallStatus/verbatim' as const,
    '/phases/*/verbatim' as const,
    '/startDate/type' as const,
    '/startDate/verbatim' as const,
  ].map((path) => ({ path, why: 'the toy is small' })),
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['id'],
    properties: {
      id: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'string' },
      phases: { type: 'array', items: { type: 'string' } },
      start: { type: 'string' },
      conditions: { type: 'array', items: { type: 'string' } },
    },
  },
  write: toToy,
  toText: (document) => JSON.stringify(document),
  toJson: (document) => document,
};

function toToy(trial: Trial): ToyDocument {
  const phases = trial.phases?.flatMap((phase) => phase.code ?? []);
  return {
    id: trial.id,
    ...(trial.briefTitle !== undefined && { title: trial.briefTitle }),
    ...(trial.overallStatus?.code && { status: trial.overallStatus.code }),
    ...(phases && { phases }),
    ...(trial.startDate?.date && { start: trial.startDate.date }),
    ...(trial.conditions && { conditions: [...trial.conditions] }),
  };
}
