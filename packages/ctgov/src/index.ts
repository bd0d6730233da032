export { ctgovJsonReader } from './json/reader.js';
export { ctgovJsonWriter } from './json/writer.js';
export { ctgovXmlReader } from './xml/reader.js';
export { type CtgovXmlWriterOptions, createCtgovXmlWriter, ctgovXmlWriter } from './xml/writer.js';
