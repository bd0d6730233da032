import { describe, expect, it } from 'vitest';
import { xhtmlFault } from './xhtml.js';

const div = (inner: string) => `<div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>`;

describe('xhtmlFault', () => {
  it.each([
    div('<p>Text &amp; more &#233; &nbsp;</p>'),
    div('<table class="grid"><tr><td colspan="2">x</td></tr></table>'),
    div('<a href="https://example.org/?a=1&amp;b=2">x</a><br/><img src="#p" alt="p"/>'),
    div('<!-- note -->x'),
    '<div xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">x</div>',
  ])('accepts %s', (text) => expect(xhtmlFault(text)).toBeUndefined());

  it.each([
    ['<p xmlns="http://www.w3.org/1999/xhtml">x</p>', 'a narrative is one <div>, not <p>'],
    ['<div>x</div>', 'the <div> lacks xmlns="http://www.w3.org/1999/xhtml"'],
    [div('<p>x'), '</div> closes nothing that is open'],
    [div('a < b'), 'markup that is not well-formed'],
    [div('a & b'), 'an "&" that begins no entity, in "a & b"'],
    [div('<script>x</script>'), '<script> is not allowed'],
    [div('<p onclick="x()">x</p>'), 'onclick="x()" is not allowed'],
    [div(' '), 'nothing to read in it'],
    [`${div('x')}y`, 'something follows the closing </div>'],
    ['text', 'text outside the <div>'],
    ['<div xmlns="http://www.w3.org/1999/xhtml">x', '<div> is not closed'],
  ])('refuses %s', (text, fault) => expect(xhtmlFault(text)).toBe(fault));

  it('takes no time that grows out of hand with long hostile text', () => {
    const started = performance.now();
    for (const text of [
      '<div '.repeat(30_000),
      div('<!--'.repeat(30_000)),
      div('&'.repeat(100_000)),
      `<div ${'a="b" '.repeat(30_000)}`,
    ])
      xhtmlFault(text);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
