import type { Trial, TrialPath } from '@trialbridge/core';
import { type CellShape, entrySeparator, escapeEntry, escapeNested, type ValueType, valueSeparator } from './cell.js';

/** One column of the table: the list of them is the format. */
export interface Column {
  readonly header: string;
  readonly description: string;
  readonly type: ValueType;
  readonly shape: CellShape;
  /** The part of the trial that the column holds; none for columns that gather several. */
  readonly path?: TrialPath;
  /** The cell, before quoting; empty when the trial does not have the value. */
  readonly read: (trial: Trial) => string;
}

/**
 * Makes the column of one leaf of the model. A path with one `*` gives a list with an entry per item, empty where the
 * item lacks the value, so that columns of the same list stand side by side; one with two gives a list of lists.
 */
export function column(type: ValueType, header: string, path: TrialPath, description: string): Column {
  const [outer = [], middle, inner] = path
    .slice(1)
    .split('/*')
    .map((part) => part.split('/').filter((step) => step !== ''));
  if (!middle) return { header, description, type, shape: 'value', path, read: (trial) => scalar(at(trial, outer)) };
  if (!inner)
    return { header, description, type, shape: 'list', path, read: (trial) => list(at(trial, outer), middle) };
  return {
    header,
    description,
    type,
    shape: 'lists',
    path,
    read: (trial) => lists(at(trial, outer), middle, inner),
  };
}

function list(items: unknown, steps: readonly string[]): string {
  if (!Array.isArray(items)) return '';
  let cell = '';
  let isEmpty = true;
  for (let index = 0; index < items.length; index++) {
    const entry = escapeEntry(scalar(at(items[index], steps)));
    if (index > 0) cell += entrySeparator;
    if (entry !== '') isEmpty = false;
    cell += entry;
  }
  return isEmpty ? '' : cell;
}

function lists(items: unknown, middle: readonly string[], inner: readonly string[]): string {
  if (!Array.isArray(items)) return '';
  const entries = items.map((item): string => {
    const values = at(item, middle);
    if (!Array.isArray(values)) return '';
    const texts = values.map((value) => escapeNested(scalar(at(value, inner))));
    return texts.every((text) => text === '') ? '' : texts.join(valueSeparator);
  });
  return entries.every((entry) => entry === '') ? '' : entries.join(entrySeparator);
}

function scalar(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : String(value);
}

function at(value: unknown, steps: readonly string[]): unknown {
  let current = value;
  for (const step of steps) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = (current as Record<string, unknown>)[step];
  }
  return current;
}
