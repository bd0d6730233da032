export { createCtgovXmlWriter } from '@trialbridge/ctgov';
