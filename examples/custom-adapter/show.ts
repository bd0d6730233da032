// Writes a trial with the adapter beside this file.
import type { Trial } from '@trialbridge/core';
import { writeTrial } from '@trialbridge/core';
import { risWriter } from './ris-writer.js';

const trial: Trial = {
  schemaVersion: '1.0',
  id: 'NCT00000001',
  source: { format: 'example', kind: 'registration', url: 'https://example.org/NCT00000001' },
  briefTitle: 'Tea against cough',
  conditions: ['Cough', 'Cold'],
  leadSponsor: { name: 'University of Somewhere' },
  registration: { registered: { date: '2015-08' } },
  enrollment: { count: 40 },
};

const { document, loss } = writeTrial(trial, risWriter);
console.log(risWriter.toText(document));
for (const { path, why } of loss.dropped) console.log(`not carried: ${path}: ${why}`);
