import { describe, expect, it } from 'vitest';
import { readTrials } from '../../convert.js';
import { pageReaders } from '../index.js';

/** The arms of a page whose participants line speaks of `groups` groups. */
function arms(groups: number, lines: readonly string[]): unknown {
  const page = `Status\n\nCompleted\n\nStudy type\n\nObservational\n\nVolunteers\n\nNo Healthy Volunteers\n\nTrial design\n\n9 participants in ${groups} patient groups\n\n${lines.join('\n')}\n\nTrial contacts and locations\n\n1\n\nData sourced from clinicaltrials.gov`;
  return readTrials(page, pageReaders).trials[0]?.arms;
}

describe('arms without types', () => {
  it('begin before each Description:, not only before Treatment:', () =>
    expect(arms(2, ['Cases', 'Description:', 'With a rash.', 'Controls', 'Description:', 'Without.'])).toEqual([
      { label: 'Cases', description: 'With a rash.' },
      { label: 'Controls', description: 'Without.' },
    ]));

  it('may be names alone, as many as the page says', () => {
    expect(arms(3, ['Mild', 'Description:', 'Steps 1 and 2.', 'Moderate', 'Severe'])).toEqual([
      { label: 'Mild', description: 'Steps 1 and 2.' },
      { label: 'Moderate' },
      { label: 'Severe' },
    ]);
    expect(arms(2, ['Mild', 'Treatment:', 'Drug: tea', 'Severe'])).toEqual([
      { label: 'Mild', interventionNames: ['Drug: tea'] },
      { label: 'Severe' },
    ]);
  });

  it('keep the lines of a description together where all arms are there', () =>
    expect(arms(1, ['Mild', 'Description:', 'Steps 1.', 'And 2.'])).toEqual([
      { label: 'Mild', description: 'Steps 1.\nAnd 2.' },
    ]));

  it('may have the name of a type', () =>
    expect(arms(2, ['Experimental group', 'Description:', 'Ill.', 'Family', 'Description:', 'Well.'])).toEqual([
      { label: 'Experimental group', description: 'Ill.' },
      { label: 'Family', description: 'Well.' },
    ]));
});

describe('arms with types', () => {
  it('are told by the type, also where a name reads like one', () =>
    expect(
      arms(2, [
        'Control group',
        'Active Comparator group',
        'Treatment:',
        'Other: Dressing',
        'Experimental group',
        'Experimental group',
        'Treatment:',
        'Other: Dressing',
      ]),
    ).toEqual([
      { label: 'Control group', type: { code: 'ACTIVE_COMPARATOR' }, interventionNames: ['Other: Dressing'] },
      { label: 'Experimental group', type: { code: 'EXPERIMENTAL' }, interventionNames: ['Other: Dressing'] },
    ]));

  it('have no treatment in a line without a kind, where treatments have one', () =>
    expect(
      arms(2, [
        'Tea',
        'Experimental group',
        'Treatment:',
        'Drug: Tea',
        'Low dose vs',
        'High dose',
        'Other group',
        'Treatment:',
        'Drug: Mint',
      ]),
    ).toEqual([
      { label: 'Tea', type: { code: 'EXPERIMENTAL' }, interventionNames: ['Drug: Tea'] },
      { label: 'High dose', type: { code: 'OTHER' }, interventionNames: ['Drug: Mint'] },
    ]));

  it('keep a type of another wording as it stands', () =>
    expect(arms(2, ['A', 'Rescue group', 'Description:', 'x', 'B', 'Experimental group', 'Description:', 'y'])).toEqual(
      [
        { label: 'A', type: { verbatim: 'Rescue group' }, description: 'x' },
        { label: 'B', type: { code: 'EXPERIMENTAL' }, description: 'y' },
      ],
    ));
});
