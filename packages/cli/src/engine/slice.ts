import { createHash } from 'node:crypto';
import type { Trial } from '@trialbridge/core';
import type { SlicePlan } from './plan.js';

const whole = 2 ** 32;

/** A number below 2^32 that depends on the text alone, the same on every machine. */
export function hashOf(text: string | Uint8Array): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

/** Whether a record belongs to this machine's part and to the sample, by its id. */
export function isInSlice(slice: SlicePlan, id: string | Uint8Array): boolean {
  if (!slice.shard && slice.sample === undefined) return true;
  const hash = hashOf(id);
  if (slice.shard && hash % slice.shard.of !== slice.shard.part - 1) return false;
  // Other bits than the shard's, so that a sample of a shard is a sample.
  return slice.sample === undefined || hashOf(`sample ${hash}`) < slice.sample * whole;
}

/** Whether a trial was last updated on or after a date. Without a date of update it is never left out. */
export function isUpdatedSince(trial: Trial, since: string | undefined): boolean {
  const updated = lastUpdate(trial);
  if (since === undefined || updated === undefined) return true;
  // A month or a year may hold the date: kept when its last day may be late enough.
  return updated.slice(0, since.length) >= since.slice(0, updated.length);
}

export function lastUpdate(trial: Trial): string | undefined {
  const { registration } = trial;
  return (
    registration?.lastUpdatePosted?.date ??
    registration?.lastUpdateSubmitted?.date ??
    registration?.lastUpdateSubmittedQc?.date
  );
}
