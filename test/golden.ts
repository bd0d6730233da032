import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const folder = fileURLToPath(new URL('goldens', import.meta.url));

interface GoldenOptions {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Compares a text with a file that a person has looked at. A golden is never born in a test run: a missing or different
 * one fails, unless UPDATE_GOLDENS=1 asks for it to be written, which CI never may.
 */
export function expectGolden(name: string, text: string, options: GoldenOptions = {}): void {
  const { env = process.env } = options;
  const path = join(options.folder ?? folder, name);
  if (env.UPDATE_GOLDENS === '1') {
    if (env.CI) throw new Error(`CI may not write the golden ${name}. Unset UPDATE_GOLDENS.`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  if (!existsSync(path)) {
    throw new Error(`There is no golden ${name}. Make it with UPDATE_GOLDENS=1, and read it before you commit it.`);
  }
  expect(text, `differs from the golden ${name}; UPDATE_GOLDENS=1 accepts the change`).toBe(readFileSync(path, 'utf8'));
}
