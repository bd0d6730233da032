import { TrialError, type TrialReader, type TrialWriter } from '@trialbridge/core';
import { usageError } from './exit.js';
import { didYouMean } from './nearest.js';

/** An option of a writer, as it stands behind `+` in a format: `csv+bom`, `fhir-r4+bundle=transaction`. */
export interface WriterOption {
  readonly name: string;
  /** What may stand behind `=`; absent for a switch. */
  readonly values?: string;
  readonly description: string;
}

/** A format that the command knows: how to get its reader and its writer, loaded only when they are needed. */
export interface FormatEntry {
  readonly format: string;
  readonly title: string;
  readonly loadReader?: () => Promise<TrialReader>;
  /** Whether its sources are texts for people. */
  readonly isText?: boolean;
  readonly loadWriter?: (options: ChosenOptions) => Promise<TrialWriter<unknown>>;
  /** Ending of a file with one document, where there is a writer. */
  readonly extension?: string;
  readonly options?: readonly WriterOption[];
}

export type ChosenOptions = ReadonlyMap<string, string | true>;

const fhirOptions: readonly WriterOption[] = [
  { name: 'bundle', values: 'collection|transaction', description: 'a transaction can be posted to a server' },
  { name: 'contained', description: 'puts the companions into the ResearchStudy' },
  {
    name: 'base-url',
    values: 'https://...',
    description: 'address of a server, for full URLs; makes references relative',
  },
  {
    name: 'references',
    values: 'urn|relative',
    description: 'relative refers by Type/id, for resources that leave the bundle',
  },
  { name: 'narrative', description: 'adds a text for people to the study and its eligibility group' },
  { name: 'provenance', description: 'adds Provenance: where each value came from' },
  { name: 'recorded', values: 'instant', description: 'sets Bundle.timestamp and Provenance.recorded' },
  { name: 'without-contacts', description: 'leaves out people to contact, and how to reach officials' },
  { name: 'site-detail', values: 'location|substudy', description: 'substudy adds a study per site, with its status' },
];

/** Options as the writers take them: `base-url` as `baseUrl`, a switch as `true`. They check values themselves. */
function camelCased(options: ChosenOptions): object {
  return Object.fromEntries(
    [...options].map(([name, value]) => [name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
}

const pageTitles = {
  'veeva-page': 'Page of a Veeva trial site',
  'medpath-page': 'Page of MedPath',
  'pubmed-abstract': 'Abstract of a publication, as PubMed shows it',
  'pubmed-xml': 'PubMed XML: an article or a set',
  narrative: 'Text without a trial, with its references',
};

async function loadPageReader(format: string): Promise<TrialReader> {
  const { pageReaders } = await import('./formats/page-readers.js');
  const reader = pageReaders.find((known) => known.format === format);
  if (!reader) throw new Error(`no reader of ${format}`);
  return reader;
}

/**
 * Every format there is. Each loads a file of `formats`, and with it what is needed of its package and little else: a start
 * takes as long as what it compiles is long.
 */
export const catalogue: readonly FormatEntry[] = [
  ...Object.entries(pageTitles).map(
    ([format, title]): FormatEntry => ({
      format,
      title,
      loadReader: () => loadPageReader(format),
      isText: format !== 'pubmed-xml',
    }),
  ),
  {
    format: 'trial-json',
    title: 'The canonical trial model as JSON',
    extension: '.json',
    loadReader: async () => (await import('./formats/trial-json-reader.js')).trialJsonReader,
    loadWriter: async () => (await import('./formats/trial-json-writer.js')).trialJsonWriter,
  },
  {
    format: 'ctgov-json',
    title: 'ClinicalTrials.gov API v2 JSON',
    extension: '.json',
    loadReader: async () => (await import('./formats/ctgov-readers.js')).ctgovJsonReader,
    loadWriter: async () => (await import('./formats/ctgov-json-writer.js')).ctgovJsonWriter,
  },
  {
    format: 'ctgov-xml',
    title: 'ClinicalTrials.gov public XML',
    extension: '.xml',
    options: [
      { name: 'incomplete', description: 'writes a trial that lacks what the XSD demands; the document is not valid' },
      { name: 'foreign-id', description: 'writes the id of another registry into nct_id' },
    ],
    loadReader: async () => (await import('./formats/ctgov-readers.js')).ctgovXmlReader,
    loadWriter: async (options) =>
      (await import('./formats/ctgov-xml-writer.js')).createCtgovXmlWriter(camelCased(options)),
  },
  {
    format: 'fhir-r4',
    title: 'FHIR R4 (valid as R4B): ResearchStudy and companions',
    extension: '.json',
    options: [
      ...fhirOptions,
      {
        name: 'status-when-unknown',
        values: 'code',
        description: 'status of a study whose record gives none R4 knows',
      },
    ],
    loadReader: async () => (await import('./formats/fhir-readers.js')).fhirR4Reader,
    loadWriter: async (options) =>
      (await import('./formats/fhir-r4-writer.js')).createFhirR4Writer(camelCased(options)),
  },
  {
    format: 'fhir-r5',
    title: 'FHIR R5: ResearchStudy and companions',
    extension: '.json',
    options: fhirOptions,
    loadReader: async () => (await import('./formats/fhir-readers.js')).fhirR5Reader,
    loadWriter: async (options) =>
      (await import('./formats/fhir-r5-writer.js')).createFhirR5Writer(camelCased(options)),
  },
  {
    format: 'fhir-r6-ballot5',
    title: 'FHIR R6 ballot 5, experimental',
    extension: '.json',
    options: fhirOptions,
    loadReader: async () => (await import('./formats/fhir-readers.js')).fhirR6Ballot5Reader,
    loadWriter: async (options) =>
      (await import('./formats/fhir-r6-ballot5-writer.js')).createFhirR6Ballot5Writer(camelCased(options)),
  },
  {
    format: 'csv',
    title: 'CSV, one row per trial',
    extension: '.csv',
    options: [
      { name: 'bom', description: 'begins with a byte order mark, for Excel' },
      { name: 'escape-formulas', description: 'disarms cells that a spreadsheet would run' },
      { name: 'absence', description: 'adds a column with the reasons of absent values' },
      { name: 'columns', values: 'name;name;...', description: 'writes these columns only, in this order' },
    ],
    loadWriter: async (options) => {
      const { createCsvWriter } = await import('./formats/csv-writer.js');
      const columns = options.get('columns');
      return createCsvWriter({
        ...camelCased(options),
        ...(typeof columns === 'string' && { columns: columns.split(';') }),
      });
    },
  },
];

/** Readers for detection by content: all, or those of texts for people. */
export async function loadReaders(which: 'all' | 'texts'): Promise<readonly TrialReader[]> {
  const entries = catalogue.filter(({ isText }) => which === 'all' || isText);
  return Promise.all(entries.flatMap((entry) => entry.loadReader?.() ?? []));
}

/** Whether the sources of a format are texts for people, one record each. */
export function isTextFormat(format: string | undefined): boolean {
  return catalogue.some((entry) => entry.format === format && entry.isText);
}

/** The reader of the format that was asked for. */
export async function loadReader(format: string): Promise<TrialReader> {
  const reader = await catalogue.find((entry) => entry.format === format)?.loadReader?.();
  if (reader) return reader;
  const names = catalogue.flatMap((entry) => (entry.loadReader ? [entry.format] : []));
  throw usageError(`There is no format "${format}" to read.${didYouMean(format, names)} Known: ${names.join(', ')}.`);
}

/** A target as the person names it, taken apart: `csv+bom`. */
export interface FormatSpec {
  readonly text: string;
  readonly entry: FormatEntry;
  readonly options: ChosenOptions;
}

/** Reads `--to`: formats with their options, separated by commas. */
export function parseFormats(text: string): readonly FormatSpec[] {
  const specs = text.split(',').map((part) => parseFormat(part.trim()));
  const seen = new Set<string>();
  for (const spec of specs) {
    if (seen.has(spec.entry.format)) throw usageError(`The format ${spec.entry.format} is asked for twice.`);
    seen.add(spec.entry.format);
  }
  return specs;
}

export function parseFormat(text: string): FormatSpec {
  const [format = '', ...parts] = text.split('+');
  const entry = catalogue.find((known) => known.format === format);
  if (!entry?.loadWriter) {
    const names = catalogue.flatMap((known) => (known.loadWriter ? [known.format] : []));
    const what = entry
      ? `Trialbridge reads ${format} but does not write it.`
      : `There is no format "${format}".${didYouMean(format, names)}`;
    throw usageError(`${what} Formats to write: ${names.join(', ')}.`);
  }
  const options = new Map<string, string | true>();
  for (const part of parts) {
    const [name = '', ...value] = part.split('=');
    checkOption(entry, name, value.length > 0);
    options.set(name, value.length > 0 ? value.join('=') : true);
  }
  return { text, entry, options };
}

function checkOption(entry: FormatEntry, name: string, hasValue: boolean): void {
  const known = entry.options?.find((option) => option.name === name);
  if (!known) {
    const names = entry.options?.map((option) => `+${option.name}`).join(', ');
    throw usageError(`${entry.format} has no option "${name}". ${names ? `Known: ${names}.` : 'It has none.'}`);
  }
  if (known.values !== undefined && !hasValue) {
    throw usageError(`The option ${name} of ${entry.format} needs a value: +${name}=${known.values}.`);
  }
  if (known.values === undefined && hasValue) {
    throw usageError(`The option ${name} of ${entry.format} takes no value.`);
  }
}

export async function loadWriter(spec: FormatSpec): Promise<TrialWriter<unknown>> {
  try {
    const writer = await spec.entry.loadWriter?.(spec.options);
    if (writer) return writer;
  } catch (error) {
    if (TrialError.is(error) && error.code === 'option-unknown') throw usageError(error.message);
    throw error;
  }
  throw usageError(`Trialbridge does not write ${spec.entry.format}.`);
}
