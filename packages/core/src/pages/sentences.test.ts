import { describe, expect, it } from 'vitest';
import { firstSentence, sentencesIn } from './sentences.js';

const textsOf = (text: string): string[] =>
  [...sentencesIn(text, 0, text.length)].map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('end at full stops, questions, exclamations and line breaks', () => {
    expect(textsOf('One. Two? Three!\nFour')).toEqual(['One.', 'Two?', 'Three!', 'Four']);
  });

  it.each(['Birds, e.g. Ducks fly', 'A vs. B', 'Dr. Smith and E. coli', 'It is 3.5 mg'])('%j is one', (text) => {
    expect(textsOf(text)).toEqual([text]);
  });

  it('are none where a text runs on for ever', () => {
    expect(firstSentence('word '.repeat(1000), 0, 5000)).toBeUndefined();
  });
});
