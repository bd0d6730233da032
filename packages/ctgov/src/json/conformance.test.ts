import { writerChecks } from '@trialbridge/core/testing';
import { describe, it } from 'vitest';
import { ctgovJsonWriter } from './writer.js';

describe('the conformance kit', () => {
  for (const check of writerChecks(ctgovJsonWriter)) it(check.name, check.run);
});
