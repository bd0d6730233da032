/** Degrees behind names, without their points. Hardly anybody has such initials. */
const degrees = [
  'PhD',
  'MPH',
  'MHS',
  'MSc',
  'BSc',
  'DSc',
  'DMSc',
  'ScD',
  'DPhil',
  'DrPH',
  'PharmD',
  'MBBS',
  'MBChB',
  'FRCP',
];
/** Those that may be something else: `Doe, MA` a person called M. A. Doe, `Boston, MA` a place, `relapsing MS` a disease. */
const doubtfulDegrees = ['MD', 'MS', 'BS', 'BA', 'MA', 'RN', 'DO', 'DDS', 'MBA'];

/** With the points that may stand in it: `PhD` as `Ph\.?D`. */
const withPoints = (degree: string): string => degree.replace(/(?<=\p{L})(?=\p{Lu})/gu, '\\.?');
const clear = degrees.map(withPoints).join('|');
const all = [...degrees, ...doubtfulDegrees].map(withPoints).join('|');

const alone = new RegExp(`^(?:${all})\\.?$`);
const clearFirst = new RegExp(`^ ?(?:${clear})(?:\\d|\\b)`);
const last = new RegExp(` (?:(${clear})|${all})\\.?$`);

/** Whether a part of a list of names is a degree and nothing else. */
export function isDegree(part: string): boolean {
  return alone.test(part);
}

/** Whether a part of a list begins with a degree that can hardly be anything else. */
export function isClearDegree(part: string): boolean {
  return clearFirst.test(part);
}

/** The degree at the end of `Ann Doe MD`: what stands before it, and whether it can hardly be anything else. */
export function splitDegree(part: string): { readonly before: string; readonly isClear: boolean } | undefined {
  const found = last.exec(part);
  return found ? { before: part.slice(0, found.index), isClear: found[1] !== undefined } : undefined;
}
