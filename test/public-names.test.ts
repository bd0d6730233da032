import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { expectGolden } from './golden.js';

const root = new URL('../', import.meta.url);

/** Every public entry of every package: its name, and the source that a checkout resolves it to. */
const entries = readdirSync(new URL('packages', root)).flatMap((directory) => {
  const manifest = JSON.parse(readFileSync(new URL(`packages/${directory}/package.json`, root), 'utf8')) as {
    name: string;
    exports: Record<string, string>;
  };
  return Object.entries(manifest.exports).map(([entry, source]): [string, URL] => [
    manifest.name + entry.slice(1),
    new URL(`packages/${directory}/${source}`, root),
  ]);
});

describe('the public names', () => {
  it('are those that a person agreed to', async () => {
    const lists = await Promise.all(
      entries.map(async ([name, source]): Promise<string> => {
        const names = Object.keys((await import(source.href)) as object).sort();
        return `${name}\n${names.map((each) => `  ${each}\n`).join('')}`;
      }),
    );
    expectGolden('public-names.txt', lists.sort().join(''));
  });
});
