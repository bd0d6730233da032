/** A coded value: the canonical code, the source's wording, or both. */
export interface Coded<Code extends string> {
  code?: Code;
  verbatim?: string;
}

/** A two-way vocabulary between the wordings of one format and the model's codes. */
export interface CodeTable<Code extends string> {
  /** The code of a wording: exact spellings are the format's own, others are found folded and keep their wording. */
  read(text: string): Coded<Code>;
  /** The format's own spelling of a code. */
  write(code: Code): string;
  /** Whether the wording is the format's own spelling of a code. */
  has(text: string): boolean;
}

/**
 * Makes a vocabulary. `spellings` is total, so that a new code in the schema stops the build at every table;
 * `alternates` are further wordings that sources use. Coded values of own spellings are shared and frozen.
 */
export function codeTable<Code extends string>(
  spellings: Readonly<Record<Code, string>>,
  alternates: Readonly<Record<string, Code>> = {},
): CodeTable<Code> {
  const own = new Map<string, Coded<Code>>();
  const folded = new Map<string, Code>();
  for (const [code, text] of Object.entries(spellings) as [Code, string][]) {
    // The first code wins where a format spells two codes alike.
    if (!own.has(text)) own.set(text, Object.freeze({ code }) as Coded<Code>);
    if (!folded.has(fold(text))) folded.set(fold(text), code);
  }
  for (const [text, code] of Object.entries(alternates)) folded.set(fold(text), code);
  return {
    read(text) {
      const known = own.get(text);
      if (known) return known;
      const code = folded.get(fold(text));
      return code === undefined ? { verbatim: text } : { code, verbatim: text };
    },
    write: (code) => spellings[code],
    has: (text) => own.has(text),
  };
}

/** Folds case, white space, hyphens, slashes and underscores, in which sources differ without meaning anything. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_/-]+/g, ' ')
    .trim();
}
