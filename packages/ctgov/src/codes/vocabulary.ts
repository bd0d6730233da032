import { type Coded, type CodeTable, codeTable } from '@trialbridge/core';

/** One enumeration in both formats: the public XML has wordings, API v2 spells the model's codes. */
export interface Vocabulary<Code extends string> {
  readonly xml: CodeTable<Code>;
  /** The wordings of the public XML, each once. */
  readonly wordings: readonly string[];
  /** Shared, frozen coded values by their API v2 spelling. */
  readonly json: ReadonlyMap<string, Coded<Code>>;
}

/** Makes a vocabulary from the wordings of the public XML; `alternates` are wordings of older files. */
export function vocabulary<Code extends string>(
  wordings: Readonly<Record<Code, string>>,
  alternates: Readonly<Record<string, Code>> = {},
): Vocabulary<Code> {
  return {
    xml: codeTable(wordings, alternates),
    wordings: [...new Set(Object.values<string>(wordings))],
    json: spellings(Object.keys(wordings) as Code[]),
  };
}

/** Coded values of an enumeration that API v2 allows in one place, where another place has more of them. */
export function without<Code extends string>(
  codes: ReadonlyMap<string, Coded<Code>>,
  ...others: Code[]
): ReadonlyMap<string, Coded<Code>> {
  return new Map([...codes].filter(([code]) => !others.includes(code as Code)));
}

/** Coded values of an enumeration that only API v2 has. */
export function spellings<Code extends string>(codes: readonly Code[]): ReadonlyMap<string, Coded<Code>> {
  return new Map(codes.map((code): [string, Coded<Code>] => [code, Object.freeze({ code }) as Coded<Code>]));
}
