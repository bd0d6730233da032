/**
 * What cannot stand as it is in an XML text: markup, control characters, lone surrogates, non-characters, and carriage
 * returns, which parsers take for line ends.
 */
// Matches every surrogate, pairs included: the pairs are let through below.
const special = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;
const everySpecial = /[&<>\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
const specialInAttribute = /[&<>"\t\n\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;
const everySpecialInAttribute =
  /[&<>"\t\n\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What takes the place of a character that XML 1.0 cannot hold, escaped or not. */
export const replacement = '\ufffd';

export function needsEscape(text: string): boolean {
  return special.test(text);
}

export function escapeText(text: string): string {
  return text.replace(everySpecial, escapeOne);
}

export function needsEscapeInAttribute(text: string): boolean {
  return specialInAttribute.test(text);
}

export function escapeAttribute(text: string): string {
  return text.replace(everySpecialInAttribute, escapeOne);
}

/** Whether a text holds a character that XML 1.0 cannot hold. */
export function hasForbiddenCharacter(text: string): boolean {
  if (!special.test(text)) return false;
  for (const [found] of text.matchAll(everySpecial)) if (found.length === 1 && !(found in entities)) return true;
  return false;
}

function escapeOne(found: string): string {
  return found.length === 2 ? found : (entities[found] ?? replacement);
}
