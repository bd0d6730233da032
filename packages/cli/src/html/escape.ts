/** Bidirectional controls, which would let a text be shown in another order than it stands in. */
const bidirectional = '\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069';
const special = new RegExp(`[&<>"'\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\ufeff${bidirectional}]`, 'g');

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text as the content of an element or a quoted attribute. Characters that cannot be seen show their code point. */
export function escapeHtml(text: string): string {
  return text.replace(special, (character) => entities.get(character) ?? `‹U+${codeOf(character)}›`);
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
