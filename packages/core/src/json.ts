import { TrialError } from './errors.js';
import { jsonFault } from './json-fault.js';

/**
 * Parses JSON; a byte order mark may stand before it.
 * @throws TrialError `source-unreadable` with line and column of the fault.
 */
export function parseJson(source: string): unknown {
  const hasMark = source.charCodeAt(0) === 0xfeff;
  const text = hasMark ? source.slice(1) : source;
  try {
    return JSON.parse(text);
  } catch (error) {
    const fault = jsonFault(text);
    const found = fault < text.length ? `unexpected ${JSON.stringify(text.charAt(fault))}` : 'it ends too early';
    const at = lineAndColumn(source, fault + (hasMark ? 1 : 0));
    throw new TrialError('source-unreadable', `Not JSON: ${found} at ${at}.`, { at, cause: error });
  }
}

/** `line:column`, both from 1, of an offset in UTF-16 code units. */
export function lineAndColumn(source: string, offset: number): string {
  const before = source.slice(0, offset);
  const line = before.split('\n').length;
  return `${line}:${offset - before.lastIndexOf('\n')}`;
}
