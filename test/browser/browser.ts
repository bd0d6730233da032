import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** An installed Chromium: `TRIALBRIDGE_CHROMIUM`, or the first on the path. */
export const browserPath: string | undefined =
  process.env.TRIALBRIDGE_CHROMIUM ||
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));

export const whyNoBrowser = 'no Chromium is installed: put one on the PATH, or name it in TRIALBRIDGE_CHROMIUM';

/** A page must not load anything; neither may the browser around it. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Session {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** Starts a browser with an empty profile, which goes when it is closed. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<Session> {
  const profile = mkdtempSync(join(tmpdir(), 'trialbridge-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...(browserPath !== undefined && { executablePath: browserPath }),
    headless: true,
    args: flags,
    ...options,
  });
  return {
    context,
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
