import type { CodedPhase, PhaseCode } from '../../generated/trial.js';
import type { Finding, InferenceRule } from './rule.js';
import { leadsToStudy, speaksOfOtherStudies } from './study-noun.js';

const phase =
  /(?<!\b\d )\bphase[\s-]{1,2}(IV|I{1,3}|[0-4])([abc])?(?:\s?(?:\/|-|\u2013|\band\b|\bto\b)\s?(?:phase\s)?(IV|I{1,3}|[1-4])([abc])?)?(?![\w.-])/gi;

const codes: Readonly<Record<string, PhaseCode>> = {
  '0': 'EARLY_PHASE1',
  '1': 'PHASE1',
  '2': 'PHASE2',
  '3': 'PHASE3',
  '4': 'PHASE4',
  I: 'PHASE1',
  II: 'PHASE2',
  III: 'PHASE3',
  IV: 'PHASE4',
};

/** "This Phase I/II randomized clinical trial": the phase of a study, and of the study that the sentence is about. */
export const phaseRule: InferenceRule<readonly CodedPhase[]> = {
  name: 'phase-of-study',
  field: 'phases',
  find(sentence) {
    if (speaksOfOtherStudies(sentence)) return [];
    const found: Finding<readonly CodedPhase[]>[] = [];
    for (const match of sentence.matchAll(phase)) {
      const end = match.index + match[0].length;
      if (leadsToStudy(sentence, end)) found.push({ value: phasesOf(match), start: match.index, end });
    }
    return found;
  },
  held: (trial) => (trial.phases?.some(({ code }) => code !== undefined) ? trial.phases : undefined),
  agrees: (held, found) => keyOf(held) === keyOf(found),
  put(trial, value) {
    trial.phases = value.map((item): CodedPhase => ({ ...item }));
    return value.map((_, index) => `/phases/${index}`);
  },
};

function phasesOf(match: RegExpExecArray | RegExpMatchArray): readonly CodedPhase[] {
  const list: CodedPhase[] = [];
  for (const number of [match[1], match[3]]) {
    const code = number && codes[number.toUpperCase()];
    if (code && !list.some((other) => other.code === code)) list.push({ code, verbatim: match[0] });
  }
  return list;
}

function keyOf(phases: readonly CodedPhase[]): string {
  return phases
    .map(({ code }) => code ?? '')
    .sort()
    .join();
}
