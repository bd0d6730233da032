import { TrialError } from '@trialbridge/core';
import { describe, expect, it } from 'vitest';
import { explainUnknown } from './unknown-format.js';

describe('a source that no reader accepts', () => {
  it.each([
    ['<trials/>', 'This is XML with the root <trials> at 1:1.'],
    [
      '\uFEFF<?xml version="1.0"?>\n<!-- x -->\n  <trials><trial/></trials>',
      'This is XML with the root <trials> at 3:3.',
    ],
    ['<?xml version="1.0"?>', 'This is XML without an element.'],
    ['{"a":1,"b":2}', 'This is a JSON object with the keys a, b.'],
    ['{}', 'This is an empty JSON object.'],
    ['[1]', 'This record is a JSON array.'],
    ['null', 'This record is a JSON null.'],
    ['x', 'This is text.'],
  ])('%j is described', (source, message) => {
    expect(() => explainUnknown(source, new TrialError('format-unknown', 'No reader.'))).toThrow(
      `${message} No reader.`,
    );
  });
});
