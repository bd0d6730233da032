import { readFileSync } from 'node:fs';
import * as core from '@trialbridge/core';
import * as trialJson from '@trialbridge/core/trial-json';
import * as csv from '@trialbridge/csv';
import * as ctgov from '@trialbridge/ctgov';
import * as fhir from '@trialbridge/fhir';
import { describe, expect, it } from 'vitest';
import { catalogue, loadReaders } from './catalogue.js';

/** Readers and writers that the packages export as they are; those made by a `create` function are among them. */
const exported = [core, trialJson, ctgov, fhir, csv].flatMap((names) => Object.entries(names));
const readers = exported.flatMap(([name, value]) => (name.endsWith('Reader') && isAdapter(value) ? [value] : []));
const writers = exported.flatMap(([name, value]) => (name.endsWith('Writer') && isAdapter(value) ? [value] : []));

describe('the catalogue', () => {
  it('has every reader of the packages', () => {
    expect(formats(catalogue.filter(({ loadReader }) => loadReader))).toEqual(formats(readers));
    expect(formats(core.pageReaders).filter((format) => !formats(readers).includes(format))).toEqual([]);
  });

  it('has every writer of the packages', () => {
    expect(formats(catalogue.filter(({ loadWriter }) => loadWriter))).toEqual(formats(writers));
  });

  it('loads for each format the adapter of that format', async () => {
    for (const entry of catalogue) {
      if (entry.loadReader) expect((await entry.loadReader()).format).toBe(entry.format);
      if (entry.loadWriter) {
        const writer = await entry.loadWriter(new Map());
        expect(writer).toMatchObject({ format: entry.format, extension: entry.extension });
      }
    }
  });

  it('detects with all of them', async () => {
    expect(formats(await loadReaders('all'))).toEqual(formats(readers));
  });

  it('is the format table of the README', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const rows = [...readme.matchAll(/^\| (`[^|]+`) \| (yes)? *\| (yes)? *\|/gm)].flatMap(([, ids, reads, writes]) =>
      [...(ids ?? '').matchAll(/`([^`]+)`/g)].map(([, id]) => `${id} ${reads ?? 'no'} ${writes ?? 'no'}`),
    );
    const entries = catalogue.map(
      ({ format, loadReader, loadWriter }) => `${format} ${loadReader ? 'yes' : 'no'} ${loadWriter ? 'yes' : 'no'}`,
    );
    expect(rows.sort()).toEqual(entries.sort());
  });
});

function isAdapter(value: unknown): value is { readonly format: string } {
  return typeof value === 'object' && value !== null && 'format' in value;
}

function formats(adapters: readonly { readonly format: string }[]): string[] {
  return adapters.map(({ format }) => format).sort();
}
