import type { Span } from '@trialbridge/core';
import type { SourceValues } from './structured-source.js';

interface Level {
  readonly pointer: string;
  readonly start: number;
  readonly isList: boolean;
  position: number;
  key: string;
}

/**
 * Finds values by JSON Pointer in a JSON text that was parsed before, in one pass; what is not JSON ends the search. A
 * string stands between its quotes.
 */
export function jsonValues(source: string, wanted: ReadonlySet<string>): SourceValues {
  const places = new Map<string, Span>();
  const scalars: Span[] = [];
  const levels: Level[] = [];
  for (let at = 0; at < source.length; ) {
    const level = levels.at(-1);
    const character = source[at] ?? '';
    if (character === '{' || character === '[') {
      levels.push({ pointer: pointerIn(level), start: at, isList: character === '[', position: 0, key: '' });
    } else if (character === '}' || character === ']') {
      if (level) place(level.pointer, level.start, at + 1);
      levels.pop();
    } else if (character === ',' && level) {
      level.position += 1;
    } else if (!/[\s:,\ufeff]/.test(character)) {
      const end = endOfScalar(source, at);
      if (end === undefined) break;
      if (level && !level.isList && isKey(source, end)) level.key = keyOf(source.slice(at, end));
      else value(pointerIn(level), at, end);
      at = end;
      continue;
    }
    at += 1;
  }
  return { places, scalars };

  function value(pointer: string, start: number, end: number): void {
    const isString = source[start] === '"' && end - start > 2;
    const span = isString ? { start: start + 1, end: end - 1 } : { start, end };
    scalars.push(span);
    place(pointer, span.start, span.end);
  }

  function place(pointer: string, start: number, end: number): void {
    if (wanted.has(pointer)) places.set(pointer, { start, end });
  }
}

/** Longest line that is shown as it stands, on average; longer ones are those of a text without line breaks. */
const readableLine = 240;
const deepestIndent = 24;

/** The same JSON with line breaks between its values where it has hardly any; every value keeps its spelling. */
export function readableJson(source: string): string {
  const lines = source.split('\n', source.length / readableLine + 2).length;
  if (source.length / lines <= readableLine) return source;
  let text = '';
  let depth = 0;
  const lineBreak = (): string => `\n${'  '.repeat(Math.min(depth, deepestIndent))}`;
  for (let at = 0; at < source.length; ) {
    const character = source[at] ?? '';
    if (character === '{' || character === '[') {
      depth += 1;
      text += character + lineBreak();
    } else if (character === '}' || character === ']') {
      depth = Math.max(0, depth - 1);
      text += lineBreak() + character;
    } else if (character === ',') {
      text += `,${lineBreak()}`;
    } else if (character === ':') {
      text += ': ';
    } else if (!/\s/.test(character)) {
      const end = endOfScalar(source, at);
      if (end === undefined) return source;
      text += source.slice(at, end);
      at = end;
      continue;
    }
    at += 1;
  }
  return text;
}

/** One past a string, a number or a word; `undefined` where a string has no end. */
function endOfScalar(source: string, start: number): number | undefined {
  let at = start;
  if (source[at] !== '"') {
    while (at < source.length && !/[\s,:[\]{}"]/.test(source[at] ?? '')) at += 1;
    return at;
  }
  for (at += 1; at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '"') return at + 1;
  }
  return undefined;
}

function isKey(source: string, end: number): boolean {
  let at = end;
  while (/\s/.test(source[at] ?? '')) at += 1;
  return source[at] === ':';
}

function keyOf(text: string): string {
  return text.includes('\\') ? String(JSON.parse(text)) : text.slice(1, -1);
}

function pointerIn(level: Level | undefined): string {
  if (!level) return '';
  const step = level.isList ? String(level.position) : level.key.replaceAll('~', '~0').replaceAll('/', '~1');
  return `${level.pointer}/${step}`;
}
