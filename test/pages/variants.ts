/** A way in which copying, scraping or another system changes a page without changing what it says. */
export interface Variant {
  readonly name: string;
  readonly change: (page: string) => string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page saved as HTML: a block for each line, a list for each run of bullets, entities for what needs them. */
function asHtml(page: string): string {
  const out: string[] = ['<!DOCTYPE html>', '<html><head><title>A page</title></head><body>'];
  let isInList = false;
  for (const line of page.split('\n')) {
    const item = /^\s*\u2022 (.*)$/.exec(line);
    if (item && !isInList) out.push('<ul>');
    if (!item && isInList) out.push('</ul>');
    isInList = item !== null;
    if (item) out.push(`<li><span>${escaped(item[1] ?? '')}</span></li>`);
    else if (line.trim() !== '') out.push(`<div><p>${escaped(line)}</p></div>`);
  }
  return [...out, '</body></html>', ''].join('\n');
}

const bulletSign = /^(\s*)\u2022(?= )/gm;

export const variants: readonly Variant[] = [
  { name: 'lines that end in CRLF', change: (page) => page.replaceAll('\n', '\r\n') },
  { name: 'lines that end in CR', change: (page) => page.replaceAll('\n', '\r') },
  { name: 'no-break spaces', change: (page) => page.replaceAll(' ', '\u00a0') },
  { name: 'a byte order mark', change: (page) => `\ufeff${page}` },
  { name: 'a tab before each line', change: (page) => page.replace(/^/gm, '\t') },
  { name: 'four blanks before each line', change: (page) => page.replace(/^/gm, '    ') },
  { name: 'blanks at the end of each line', change: (page) => page.replace(/$/gm, '  ') },
  { name: 'a blank line after each line', change: (page) => page.replaceAll('\n', '\n\n') },
  { name: 'asterisks for bullets', change: (page) => page.replace(bulletSign, '$1*') },
  { name: 'dots for bullets', change: (page) => page.replace(bulletSign, '$1\u00b7') },
  { name: 'dashes for bullets', change: (page) => page.replace(bulletSign, '$1-') },
  { name: 'markup around it', change: asHtml },
];
