import { wordsOf } from './label.js';

/** A value as a person reads it: what it is, and what is known of it. */
export interface Described {
  readonly text: string;
  /** Whether the text is a code or a number of the model rather than wording of a source. */
  readonly isCode: boolean;
  readonly details: readonly (readonly [name: string, text: string])[];
}

/** Members that name the thing they belong to, by preference. */
const names = [
  'text',
  'value',
  'date',
  'name',
  'label',
  'measure',
  'title',
  'count',
  'plan',
  'facility',
  'citation',
  'url',
  'term',
];

/** Describes a value of a trial; members that `isApart` takes out have a line of their own. */
export function describe(value: unknown, isApart: (member: string) => boolean = () => false): Described {
  if (typeof value === 'string') return { text: value, isCode: false, details: [] };
  if (typeof value === 'number' || typeof value === 'boolean')
    return { text: String(value), isCode: true, details: [] };
  if (Array.isArray(value)) return { text: plainly(value), isCode: false, details: [] };
  if (typeof value !== 'object' || value === null) return { text: '', isCode: false, details: [] };
  const members = Object.entries(value).filter(([member]) => !isApart(member));
  const held = new Map<string, unknown>(members);
  const { text, isCode, used } = principal(held);
  const details = members
    .filter(([member, part]) => !used.includes(member) && !isSelfEvident(member, part))
    .map(([member, part]): [string, string] => [
      member === 'verbatim' ? 'in the source' : wordsOf(member),
      plainly(part),
    ]);
  return { text, isCode, details };
}

/** What nearly every line of a list of criteria says of itself: that it is one, with a bullet, on the first level. */
function isSelfEvident(member: string, part: unknown): boolean {
  if (member === 'marker') return typeof part === 'string' && !/[\p{L}\p{N}]/u.test(part);
  return (member === 'role' && part === 'CRITERION') || (member === 'depth' && part === 0);
}

interface Principal {
  readonly text: string;
  readonly isCode: boolean;
  readonly used: readonly string[];
}

function principal(held: ReadonlyMap<string, unknown>): Principal {
  const code = held.get('code');
  if (typeof code === 'string') return { text: code, isCode: true, used: ['code'] };
  const value = held.get('value');
  const unit = held.get('unit');
  if (typeof value === 'number' && typeof unit === 'string') {
    return { text: `${value} ${unit.toLowerCase()}`, isCode: true, used: ['value', 'unit'] };
  }
  for (const name of names) {
    const part = held.get(name);
    if (typeof part === 'string') return { text: part, isCode: name === 'date', used: [name] };
    if (typeof part === 'number') return { text: String(part), isCode: true, used: [name] };
  }
  const verbatim = held.get('verbatim');
  if (typeof verbatim === 'string') return { text: verbatim, isCode: false, used: ['verbatim'] };
  return { text: '', isCode: false, used: [] };
}

/** Longest list that is written out. */
const shownItems = 12;

function plainly(value: unknown): string {
  if (Array.isArray(value)) {
    const items = value.slice(0, shownItems).map(plainly);
    if (value.length > shownItems) items.push(`and ${value.length - shownItems} more`);
    return items.join('; ');
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const { text, details } = describe(value);
  const rest = details.map(([name, part]) => `${name} ${part}`).join(', ');
  if (text === '') return rest;
  return rest === '' ? text : `${text} (${rest})`;
}
