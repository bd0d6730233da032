import { describe, expect, it } from 'vitest';
import { readReferenceLists } from './reference-lists.js';
import { readReference } from './references.js';

describe('one entry of a reference list', () => {
  it('is parted into authors, title, journal, year, volume, issue and pages', () => {
    const citation = 'Doe JA, van Roe B, et al. A title: with a part. J Test Med. 2015;23(4):2027\u20132035.';
    expect(readReference(citation)).toEqual({
      citation,
      authors: ['Doe JA', 'van Roe B'],
      authorsTruncated: true,
      title: 'A title: with a part',
      journal: 'J Test Med',
      year: '2015',
      volume: '23',
      issue: '4',
      pages: '2027\u20132035',
    });
  });

  it('has no journal where none stands before the year', () => {
    expect(readReference('Doe J. The title of it. 2013;95(12):22\u201330.')).toMatchObject({
      title: 'The title of it',
      volume: '95',
    });
    expect(readReference('Doe J. The title of it. 2013;95(12):22\u201330.').journal).toBeUndefined();
  });

  it('has what is certain and no more', () => {
    expect(readReference('Knee pain, 2019.')).toEqual({
      citation: 'Knee pain, 2019.',
      title: 'Knee pain',
      year: '2019',
    });
    expect(readReference('see there')).toEqual({ citation: 'see there' });
  });
});

describe('reference lists', () => {
  it('are numbered from 1 and name years', () => {
    expect(
      readReferenceLists('Text\n1. Doe J. One. 2011.\n2. Roe J. Two. 2012.\nText\n1. Third, 2013.\n2. Fourth, 2014.'),
    ).toHaveLength(4);
  });
  it('are no lists of steps', () => {
    expect(readReferenceLists('1. Call us.\n2. Come in 2019.\n3. Sit down.\n4. Wait.')).toEqual([]);
  });
  it('may have one entry under their heading', () => {
    expect(readReferenceLists('References\n1. Doe J. One. 2011.')).toHaveLength(1);
    expect(readReferenceLists('1. Founded in 2011.')).toEqual([]);
  });
});
