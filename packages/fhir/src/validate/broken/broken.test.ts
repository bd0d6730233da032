import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FhirVersion, fhirChecker } from '../check-fhir.js';
import { appliesTo, partsOf } from './mutation.js';
import { mutations } from './mutations/index.js';
import { validBundle } from './valid.js';

/** What HL7's validator in HAPI said of each, as recorded by test/hapi/agreement.mjs. */
const recorded: Record<FhirVersion, Record<string, 'accepted' | 'refused'>> = JSON.parse(
  readFileSync(new URL('hapi-verdicts.json', import.meta.url), 'utf8'),
);

const versions: readonly FhirVersion[] = ['r4', 'r4b', 'r5'];

describe.each(versions)('the check of broken %s bundles', async (version) => {
  const check = await fhirChecker(version);
  const errorsOf = (bundle: unknown) => check(bundle).filter(({ severity }) => severity === 'error');

  it('accepts the bundle that is not broken', () => {
    expect(check(validBundle(version))).toEqual([]);
    expect(recorded[version]['the valid bundle']).toBe('accepted');
  });

  it.each(mutations.filter((mutation) => appliesTo(mutation, version)))(
    'refuses: $name',
    ({ name, rule, change, hapiAccepts }) => {
      const bundle = validBundle(version);
      change(partsOf(bundle));
      expect(errorsOf(bundle).map((issue) => issue.rule)).toContain(rule);
      expect(recorded[version][name]).toBe(hapiAccepts ? 'accepted' : 'refused');
    },
  );

  it('has a verdict of HAPI for these and for nothing else', () => {
    const names = mutations.filter((mutation) => appliesTo(mutation, version)).map(({ name }) => name);
    expect(Object.keys(recorded[version]).sort()).toEqual(['the valid bundle', ...names].sort());
  });
});

it('holds at least 60 broken bundles for R4 and for R5, each with a name of its own', () => {
  const names = mutations.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(mutations.filter((mutation) => appliesTo(mutation, 'r4')).length).toBeGreaterThan(60);
  expect(mutations.filter((mutation) => appliesTo(mutation, 'r5')).length).toBeGreaterThan(60);
});
