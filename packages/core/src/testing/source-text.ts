import { fold } from '../codes.js';
import { englishDate } from '../dates.js';

/** The words of a source, with their escapes undone and white space squeezed, to look values up in. */
export class SourceText {
  /** What the source says, all of it. */
  readonly text: string;
  /** Whether the source is JSON or XML: one whose every cut is damage. */
  readonly isStructured: boolean;
  private folded: string | undefined;

  constructor(readonly source: string) {
    const start = source
      .replace(/^\uFEFF/, '')
      .trimStart()
      .charAt(0);
    this.isStructured =
      start === '{' || start === '[' || /^[\uFEFF\s]*<(\?xml|!DOCTYPE (?!html)|[a-z_]+[\s>])/.test(source);
    const plain = start === '{' || start === '[' ? jsonWords(source) : start === '<' ? xmlWords(source) : source;
    this.text = squeeze(plain);
  }

  /** Whether a text stands in the source, white space aside. */
  says(text: string): boolean {
    return this.text.includes(squeeze(text));
  }

  /** Whether a date stands in the source in any usual spelling that is no less precise. */
  saysDate(date: string): boolean {
    return dateSpellings(date).some((spelling) => this.text.includes(spelling));
  }

  /** Whether a code stands in the source as it is, or with spaces and in lower case: `PHASE2` as `Phase 2`. */
  saysCode(code: string): boolean {
    this.folded ??= fold(this.text);
    return this.folded.includes(fold(code));
  }

  /** Whether the source says a yes or a no at all: of which question, only its place can tell. */
  saysBoolean(value: boolean): boolean {
    return (value ? /\b(?:true|yes)\b/i : /\b(?:false|no)\b/i).test(this.text);
  }

  /** Whether a number stands in the source in digits, with or without thousands separators, or as a word. */
  saysNumber(value: number): boolean {
    return numberIn(this.text, value);
  }
}

/** White space squeezed to single spaces, none at the ends. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether a text holds a number, in digits or as an English word. */
export function numberIn(text: string, value: number): boolean {
  const digits = String(value)
    .replace('.', '\\.')
    .replace(/\B(?=(\d{3})+$)/g, '[, .\u202f]?');
  if (new RegExp(`(?<!\\d)0*${digits}(?!\\d)`).test(text)) return true;
  const word = numberWords[value];
  return word !== undefined && new RegExp(`\\b(${word})`, 'i').test(text);
}

const numberWords = [
  'zero|no|none', 'one|single|a', 'two|both|double', 'three|triple', 'four|quadruple', 'five', 'six', 'seven', 'eight',
  'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty',
]; // biome-ignore format: a table

/** The usual spellings of a partial date. */
export function dateSpellings(date: string): string[] {
  const [year = '', month, day] = date.split('-');
  if (!month) return [year];
  const name = englishDate(`${year}-${month}`).split(' ')[0] ?? '';
  const names = [name, name.slice(0, 3), `${name.slice(0, 3)}.`, ...(name === 'September' ? ['Sept', 'Sept.'] : [])];
  const short = String(Number(month));
  if (!day) {
    return [
      date,
      `${month}/${year}`,
      `${short}/${year}`,
      ...names.flatMap((word) => [`${word} ${year}`, `${year} ${word}`]),
    ];
  }
  const shortDay = String(Number(day));
  return [
    date,
    `${year}/${month}/${day}`,
    ...[month, short].flatMap((one) =>
      [day, shortDay].flatMap((two) => [`${one}/${two}/${year}`, `${two}/${one}/${year}`, `${two}.${one}.${year}`]),
    ),
    ...names.flatMap((word) =>
      [day, shortDay].flatMap((two) => [
        `${word} ${two}, ${year}`,
        `${word} ${two} ${year}`,
        `${two} ${word} ${year}`,
        `${year} ${word} ${two}`,
      ]),
    ),
  ];
}

function jsonWords(source: string): string {
  const words: string[] = [];
  try {
    collectWords(JSON.parse(source.replace(/^\uFEFF/, '')), words);
  } catch {
    return source;
  }
  return words.join('\n');
}

function collectWords(value: unknown, words: string[]): void {
  if (typeof value === 'object' && value !== null) for (const child of Object.values(value)) collectWords(child, words);
  else if (value !== null && value !== undefined) words.push(String(value));
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function xmlWords(source: string): string {
  return source
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((part, index) => (index % 2 === 1 ? part : unmarked(part)))
    .join('');
}

function unmarked(part: string): string {
  const tags = part.match(/<[^>]*>/g) ?? [];
  const attributes = tags.flatMap((tag) =>
    [...tag.matchAll(/=\s*(?:"([^"]*)"|'([^']*)')/g)].map((match) => match[1] ?? match[2]),
  );
  return decoded(`${part.replace(/<[^>]*>/g, ' ')}\n${attributes.join('\n')}`);
}

function decoded(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return String.fromCodePoint(code);
  });
}
