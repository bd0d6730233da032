import { writerChecks } from '@trialbridge/core/testing';
import { describe, it } from 'vitest';
import { ctgovXmlWriter } from './writer.js';

describe('the conformance kit', () => {
  for (const check of writerChecks(ctgovXmlWriter)) it(check.name, check.run);
});
