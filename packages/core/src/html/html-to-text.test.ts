import { describe, expect, it } from 'vitest';
import { TrialError } from '../errors.js';
import { htmlToText, isHtml } from './index.js';

const page = (body: string): string => `<!DOCTYPE html><html><head><title>T</title></head><body>${body}</body></html>`;

describe('telling HTML by its beginning', () => {
  it.each(['<!DOCTYPE html><p>', '\uFEFF <html lang="en">', '<!-- saved from url -->\n<html>', '<BODY>'])(
    'takes %j for HTML',
    (source) => expect(isHtml(source)).toBe(true),
  );
  it.each(['', 'text', '<clinical_study>', '<PubmedArticleSet>', '<?xml version="1.0"?><html/>', '<!-- no end'])(
    'does not take %j for HTML',
    (source) => expect(isHtml(source)).toBe(false),
  );
});

describe('rendering HTML', () => {
  it('parts blocks by lines and paragraphs by blank lines', () => {
    expect(htmlToText(page('<div>Status</div><div>Completed<br>Phase 2</div><p>one</p><p>two</p>'))).toBe(
      'Status\nCompleted\nPhase 2\n\none\n\ntwo\n',
    );
  });

  it('keeps bullets, numbers and nesting of lists', () => {
    expect(htmlToText(page('<ul><li>a<ul><li>b</li></ul></li></ul><ol start="3"><li>c</li></ol>'))).toBe(
      '  \u2022 a\n    \u2022 b\n\n  3. c\n',
    );
  });

  it('parts the cells of a row by tabs', () => {
    expect(
      htmlToText(page('<table><tr><th>Name</th><th>Time</th></tr><tr><td>pain</td><td>1y</td></tr></table>')),
    ).toBe('Name\tTime\npain\t1y\n');
  });

  it('leaves out what a person does not see', () => {
    expect(htmlToText(page('<script>x()</script><p hidden>a</p><p style="display: none">b</p><p>c</p>'))).toBe('c\n');
  });

  it('joins words as they are shown and resolves references', () => {
    expect(htmlToText(page('<p>a  <b>bold</b>,\n x &lt; 5&nbsp;mg</p>'))).toBe('a bold, x < 5\u00a0mg\n');
  });

  it('refuses elements nested deeper than in any page', () => {
    expect(() => htmlToText(page('<div>'.repeat(50_000)))).toThrow(TrialError);
  });
});
