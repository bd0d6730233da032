import { describe, expect, it } from 'vitest';
import { hasDegrees, isNameList } from './names.js';

describe('a line of names', () => {
  it.each([
    'Anna Example, Bernd Example, Carla Example',
    "Danny F McAuley 1,*, John G Laffey 2, Cecilia M O'Kane 1",
    'Maria Silva, Jo\u00e3o Costa & Ana Souza',
    'Koen Van Herck, Pierre van der Berg and Li Wu, MD, PhD',
    'Smith JA(1), Doe P(2)(3).',
  ])('%s', (line) => expect(isNameList(line)).toBe(true));

  it.each([
    'Honey for Burns',
    'Statins in ARDS: a trial.',
    'Department of Medicine, University of Bern, Bern, Switzerland',
    'Ann Doe',
    'Efficacy, Safety, and Costs of Tea',
    `${'*'.repeat(100)}x, Ann Doe`,
  ])('is not: %s', (line) => expect(isNameList(line)).toBe(false));
});

describe('a line of people with their degrees', () => {
  it.each([
    'Ann Doe, MD1; Bob J. Roe, PhD2; et al Cy Poe, MD, MPH1,2; for the TEA Study Group',
    'Ann Doe,1 MD; Bob Roe,2 MD; Cy Poe,3 MD; Di Foe,1 MD',
    'Ann Doe MD \u2022 Bob Roe MD \u2022 Cy Poe MD, for the TEA Group',
    'Ann Doe MD; Bob Roe MD; Cy Poe MD, the Tea Hospital',
    'Prof Ann Doe MD a b, Bob Roe MD c, Cy Poe MD a, Di Foe MD d',
    'Ann Doe PhD, Bob Roe',
    'Ann Doe, MD',
    'Koen Van Herck, M.D., Pierre van der Berg, Ph.D.',
  ])('%s', (line) => expect(hasDegrees(line)).toBe(true));

  it.each([
    'From the Department of Tea, Harvard Medical School, Boston, MA; and the University of Coffee, Worcester, MA',
    'Brigham and Women\u2019s Hospital, Boston, MA; Duke University, Durham, NC',
    'Holy Cross Hospital, Silver Spring, MD; Duke University, Durham, NC',
    'A school-based tea programme in Boston, MA: a cluster-randomised clinical trial',
    'Tea delivery to older adults in Worcester, MA; the TEA randomised clinical trial',
    'Comparison of DA, DO, and placebo in adults with hypertension: a randomised trial',
    'Effect of tea on GABA, BA and MA levels in adults',
    'Quality of life in relapsing MS, in patients who received tea: a randomised trial',
    'Tea for Secondary Progressive MS, a Randomized Trial',
    'Tea in Becker, Duchenne MD and other dystrophies',
    `${'Ann Doe MD '.repeat(500)},`,
  ])('is not: %s', (line) => expect(hasDegrees(line)).toBe(false));
});
