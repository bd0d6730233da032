import { found } from '../place.js';
import { within } from '../set-field.js';
import type { StudyReading } from '../study-reading.js';

/** Number of participants: the actual one where there is one, else the target. Of both, the target has no place. */
export function readEnrollment(reading: StudyReading): void {
  const recruitment = reading.study.part('recruitment');
  if (!recruitment) return;
  const name = recruitment.has('actualNumber') ? 'actualNumber' : 'targetNumber';
  if (!recruitment.has(name) || reading.trial.enrollment?.count !== undefined) return;
  const count = recruitment.count(name);
  if (!count) return;
  within(reading.trial, 'enrollment', (enrollment) => {
    reading.put(enrollment, 'count', count);
    const code = name === 'actualNumber' ? 'ACTUAL' : 'ESTIMATED';
    if (!enrollment.type) reading.put(enrollment, 'type', found(count, { code }));
    else enrollment.type = { code, ...enrollment.type };
    reading.put(enrollment, 'verbatim', recruitment.original(name));
  });
}
