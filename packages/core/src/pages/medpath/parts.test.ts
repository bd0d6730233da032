import { describe, expect, it } from 'vitest';
import { partArmRow, partFlatArmRow } from './arms.js';
import { partConditions } from './conditions.js';
import { isUncertain, splitGlued, splitGluedInterventions } from './glued.js';
import { partRow } from './outcomes.js';
import { isWholeSite, partAddress } from './sites.js';

const textsOf = (text: string, spans: readonly { start: number; end: number }[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

function row(text: string, isGlued: boolean): string[] | undefined {
  const cells = partRow(text, 0, isGlued);
  const spans = cells && [cells.measure, cells.timeFrame, cells.description];
  return spans?.map((span) => (span ? text.slice(span.start, span.end) : ''));
}

describe('lists whose items stand glued', () => {
  it.each([
    ['Growth Hormone DisorderTurner Syndrome', ['Growth Hormone Disorder', 'Turner Syndrome']],
    [
      'Leukemia/LymphomaRelapse/RecurrenceT-cell Leukemia',
      ['Leukemia/Lymphoma', 'Relapse/Recurrence', 'T-cell Leukemia'],
    ],
    ['CHFPulmonary DiseaseCOPDAlzheimer Disease', ['CHF', 'Pulmonary Disease', 'COPD', 'Alzheimer Disease']],
    [
      'Diabetes Mellitus, Type 2ObesityHepatitis CErectile Dysfunction',
      ['Diabetes Mellitus, Type 2', 'Obesity', 'Hepatitis C', 'Erectile Dysfunction'],
    ],
    ['PostTraumatic Stress and RASopathy', ['PostTraumatic Stress and RASopathy']],
    ['McArdle Disease', ['McArdle Disease']],
    ['HbA1c and iPSC', ['HbA1c and iPSC']],
    ['Type 2 Diabetes', ['Type 2 Diabetes']],
  ])('are parted in %j', (text, items) => expect(textsOf(text, splitGlued(text, 0))).toEqual(items));

  it.each([
    'NeuroInflammationLongCovid',
    'HyperKalemiaHypoThyroidism',
    'MelanomapH AbnormalBreast Cancer',
    'DiabeteseGFR Decline',
    'FPIESIgE Mediated Food Allergy',
    'COVID-19HIV-1 Infection',
    'Diabetes Type 2DM',
  ])('are kept whole where the cut is not certain: %j', (text) =>
    expect(partConditions(text, 0, true)).toEqual([{ start: 0, end: text.length, isCode: false, isUncertain: true }]),
  );

  it.each([
    'Poor SleepHypertension',
    'VertigoObesity',
    'Hepatitis, ChronicPain',
    'AsthmaCOPD',
    'G6PD Deficiency',
    'A1AT',
  ])('are parted where it is: %j', (text) => expect(isUncertain(text, splitGlued(text, 0), 0)).toBe(false));

  it('of interventions are parted at the kinds of the closed list', () => {
    const text = 'Device: RHA3 in Nasolabial FoldDevice: Defyne: new';
    expect(textsOf(text, splitGluedInterventions(text, 0))).toEqual([
      'Device: RHA3 in Nasolabial Fold',
      'Device: Defyne: new',
    ]);
  });
});

describe('conditions of other registries', () => {
  const parts = (text: string): [string, boolean][] =>
    partConditions(text, 0, true).map(({ start, end, isCode }) => [text.slice(start, end), isCode]);

  it('lose the coded tail of EU-CTR', () => {
    expect(parts('AsthmaMedDRA version: 8.1Level: LLT')).toEqual([
      ['Asthma', false],
      ['MedDRA version: 8.1Level: LLT', true],
    ]);
  });

  it('lose a code that is a letter alone behind a number of CTRI', () => {
    expect(parts('Health Condition 1: O- Medical and SurgicalHealth Condition 2: K219- Reflux disease')).toEqual([
      ['O', true],
      ['Medical and Surgical', false],
      ['K219', true],
      ['Reflux disease', false],
    ]);
    expect(parts('T- cell lymphoma')).toEqual([['T- cell lymphoma', false]]);
  });

  it('are none where a number or a code has no words', () => {
    expect(parts('Health Condition 1: M170- Knee painHealth Condition 2: null-')).toEqual([
      ['M170', true],
      ['Knee pain', false],
    ]);
    expect(parts('Health Condition 1: M170-Health Condition 2: null')).toEqual([['M170', true]]);
  });

  it('lose numbers and codes of CTRI', () => {
    expect(parts('Health Condition 1: null- Sleep disorderHealth Condition 2: M170- Knee osteoarthritis')).toEqual([
      ['Sleep disorder', false],
      ['M170', true],
      ['Knee osteoarthritis', false],
    ]);
  });
});

describe('rows of outcomes without borders', () => {
  it.each([
    ['Recovered patients 1 year Percent of patients', ['Recovered patients', '1 year', 'Percent of patients']],
    [
      'Best response (BOR) rate at 3 months Best response',
      ['Best response (BOR) rate', 'at 3 months', 'Best response'],
    ],
  ])('with blanks are parted at the only time: %j', (text, cells) => expect(row(text, false)).toEqual(cells));

  it.each([
    'Change after 12 to 16 weeks Change in weight after 12 weeks',
    'Height gain Height',
    'Erectile function Change at 1, 3 and 6 months The rate of change',
    'Adverse events Through study completion, an average of 1 year Graded by CTCAE',
    'Response rate Up to approximately 2 years Share of responders',
    'Binding 30 minutes From t=60 after injection Comparison of density',
    'Pain After surgery to 12 months Numerical scale',
    'Share of failure by 48 weeks',
    'Impairment 18-22 Months Corrected Age',
    'Survival of the cohort by group All 28 days',
  ])('with blanks are not parted where it could be wrong: %j', (text) => expect(row(text, false)).toBeUndefined());

  it.each([
    ['life quality score1y', ['life quality score', '1y', '']],
    ['Pain12 weeksPain on a scale', ['Pain', '12 weeks', 'Pain on a scale']],
    ['Pain scoreBaseline, 6 wks and 3 mosA scale of 10', ['Pain score', 'Baseline, 6 wks and 3 mos', 'A scale of 10']],
    ['Binding (total)Day 1, 8 and 15To see it', ['Binding (total)', 'Day 1, 8 and 15', 'To see it']],
    ['SafetyUp to 30 days after the last dose', ['Safety', 'Up to 30 days after the last dose', '']],
    [
      'HbA1c valueThrough study completion, an average of 1 year',
      ['HbA1c value', 'Through study completion, an average of 1 year', ''],
    ],
    ['All cause mortalityup to 28 days', ['All cause mortality', 'up to 28 days', '']],
    ['OSup to 63 months', ['OS', 'up to 63 months', '']],
    ['Whether the pill works over 84 days.', ['Whether the pill works over 84 days.', '', '']],
    ['Safety in adolescentsTimepoint: Through Week 26 <br/ ><br>', ['Safety in adolescents', 'Through Week 26', '']],
  ])('glued are parted where something begins without a blank: %j', (text, cells) =>
    expect(row(text, true)).toEqual(cells),
  );

  it.each([
    'Survivalup to 3 years post treatment',
    'Cytokine profile from PBMC2 years',
    'Deaths per group to 28 days',
    'Deaths in each subgroup to 28 days',
    'Weight from checkup to 3 months',
    'Relapse until dischargeup to 28 days',
    'Mood on Sunday 2',
    'Pain at midday 14',
    'Dose byup to 3 years',
    'Onset to workday 3',
    'Quality of lifeweeks 3 and 8.',
    'Success rate in logscontinuous',
    'Dose (RP2D)through completion, an average of 2.5 yearsDose',
    'Patterns of care,',
    'Change in FEV1Week 12',
    'PainWeek 4Week 8Change',
    'Harms by CTCAE v4.012 months',
    'Cmaxday1, day2',
    'Onset of diseaseFrom Treatment Initiation to Month 36',
    'Harms after cycle 130 days after treatment.',
    'Bleeding eventsin-patient stay',
    'Change in TreatmentsTreatmentNumber of changes',
    'Pain12 weeks after TKAPain on a scale',
  ])('glued are left alone: %j', (text) => {
    expect(row(text, true)).toBeUndefined();
  });

  it('of a page saved as HTML have their borders', () =>
    expect(row('Pain\t1y\tOn a scale', true)).toEqual(['Pain', '1y', 'On a scale']));
});

describe('rows of arms', () => {
  const part = (text: string, names: string[]): string[] | undefined => {
    const cells = partArmRow(text, 0, names);
    return cells && textsOf(text, [cells.label, cells.intervention, ...(cells.description ? [cells.description] : [])]);
  };
  it('are parted at the one intervention that stands glued in them', () => {
    expect(part('MSCUCMSCCcell infusion', ['UCMSCC', 'usual care'])).toEqual(['MSC', 'UCMSCC', 'cell infusion']);
    expect(part('Placebo for X; group 1Placebo for XOne dose', ['Placebo for X'])).toEqual([
      'Placebo for X; group 1',
      'Placebo for X',
      'One dose',
    ]);
  });
  const partFlat = (text: string, names: string[]): string[] | undefined => {
    const cells = partFlatArmRow(text, 0, names);
    return cells && textsOf(text, [cells.label, cells.intervention, ...(cells.description ? [cells.description] : [])]);
  };
  it('with blanks are parted at the one intervention that stands in them', () =>
    expect(partFlat('Group A Botulinum Toxin I.M. injection', ['Botulinum Toxin', 'Water'])).toEqual([
      'Group A',
      'Botulinum Toxin',
      'I.M. injection',
    ]));
  it.each([
    'Water Water One glass',
    'Group A Tea Then Water',
    'Cups of Tea A cup',
    'Group A Tea in cups',
    'Tea One cup',
  ])('with blanks are left alone where it could be another: %j', (text) =>
    expect(partFlat(text, ['Water', 'Tea'])).toBeUndefined(),
  );
  it('are left alone where there are two ways', () => expect(part('aDrugXbDrugXc', ['DrugX'])).toBeUndefined());
});

describe('addresses', () => {
  const address = (text: string): unknown =>
    Object.fromEntries(
      Object.entries(partAddress(text, 0)).map(([key, span]) => [key, text.slice(span.start, span.end)]),
    );
  it('have a city, a state and a country that may hold a comma', () => {
    expect(address('Bridgewater, New Jersey, United States')).toEqual({
      city: 'Bridgewater',
      state: 'New Jersey',
      country: 'United States',
    });
    expect(address('Seoul, Korea, Republic of')).toEqual({ city: 'Seoul', country: 'Korea, Republic of' });
    expect(address('Belarus')).toEqual({ country: 'Belarus' });
  });
  it('have neither city nor state where three parts, or a number, stand before the country', () => {
    expect(address('Sanglah, Denpasar, Bali, Indonesia')).toEqual({
      rest: 'Sanglah, Denpasar, Bali',
      country: 'Indonesia',
    });
    expect(address('Vienna, Guertel 18, Austria')).toEqual({ rest: 'Vienna, Guertel 18', country: 'Austria' });
  });
  it('have a city only where the country is none that we know', () =>
    expect(address('Lyon, Fra')).toEqual({ city: 'Lyon' }));
  it('are whole where flag and country agree', () => {
    expect(isWholeSite('\u{1f1e7}\u{1f1fe}Minsk, Belarus')).toBe(true);
    expect(isWholeSite('\u{1f1f3}\u{1f1ec}Abuja, Niger')).toBe(false);
  });
});
