export { ctgovJsonWriter } from '@trialbridge/ctgov';
