import type { Age } from '../generated/trial.js';

const unit = '(years?|months?|weeks?|days?|hours?|minutes?)';
const behind = '(?: old| of age)?';
const patterns = {
  from: new RegExp(`^(\\d{1,3}) ?\\+ ?${unit}${behind}$`, 'i'),
  older: new RegExp(`^(\\d{1,3}) ${unit}${behind} (?:and|or) (?:older|over|above)$`, 'i'),
  least: new RegExp(`^(?:at least|from) (\\d{1,3}) ${unit}${behind}$`, 'i'),
  under: new RegExp(`^(?:under|up to|younger than) (\\d{1,4}) ${unit}${behind}$`, 'i'),
  range: new RegExp(`^(\\d{1,4})(?: ${unit})? ?(?:to|-|\\u2013) ?(\\d{1,4}) ${unit}${behind}$`, 'i'),
};

export interface Ages {
  minimum?: Age;
  maximum?: Age;
}

/** Reads limits of age: `25 to 75 years old`, `18+ years old`, `Under 14 days old`; `undefined` when it is none. */
export function readAges(text: string): Ages | undefined {
  const from = patterns.from.exec(text) ?? patterns.older.exec(text) ?? patterns.least.exec(text);
  if (from) return { minimum: age(from[1], from[2]) };
  const under = patterns.under.exec(text);
  if (under) return { maximum: age(under[1], under[2]) };
  const range = patterns.range.exec(text);
  // One unit behind two numbers speaks for both.
  if (range) return { minimum: age(range[1], range[2] ?? range[4]), maximum: age(range[3], range[4]) };
  return undefined;
}

function age(value = '', name = ''): Age {
  const plural = name.toUpperCase().replace(/S?$/, 'S');
  return { value: Number(value), unit: plural as NonNullable<Age['unit']> };
}
