import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { convert } from './without-node/entry.js';

const seeds = readdirSync(new URL('../seeds', import.meta.url)).map((name): [string, string] => [
  name,
  readFileSync(new URL(`../seeds/${name}`, import.meta.url), 'utf8'),
]);

describe('core and the adapters without Node', () => {
  let code = '';

  beforeAll(async () => {
    const result = await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        minify: false,
        lib: {
          entry: fileURLToPath(new URL('without-node/entry.ts', import.meta.url)),
          name: 'trialbridge',
          formats: ['iife'],
        },
      },
    });
    const [{ output }] = [result].flat() as [Rollup.RollupOutput];
    code = output[0].code;
  });

  it('bundle for a browser without a module of Node', () => {
    expect(code).toContain('convert');
    expect(code).not.toMatch(/__vite-browser-external|\brequire\(|from ["']node:/);
  });

  it.each(seeds)(
    'convert %s to the same bytes where only the language and its web companions exist',
    (_name, source) => {
      const context = createContext({ TextEncoder, TextDecoder, URL, source });
      runInContext(
        `${code}\nvar result = JSON.stringify((typeof trialbridge === 'object' ? trialbridge : {}).convert(source));`,
        context,
      );
      expect(JSON.parse(String(context.result))).toEqual(convert(source));
    },
  );
});
