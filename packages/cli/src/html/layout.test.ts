import { describe, expect, it } from 'vitest';
import { coverage, layOut, type Mark, shownOwners } from './layout.js';

const mark = (owner: number, start: number, end: number): Mark => ({ owner, start, end });

describe('the segments of a source', () => {
  it('are the marks themselves where none overlap', () => {
    expect(layOut([mark(1, 4, 6), mark(0, 0, 2)], 10)).toEqual([
      { start: 0, end: 2, owners: [0], begins: [0] },
      { start: 4, end: 6, owners: [1], begins: [1] },
    ]);
  });

  it('name the inner mark before the outer one', () => {
    expect(layOut([mark(0, 0, 10), mark(1, 3, 5)], 10)).toEqual([
      { start: 0, end: 3, owners: [0], begins: [0] },
      { start: 3, end: 5, owners: [1, 0], begins: [1] },
      { start: 5, end: 10, owners: [0], begins: [] },
    ]);
  });

  it('split where two marks cross', () => {
    expect(layOut([mark(0, 0, 6), mark(1, 4, 12)], 20)).toEqual([
      { start: 0, end: 4, owners: [0], begins: [0] },
      { start: 4, end: 6, owners: [0, 1], begins: [1] },
      { start: 6, end: 12, owners: [1], begins: [] },
    ]);
  });

  it('belong to all who hold the same stretch, in the order given', () => {
    expect(layOut([mark(5, 2, 4), mark(3, 2, 4)], 9)).toEqual([{ start: 2, end: 4, owners: [5, 3], begins: [5, 3] }]);
  });

  it('name an owner once that holds a stretch twice', () => {
    expect(layOut([mark(0, 0, 4), mark(0, 2, 3)], 4).map(({ owners }) => owners)).toEqual([[0], [0], [0]]);
  });

  it('touch without a gap where one mark ends and the next begins', () => {
    expect(layOut([mark(0, 0, 3), mark(1, 3, 5)], 5)).toEqual([
      { start: 0, end: 3, owners: [0], begins: [0] },
      { start: 3, end: 5, owners: [1], begins: [1] },
    ]);
  });

  it('end where the source ends, and leave out what is empty or beyond it', () => {
    expect(layOut([mark(0, 3, 99), mark(1, 2, 2), mark(2, 50, 60), mark(3, -5, 1)], 5)).toEqual([
      { start: 0, end: 1, owners: [3], begins: [3] },
      { start: 3, end: 5, owners: [0], begins: [0] },
    ]);
  });

  it('name the innermost owners only where more hold than can be told apart', () => {
    const nested = Array.from({ length: 20 }, (_, index) => mark(index, index, 40 - index));
    const middle = layOut(nested, 40).find(({ start }) => start === 19);
    expect(middle?.owners).toEqual([19, 18, 17, 16, 15, 14, 13, 12]);
    expect(middle?.owners).toHaveLength(shownOwners);
  });

  it('cover each marked position once, whatever the marks', () => {
    const marks = Array.from({ length: 300 }, (_, index) => {
      const start = (index * 7919) % 500;
      return mark(index, start, start + 1 + ((index * 104729) % 60));
    });
    const owned = new Map<number, readonly number[]>();
    for (const { start, end, owners } of layOut(marks, 520)) {
      for (let at = start; at < end; at += 1) {
        expect(owned.has(at)).toBe(false);
        owned.set(at, owners);
      }
    }
    for (let at = 0; at < 520; at += 1) {
      const holding = marks.filter(({ start, end }) => start <= at && at < end).map(({ owner }) => owner);
      expect(owned.has(at)).toBe(holding.length > 0);
      for (const owner of owned.get(at) ?? []) expect(holding).toContain(owner);
    }
  });

  it('are found in time that grows with the marks, even when all of them nest or cross', () => {
    const count = 200_000;
    const nested = Array.from({ length: count }, (_, index) => mark(index, index, 2 * count - index));
    const crossing = Array.from({ length: count }, (_, index) => mark(index, index, count + index));
    const started = process.cpuUsage().user;
    expect(layOut(nested, 2 * count)).toHaveLength(2 * count - 1);
    expect(layOut(crossing, 2 * count)).toHaveLength(2 * count - 1);
    expect(process.cpuUsage().user - started).toBeLessThan(20_000_000);
  });
});

describe('the used share of a source', () => {
  it('counts a character once, and no white space', () => {
    expect(coverage('ab cd ef', [mark(0, 0, 4), mark(1, 3, 5)])).toEqual({ used: 4, all: 6 });
  });

  it('is nothing of an unmarked source', () => expect(coverage(' x ', [])).toEqual({ used: 0, all: 1 }));
});
