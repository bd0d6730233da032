import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAgainst } from '@trialbridge/core/validate';
import { describe, expect, it } from 'vitest';
import { newFolder, root, run } from './cli-command.js';
import { ndjson, study } from './cli-records.js';

interface Report {
  exitCode: number;
  tripped: string[];
  records: Record<string, unknown>;
  outputs: {
    format: string;
    path?: string;
    written: number;
    failed: number;
    leaves: Record<'carried' | 'changed' | 'unmapped' | 'dropped', number>;
    carried: { path: string; count: number }[];
    dropped: { path: string; count: number; why: string }[];
    unmapped: { path: string; count: number; why: string }[];
  }[];
  issues: { format: string; code: string; count: number; examples: { place: string; at: string }[] }[];
  failures: { code: string; count: number; examples: { place: string }[] }[];
  performance: Record<string, unknown>;
}

const folder = newFolder();
const schema = JSON.parse(readFileSync(join(root, 'schemas/conversion-report.schema.json'), 'utf8')) as object;

function reportOf(input: string, ...args: string[]): Report {
  const path = join(folder, 'report.json');
  const { code } = run(['convert', input, '--out', join(folder, 'out'), '--report', path, '--quiet', ...args]);
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  expect(checkAgainst(schema, report)).toEqual([]);
  expect(report.exitCode).toBe(code);
  return report;
}

const leavesOf = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 1
    : Object.values(value).reduce((sum: number, part) => sum + leavesOf(part), 0);

describe('the report', () => {
  const input = join(folder, 'mixed.ndjson');
  const odd = study(900, { invented: { a: 1, b: [2, 3] } });
  const thin = { protocolSection: { identificationModule: { nctId: 'NCT00000999' } } };
  writeFileSync(
    input,
    `${ndjson(1, 300)}{"cut":\n${ndjson(5, 5)}${JSON.stringify(odd)}\n${JSON.stringify(thin)}\n${ndjson(301, 600)}`,
  );
  const report = reportOf(input, '--to', 'trial-json,ctgov-xml,csv', '--fail-on', 'loss');

  it('counts records, trials, failures and duplicates', () => {
    expect(report.records).toEqual({
      read: 602,
      trials: 602,
      withoutTrial: 0,
      leftOut: 0,
      failed: 3,
      duplicates: 1,
      kinds: { registration: 602 },
    });
    expect(report.exitCode).toBe(1);
    expect(report.tripped).toEqual(['loss']);
    expect(report.failures.map(({ code, count, examples }) => [code, count, examples[0]?.place])).toEqual([
      ['source-unreadable', 1, `${input}, record 301 (line 301)`],
      ['duplicate-id', 1, `${input}, record 302 (line 302)`],
      ['record-incomplete', 1, `${input}, record 304 (line 304)`],
    ]);
  });

  it('accounts for every leaf of every trial, in each format', () => {
    const written = run(['convert', input, '--to', 'trial-json']).stdout.trimEnd().split('\n');
    let total = 0;
    for (const line of written) {
      const { schemaVersion: _version, id: _id, evidence: _evidence, unmapped, ...trial } = JSON.parse(line);
      total += leavesOf(trial);
      for (const part of unmapped ?? []) total += leavesOf(part.value);
    }
    const [json, xml, csv] = report.outputs;
    const sum = (leaves = { carried: 0, changed: 0, unmapped: 0, dropped: 0 }): number =>
      leaves.carried + leaves.changed + leaves.unmapped + leaves.dropped;
    expect(sum(json?.leaves)).toBe(total);
    expect(sum(csv?.leaves)).toBe(total);
    expect(xml).toMatchObject({ written: 601, failed: 1 });
    const thinLeaves = leavesOf(JSON.parse(written.find((line) => line.includes('NCT00000999')) ?? '')) - 2;
    expect(sum(xml?.leaves)).toBe(total - thinLeaves);
    expect(json?.leaves).toMatchObject({ changed: 0, dropped: 0, unmapped: 3 });
  });

  it('says by path what was carried, and what was lost and why', () => {
    const [json, , csv] = report.outputs;
    expect(json?.carried).toContainEqual({ path: '/conditions/*', count: 601 * 2 });
    expect(json?.unmapped).toEqual([{ path: '/invented', count: 3, why: 'kept under its source path' }]);
    expect(csv?.dropped).toContainEqual({
      path: '/invented',
      count: 3,
      why: 'the model has no place for it (ctgov-json)',
    });
  });

  it('has issues by code with their first examples', () => {
    expect(report.issues).toContainEqual(
      expect.objectContaining({
        format: 'ctgov-json',
        code: 'unknown-path',
        count: 1,
        examples: [expect.objectContaining({ place: `${input}, record 303 (line 303)` })],
      }),
    );
  });

  it('is the same for any number of jobs, but for the time it took', () => {
    const { performance: one, ...first } = reportOf(input, '--to', 'csv', '--jobs', '1');
    const { performance: two, ...second } = reportOf(input, '--to', 'csv', '--jobs', '2');
    expect({ ...second, options: { ...(second as { options?: object }).options, jobs: 1 } }).toEqual(first);
    expect(one).toMatchObject({ jobs: 1, isResumed: false });
    expect(two).toMatchObject({ jobs: 2 });
  });
});

describe('--report-records', () => {
  it('has the loss of each record, as a line', () => {
    const input = join(folder, 'three.ndjson');
    const derived = '"derivedSection":{"conditionBrowseModule":{"ancestors":[{"id":"D000001","term":"Tea"}]}}';
    writeFileSync(input, ndjson(1, 3).replaceAll(/^\{/gm, `{${derived},`));
    const path = join(folder, 'records.ndjson');
    const args = ['--to', 'fhir-r4', '--out', join(folder, 'r.ndjson'), '--report-records', path];
    expect(run(['convert', input, ...args]).code).toBe(0);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      source: input,
      record: 2,
      id: 'NCT00000002',
      format: 'fhir-r4',
      carried: expect.any(Number),
      dropped: [{ path: '/conditionBrowse/ancestors', count: 2 }],
    });
  });
});

describe('trialbridge schema conversion-report', () => {
  it('prints the schema', () => {
    expect(JSON.parse(run(['schema', 'conversion-report']).stdout)).toEqual(schema);
  });
});
