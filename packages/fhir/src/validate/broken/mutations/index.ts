import type { Mutation } from '../mutation.js';
import { bundlesMutations } from './bundles.js';
import { codesMutations } from './codes.js';
import { extensionsMutations } from './extensions.js';
import { quantitiesMutations } from './quantities.js';
import { referencesMutations } from './references.js';
import { requiredMutations } from './required.js';
import { rulesMutations } from './rules.js';
import { shapeMutations } from './shape.js';
import { unexpectedMutations } from './unexpected.js';
import { valuesMutations } from './values.js';

/** The named ways to break the valid bundle. */
export const mutations: readonly Mutation[] = [
  ...requiredMutations,
  ...unexpectedMutations,
  ...shapeMutations,
  ...valuesMutations,
  ...codesMutations,
  ...quantitiesMutations,
  ...referencesMutations,
  ...bundlesMutations,
  ...extensionsMutations,
  ...rulesMutations,
];
