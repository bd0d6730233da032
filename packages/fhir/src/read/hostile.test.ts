import { TrialError } from '@trialbridge/core';
import { sampleTrials } from '@trialbridge/core/testing';
import { checkTrial } from '@trialbridge/core/validate';
import { describe, expect, it } from 'vitest';
import { createFhirR4Writer, createFhirR5Writer, createFhirR6Ballot5Writer, fhirReaders } from '../index.js';

/** Numbers in a fixed order, so that a failure comes again. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const strangers: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e300, '', ' ', 'x', '#', 'true', '2020-13-45', 'Group/1', '__proto__', 'constructor', [], [[]], [null], {},
  { resourceType: 'ResearchStudy' }, { reference: '#' }, { coding: 5 }, { text: {} }, [{ url: 3 }], { extension: 'x' },
]; // biome-ignore format: a list

/** Every place of a value that holds something. */
function placesOf(
  value: unknown,
  places: [Record<string, unknown>, string][] = [],
): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return places;
  for (const [key, part] of Object.entries(value)) {
    places.push([value as Record<string, unknown>, key]);
    placesOf(part, places);
  }
  return places;
}

/** Removes, doubles, wraps or replaces one part of a value, in place; each part is as likely as the others. */
function mutate(places: ReturnType<typeof placesOf>, random: (below: number) => number): void {
  const [holder, key] = places[random(places.length)] ?? [{}, ''];
  const value = holder[key];
  const kind = random(4);
  if (kind === 0) delete holder[key];
  else if (kind === 1) holder[key] = [value, value];
  else if (kind === 2) holder[key] = { [key]: value };
  else holder[key] = structuredClone(strangers[random(strangers.length)]);
}

describe('a damaged source', () => {
  const trials = sampleTrials();
  const documents = [
    createFhirR4Writer(),
    createFhirR4Writer({ contained: true }),
    createFhirR5Writer(),
    createFhirR6Ballot5Writer(),
  ].flatMap((writer) => trials.map((trial) => JSON.stringify(writer.write(trial, { report: () => undefined }))));

  it.each(fhirReaders.map((reader) => [reader.format, reader] as const))(
    'gives valid trials or a TrialError, and never anything else: %s',
    (_format, reader) => {
      const random = createRandom(7);
      let read = 0;
      for (let round = 0; round < 120; round++) {
        const value: unknown = JSON.parse(documents[round % documents.length] ?? '{}');
        const places = placesOf(value);
        for (let changes = 1 + random(12); changes > 0; changes--) mutate(places, random);
        const source = JSON.stringify(value);
        for (const one of fhirReaders) one.accepts(source);
        try {
          const reading = reader.read(source, { report: () => undefined, infer: true, evidence: round % 2 === 0 });
          read += 1;
          expect(
            reading.trials.flatMap((trial) => checkTrial(trial).map(({ at, message }) => `${at} ${message}`)),
          ).toEqual([]);
        } catch (error) {
          if (!TrialError.is(error)) throw error;
        }
      }
      expect(read).toBeGreaterThan(80);
    },
  );

  it('is accepted by one reader at most, however it is cut', () => {
    const [source = ''] = documents;
    for (let at = 0; at < source.length; at += Math.ceil(source.length / 200)) {
      const accepting = fhirReaders.filter((reader) => reader.accepts(source.slice(0, at)));
      expect(accepting.length).toBeLessThanOrEqual(1);
    }
  });
});
