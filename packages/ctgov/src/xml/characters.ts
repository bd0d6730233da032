import { lineAndColumn, TrialError } from '@trialbridge/core';

const characterReference = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/;
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
/** A place where a source is not well-formed, by offset. */
export function notWellFormed(source: string, offset: number, message: string): TrialError {
  const at = lineAndColumn(source, Math.min(offset, source.length));
  return new TrialError('source-unreadable', `Not well-formed XML at ${at}: ${message}`, { at });
}

/**
 * Replaces the five predefined entities and character references. Any other entity is refused: there is no place where
 * it could be defined.
 */
export function decode(text: string, source: string, offset: number): string {
  checkCharacters(text, source, offset);
  if (text.indexOf('&') < 0) return text;
  let decoded = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const name = text.slice(at + 1, end < 0 || end > at + 12 ? at + 12 : end);
    const character = characterOf(name);
    if (character === undefined || end < 0) {
      const [found = ''] = name.split(/[\s;<]/);
      throw notWellFormed(source, offset + at, `"&${found}" is no entity of XML, and no character.`);
    }
    decoded += text.slice(from, at) + character;
    from = end + 1;
  }
  return decoded + text.slice(from);
}

function characterOf(name: string): string | undefined {
  switch (name) {
    case '#xD':
      return '\r';
    case 'gt':
      return '>';
    case 'lt':
      return '<';
    case 'amp':
      return '&';
    case 'quot':
      return '"';
    case 'apos':
      return "'";
  }
  const [, hex, decimal] = characterReference.exec(name) ?? [];
  const code = hex !== undefined ? Number.parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : -1;
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** Refuses characters that XML cannot hold. */
export function checkCharacters(text: string, source: string, offset: number): void {
  if (forbidden.test(text)) throw notWellFormed(source, offset + text.search(forbidden), 'a control character.');
}

/** Whether XML 1.0 allows a character. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** White space that is not one space. */
const whiteSpace = /[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g;

/** One line: runs of white space as one space, none at the ends. No-break spaces are characters like any other. */
export function squeeze(text: string): string {
  const squeezed = text.replace(whiteSpace, ' ');
  const start = squeezed.charCodeAt(0) === 32 ? 1 : 0;
  const end = squeezed.charCodeAt(squeezed.length - 1) === 32 ? squeezed.length - 1 : squeezed.length;
  return start > 0 || end < squeezed.length ? squeezed.slice(start, Math.max(start, end)) : squeezed;
}

/** What the registry puts before an item of a list: its indentation, a dash and two spaces. */
const itemMark = /^ *- {2}(?=\S)/;

/**
 * Lines as they are broken, each without the white space at its ends and between its words, but for the mark of an item;
 * of several empty lines one is left.
 */
export function lines(text: string): string {
  if (text.indexOf('\n') < 0) return squeeze(text);
  let result = '';
  let isBreak = false;
  for (const line of text.split('\n')) {
    const mark = itemMark.exec(line)?.[0] ?? '';
    const words = squeeze(mark === '' ? line : line.slice(mark.length));
    if (words === '') isBreak = result !== '';
    else {
      if (result !== '') result += isBreak ? '\n\n' : '\n';
      result += mark + words;
      isBreak = false;
    }
  }
  return result;
}
