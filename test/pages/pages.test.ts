import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageReaders, readTrials, TrialError } from '../../packages/core/src/index.js';
import { compare, type Finding, type Part } from './compare.js';
import { type Expectation, loadExpectations } from './expectation.js';

const seeds = fileURLToPath(new URL('../../seeds/', import.meta.url));
const corpus = process.env.TRIALBRIDGE_CORPUS;
const expectations = loadExpectations();
const isSeed = ({ page }: Expectation): boolean => existsSync(join(seeds, page));

function findingsOf(folder: string, chosen: readonly Expectation[]): Finding[] {
  return chosen.flatMap((expectation) => {
    const source = readFileSync(join(folder, expectation.page), 'utf8');
    try {
      const plain = readTrials(source, pageReaders, { infer: false });
      const inferring = readTrials(source, pageReaders, { infer: true });
      return compare(expectation, source, { plain, inferring });
    } catch (error) {
      if (!TrialError.is(error)) throw error;
      const { page, format } = expectation;
      return [{ page, part: 'structure', at: 'format', verdict: 'wrong', expected: format, found: error.message }];
    }
  });
}

function wrong(findings: readonly Finding[], part: Part): string[] {
  return findings.filter((one) => one.part === part && one.verdict === 'wrong').map(line);
}

/** Right ones among those that the annotation asks for. */
function recall(findings: readonly Finding[], ...parts: Part[]): number {
  const asked = findings.filter((one) => parts.includes(one.part));
  return asked.length === 0 ? 1 : asked.filter((one) => one.verdict === 'right').length / asked.length;
}

function line({ page, part, at, verdict, expected, found }: Finding): string {
  const short = (value: unknown): string => (JSON.stringify(value) ?? '-').slice(0, 70);
  return `${page} ${part} ${at}: ${verdict}, expected ${short(expected)}, found ${short(found)}`;
}

function printMisses(name: string, findings: readonly Finding[]): void {
  const misses = findings.filter((one) => one.verdict !== 'right');
  const parts: Part[] = ['structure', 'value', 'criterion', 'absence', 'forbidden', 'inferred', 'citation'];
  const counts = parts.map((part) => {
    const of = findings.filter((one) => one.part === part);
    return `${part} ${of.filter((one) => one.verdict === 'right').length}/${of.length}`;
  });
  console.log([`${name}: ${counts.join(', ')}`, ...misses.map(line)].join('\n'));
}

const groups: { name: string; folder: string; chosen: Expectation[]; skip: boolean }[] = [
  { name: 'seeds', folder: seeds, chosen: expectations.filter(isSeed), skip: false },
  {
    name: 'corpus pages',
    folder: join(corpus ?? '', 'pages'),
    chosen: expectations.filter((one) => !isSeed(one)),
    skip: corpus === undefined,
  },
];

for (const { name, folder, chosen, skip } of groups) {
  describe.skipIf(skip)(`page readers on the ${name}, against the annotations`, () => {
    let findings: Finding[] = [];
    beforeAll(() => {
      findings = findingsOf(folder, chosen);
      printMisses(name, findings);
    });

    it('recognise each page for what it is, with exactly its number of trials', () =>
      expect(wrong(findings, 'structure')).toEqual([]));

    it('give no labelled value that differs from the page', () =>
      expect([...wrong(findings, 'value'), ...wrong(findings, 'criterion')]).toEqual([]));

    it('find at least 98 % of the labelled values', () =>
      expect(recall(findings, 'value', 'criterion')).toBeGreaterThanOrEqual(0.98));

    it('give the reason for which a value is absent', () => {
      expect(wrong(findings, 'absence')).toEqual([]);
      expect(recall(findings, 'absence')).toBeGreaterThanOrEqual(0.98);
    });

    it('state nothing that the page does not state', () => expect(wrong(findings, 'forbidden')).toEqual([]));

    it('infer what the prose plainly says, and nothing else', () => {
      expect(wrong(findings, 'inferred')).toEqual([]);
      expect(recall(findings, 'inferred')).toBeGreaterThanOrEqual(0.9);
    });

    it('read the publications that a page is or lists', () => {
      expect(wrong(findings, 'citation')).toEqual([]);
      expect(recall(findings, 'citation')).toBeGreaterThanOrEqual(0.98);
    });
  });
}
