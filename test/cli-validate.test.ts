import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newFolder, run } from './cli-command.js';
import { ndjson } from './cli-records.js';

const folder = newFolder();
const records = join(folder, 'records.ndjson');
writeFileSync(records, ndjson(1, 3));

describe('validate --as fhir-r4b', () => {
  it("checks what is written for R4 by R4B's rules", () => {
    const { code, stderr } = run(['validate', records, '--as', 'fhir-r4b']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '3 documents, 0 invalid, 0 failed\n' });
  });

  it('refuses elements of R5, and says where', () => {
    const study = { resourceType: 'ResearchStudy', status: 'active', briefSummary: 'x' };
    const file = join(folder, 'study.json');
    writeFileSync(file, JSON.stringify(study));
    const { code, stdout } = run(['validate', file, '--as', 'fhir-r4b']);
    expect(code).toBe(1);
    expect(stdout).toContain('ResearchStudy.briefSummary');
  });
});
