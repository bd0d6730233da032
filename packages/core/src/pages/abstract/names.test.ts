import { describe, expect, it } from 'vitest';
import { isNameList } from './names.js';

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
