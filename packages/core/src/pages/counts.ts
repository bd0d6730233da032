/** Reads a whole number, with commas between groups of three or without; `undefined` when it is none. */
export function readCount(text: string): number | undefined {
  if (!/^(?:\d{1,9}|\d{1,3}(?:,\d{3}){1,2})$/.test(text)) return undefined;
  return Number(text.replaceAll(',', ''));
}

export interface EnrollmentText {
  readonly count: number;
  readonly isEstimated: boolean;
  readonly isActual: boolean;
}

/** Reads `29 patients`, `1,667 patients`, `138 estimated patients`; `undefined` for anything else. */
export function readEnrollment(text: string): EnrollmentText | undefined {
  const match =
    /^([\d,]+) (?:(estimated|anticipated|actual) )?(?:patients?|participants?|people|subjects?|volunteers?)$/i.exec(
      text,
    );
  const count = match && readCount(match[1] ?? '');
  if (!match || count === undefined || count === null) return undefined;
  const word = match[2]?.toLowerCase();
  return { count, isEstimated: word === 'estimated' || word === 'anticipated', isActual: word === 'actual' };
}

export interface Participants {
  readonly count: number;
  readonly groups: number;
  readonly hasPlaceboGroup: boolean;
}

/** Reads `29 participants in 2 patient groups, including a placebo group`; `undefined` for anything else. */
export function readParticipants(text: string): Participants | undefined {
  const match =
    /^([\d,]+) participants? in ([\d,]+) (?:patient )?groups?(, including (?:a|\d+) placebo groups?)?$/i.exec(text);
  if (!match) return undefined;
  const count = readCount(match[1] ?? '');
  const groups = readCount(match[2] ?? '');
  if (count === undefined || groups === undefined) return undefined;
  return { count, groups, hasPlaceboGroup: match[3] !== undefined };
}

/** The wordings of the participants line, with N for its numbers. */
const participantsLines = ['participants', 'participant'].flatMap((people) =>
  ['patient groups', 'patient group', 'groups', 'group'].flatMap((groups) =>
    ['a placebo group', 'N placebo groups'].map((placebo) => `N ${people} in N ${groups}, including ${placebo}`),
  ),
);
const shortestBeginning = 'N parti'.length;

/** Whether a text is the beginning of a participants line: the end of a source may cut it. */
export function beginsParticipants(text: string): boolean {
  const shape = text.replace(/\d[\d,]{0,10}/g, 'N');
  return shape.length >= shortestBeginning && participantsLines.some((line) => line.startsWith(shape));
}
