import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTrials } from '../convert.js';
import { pageReaders } from './index.js';

const page = readFileSync(new URL('../../../../seeds/004_be195e707c4d5161.txt', import.meta.url), 'utf8');

describe('the last line of a page that does not reach its end', () => {
  it('is kept as it stands where it may be half a value, and said to be so', () => {
    const place = page.lastIndexOf('Other: Intravenous saline injection');
    const { trials, issues } = readTrials(page.slice(0, place + 'Other: Intravenous sal'.length), pageReaders);
    expect(trials[0]?.unmapped?.at(-1)).toMatchObject({ format: 'veeva-page', value: 'Other: Intravenous sal' });
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: 'truncated',
        message: expect.stringContaining('"Other: Intravenous sal": the source ends'),
      }),
    );
  });
});
