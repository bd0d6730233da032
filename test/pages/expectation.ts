import { readdirSync, readFileSync } from 'node:fs';
import type { AbsenceReason, SourceKind } from '../../packages/core/src/index.js';

/** A scalar, a coded value ({code} or {verbatim} or both), or a list of them. */
export type Expected = string | number | boolean | CodedExpectation | readonly Expected[];

export interface CodedExpectation {
  readonly code?: string;
  readonly verbatim?: string;
}

export interface ExpectedCriterion {
  /** `null`: the page has no heading that says what the line is for. */
  readonly kind: 'INCLUSION' | 'EXCLUSION' | null;
  readonly text: string;
}

export interface ExpectedCitation {
  readonly title?: string;
  readonly authorsFirst?: string;
  readonly journal?: string;
  readonly year?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly doi?: string;
}

/** What one page says. README.md in this folder explains each key. */
export interface Expectation {
  readonly page: string;
  readonly kind: SourceKind | readonly SourceKind[];
  readonly format?: string;
  readonly unrecognized?: boolean;
  readonly trials: number;
  readonly title?: string;
  readonly values?: Readonly<Record<string, Expected>>;
  readonly either?: Readonly<Record<string, readonly (Expected | null)[]>>;
  readonly absent?: Readonly<Record<string, AbsenceReason>>;
  readonly mustNot?: readonly string[];
  readonly never?: readonly string[];
  readonly inferred?: Readonly<Record<string, Expected>>;
  readonly criteria?: readonly ExpectedCriterion[];
  readonly notCriteria?: readonly string[];
  readonly mentions?: readonly string[];
  readonly citations?: readonly ExpectedCitation[];
  readonly citationCount?: number;
  /** The second and further trials of the page. */
  readonly others?: readonly { readonly values: Readonly<Record<string, Expected>> }[];
}

const folder = new URL('./expectations/', import.meta.url);

/** All expectations, by page name. */
export function loadExpectations(): Expectation[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Expectation);
}
