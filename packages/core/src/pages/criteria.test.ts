import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion, Trial } from '../generated/trial.js';
import { pageReaders } from './index.js';

const page = (criteria: string, exclusion: string): string =>
  `ClinicalTrials.Veeva\n\nA trial\n\nStatus and phase\n\nCompleted\nPhase 2\n\nConditions\n\nPain\n\nDetails and patient eligibility\n\nAbout\n\nText.\n\nInclusion criteria\n\n${criteria}\n\nExclusion criteria\n\n${exclusion}\n\nTrial design\n\nPrimary purpose\n\nTreatment\n\nTrial contacts and locations\n\n1\n\nLoading...\n\nData sourced from clinicaltrials.gov\n`;

function read(source: string): Trial {
  const [reader] = pageReaders.filter(({ accepts }) => accepts(source));
  const [trial] = reader?.read(source, { report: () => undefined, infer: false, evidence: false }).trials ?? [];
  if (!trial) throw new Error('no trial');
  return trial;
}

const lead = fc.constantFrom('', '  ', '    ', '\t', '\u00a0\u00a0', '        ');
const marker = fc.constantFrom(
  '',
  '\u2022 ',
  '- ',
  '* ',
  '1. ',
  '1) ',
  '2) ',
  '(a) ',
  'iv. ',
  '10.',
  '\u2013 ',
  '\u2022\u00a0',
  '\u2023 ',
  '-- ',
  '\u25e6 ',
);
const words = fc.constantFrom(
  'Age 18 or more', 'Inclusion Criteria:', 'Exclusion criteria', 'None', 'any of the following:', 'HbA1c \u2265 7\u00a0%',
  'x', 'No.', 'with  two blanks', '1.5 mg/dL', 'Main inclusion criteria', '\u{1f600}', '- - -', '...', 'Gout 2) HIV  3) x', 'Part B',
); // biome-ignore format: a list
const end = fc.constantFrom('\n', '\r\n', '\n\n', ' \n');
const lines = fc
  .array(fc.tuple(lead, marker, words, end), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((parts) => parts.join('')).join(''));

/** The text of the criteria put together from the spans of the items and what stands between them. */
function together(source: string, trial: Trial): { text: string; between: string; order: boolean } {
  const spans = (trial.eligibility?.items ?? []).map(
    (_, index) => trial.evidence?.[`/eligibility/items/${index}`]?.spans?.[0],
  );
  const [whole] = trial.evidence?.['/eligibility/criteria']?.spans ?? [];
  let at = whole?.start ?? 0;
  let text = '';
  let between = '';
  let order = true;
  for (const span of spans) {
    if (!span || span.start < at) order = false;
    between += source.slice(at, span?.start);
    text += source.slice(at, span?.end);
    at = span?.end ?? at;
  }
  return { text: text + source.slice(at, whole?.end), between: between + source.slice(at, whole?.end), order };
}

const isWordFor = ({ marker: sign = '', text }: Criterion, said: string): boolean =>
  said.startsWith(sign) && said.endsWith(text) && said.slice(sign.length, said.length - text.length).trim() === '';

describe('criteria', () => {
  it('are the exact text of the source, and their items put it together again, white space aside', () => {
    fc.assert(
      fc.property(lines, lines, (inclusion, exclusion) => {
        const source = page(inclusion, exclusion);
        const trial = read(source);
        const [whole] = trial.evidence?.['/eligibility/criteria']?.spans ?? [];
        expect(trial.eligibility?.criteria).toBe(source.slice(whole?.start, whole?.end));
        const { text, between, order } = together(source, trial);
        expect({ text, between: between.trim(), order }).toEqual({
          text: trial.eligibility?.criteria,
          between: '',
          order: true,
        });
        for (const [index, item] of (trial.eligibility?.items ?? []).entries()) {
          const [span] = trial.evidence?.[`/eligibility/items/${index}`]?.spans ?? [];
          expect([item, isWordFor(item, source.slice(span?.start, span?.end))]).toEqual([item, true]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('lists within lists', () => {
  const depths = (text: string): (string | number)[][] =>
    (read(page(text, '- Ill')).eligibility?.items ?? [])
      .filter(({ kind, role }) => kind === 'INCLUSION' && role !== 'HEADING')
      .map(({ marker: sign = 'none', depth = 'none', text: said }) => [sign, depth, said]);

  it.each([
    ['-', '--'],
    ['\u2022', '\u25e6'],
  ])('may stand at the same indentation, told by their bullets: %s and %s', (outer, inner) =>
    expect(depths(`${outer} One\n${inner} of\n${inner} or\n${outer} Two`)).toEqual([
      [outer, 0, 'One'],
      [inner, 1, 'of'],
      [inner, 1, 'or'],
      [outer, 0, 'Two'],
    ]),
  );

  it('are told by their indentation where they have one', () => {
    expect(
      depths('  \u2022 One\n    \u25e6 of\n      \u25aa a\n    \u25e6 or\n  \u2022 Two').map(([, depth]) => depth),
    ).toEqual([0, 1, 2, 1, 0]);
    expect(depths('  \u25e6 One\n  \u2022 Two\n\u25e6 Three').map(([, depth]) => depth)).toEqual([0, 0, 0]);
  });
});

describe('headings inside the criteria', () => {
  const kinds = (inclusion: string, exclusion: string): string[] =>
    (read(page(inclusion, exclusion)).eligibility?.items ?? []).map(
      ({ kind = 'none', role = 'none', text }) => `${kind} ${role} ${text}`,
    );

  it('switch the kind whatever other words they have', () =>
    expect(kinds('- Gout', '- Pregnant\n\nInclusion criteria (controls):\n\n- No gout')).toEqual([
      'INCLUSION HEADING Inclusion criteria',
      'INCLUSION CRITERION Gout',
      'EXCLUSION HEADING Exclusion criteria',
      'EXCLUSION CRITERION Pregnant',
      'INCLUSION HEADING Inclusion criteria (controls):',
      'INCLUSION CRITERION No gout',
    ]));

  it('that name a part of the trial stand alike wherever they stand', () => {
    const source = page('', '').replace(
      /Inclusion criteria[\s\S]*Exclusion criteria\n/,
      'Inclusion and exclusion criteria\n\nPart A\n\nInclusion Criteria:\n\n- Old\n\nExclusion Criteria:\n\n- Ill\n\nPart B\n\nInclusion Criteria:\n\n- Young\n',
    );
    const items = read(source).eligibility?.items ?? [];
    expect(items.map(({ kind = 'none', role, text }) => `${kind} ${role} ${text}`)).toEqual([
      'none HEADING Inclusion and exclusion criteria',
      'none HEADING Part A',
      'INCLUSION HEADING Inclusion Criteria:',
      'INCLUSION CRITERION Old',
      'EXCLUSION HEADING Exclusion Criteria:',
      'EXCLUSION CRITERION Ill',
      'none HEADING Part B',
      'INCLUSION HEADING Inclusion Criteria:',
      'INCLUSION CRITERION Young',
    ]);
  });
});
