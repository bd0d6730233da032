/**
 * Whether a text is a UCUM unit by its grammar, with the atoms in common use. Written for ages and doses in registry
 * records; special units in square brackets are taken as they come.
 */
export function isUnit(code: string): boolean {
  return code.length < 200 && !/\s/.test(code) && readTerm({ code, at: 0 }, 0);
}

interface Cursor {
  readonly code: string;
  at: number;
}

/** term: components joined by `.` and `/`; a leading `/` is allowed. */
function readTerm(cursor: Cursor, depth: number): boolean {
  if (cursor.code[cursor.at] === '/') cursor.at++;
  for (;;) {
    if (!readComponent(cursor, depth)) return false;
    const next = cursor.code[cursor.at];
    if (next !== '.' && next !== '/') return depth > 0 ? next === ')' : next === undefined;
    cursor.at++;
  }
}

const annotation = /\{[!-z|~]*\}/y;
const factor = /\d+(?![\d*^])/y;
const symbol = /(?:10[*^]|(?:[A-Za-z%'"]|\[[^\]{}\s]+\])+(?:_[A-Za-z]+)?)/y;
const exponent = /[+-]?\d+/y;

function readComponent(cursor: Cursor, depth: number): boolean {
  if (cursor.code[cursor.at] === '(') {
    cursor.at++;
    if (depth > 8 || !readTerm(cursor, depth + 1)) return false;
    cursor.at++;
    take(annotation, cursor);
    return true;
  }
  if (take(factor, cursor)) return true;
  const unit = take(symbol, cursor);
  if (unit === undefined) return take(annotation, cursor) !== undefined;
  if (!isAtom(unit)) return false;
  take(exponent, cursor);
  take(annotation, cursor);
  return true;
}

function take(pattern: RegExp, cursor: Cursor): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.code)?.[0];
  if (found) cursor.at += found.length;
  return found || undefined;
}

const metric = new Set(
  (
    'm s g rad K C cd mol sr Hz N Pa J W A V F Ohm S Wb Cel T H lm lx Bq Gy Sv l L t ar bar u eV pc G gf dyn erg P Ky Gal ' +
    'St Mx Gb Oe sb Lmb ph Ci R RAD REM cal Np B bit By Bd eq osm kat U st mho g% b tex mesh_i'
  ).split(' '),
);
const plain = new Set("a a_t a_j a_g mo mo_s mo_j mo_g wk d h min deg gon ' \" '' % 10* 10^ circ sph atm".split(' '));
const prefixes = ['da', ...'YZEPTGMkhdcmunpfazy'];

function isAtom(unit: string): boolean {
  if (metric.has(unit) || plain.has(unit) || unit.startsWith('[')) return true;
  return (
    prefixes.some((prefix) => {
      const rest = unit.startsWith(prefix) ? unit.slice(prefix.length) : '';
      return metric.has(rest) || rest.startsWith('m[') || rest.startsWith('[');
    }) || unit.startsWith('m[')
  );
}
