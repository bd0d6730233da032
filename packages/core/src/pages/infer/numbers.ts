const small = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
  'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen',
]; // biome-ignore format: a list
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const words: ReadonlyMap<string, number> = new Map([
  ...small.map((word, value): [string, number] => [word, value]),
  ...tens.flatMap((word, index): [string, number][] => [
    [word, (index + 2) * 10],
    ...small.slice(1, 10).map((unit, value): [string, number] => [`${word}-${unit}`, (index + 2) * 10 + value + 1]),
  ]),
  ['one hundred', 100],
  ['a hundred', 100],
]);

/** A number in figures or in words, as part of a pattern. */
export const numberPattern = `(?:\\d{1,3}(?:,\\d{3})+|\\d{1,6}|(?:${tens.join('|')})(?:-(?:${small.slice(1, 10).join('|')}))?|one hundred|a hundred|${[...small].reverse().join('|')})`;

/** The value of a number in figures or in words up to a hundred; `undefined` when it is none. */
export function readNumber(text: string): number | undefined {
  if (/^\d{1,3}(?:,\d{3})+$|^\d{1,6}$/.test(text)) return Number(text.replaceAll(',', ''));
  return words.get(text.toLowerCase());
}
