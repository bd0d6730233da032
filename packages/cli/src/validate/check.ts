import type { TrialWriter } from '@trialbridge/core';
import { checkAgainst } from '@trialbridge/core/validate';
import { parse } from 'csv-parse/sync';
import { type FormatSpec, loadWriter, parseFormat } from '../catalogue.js';

/** Something a document breaks. */
export interface CheckIssue {
  readonly severity: 'error' | 'warning' | 'information';
  /** What was checked: `schema`, or a rule of FHIR. */
  readonly rule: string;
  /** JSON Pointer, FHIRPath, or a row and column. */
  readonly at: string;
  readonly message: string;
}

/** Checks documents of one format. */
export interface DocumentCheck {
  /** What a text breaks, if it is of the format; `undefined` when it is of another. */
  checkText(text: string): CheckIssue[] | undefined;
  /** What a document of the format's writer breaks. */
  checkDocument(document: unknown): CheckIssue[];
  readonly writer: TrialWriter<unknown>;
}

/** R4's documents are R4B's, too: there is one writer for both, and the rules of each. */
const asR4b = /^fhir-r4b(?=\+|$)/;

/** The check for a format, given with its options: the schema of its writer, and for FHIR the rules of FHIR. */
export async function loadCheck(format: string): Promise<DocumentCheck> {
  const spec = parseFormat(format.replace(asR4b, 'fhir-r4'));
  const writer = await loadWriter(spec);
  if (writer.kind === 'rows') return rowsCheck(writer, spec);
  if (writer.format.startsWith('fhir-')) return fhirCheck(writer, asR4b.test(format) ? 'fhir-r4b' : writer.format);
  const reader = await spec.entry.loadReader?.();
  const isOwn = (text: string): boolean => reader?.accepts(text) ?? false;
  if (writer.kind === 'json') return jsonCheck(writer, (_value, text) => isOwn(text));
  const checkDocument = (document: unknown): CheckIssue[] => checkSchema(writer.schema, writer.toJson(document));
  return { writer, checkDocument, checkText: (text) => (isOwn(text) ? checkDocument(text) : undefined) };
}

/** Versions of FHIR whose rules can be checked; a ballot has no rules that stand. */
const checkedVersions = { 'fhir-r4': 'r4', 'fhir-r4b': 'r4b', 'fhir-r5': 'r5' } as const;

/**
 * Rules of FHIR decide. What only the schema refuses is valid FHIR that Trialbridge would not write: a warning, unless
 * the rules of the version cannot be checked.
 */
async function fhirCheck(writer: TrialWriter<unknown>, format: string): Promise<DocumentCheck> {
  const version = checkedVersions[format as keyof typeof checkedVersions];
  if (version === undefined) return jsonCheck(writer, isResource);
  const { fhirChecker } = await import('@trialbridge/fhir/validate');
  const checkRules = await fhirChecker(version);
  const checkValue = (value: unknown): CheckIssue[] => [
    ...checkRules(value).map(({ severity, rule, expression, message }) => ({
      severity,
      rule,
      at: expression,
      message,
    })),
    ...(isBundle(value) ? checkSchema(writer.schema, value, 'warning') : []),
  ];
  return {
    writer,
    checkDocument: (document) => checkValue(writer.toJson(document)),
    checkText(text) {
      const value = tryJson(text);
      return isResource(value) ? checkValue(value) : undefined;
    },
  };
}

function isBundle(value: unknown): boolean {
  return isResource(value) && value.resourceType === 'Bundle';
}

function jsonCheck(writer: TrialWriter<unknown>, isOwn: (value: unknown, text: string) => boolean): DocumentCheck {
  const checkValue = (value: unknown): CheckIssue[] => checkSchema(writer.schema, value);
  return {
    writer,
    checkDocument: (document) => checkValue(writer.toJson(document)),
    checkText(text) {
      const value = tryJson(text);
      return value !== undefined && isOwn(value, text) ? checkValue(value) : undefined;
    },
  };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text of another format: it is read as one.
    return undefined;
  }
}

function isResource(value: unknown): value is { readonly resourceType: unknown } {
  return typeof value === 'object' && value !== null && 'resourceType' in value;
}

/** Rows are checked against the header of their own file, whose columns may be some of those that there are. */
async function rowsCheck(writer: TrialWriter<unknown>, spec: FormatSpec): Promise<DocumentCheck> {
  const checkDocument = (document: unknown): CheckIssue[] => checkSchema(writer.schema, writer.toJson(document));
  const [first = 'id'] = (writer.head?.() ?? '').replace(/^\uFEFF/, '').split(',');
  const checkers = new Map<string, TrialWriter<unknown>>([[headerOf(writer), writer]]);
  return {
    writer,
    checkDocument,
    checkText(text) {
      const body = text.replace(/^\uFEFF/, '');
      if (!body.startsWith(`${first},`)) return undefined;
      const rows = parse(body, { relax_column_count: true }) as string[][];
      const [header = [], ...records] = rows;
      const own = checkers.get(header.join(','));
      if (!own) return [wrongHeader(header, headerOf(writer).split(','), spec)];
      return records.flatMap((cells, index) => checkRow(own, cells, header.length, index + 2));
    },
  };
}

function headerOf(writer: TrialWriter<unknown>): string {
  return (writer.head?.() ?? '').replace(/^\uFEFF/, '');
}

function wrongHeader(header: readonly string[], expected: readonly string[], spec: FormatSpec): CheckIssue {
  const at = expected.findIndex((name, index) => header[index] !== name);
  const found = header[at] === undefined ? 'nothing' : `"${header[at]}"`;
  const message = `Column ${at + 1} is ${found}, not "${expected[at] ?? ''}". Name the columns with --as ${spec.entry.format}+columns=... when they are chosen.`;
  return { severity: 'error', rule: 'header', at: 'row 1', message };
}

function checkRow(writer: TrialWriter<unknown>, cells: readonly string[], columns: number, row: number): CheckIssue[] {
  if (cells.length !== columns) {
    const message = `The row has ${cells.length} cells, the header ${columns}.`;
    return [{ severity: 'error', rule: 'row', at: `row ${row}`, message }];
  }
  return checkSchema(writer.schema, writer.toJson(cells)).map((issue) => ({ ...issue, at: `row ${row} ${issue.at}` }));
}

function checkSchema(schema: object, value: unknown, severity: CheckIssue['severity'] = 'error'): CheckIssue[] {
  return checkAgainst(schema, value).map(({ at, message }) => ({ severity, rule: 'schema', at, message }));
}
