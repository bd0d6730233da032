import { lineAndColumn, TrialError } from '@trialbridge/core';

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const reference = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));|&/g;
const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

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
  if (forbidden.test(text)) throw notWellFormed(source, offset + text.search(forbidden), 'a control character.');
  if (text.indexOf('&') < 0) return text;
  return text.replace(reference, (whole, hex: string, decimal: string, name: string, index: number): string => {
    if (name !== undefined) return predefined[name] ?? '';
    const code = hex === undefined ? (decimal === undefined ? -1 : Number(decimal)) : Number.parseInt(hex, 16);
    if (isCharacter(code)) return String.fromCodePoint(code);
    const found = text.slice(index, index + 20).split(/[\s;<]/)[0];
    throw notWellFormed(
      source,
      offset + index,
      whole === '&' ? `"${found}" is no entity of XML.` : `"${found}" is no character.`,
    );
  });
}

/** Whether XML 1.0 allows a character. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

const whiteSpace = /[ \t\r\n]+/g;

/** One line: runs of white space as one space, none at the ends. No-break spaces are characters like any other. */
export function squeeze(text: string): string {
  const squeezed = text.replace(whiteSpace, ' ');
  const start = squeezed.charCodeAt(0) === 32 ? 1 : 0;
  const end = squeezed.charCodeAt(squeezed.length - 1) === 32 ? squeezed.length - 1 : squeezed.length;
  return start > 0 || end < squeezed.length ? squeezed.slice(start, Math.max(start, end)) : squeezed;
}

const lineEnd = /[ \t\r]*\n[ \t\r\n]*/g;

/** Lines as they are broken, each without the white space at its ends and between its words. */
export function lines(text: string): string {
  if (text.indexOf('\n') < 0) return squeeze(text);
  return text.replace(lineEnd, '\n').split('\n').map(squeeze).filter(Boolean).join('\n');
}
