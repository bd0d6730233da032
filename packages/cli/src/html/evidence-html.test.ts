import type { Issue, Reading, Trial } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { evidenceHtml } from './evidence-html.js';

const source = 'A trial of tea\nStatus\nCompleted\nPhases\nConditions\nThirst\nNCT01234567';

const trial: Trial = {
  schemaVersion: '1.0',
  id: 'NCT01234567',
  source: { format: 'veeva-page', kind: 'registration' },
  textMarkup: 'plain',
  briefTitle: 'A trial of tea',
  overallStatus: { code: 'COMPLETED', verbatim: 'Completed' },
  conditions: ['Thirst'],
  identifiers: [{ value: 'NCT01234567', registry: 'ClinicalTrials.gov' }],
  evidence: {
    '/briefTitle': { kind: 'stated', spans: [{ start: 0, end: 14 }] },
    '/overallStatus': { kind: 'normalized', rule: 'spelling', spans: [{ start: 22, end: 31 }] },
    '/phases': { kind: 'absent', reason: 'no-value', spans: [{ start: 32, end: 38 }] },
    '/startDate': { kind: 'absent', reason: 'not-stated' },
    '/conditions/0': { kind: 'inferred', rule: 'condition', spans: [{ start: 11, end: 14 }] },
    '/identifiers/0': { kind: 'stated', spans: [{ start: 57, end: 68 }] },
    '/identifiers/0/registry': { kind: 'normalized', rule: 'registry-of-id', spans: [{ start: 57, end: 68 }] },
  },
};

const reading: Reading = { kind: 'registration', trials: [trial], citations: [], mentions: [] };
const nothing: Reading = { kind: 'narrative', trials: [], citations: [], mentions: [] };

function page(change: { source?: string; reading?: Reading; issues?: Issue[]; sourceName?: string } = {}): string {
  return evidenceHtml({ source, sourceName: 'tea.txt', reading, issues: [], format: 'veeva-page', ...change });
}

/** What a reader of the page sees of the source. */
function shownText(html: string): string {
  const [, text = ''] = /<div class="text">\n([\s\S]*?)<\/section>/.exec(html) ?? [];
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trimEnd();
}

describe('the page', () => {
  const html = page();

  it('links a stretch of the text to its value, and the value back to it', () => {
    expect(html).toContain('<i id="s0"></i><a class="m stated" href="#f0" data-f="0"');
    expect(html).toContain('<li class="fact stated" id="f0"><a class="go" href="#s0"');
  });

  it('names a value in the words of the field, with its kind, its rule and its line', () => {
    expect(html).toMatch(
      />Overall status<\/span><span class="value"><span class="words"><code>COMPLETED<\/code><\/span>/,
    );
    expect(html).toMatch(/<b>normalized<\/b> <span class="place">line 3<\/span> <span class="rule">spelling<\/span>/);
  });

  it('gives an inferred word inside a stated text the colour of its own kind', () => {
    expect(html).toMatch(/<a class="m inferred in-stated" href="#f\d+" data-f="\d+ \d+"[^>]*>tea<\/a>/);
  });

  it('marks the heading that has no value, with the reason', () => {
    expect(html).toMatch(/<a class="m absent"[^>]* data-why="heading without a value">Phases<\/a>/);
  });

  it('shows a line that gives one value and lacks another as the value', () => {
    const spans = [{ start: 0, end: 26 }];
    const counted: Trial = {
      ...trial,
      enrollment: { count: 25 },
      evidence: {
        '/arms': { kind: 'absent', reason: 'no-value', spans },
        '/enrollment/count': { kind: 'normalized', rule: 'participants-line', spans },
      },
    };
    const html = page({ source: '25 participants in 2 groups', reading: { ...reading, trials: [counted] } });
    expect(html).toContain('class="m normalized in-absent"');
    expect(html).not.toContain('data-why=');
  });

  it('lists what has no place in the text by its reason', () => {
    expect(html).toContain('<dt>not stated</dt><dd><span>Start date</span></dd>');
  });

  it('leaves unused text unmarked', () => expect(html).toContain('id="L2">Status</div>'));

  it('counts the used share without white space and headings', () => {
    expect(html).toContain('<strong>53 %</strong>');
    expect(html).toContain('31 of 59 characters');
  });

  it('shows the whole source, character for character', () => expect(shownText(html)).toBe(source));

  it('is the same each time', () => expect(page()).toBe(html));
});

describe('a page of a source that means harm', () => {
  const hostile = '</script><script>alert(1)</script>"\'>&amp;<img src=x onerror=alert(2)>\u202egnorw\u0000';
  const harmed: Trial = {
    ...trial,
    briefTitle: hostile,
    id: '<b>',
    evidence: { '/briefTitle': { kind: 'stated', rule: '<u>', spans: [{ start: 0, end: hostile.length }] } },
  };
  const issues: Issue[] = [{ code: 'conflict', severity: 'warning', at: '/<s>', message: '<script>alert(3)</script>' }];
  const html = page({ source: hostile, sourceName: '<h1>.txt', reading: { ...reading, trials: [harmed] }, issues });

  it('has no markup of it', () => {
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag));
    for (const tag of ['img', 'u', 's']) expect(tags).not.toContain(tag);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toContain('<b>.');
  });

  it('shows it as it stands, and says what cannot be seen', () => {
    expect(shownText(html)).toBe(hostile.replace('\u202e', '‹U+202E›').replace('\u0000', '‹U+0000›'));
  });

  it('allows nothing to be loaded, and only its own script and style to run', () => {
    expect(html).toMatch(
      /content="default-src &#39;none&#39;; style-src &#39;sha256-[^&]+&#39;; script-src &#39;sha256-[^&]+&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"/,
    );
    expect(html).not.toMatch(/https?:|url\(|@import|\sstyle=|\son\w+=(?!alert)/);
  });
});

describe('a page of a source', () => {
  it('with several trials lists each of them', () => {
    const second: Trial = { ...trial, id: 'NCT07654321', evidence: {} };
    const html = page({ reading: { ...reading, trials: [trial, second] } });
    expect(html).toContain('<h2>NCT01234567</h2>');
    expect(html).toContain('<h2>NCT07654321</h2>');
    expect(html).toContain('<span>2 trials</span>');
  });

  it('without a trial shows its citations and the ids it mentions, at their places', () => {
    const html = page({
      source: 'See NCT 0123-4567.\n1. Leaf T. On tea. Tea J. 2020.',
      reading: {
        ...nothing,
        citations: [{ citation: 'Leaf T. On tea. Tea J. 2020.', title: 'On tea', authors: ['Leaf T'], year: '2020' }],
        mentions: [{ value: 'NCT01234567', registry: 'ClinicalTrials.gov', start: 4 }],
      },
    });
    expect(html).toContain('This source holds no trial.');
    expect(html).toMatch(/<a class="m mention"[^>]*>NCT 0123-4567<\/a>\./);
    expect(html).toMatch(/1\. <i id="s0"><\/i><a class="m citation"[^>]*>Leaf T\. On tea\. Tea J\. 2020\.<\/a>/);
    expect(html).toContain('On tea</span> <span class="detail"><i>authors</i> Leaf T</span>');
  });

  it('that is JSON marks the values at their paths', () => {
    const structured: Trial = { ...trial, evidence: { '/briefTitle': { kind: 'stated', path: '/title' } } };
    const html = page({ source: '{"title": "A trial of tea", "n": 1}', reading: { ...reading, trials: [structured] } });
    expect(html).toMatch(/<a class="m stated"[^>]*>A trial of tea<\/a>/);
    expect(html).toContain('<span class="path">/title</span>');
    expect(html).toContain('<b>untraced</b>');
    expect(html).toContain('<strong>50 %</strong> of the values used');
  });

  it('that is XML marks the values at their paths', () => {
    const structured: Trial = { ...trial, evidence: { '/briefTitle': { kind: 'stated', path: '/study/title/0' } } };
    const html = page({
      source: '<study><title>A trial of tea</title></study>',
      reading: { ...reading, trials: [structured] },
    });
    expect(html).toContain('<span class="path">/study/title/0</span>');
    expect(html).toMatch(/&lt;title&gt;<i id="s\d+"><\/i><a class="m stated"[^>]*>A trial of tea<\/a>&lt;\/title&gt;/);
    expect(html).toContain('<strong>100 %</strong> of the values used');
  });

  it('that is structured and was read without paths shows it unmarked, and no share', () => {
    const html = page({
      source: '{"title": "A trial of tea"}',
      reading: { ...reading, trials: [{ ...trial, evidence: {} }] },
    });
    expect(html).toContain('{&quot;title&quot;: &quot;A trial of tea&quot;}');
    expect(html).not.toContain('class="share"');
  });

  it('that is empty is a page all the same', () =>
    expect(page({ source: '', reading: nothing })).toContain('no trial'));

  it('with every kind of line end keeps its lines', () => {
    const html = page({ source: 'one\r\ntwo\rthree\u2028four\n\nsix', reading: nothing });
    expect(shownText(html)).toBe('one\ntwo\nthree\nfour\n\nsix');
  });

  it('marks a value over several lines on each of them', () => {
    const long: Trial = { ...trial, evidence: { '/briefTitle': { kind: 'stated', spans: [{ start: 1, end: 6 }] } } };
    const html = page({ source: 'ab\n\ncd e', reading: { ...reading, trials: [long] } });
    expect(html).toMatch(/id="L1">a<i id="s\d+"><\/i><a [^>]*>b<\/a><\/div>\n<div class="line" id="L2"><\/div>/);
    expect(html).toMatch(/id="L3"><a [^>]*>cd<\/a> e<\/div>/);
  });
});

describe('an issue', () => {
  it('leads to the line or to the value that it is about', () => {
    const html = page({
      issues: [
        { code: 'truncated', severity: 'information', at: '7:12', message: 'The text ends.' },
        { code: 'unknown-code', severity: 'warning', at: '/overallStatus', message: 'Odd.' },
      ],
    });
    expect(html).toContain('truncated at <a href="#L7">line 7</a>');
    expect(html).toMatch(/unknown-code at <a href="#f\d+">Overall status<\/a>/);
  });
});

describe('a long source', () => {
  it('is cut where the page says so, and counted as a whole', () => {
    const long = `${'x'.repeat(1_999_999)}😀${'y '.repeat(500_000)}`;
    const html = page({ source: long, reading: nothing });
    expect(html).toContain('the first 1,999,999 of 3,000,001 characters are shown');
    expect(html).not.toContain('y y');
  });

  it('takes time in proportion to its size', () => {
    const timed = (lines: number): number => {
      const text = 'label\nvalue <&>\n'.repeat(lines);
      const evidence = Object.fromEntries(
        Array.from({ length: lines }, (_, index) => [
          `/keywords/${index}`,
          { kind: 'stated' as const, spans: [{ start: index * 16 + 6, end: index * 16 + 15 }] },
        ]),
      );
      const many: Trial = { ...trial, keywords: new Array(lines).fill('value <&>'), evidence };
      const started = process.cpuUsage().user;
      page({ source: text, reading: { ...reading, trials: [many] } });
      return (process.cpuUsage().user - started) / 1000;
    };
    timed(10_000);
    expect(timed(100_000)).toBeLessThan(10_000);
  });
});
