import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('.', import.meta.url));

function run(file: string, ...args: string[]): { stdout: string; stderr: string } {
  const result = spawnSync(process.execPath, ['--import', 'tsx', file, ...args], { cwd: folder, encoding: 'utf8' });
  expect(result.status, result.stderr).toBe(0);
  return result;
}

describe('the examples', () => {
  it('make a page a FHIR bundle', () => {
    const { stdout, stderr } = run('page-to-fhir.ts', '../seeds/004_be195e707c4d5161.txt');
    const bundle = JSON.parse(stdout) as { type: string; entry: { resource: { resourceType: string; id: string } }[] };
    expect(bundle.type).toBe('collection');
    expect(bundle.entry[0]?.resource).toMatchObject({
      resourceType: 'ResearchStudy',
      id: 'NCT05019287',
      title: 'Menstrual Blood Stem Cells in Severe Covid-19',
    });
    expect(stderr).toContain('veeva-page, a registration: 1 trials');
  });

  it('make a folder one table', () => {
    const { stdout, stderr } = run('folder-to-csv.ts', '../seeds');
    expect(stdout).toBe(block('folder-to-csv').replaceAll('\n', '\r\n'));
    expect(stderr).toBe('');
  });

  it('go on after a file that cannot be read', () => {
    const { stdout, stderr } = run('folder-to-csv.ts', 'broken-records');
    expect(stdout.split('\r\n').map((row) => row.split(',')[0])).toEqual(['id', 'NCT00000001', '']);
    expect(stderr).toMatch(/^broken\.txt: Not JSON: it ends too early at 2:1/);
  });

  it('stay small: a custom adapter takes less than 100 lines', () => {
    expect(readFileSync(`${folder}/custom-adapter/ris-writer.ts`, 'utf8').split('\n').length).toBeLessThan(100);
  });

  it('say in their README what they print', () => {
    const { stderr } = run('page-to-fhir.ts', '../seeds/004_be195e707c4d5161.txt');
    expect(stderr).toBe(block('page-to-fhir'));
    const record = execFileSync(process.execPath, ['--import', 'tsx', 'custom-adapter/show.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(record.replaceAll('\r\n', '\n')).toBe(block('custom-adapter'));
  });
});

/** The output that the README shows under the heading of an example. */
function block(heading: string): string {
  const readme = readFileSync(`${folder}/README.md`, 'utf8');
  const section = readme.slice(readme.indexOf(`## ${heading}`));
  return /```text\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
}
