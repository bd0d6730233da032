export { pageReaders } from '@trialbridge/core';
