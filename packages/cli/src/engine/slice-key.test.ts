import { describe, expect, it } from 'vitest';
import { isInSlice } from './slice.js';
import { sliceKey } from './slice-key.js';

const keyOf = (text: string): string | undefined => sliceKey(Buffer.from(text));

describe('the key by which a record falls into a part', () => {
  it('is the id that a study begins with', () => {
    expect(keyOf('{"protocolSection":{"identificationModule":{"nctId":"NCT00000123","x":1}}}')).toBe('NCT00000123');
    expect(keyOf('{\n "protocolSection" : {\n "identificationModule": { "nctId": "NCT00000123" }}}')).toBe(
      'NCT00000123',
    );
    expect(keyOf('<?xml version="1.0"?>\n<clinical_study><id_info><nct_id>NCT00000123</nct_id></id_info>')).toBe(
      'NCT00000123',
    );
  });

  it('is the same when the rest of the record is damaged', () => {
    expect(keyOf('{"protocolSection":{"identificationModule":{"nctId":"NCT00000123","cut')).toBe('NCT00000123');
  });

  it('is not taken from another place', () => {
    expect(keyOf('{"derivedSection":{"identificationModule":{"nctId":"NCT00000123"}}}')).toBeUndefined();
    expect(keyOf('{"protocolSection":{"x":"\\"nctId\\":\\"NCT00000123\\""}}')).toBeUndefined();
    expect(keyOf('A text about NCT00000123')).toBeUndefined();
  });
});

describe('parts', () => {
  it('hold every id once', () => {
    for (let number = 0; number < 500; number += 1) {
      const parts = [1, 2, 3].filter((part) => isInSlice({ shard: { part, of: 3 } }, `NCT${number}`));
      expect(parts).toHaveLength(1);
    }
  });
});
