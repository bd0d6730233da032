import { readFileSync } from 'node:fs';
import fc from 'fast-check';

/** The parts of JSON Schema that the schema of an API v2 study uses. */
export interface StudySchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, StudySchema>>;
  readonly items?: StudySchema;
}

type Json = string | number | boolean | Json[] | { [key: string]: Json };

export const studySchema = JSON.parse(
  readFileSync(new URL('../schemas/ctgov-json.schema.json', import.meta.url), 'utf8'),
) as StudySchema;

/** How many studies `fullStudy` has to make until each value of each enumeration has been in one. */
export const fullStudyCount = longestEnumeration(studySchema);

/** A study with every property of the format in it; `turn` chooses the enumerated values, forms of dates and numbers. */
export function fullStudy(turn: number): Json {
  const made = fill(studySchema, '', turn) as { protocolSection: { identificationModule: Record<string, Json> } };
  made.protocolSection.identificationModule.nctId = `NCT9${String(turn).padStart(7, '0')}`;
  return made;
}

const dates = ['2019', '2020-02', '2021-12-31'];
const ages = ['6 Months', '1 Day', '65 Years', '2 Weeks', '30 Minutes', '12 Hours', '1 Year'];

function fill(schema: StudySchema, path: string, turn: number): Json {
  if (schema.enum) return schema.enum[turn % schema.enum.length] ?? '';
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, fill(inner, `${path}/${key}`, turn)]),
      );
    case 'array':
      return [0, 1].map((index) => fill(schema.items ?? {}, `${path}/${index}`, turn + index));
    case 'boolean':
      return turn % 2 === 0;
    case 'integer':
      return turn * 3 + 1;
    case 'number':
      return turn + 0.25;
    default:
      return groupId(path) ?? words(schema.pattern ?? '', path, turn);
  }
}

/** Ids of groups: counts and analyses name the groups of their part. */
function groupId(path: string): string | undefined {
  const index =
    /\/(?:groups|eventGroups)\/(\d)\/id$/.exec(path) ?? /\/(\d)\/groupId$/.exec(path) ?? /\/groupIds\/(\d)$/.exec(path);
  return index ? `G00${index[1]}` : undefined;
}

function words(pattern: string, path: string, turn: number): string {
  if (pattern.includes('Year')) return ages[turn % ages.length] ?? '';
  if (pattern.startsWith('^\\d{4}')) return dates[turn % dates.length] ?? '';
  return `${path.split('/').slice(-3).join(' ').trim()} ${turn}`;
}

function longestEnumeration(schema: StudySchema): number {
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return Math.max(schema.enum?.length ?? 1, ...inner.map(longestEnumeration));
}

/** Any study: any part of it may be absent, texts are of any characters, now and then a value is of another kind. */
export function anyStudy(oddity: number): fc.Arbitrary<Json> {
  return ofKind(studySchema, oddity)
    .map((study) => ({ protocolSection: {}, ...(study as Record<string, Json>) }))
    .filter(isStudy);
}

/** Whether it is a study at all. Others are refused whole: no object where the id belongs, or a column of ids. */
function isStudy({ protocolSection }: Record<string, Json>): boolean {
  if (!isRecord(protocolSection)) return false;
  const { identificationModule } = protocolSection;
  if (identificationModule === undefined) return true;
  return isRecord(identificationModule) && typeof identificationModule.nctId !== 'object';
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && !Array.isArray(value);
}

const saying = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((text) => /\S/.test(text));
// No key of digits: where nothing else of its object is known, a kept path reads as one into a list.
const oddities: fc.Arbitrary<Json> = fc.oneof(
  fc.integer(),
  fc.boolean(),
  saying,
  fc.constant('  '),
  fc.constantFrom('NA', '0', 'null', 'constructor', '__proto__'),
  fc.array(saying, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('a', 'a/b', 'a~1', '', 'id', 'type', 'date', 'toString'), saying, { maxKeys: 2 }),
) as fc.Arbitrary<Json>;

function arbitrary(schema: StudySchema, oddity: number): fc.Arbitrary<Json> {
  const plain = ofKind(schema, oddity);
  if (oddity === 0) return plain;
  return fc.oneof({ arbitrary: plain, weight: 100 - oddity }, { arbitrary: oddities, weight: oddity });
}

function ofKind(schema: StudySchema, oddity: number): fc.Arbitrary<Json> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {}).map(([key, inner]): [string, fc.Arbitrary<Json>] => [
        key,
        arbitrary(inner, oddity),
      ]);
      if (oddity > 0) properties.push(['inventedByUs', oddities]);
      return fc.record(Object.fromEntries(properties), {
        requiredKeys: [],
        noNullPrototype: true,
      }) as fc.Arbitrary<Json>;
    }
    case 'array':
      return fc.array(arbitrary(schema.items ?? {}, oddity), { maxLength: 3 }) as fc.Arbitrary<Json>;
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer();
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true, min: -180, max: 180 }).map((value) => value + 0);
    default:
      if (schema.pattern?.includes('Year')) return fc.constantFrom(...ages);
      if (schema.pattern?.startsWith('^\\d{4}')) return fc.constantFrom(...dates);
      return saying;
  }
}
