export { ctgovJsonReader, ctgovXmlReader } from '@trialbridge/ctgov';
