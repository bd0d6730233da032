import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrials, type Trial, TrialError, trialJsonWriter, writeTrial } from '@trialbridge/core';
import { trialJsonReader } from '@trialbridge/core/trial-json';
import { checkAgainst } from '@trialbridge/core/validate';
import { ctgovJsonReader, ctgovJsonWriter, ctgovXmlWriter } from '@trialbridge/ctgov';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpus } from './ctgov-corpus.js';
import { differences, jsonLeaves } from './ctgov-leaves.js';
import { anyStudy, fullStudy, fullStudyCount, type StudySchema, studySchema } from './ctgov-synthetic-json.js';
import { openXsd } from './ctgov-xsd.js';

/** What differs between a study and what comes back of it, through trial-json. */
function lost(text: string): string[] {
  const { trials } = readTrials(text, [ctgovJsonReader]);
  expect(trials).toHaveLength(1);
  const stored = trialJsonWriter.toText(trials[0] as Trial);
  const [again] = readTrials(stored, [trialJsonReader]).trials;
  const written = ctgovJsonWriter.toText(writeTrial(again as Trial, ctgovJsonWriter).document);
  return differences(jsonLeaves(JSON.parse(text)), jsonLeaves(JSON.parse(written)));
}

const turns = Array.from({ length: fullStudyCount }, (_, turn) => turn);

describe('studies with every property of API v2', () => {
  it('hold every value of every enumeration among them, and are valid', () => {
    const values = new Map<string, Set<unknown>>();
    for (const turn of turns) {
      expect(checkAgainst(studySchema, fullStudy(turn))).toEqual([]);
      for (const [path, value] of jsonLeaves(fullStudy(turn))) {
        const generic = path.replace(/\/[01](?=\/|$)/g, '/*');
        values.set(generic, (values.get(generic) ?? new Set()).add(value));
      }
    }
    for (const [path, { enum: listed }] of leafSchemas(studySchema))
      for (const value of listed ?? ['any']) {
        if (value === 'any') expect(values.has(path), path).toBe(true);
        else expect(values.get(path), path).toContain(value);
      }
  });

  it.each(turns)('come back leaf for leaf: %i', (turn) => {
    expect(lost(JSON.stringify(fullStudy(turn)))).toEqual([]);
  });

  it('leave nothing unmapped', () => {
    for (const turn of turns) {
      const { trials, issues } = readTrials(JSON.stringify(fullStudy(turn)), [ctgovJsonReader]);
      expect(issues).toEqual([]);
      expect(trials[0]?.unmapped).toBeUndefined();
    }
  });
});

describe('any study', () => {
  const property = (oddity: number): fc.IProperty<[unknown]> =>
    fc.property(anyStudy(oddity), (study) => {
      expect(lost(JSON.stringify(study))).toEqual([]);
    });

  it('comes back leaf for leaf, whatever is absent and whatever texts hold', () => {
    fc.assert(property(0), { numRuns: 150 });
  });

  it('comes back leaf for leaf with values of a wrong kind, unknown codes and unknown keys', () => {
    fc.assert(property(4), { numRuns: 250 });
  });
});

const xsd = openXsd();

describe.skipIf(!xsd)('studies with every property of API v2, as public XML', () => {
  it('are valid by the XSD, or refused with the names of what is missing', () => {
    const said = turns.map((turn) => asXml(fullStudy(turn)));
    expect(said.filter((one) => one !== 'valid')).toEqual([]);
  });

  it('are so whatever is absent and whatever texts hold', () => {
    fc.assert(
      fc.property(anyStudy(2), (study) => {
        expect(asXml(study)).toMatch(/^(?:valid$|refused: .*The public XML demands )/);
      }),
      { numRuns: 300 },
    );
  });

  it('are so with the least that the XSD demands, and any of the rest', () => {
    fc.assert(
      fc.property(anyStudy(2), fc.integer({ min: 0, max: fullStudyCount }), (study, turn) => {
        expect(asXml(mended(study as Modules, fullStudy(turn) as unknown as Modules))).toBe('valid');
      }),
      { numRuns: 300 },
    );
  });
});

type Modules = Record<string, Record<string, Record<string, unknown>>>;

/** A study with the fields that the XSD demands taken from another. */
function mended(study: Modules, full: Modules): object {
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const section = isRecord(study.protocolSection) ? study.protocolSection : {};
  const module = (name: string, keys: string[]): object => ({
    ...(isRecord(section[name]) ? section[name] : {}),
    ...Object.fromEntries(keys.map((key) => [key, full.protocolSection?.[name]?.[key]])),
  });
  return {
    ...study,
    protocolSection: {
      ...section,
      identificationModule: module('identificationModule', ['nctId', 'briefTitle', 'organization']),
      statusModule: module('statusModule', ['overallStatus']),
      sponsorCollaboratorsModule: module('sponsorCollaboratorsModule', ['leadSponsor']),
      designModule: module('designModule', ['studyType']),
    },
  };
}

function asXml(study: unknown): string {
  const [trial] = readTrials(JSON.stringify(study), [ctgovJsonReader]).trials;
  try {
    const text = ctgovXmlWriter.toText(writeTrial(trial as Trial, ctgovXmlWriter).document);
    return xsd?.fault(text) ?? 'valid';
  } catch (error) {
    if (TrialError.is(error)) return `refused: ${error.message}`;
    throw error;
  }
}

function leafSchemas(schema: StudySchema, path = '', found = new Map<string, StudySchema>()): Map<string, StudySchema> {
  if (schema.properties)
    for (const [key, inner] of Object.entries(schema.properties)) leafSchemas(inner, `${path}/${key}`, found);
  else if (schema.items) leafSchemas(schema.items, `${path}/*`, found);
  else found.set(path, schema);
  return found;
}

const reference = join(corpus, '../reference/formats/ctgov-api-v2');

describe.skipIf(!corpus || !existsSync(reference))("the schema of a study, against the registry's own document", () => {
  const enumerations = JSON.parse(corpus ? readFileSync(join(reference, 'enums.json'), 'utf8') : '{}') as Record<
    string,
    string[]
  >;
  const objects = corpus
    ? objectsOf(readFileSync(join(reference, 'object-properties.txt'), 'utf8'))
    : new Map<string, Map<string, string>>();

  it('has the properties, the lists and the values of each enumeration, no more and no fewer', () => {
    const faults: string[] = [];
    const seen = new Set<string>();
    visit(studySchema, 'Study', '');
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(100);

    function visit(schema: StudySchema, type: string, path: string): void {
      if (type.endsWith('[]')) {
        if (schema.type === 'array' && schema.items) visit(schema.items, type.slice(0, -2), `${path}/*`);
        else faults.push(`${path} is no list`);
        return;
      }
      seen.add(`${type} at ${path}`);
      const listed = enumerations[type];
      const properties = objects.get(type);
      if (listed) {
        if (JSON.stringify([...listed].sort()) !== JSON.stringify([...(schema.enum ?? [])].sort()))
          faults.push(`${path}: ${listed} or ${schema.enum}`);
      } else if (properties) {
        for (const key of Object.keys(schema.properties ?? {}))
          if (!properties.has(key)) faults.push(`${path}/${key}: invented`);
        for (const [key, inner] of properties) {
          const known = schema.properties?.[key];
          if (known) visit(known, inner, `${path}/${key}`);
          else faults.push(`${path}/${key} : ${inner} is missing`);
        }
      } else if (scalarOf(type) !== (schema.type ?? 'string')) faults.push(`${path}: ${type} or ${schema.type}`);
    }
  });
});

/** The scalar of JSON that a type of the document is. */
function scalarOf(type: string): string {
  if (type.startsWith('integer')) return 'integer';
  if (type.startsWith('number')) return 'number';
  return type === 'boolean' ? 'boolean' : 'string';
}

/** Objects of the list, with their properties and types. */
function objectsOf(text: string): Map<string, Map<string, string>> {
  const objects = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  for (const line of text.split('\n')) {
    const property = /^ {2}(\w+) : (\S+)/.exec(line);
    const name = /^(\w+)\s*$/.exec(line)?.[1];
    if (property) current.set(property[1] ?? '', property[2] ?? '');
    else if (name) {
      current = new Map();
      objects.set(name, current);
    }
  }
  return objects;
}
