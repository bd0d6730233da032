/** Degrees behind names, without their points. None reads as the initials of a given name. */
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
/** Those that do: `Doe, MA` may be a person called M. A. Doe. */
const degreesLikeInitials = ['MD', 'MS', 'BS', 'BA', 'MA', 'RN', 'DO', 'DDS', 'MBA'];

/** `Ph\\.?D`: a point may stand behind each capital letter's part. */
const withPoints = (degree: string): string => degree.replace(/(?<=[\p{L}])(?=\p{Lu})/gu, '\\.?');
const all = [...degrees, ...degreesLikeInitials].map(withPoints).join('|');
const clear = degrees.map(withPoints).join('|');

const alone = new RegExp(`^(?:${all})\\.?$`);
const clearFirst = new RegExp(`^ ?(?:${clear})(?:\\d|\\b)`);
/** Without a comma only those with small letters: "relapsing MS, a trial" is no list of people. */
const spelled = degrees.filter((degree) => /(?!^)\p{Ll}/u.test(degree)).map(withPoints);
const behindName = new RegExp(`(?:,\\s?(?:${all})|\\s(?:${spelled.join('|')}))(?:\\d|\\b)`);

/** Whether a part of a list of names is a degree and nothing else. */
export function isDegree(part: string): boolean {
  return alone.test(part);
}

/** Whether a part of a list begins with a degree that cannot be anybody's initials. */
export function isClearDegree(part: string): boolean {
  return clearFirst.test(part);
}

/** Whether a line of several parts has degrees behind names: `Ann Doe, MD1`, with the mark of a footnote. */
export function hasDegrees(line: string): boolean {
  return line.includes(',') && behindName.test(line);
}
