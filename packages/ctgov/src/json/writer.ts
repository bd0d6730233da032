import type { TrialWriter } from '@trialbridge/core';
import { ctgovJsonOmits } from './omits.js';
import { writeShape } from './shape.js';
import { study } from './shapes/study.js';
import { JsonSheet } from './sheet.js';
import type { JsonObject } from './source.js';
import { restore } from './unmapped.js';

/** Writes studies as the ClinicalTrials.gov API v2 does. What was read from there goes back leaf for leaf. */
export const ctgovJsonWriter: TrialWriter<JsonObject> = {
  format: 'ctgov-json',
  title: 'ClinicalTrials.gov API v2 JSON',
  mediaType: 'application/json',
  kind: 'json',
  extension: '.json',
  omits: ctgovJsonOmits,
  schema: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://trialbridge.dev/schemas/ctgov-json.schema.json',
    title: 'A study as the ClinicalTrials.gov API v2 writes it',
    description: 'Every field of OpenAPI 2.0.5; none is required.',
    ...study.schema,
  },
  write(trial, { report }) {
    const sheet = new JsonSheet(trial, report);
    const document = writeShape(trial, sheet, study) ?? {};
    if (!sheet.isOwn && trial.textMarkup) sheet.changed(trial, 'textMarkup', 'always-markup');
    if (trial.source.kind !== 'registration') sheet.changed(trial.source, 'kind', 'record-of-a-registry');
    sheet.finish();
    const parts = sheet.isOwn ? trial.unmapped?.filter(({ format }) => format === 'ctgov-json') : undefined;
    return parts ? restore(document, parts, study.schema) : document;
  },
  toText: (document) => JSON.stringify(document),
  toJson: (document) => document,
};
