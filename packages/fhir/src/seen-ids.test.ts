import { expect, it } from 'vitest';
import { organizationId } from './ids.js';
import { createSeenIds } from './seen-ids.js';

it('knows every id it was given, and no other, while it grows', () => {
  const seen = createSeenIds(100_000);
  const ids = Array.from({ length: 5000 }, (_, index) => organizationId(`Organization ${index}`).id);
  expect(ids.every((id) => seen.add(id))).toBe(true);
  expect(ids.some((id) => seen.add(id))).toBe(false);
  expect(seen.size).toBe(5000);
});
