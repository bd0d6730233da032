import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Issue, pageReaders, readTrials } from '@trialbridge/core';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { evidenceHtml } from '../../packages/cli/src/html/evidence-html.js';
import { browserPath, openBrowser, type Session, whyNoBrowser } from './browser.js';
import { lowContrast } from './contrast.js';

if (browserPath === undefined) console.log(`skipped: evidence pages in a browser: ${whyNoBrowser}`);

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));
const names = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
const seed = (number: string): string => {
  const name = names.find((known) => known.startsWith(number));
  if (name === undefined) throw new Error(`There is no seed ${number}.`);
  return readFileSync(join(seeds, name), 'utf8');
};

function pageOf(source: string, sourceName = 'a text', more: readonly Issue[] = []): string {
  const { issues, format, ...reading } = readTrials(source, pageReaders);
  return evidenceHtml({ source, sourceName, reading, issues: [...issues, ...more], format });
}

describe.skipIf(browserPath === undefined)('an evidence page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'trialbridge-pages-'));
  let session: Session;
  let page: Page;
  /** What a page must not do: load something, print an error, open a dialog. */
  let misdeeds: string[];

  beforeAll(async () => {
    session = await openBrowser({ viewport: { width: 1300, height: 900 } });
  });
  afterAll(async () => {
    await session?.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => {
    await page?.close();
    expect(misdeeds).toEqual([]);
  });

  async function open(html: string): Promise<Page> {
    const file = join(folder, 'page.html');
    writeFileSync(file, html);
    const url = pathToFileURL(file).href;
    misdeeds = [];
    page = await session.context.newPage();
    page.on('request', (request) => request.url() !== url && misdeeds.push(`loads ${request.url()}`));
    page.on('console', (message) => misdeeds.push(`prints ${message.text()}`));
    page.on('pageerror', (error) => misdeeds.push(`fails with ${error.message}`));
    page.on('dialog', (dialog) => {
      misdeeds.push(`opens ${dialog.type()}`);
      void dialog.dismiss();
    });
    await page.goto(url);
    return page;
  }

  it.each(names)('shows the whole text of %s, and every link of it leads somewhere', async (name) => {
    const source = readFileSync(join(seeds, name), 'utf8');
    await open(pageOf(source, name));
    const lines = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.line')].map((line) => line.textContent)`,
    );
    expect(lines).toEqual(source.replace(/\n$/, '').split(/\r?\n/));
    const dangling = `[...document.querySelectorAll('a[href^="#"]')].map((link) => link.hash.slice(1)).filter((id) => !document.getElementById(id))`;
    expect(await page.evaluate<string[]>(dangling)).toEqual([]);
  });

  it('leads from a stretch of the text to its value, and further at each click where several values share it', async () => {
    await open(pageOf(seed('004')));
    const mark = page.locator('a.m', { hasText: 'NCT05019287' });
    await mark.click();
    expect(await page.locator('.fact.on .label').allTextContents()).toEqual(['Identifier 1']);
    await mark.click();
    expect(await page.locator('.fact.on .label').allTextContents()).toEqual(['Identifier 1 · registry']);
    await page.keyboard.press('Escape');
    expect(await page.locator('.fact.on').count()).toBe(0);
  });

  it('brings the value of a stretch far down the text into view', async () => {
    await open(pageOf(seed('004')));
    await page.locator('a.m', { hasText: 'SARS-CoV-2 nucleic acid test was positive' }).click();
    await expect.poll(async () => isInView(await page.locator('.fact.on').boundingBox())).toBe(true);
    await expect.poll(() => page.locator('.wire path').getAttribute('d')).toMatch(/^M/);
  });

  it('leads from a value to its place in the text, and draws a line between them', async () => {
    await open(pageOf(seed('004')));
    await page.locator('.fact', { hasText: 'PLACEBO_COMPARATOR' }).click();
    const mark = page.locator('a.m.on');
    expect(await mark.allTextContents()).toEqual(['Placebo Comparator group']);
    await expect.poll(() => page.locator('.wire path').getAttribute('d')).toMatch(/^M/);
    await expect.poll(async () => isInView(await mark.boundingBox())).toBe(true);
  });

  it('is walked through by keys', async () => {
    await open(pageOf(seed('004')));
    await page.locator('.fact a.go').first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.fact.on .label').allTextContents()).toEqual(['Identifier 1']);
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('a.m.on').allTextContents()).toEqual(['Menstrual Blood Stem Cells in Severe Covid-19']);
  });

  it('marks the headings of a stripped page that have no value, and tells what was read out of prose', async () => {
    await open(pageOf(seed('000')));
    expect(await page.locator('a.m.absent').first().textContent()).toBe('Status and phase');
    expect(await page.locator('a.m.absent').first().getAttribute('data-why')).toBe('heading without a value');
    expect(await page.locator('a.m.inferred').allTextContents()).toContain('Phase I/II');
  });

  it('hides a kind, and shows it again', async () => {
    await open(pageOf(seed('000')));
    const inferred = page.locator('.fact.inferred').first();
    await page.locator('button[data-kind="inferred"]').click();
    expect(await inferred.isVisible()).toBe(false);
    await page.locator('button[data-kind="inferred"]').click();
    expect(await inferred.isVisible()).toBe(true);
  });

  it.each(['light', 'dark'] as const)('can be read in %s colours', async (colorScheme) => {
    for (const number of ['000', '002', '004']) {
      const issue: Issue = { code: 'conflict', severity: 'error', at: '1:1', message: 'Two places disagree.' };
      await open(pageOf(seed(number), 'a text', [issue, { ...issue, severity: 'warning' }]));
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate<string[]>(lowContrast(4.5))).toEqual([]);
      expect(await page.evaluate<string[]>(lowContrast(22))).not.toEqual([]);
      await page.evaluate(`document.querySelectorAll('.m, .fact').forEach((element) => element.classList.add('on'))`);
      expect(await page.evaluate<string[]>(lowContrast(4.5))).toEqual([]);
      await page.close();
    }
  });

  it('fits a narrow screen, and says there what was chosen', async () => {
    await open(pageOf(seed('000')));
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.locator('a.m.inferred').first().click();
    expect(await page.locator('.now').textContent()).toContain('(inferred)');
    await page.locator('.now a').click();
    await expect.poll(async () => isInView(await page.locator('.fact.on').boundingBox(), 740)).toBe(true);
  });

  it('prints all of the text and all of the values', async () => {
    await open(pageOf(seed('004')));
    await page.emulateMedia({ media: 'print' });
    const cut = `['source', 'values'].filter((id) => { const pane = document.getElementById(id); return pane.scrollHeight > pane.clientHeight + 1; })`;
    expect(await page.evaluate<string[]>(cut)).toEqual([]);
  });

  it('works by its links alone where scripts are off', async () => {
    await session.close();
    session = await openBrowser({ javaScriptEnabled: false, viewport: { width: 1300, height: 500 } });
    await open(pageOf(seed('004')));
    await page.locator('.fact', { hasText: 'PLACEBO_COMPARATOR' }).locator('a.go').click();
    await expect
      .poll(async () => isInView(await page.locator('a.m', { hasText: 'Placebo Comparator group' }).boundingBox(), 500))
      .toBe(true);
    await session.close();
    session = await openBrowser({ viewport: { width: 1300, height: 900 } });
  });

  it('runs nothing of a text that means harm', async () => {
    const hostile = '<script>alert(1)</script><img src="https://example.org/x.png" onerror="alert(2)">';
    const text = seed('004')
      .replace('Menstrual Blood Stem Cells in Severe Covid-19', hostile)
      .replace('Cytokine Storm', `${hostile}'"><svg onload=alert(3)>`);
    await open(pageOf(text, hostile));
    expect(await page.locator('h1').textContent()).toBe(hostile);
    expect(await page.locator('img, svg[onload]').count()).toBe(0);
    expect(await page.evaluate('document.scripts.length')).toBe(1);
  });

  it('lets no script in even where markup got through', async () => {
    await open(pageOf(seed('004')).replace('<main>', '<main><script>document.title = "harm"</script>'));
    expect(await page.title()).toBe('a text · evidence');
    expect(misdeeds.join()).toContain('Content Security Policy');
    misdeeds = [];
  });

  it('opens with two million characters', async () => {
    const long = `${seed('002')}\n${'A line of a text that goes on, without an end in sight.\n'.repeat(40_000)}`;
    await open(pageOf(long));
    expect(await page.locator('.note').textContent()).toContain('the first 2,000,000 of');
    expect(await page.locator('.line').count()).toBeGreaterThan(30_000);
  });
});

function isInView(box: { readonly y: number; readonly height: number } | null, height = 900): boolean {
  return box !== null && box.y + box.height > 0 && box.y < height;
}
