import type { Span } from '../../generated/trial.js';
import type { TrialDraft } from '../draft.js';
import { people } from './counted-people.js';
import { ownSentences } from './own-sentences.js';
import { findParticipants, greatestCount, type Participants } from './participants.js';
import { findSexes } from './sexes.js';
import { speaksOfOtherStudies } from './study-noun.js';

interface Counted extends Participants {
  readonly sentence: Span;
}

/** What the sentences of a report say of the number of people. */
interface Numbers {
  readonly joined: Counted | undefined;
  readonly analyzed: Counted | undefined;
}

/**
 * Reads how many took part out of the sentences of a report on its own study: those enrolled, else randomized, else
 * included; those analysed apart. Sentences that give different numbers for one of these are taken to say nothing.
 */
export function inferEnrollment(draft: TrialDraft, sentences: readonly Span[], title = ''): void {
  if (draft.trial.enrollment) return;
  const own = ownSentences(draft.source, sentences, title);
  const isProtocol = /\bprotocol\b/i.test(title) || !own.some((sentence) => isPast.test(draft.text(sentence)));
  const all = own.flatMap((sentence) => countedIn(draft, sentence)).filter(({ isPlanned }) => isProtocol || !isPlanned);
  const { joined, analyzed } = weigh(draft, own, all);
  if (joined) {
    draft.trial.enrollment = { count: joined.count, ...(joined.isPlanned && { type: { code: 'ESTIMATED' } }) };
    const rule = `people-${joined.verb}`;
    draft.evidence.inferred('/enrollment/count', rule, spanOfCount(joined));
    if (joined.isPlanned) draft.evidence.inferred('/enrollment/type', rule, joined.sentence);
    inferSexes(draft, joined);
  }
  inferAllocation(draft, own, all);
  if (analyzed && !analyzed.isPlanned) {
    draft.trial.enrollment = { ...draft.trial.enrollment, analyzed: analyzed.count };
    draft.evidence.inferred('/enrollment/analyzed', 'people-analyzed', spanOfCount(analyzed));
  }
}

/** A study that is over: what "will be" there is no plan of it. */
const isPast =
  /\b(?:were|was|have been) (?:[a-z]+ly )?(?:enrolled|recruited|randomi[sz]ed|included|treated|analy[sz]ed|given|assigned)\b/i;

function countedIn(draft: TrialDraft, sentence: Span): Counted[] {
  return findParticipants(draft.text(sentence)).map((found) => ({
    ...found,
    start: sentence.start + found.start,
    end: sentence.start + found.end,
    sentence,
  }));
}

/** No more people are randomized, included or analysed than joined: where the text has a greater number, one is not the total. */
function weigh(draft: TrialDraft, own: readonly Span[], all: readonly Counted[]): Numbers {
  const joins = (['enrolled', 'randomized', 'included'] as const).filter((verb) =>
    all.some((counted) => counted.verb === verb),
  );
  const joined = joins[0] && same(all, joins[0]);
  const analyzed = same(all, 'analyzed');
  if (!joined) return { joined: undefined, analyzed };
  const unread = own.filter(({ start }) => !all.some(({ sentence }) => sentence.start === start));
  const isContradicted =
    all.some(({ count }) => count > joined.count) ||
    unread.some((sentence) => greatestCount(draft.text(sentence)) >= joined.count);
  return isContradicted ? { joined: undefined, analyzed: undefined } : { joined, analyzed };
}

/** "We randomly assigned patients to receive": people, and no samples or questions. */
const assigned = new RegExp(
  `\\bwe (?:randomly (?:assigned|allocated)|randomi[sz]ed) (?:[\\w-]+,? ){0,3}?${people}\\b(?! \\w+ (?:charts|records|samples|files))|(?:^(?:[A-Z]\\w+: )?|[,;] )(?:(?:all|the|these|eligible|consecutive|adult|participating|included|enrolled) ){0,3}${people}(?: (?:with|aged|who|at) [\\w ,-]{1,80})? were (?:then |subsequently |centrally )?(?:randomi[sz]ed|randomly (?:assigned|allocated)) (?:to|in|into|1)\\b`,
  'i',
);

/** Where people were randomized, the trial is. */
function inferAllocation(draft: TrialDraft, own: readonly Span[], all: readonly Counted[]): void {
  if (draft.trial.design?.allocation) return;
  const sentence =
    all.find(({ verb }) => verb === 'randomized')?.sentence ??
    own.find((sentence) => assigned.test(draft.text(sentence)) && !speaksOfOtherStudies(draft.text(sentence)));
  if (!sentence) return;
  draft.trial.design = { ...draft.trial.design, allocation: { code: 'RANDOMIZED' } };
  draft.evidence.inferred('/design/allocation/code', 'people-randomized', sentence);
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
