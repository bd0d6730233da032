import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReadRecord } from '../engine/read-record.js';
import { CommandError } from '../exit.js';
import { HtmlPages } from './html-pages.js';

const record = (text: string): ReadRecord => ({
  text,
  format: 'narrative',
  reading: { kind: 'narrative', trials: [], citations: [], mentions: [] },
  issues: [],
});

describe('evidence pages', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pages-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('go into a file: the first record, and the count of the others', async () => {
    const pages = new HtmlPages(join(folder, 'tea.html'));
    await pages.add(record('first'), 'in/tea.txt');
    await pages.add(record('second'), 'in/tea.txt, record 2');
    expect(readdirSync(folder)).toEqual(['tea.html']);
    expect(readFileSync(join(folder, 'tea.html'), 'utf8')).toContain('first');
    expect(pages.left).toBe(1);
  });

  it('go into a folder: one for each record, named after its source, never outside and never twice', async () => {
    const pages = new HtmlPages(join(folder, 'pages'));
    for (const place of ['a/tea.txt', 'b/tea.txt', 'C/TEA.TXT', '..', 'x.zip!../../tea 1.xml, record 2']) {
      await pages.add(record(place), place);
    }
    const names = ['TEA.TXT~3.html', 'record.html', 'tea-1.xml-record-2.html', 'tea.txt.html', 'tea.txt~2.html'];
    expect(readdirSync(join(folder, 'pages'))).toEqual(names);
    expect(pages.left).toBe(0);
  });

  it('that cannot be written say so and leave nothing behind', async () => {
    const first = new HtmlPages(join(folder, 'tea.html'));
    await first.add(record('tea'), 'tea');
    const error = await new HtmlPages(join(folder, 'tea.html', 'more.html'))
      .add(record('tea'), 'tea')
      .catch((cause) => cause);
    expect(CommandError.is(error) && error.exitCode).toBe(5);
    expect(existsSync(join(folder, 'tea.html', 'more.html'))).toBe(false);
  });
});
