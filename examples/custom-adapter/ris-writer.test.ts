import { writerChecks } from '@trialbridge/core/testing';
import { describe, it } from 'vitest';
import { parseRis, risWriter } from './ris-writer.js';

describe('the RIS writer', () => {
  for (const check of writerChecks(risWriter, undefined, { parse: parseRis })) it(check.name, check.run);
});
