export { createCsvWriter } from '@trialbridge/csv';
