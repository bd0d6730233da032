import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectGolden } from './golden.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trialbridge-golden-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('a golden', () => {
  it('is not born in a test run: a missing one fails and stays missing', () => {
    expect(() => expectGolden('a.txt', 'text', { folder, env: {} })).toThrow('There is no golden a.txt.');
    expect(existsSync(join(folder, 'a.txt'))).toBe(false);
  });

  it('is not changed by a test run either', () => {
    writeFileSync(join(folder, 'a.txt'), 'before');
    expect(() => expectGolden('a.txt', 'after', { folder, env: {} })).toThrow('differs from the golden a.txt');
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('before');
  });

  it('is written when a person asks for it', () => {
    expectGolden('deep/a.txt', 'text', { folder, env: { UPDATE_GOLDENS: '1' } });
    expectGolden('deep/a.txt', 'text', { folder, env: {} });
    expect(readFileSync(join(folder, 'deep/a.txt'), 'utf8')).toBe('text');
  });

  it('is never written in CI', () => {
    const env = { UPDATE_GOLDENS: '1', CI: 'true' };
    expect(() => expectGolden('a.txt', 'text', { folder, env })).toThrow('CI may not write');
    expect(existsSync(join(folder, 'a.txt'))).toBe(false);
  });
});
