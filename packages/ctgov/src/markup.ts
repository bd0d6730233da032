const escapedPunctuation = /\\([!-/:-@[-`{-~])/g;
const starBullet = /^( *)\* /gm;
const dashBullet = /^( *)- +/gm;
const needsEscape = /[\\<>*_[\]~^`&]/g;

/** CommonMark as API v2 writes it, as the public XML writes it: no backslashes, list items with `-  `. */
export function toPlainText(text: string): string {
  if (text.indexOf('\\') < 0 && text.indexOf('* ') < 0) return text;
  return text.replace(starBullet, '$1-  ').replace(escapedPunctuation, '$1');
}

/** Plain text as CommonMark that shows the same characters; list items with `* `. */
export function toCommonMark(text: string): string {
  return text.replace(needsEscape, '\\$&').replace(dashBullet, '$1* ');
}
