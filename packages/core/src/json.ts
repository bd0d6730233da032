import { TrialError } from './errors.js';

/** Parses JSON; what is not JSON is reported with its line and column where the engine names the place. */
export function parseJson(source: string): unknown {
  try {
    return JSON.parse(source.charCodeAt(0) === 0xfeff ? source.slice(1) : source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const place = /position (\d+)/.exec(message);
    const at = place ? lineAndColumn(source, Number(place[1])) : lineAndColumn(source, source.length);
    throw new TrialError('source-unreadable', `Not JSON: ${message}`, { at, cause: error });
  }
}

/** `line:column`, both from 1, of an offset in UTF-16 code units. */
export function lineAndColumn(source: string, offset: number): string {
  const before = source.slice(0, offset);
  const line = before.split('\n').length;
  return `${line}:${offset - before.lastIndexOf('\n')}`;
}
