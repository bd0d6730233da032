type Kind = 'number' | 'unit' | 'event' | 'before' | 'article' | 'joint';

const kinds: ReadonlyMap<string, Kind> = new Map(
  (
    [
      ['number', 'one two three four five six seven eight nine ten twelve'],
      [
        'unit',
        'second seconds sec secs minute minutes min mins hour hours hr hrs h day days d week weeks wk wks w month months mo mos year years yr yrs y visit visits cycle cycles',
      ],
      [
        'event',
        'baseline screening enrollment enrolment randomization randomisation discharge surgery treatment treatments intervention interventions procedure operation dose dosing admission inclusion recruitment delivery birth completion entry vaccination therapy injection period death progression injury transplantation implantation chemotherapy radiotherapy immediately daily weekly monthly annually yearly operative operatively followup',
      ],
      [
        'before',
        'at from within after before during over throughout through until till since following post pre prior every each for of in on by between about approximately around',
      ],
      [
        'article',
        'an a the first last initial entire average mean maximum minimum total median end study trial hospital start',
      ],
      ['joint', 'and or to'],
    ] as const
  ).flatMap(([kind, list]) => list.split(' ').map((word): [string, Kind] => [word, kind])),
);

/** Two words that are one. */
const pairs = /(?:[Ff]ollow[- ]ups?|[Uu]p to|[Pp]rior to)(?![a-z])/y;
/** A single capital is an acronym's, not a unit's. */
const word = /[A-Za-z][a-z]+|[a-z]/y;
const number = /\d+(?:\.\d+)?(?:st|nd|rd|th)?(?![a-z]{4})/y;
const mark = /, |,|;|\/|&|-|\u2013/y;

interface Token {
  readonly kind: Kind;
  readonly end: number;
}

function tokenAt(text: string, at: number): Token | undefined {
  const pair = match(pairs, text, at);
  if (pair) return { kind: /^f/i.test(pair) ? 'event' : 'before', end: at + pair.length };
  const digits = match(number, text, at);
  if (digits) return { kind: 'number', end: at + digits.length };
  const sign = match(mark, text, at);
  if (sign) return { kind: 'joint', end: at + sign.length };
  const letters = match(word, text, at);
  const kind = letters && kinds.get(letters.toLowerCase());
  return letters && kind ? { kind, end: at + letters.length } : undefined;
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** What may follow what. A word that begins with a capital begins another cell where one is complete. */
const next: Readonly<Record<Kind | 'start', readonly Kind[]>> = {
  start: ['number', 'unit', 'event', 'before', 'article'],
  before: ['number', 'unit', 'event', 'before', 'article', 'joint'],
  article: ['number', 'unit', 'event', 'before', 'article'],
  number: ['unit', 'joint', 'before', 'event'],
  unit: ['number', 'joint', 'before', 'event'],
  event: ['joint', 'before', 'event'],
  joint: ['number', 'unit', 'event', 'before', 'article', 'joint'],
};

/** A time frame at a place of a row, and how surely its end is known. */
export interface TimeFrame {
  readonly end: number;
  /** Whether it may go on behind its end: with another time word, or with words that are not known. */
  readonly goesOn: boolean;
}

const longest = 160;

/**
 * Reads a time frame that begins at a place: numbers of units, numbered days and visits, events, joined by commas and
 * prepositions; `undefined` where there is none. It ends where the row ends or where a capital begins another cell.
 */
export function timeFrameAt(text: string, start: number): TimeFrame | undefined {
  let at = start;
  let last: Kind | 'start' = 'start';
  /** Whether the unit at hand has its number before it, as in `12 weeks`. */
  let isCounted = false;
  /** Whether numbers behind joints belong to a unit before them, as in `Day 1, 8 and 15`. */
  let isNumbered = false;
  let isComplete = false;
  for (;;) {
    const from = text.charAt(at) === ' ' ? at + 1 : at;
    const token = from < text.length ? tokenAt(text, from) : undefined;
    const isCapital = /[A-Z]/.test(text.charAt(from));
    if (isComplete && (isCapital || !token)) {
      // A capital right behind a word is the border of a cell, whatever word it begins.
      const isBorder = at >= text.length || (isCapital && (from === at || !token)) || text.charAt(from) === '\u2022';
      return { end: at, goesOn: !isBorder };
    }
    // The same inside a time frame: what stands before it was none.
    if (isCapital && at > start && /[A-Za-z0-9]/.test(text.charAt(from - 1))) return undefined;
    if (!token || token.end - start > longest || !next[last].includes(token.kind)) {
      return isComplete ? { end: at, goesOn: true } : undefined;
    }
    if (token.kind === 'number' && last === 'unit') {
      if (isCounted) return { end: at, goesOn: true };
      isNumbered = true;
    }
    if (token.kind === 'unit') {
      isCounted = last === 'number';
      isNumbered = false;
    }
    isComplete = token.kind === 'event' || token.kind === 'unit' || (token.kind === 'number' && isNumbered);
    last = token.kind;
    at = token.end;
  }
}
