export { type CtgovXmlWriterOptions, createCtgovXmlWriter, ctgovXmlWriter } from './xml/writer.js';
