import { lineAndColumn, parseJson, TrialError, tableSeparatorOf } from '@trialbridge/core';

const shownKeys = 6;
const longestScalar = 10_000;
const longestProlog = 10_000;
/** What may stand before the root of XML, and the root. */
const rootForm = /^\uFEFF?(?:\s|<[?!][^>]*>)*<([A-Za-z_][\w.:-]*)/;
const scalar = /^\s*(?:"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)\s*$/;

/**
 * Says more about a source that no reader accepts: where it is damaged, or what it is instead.
 * @throws TrialError `source-unreadable` when it is JSON that is damaged; else `format-unknown`.
 */
export function explainUnknown(text: string, error: TrialError): never {
  throw new TrialError(error.code, `${whatItIs(text)} ${error.message}`, { cause: error });
}

/** A value of JSON that is no object would pass for a short text. */
export function isJsonScalar(text: string): boolean {
  return text.length < longestScalar && scalar.test(text);
}

function whatItIs(text: string): string {
  const start = text.trimStart().slice(0, 2000);
  if (start.startsWith('<')) {
    const [before = '', root] = rootForm.exec(text.slice(0, longestProlog)) ?? [];
    if (root === undefined) return 'This is XML without an element.';
    return `This is XML with the root <${root}> at ${lineAndColumn(text, before.length - root.length - 1)}.`;
  }
  if (!/^[[{]/.test(start) && !isJsonScalar(text)) {
    const separator = tableSeparatorOf(text.trimStart());
    return separator === undefined
      ? 'This is text.'
      : `This looks like a table of values parted by ${separator}, and tables are not read.`;
  }
  const value = parseJson(text);
  if (Array.isArray(value)) return 'This record is a JSON array.';
  if (value === null) return 'This record is a JSON null.';
  if (typeof value !== 'object') return `This record is a JSON ${typeof value}.`;
  const keys = Object.keys(value);
  const named = keys.slice(0, shownKeys).join(', ') + (keys.length > shownKeys ? ', ...' : '');
  return keys.length === 0 ? 'This is an empty JSON object.' : `This is a JSON object with the keys ${named}.`;
}
