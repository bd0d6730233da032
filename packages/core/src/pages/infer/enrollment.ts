import type { Span } from '../../generated/trial.js';
import type { TrialDraft } from '../draft.js';
import { findParticipants, findSexes, type Participants } from './participants.js';

interface Counted extends Participants {
  readonly sentence: Span;
}

/**
 * Reads how many took part out of the sentences of a report: those enrolled, else randomized, else included; those
 * analysed apart. Sentences that give different numbers for one of these are taken to say nothing.
 */
export function inferEnrollment(draft: TrialDraft, sentences: readonly Span[]): void {
  if (draft.trial.enrollment) return;
  const all = sentences.flatMap((sentence): Counted[] =>
    findParticipants(draft.text(sentence)).map((found) => ({
      ...found,
      start: sentence.start + found.start,
      end: sentence.start + found.end,
      sentence,
    })),
  );
  const verb = (['enrolled', 'randomized', 'included'] as const).find((word) =>
    all.some((counted) => counted.verb === word),
  );
  const joined = verb && same(all, verb);
  const analyzed = same(all, 'analyzed');
  if (joined) {
    draft.trial.enrollment = { count: joined.count, ...(joined.isPlanned && { type: { code: 'ESTIMATED' } }) };
    const rule = `people-${joined.verb}`;
    draft.evidence.inferred('/enrollment/count', rule, spanOfCount(joined));
    if (joined.isPlanned) draft.evidence.inferred('/enrollment/type', rule, joined.sentence);
    inferSexes(draft, joined);
  }
  inferAllocation(draft, all);
  if (analyzed && !analyzed.isPlanned) {
    draft.trial.enrollment = { ...draft.trial.enrollment, analyzed: analyzed.count };
    draft.evidence.inferred('/enrollment/analyzed', 'people-analyzed', spanOfCount(analyzed));
  }
}

/** Where people were randomized, the trial is. */
function inferAllocation(draft: TrialDraft, all: readonly Counted[]): void {
  const randomized = all.find(({ verb }) => verb === 'randomized');
  if (!randomized || draft.trial.design?.allocation) return;
  draft.trial.design = { ...draft.trial.design, allocation: { code: 'RANDOMIZED' } };
  draft.evidence.inferred('/design/allocation/code', 'people-randomized', randomized.sentence);
}

function same(all: readonly Counted[], verb: Participants['verb']): Counted | undefined {
  const found = all.filter((counted) => counted.verb === verb);
  const [first] = found;
  return first && found.every(({ count }) => count === first.count) ? first : undefined;
}

/** Men and women in the same sentence, where they make up the whole. */
function inferSexes(draft: TrialDraft, joined: Counted): void {
  const sexes = findSexes(draft.text(joined.sentence));
  if (!sexes || sexes.male.count + sexes.female.count !== joined.count) return;
  draft.trial.enrollment = { ...draft.trial.enrollment, bySex: { male: sexes.male.count, female: sexes.female.count } };
  for (const sex of ['male', 'female'] as const) {
    const { start, end } = sexes[sex];
    draft.evidence.inferred(`/enrollment/bySex/${sex}`, 'people-by-sex', {
      start: joined.sentence.start + start,
      end: joined.sentence.start + end,
    });
  }
}

function spanOfCount({ start, end }: Counted): Span {
  return { start, end };
}
