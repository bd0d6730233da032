import { type Omission, type Trial, type TrialPath, type TrialWriter, trialPaths } from '@trialbridge/core';

/** A record as its lines: tag and value. Order matters in RIS: TY first, ER last. */
export type RisRecord = readonly (readonly [tag: string, value: string])[];

/** What the tags below carry. The kit names every field that is neither here nor in the omissions. */
const carried: readonly TrialPath[] = [
  '/schemaVersion',
  '/id',
  '/source/url',
  '/briefTitle',
  '/acronym',
  '/briefSummary',
  '/conditions',
  '/keywords',
  '/leadSponsor/name',
  '/registration/registered/date',
  '/evidence',
  '/unmapped',
];

/** Writes reference-manager records (RIS), so that trials can be cited next to papers. */
export const risWriter: TrialWriter<RisRecord> = {
  format: 'ris',
  title: 'RIS records for reference managers',
  mediaType: 'application/x-research-info-systems',
  kind: 'rows',
  extension: '.ris',
  omits: omitted(),
  schema: {
    type: 'array',
    items: {
      type: 'array',
      prefixItems: [{ enum: ['TY', 'ID', 'TI', 'ST', 'AB', 'KW', 'U1', 'PB', 'DA', 'UR', 'ER'] }, { type: 'string' }],
      minItems: 2,
      items: false,
    },
  },
  write: (trial) => [...tags(trial)],
  toText: (record) => record.map(([tag, value]) => `${tag}  - ${oneLine(value)}`).join('\r\n'),
  toJson: (record) => record,
};

function* tags(trial: Trial): Generator<[tag: string, value: string]> {
  yield ['TY', 'DBASE'];
  yield ['ID', trial.id];
  if (trial.briefTitle) yield ['TI', trial.briefTitle];
  if (trial.acronym) yield ['ST', trial.acronym];
  if (trial.briefSummary) yield ['AB', trial.briefSummary];
  for (const condition of trial.conditions ?? []) yield ['KW', condition];
  for (const keyword of trial.keywords ?? []) yield ['U1', keyword];
  if (trial.leadSponsor?.name) yield ['PB', trial.leadSponsor.name];
  // RIS dates have their slashes even where the month or the day is not known.
  const [year, month = '', day = ''] = trial.registration?.registered?.date?.split('-') ?? [];
  if (year) yield ['DA', `${year}/${month}/${day}/`];
  if (trial.source.url) yield ['UR', trial.source.url];
  yield ['ER', ''];
}

// RIS has no escape for a line break inside a value, so we spell it out.
function oneLine(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\r', '\\r').replaceAll('\n', '\\n');
}

/** Undoes `toText`, to show in the test that nothing is damaged. */
export function parseRis(text: string): RisRecord {
  return text.split('\r\n').map((line) => [line.slice(0, 2), lines(line.slice(6))] as const);
}

function lines(value: string): string {
  return value.replace(/\\(.)/g, (_whole, letter: string) => ({ n: '\n', r: '\r' })[letter] ?? letter);
}

/** Every path that no carried path is, lies above or lies below; the highest ones only. */
function omitted(): Omission[] {
  const isNear = (path: string): boolean =>
    carried.some((other) => `${path}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${path}/`));
  const outside = trialPaths.filter((path) => !isNear(path));
  const highest = outside.filter((path) => !outside.some((other) => path.startsWith(`${other}/`)));
  return highest.map((path): Omission => ({ path, why: 'reference managers have no place for it' }));
}
