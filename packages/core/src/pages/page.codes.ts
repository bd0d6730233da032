import { codeTable, fold } from '../codes.js';
import type {
  IdentifierTypeCode,
  InterventionTypeCode,
  PhaseCode,
  SexCode,
  StudyTypeCode,
} from '../generated/trial.js';

/** What stands before the colon of `Drug: somatropin`. */
export const interventionTypeTable = codeTable<InterventionTypeCode>({
  BEHAVIORAL: 'Behavioral',
  BIOLOGICAL: 'Biological',
  COMBINATION_PRODUCT: 'Combination Product',
  DEVICE: 'Device',
  DIAGNOSTIC_TEST: 'Diagnostic Test',
  DIETARY_SUPPLEMENT: 'Dietary Supplement',
  DRUG: 'Drug',
  GENETIC: 'Genetic',
  PROCEDURE: 'Procedure',
  RADIATION: 'Radiation',
  OTHER: 'Other',
});

export const studyTypeTable = codeTable<StudyTypeCode>(
  { EXPANDED_ACCESS: 'Expanded Access', INTERVENTIONAL: 'Interventional', OBSERVATIONAL: 'Observational' },
  { 'Observational [Patient Registry]': 'OBSERVATIONAL', 'Observational Patient Registry': 'OBSERVATIONAL' },
);

export const sexTable = codeTable<SexCode>(
  { FEMALE: 'Female', MALE: 'Male', ALL: 'All' },
  { Both: 'ALL', 'Both males and females': 'ALL', 'Both, male and female': 'ALL', Females: 'FEMALE', Males: 'MALE' },
);

/** What stands in brackets behind an id: `99/3436 (Other Grant/Funding Number)`. */
export const identifierTypeTable = codeTable<IdentifierTypeCode>(
  {
    NIH: 'U.S. NIH Grant/Contract',
    FDA: 'U.S. FDA Grant/Contract',
    VA: 'U.S. VA Grant/Contract',
    CDC: 'U.S. CDC Grant/Contract',
    AHRQ: 'U.S. AHRQ Grant/Contract',
    SAMHSA: 'U.S. SAMHSA Grant/Contract',
    OTHER_GRANT: 'Other Grant/Funding Number',
    EUDRACT_NUMBER: 'EudraCT Number',
    CTIS: 'EU Trial (CTIS) Number',
    REGISTRY: 'Registry Identifier',
    OTHER: 'Other Identifier',
  },
  {
    'U.S. NIH Grant/Contract Award Number': 'NIH',
    'Other U.S. Federal Grant/Contract': 'OTHER_GRANT',
    'U.S. Veterans Affairs Grant/Contract': 'VA',
    'EU CT Number': 'CTIS',
    'CTIS Number': 'CTIS',
    CTIS: 'CTIS',
    'EU Trial Number': 'CTIS',
    'Registry ID': 'REGISTRY',
    'Other ID': 'OTHER',
  },
);

const phaseTable = codeTable<PhaseCode>(
  {
    NA: 'Not Applicable',
    EARLY_PHASE1: 'Early Phase 1',
    PHASE1: 'Phase 1',
    PHASE2: 'Phase 2',
    PHASE3: 'Phase 3',
    PHASE4: 'Phase 4',
  },
  {
    'N/A': 'NA',
    'Phase N/A': 'NA',
    'Phase Not Applicable': 'NA',
    'Phase 0': 'EARLY_PHASE1',
    'Early Phase I': 'EARLY_PHASE1',
    EARLY_PHASE1: 'EARLY_PHASE1',
    'Phase I': 'PHASE1',
    'Phase II': 'PHASE2',
    'Phase III': 'PHASE3',
    'Phase IV': 'PHASE4',
    PHASE1: 'PHASE1',
    PHASE2: 'PHASE2',
    PHASE3: 'PHASE3',
    PHASE4: 'PHASE4',
  },
);

/** Wordings of a trial in two phases, folded. */
const phasePairs: ReadonlyMap<string, readonly PhaseCode[]> = new Map(
  (
    [
      ['PHASE1', 'PHASE2', '1', '2', 'I', 'II'],
      ['PHASE2', 'PHASE3', '2', '3', 'II', 'III'],
      ['PHASE3', 'PHASE4', '3', '4', 'III', 'IV'],
    ] as const
  ).flatMap(([first, second, one, two, roman, romanTwo]) =>
    [
      `Phase ${one}/Phase ${two}`,
      `Phase ${one}/${two}`,
      `Phase ${one}, Phase ${two}`,
      `Phase ${one} and Phase ${two}`,
      `Phase ${one} | Phase ${two}`,
      `Phase ${roman}/Phase ${romanTwo}`,
      `Phase ${roman}/${romanTwo}`,
      `${first}/${second}`,
      `${first}, ${second}`,
      `${first} | ${second}`,
    ].map((wording): [string, readonly PhaseCode[]] => [fold(wording), [first, second]]),
  ),
);

/** The phases that a wording names, with the wording where it is not the usual one; `undefined` when it names none. */
export function readPhases(text: string): { code: PhaseCode; verbatim?: string }[] | undefined {
  const single = phaseTable.read(text);
  if (single.code !== undefined) return [{ ...single, code: single.code }];
  return phasePairs.get(fold(text))?.map((code) => ({ code, verbatim: text }));
}
