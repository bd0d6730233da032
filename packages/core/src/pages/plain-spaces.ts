const wideSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const wideSpaces = new RegExp(wideSpace, 'g');

/**
 * A text with a plain blank for each blank of another kind: pages and copies of them hold no-break and thin spaces where
 * others hold plain ones. Each is one code unit, so that places in the text stay what they are.
 */
export function withPlainSpaces(text: string): string {
  return wideSpace.test(text) ? text.replace(wideSpaces, ' ') : text;
}
