import type { Failure } from './record.js';

/** First bytes of what people take for records, and what would do instead. */
const signatures: readonly (readonly [bytes: string, what: string, advice: string])[] = [
  ['%PDF-', 'a PDF', 'Copy its text into a text file.'],
  ['\xd0\xcf\x11\xe0', 'an old Office document (.xls, .doc)', 'Save the records as JSON, XML or text.'],
  ['BZh', 'packed with bzip2', 'Unpack it first: bunzip2.'],
  ['\xfd7zXZ', 'packed with xz', 'Unpack it first: xz -d.'],
  ['\x28\xb5\x2f\xfd', 'packed with zstd', 'Unpack it first: zstd -d.'],
  ['7z\xbc\xaf', 'a 7-Zip archive', 'Unpack it first.'],
  ['Rar!', 'a RAR archive', 'Unpack it first.'],
  ['\x89PNG', 'a picture', 'Copy its text into a text file.'],
  ['\xff\xd8\xff', 'a picture', 'Copy its text into a text file.'],
  ['PAR1', 'a Parquet file', 'Export the records as NDJSON.'],
  ['SQLite format 3\0', 'a SQLite database', 'Export the records as NDJSON.'],
];

/** Why a source that begins with these bytes can hold no record, if its kind is known. */
export function binaryFailure(head: Uint8Array): Failure | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 16)).toString('latin1');
  const found = signatures.find(([bytes]) => start.startsWith(bytes));
  if (!found) return undefined;
  const [, what, advice] = found;
  return { code: 'source-unreadable', message: `This is ${what}, not a source of records. ${advice}` };
}

/** Names that the first entry of a document has which is a zip inside: Office and OpenDocument. */
const officeStart = /^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/|word\/|ppt\/|mimetype$)/;

export function isOfficeDocument(firstEntry: string): boolean {
  return officeStart.test(firstEntry);
}

export const officeDocument: Failure = {
  code: 'source-unreadable',
  message:
    'This is an Office document (such as .xlsx or .docx), which is a zip only inside. ' +
    'Save its records as JSON or XML, or its text as a text file.',
};
