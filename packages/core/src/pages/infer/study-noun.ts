const study = /^(?:[\s,]+[\w()/+-]+){0,10}?[\s,]+(?:trial|study|crossover|cross-over)\b(?!s)/i;

/** Whether a text goes on to the word "trial" or "study" within ten words and the same clause. */
export function leadsToStudy(text: string, from: number): boolean {
  return study.test(text.slice(from, from + 160));
}

const other =
  /\b(?:previous|previously|prior (?:trial|stud)|earlier (?:trial|stud)|another|preceding|extension|follow-up (?:study|of|to)|sub-?study|based on|for use in an?|rolled? over|ha(?:s|ve) (?:been )?(?:shown|demonstrated)|who (?:had )?(?:completed|participated|took part))\b/i;

/** Whether a sentence also speaks of other studies, so that what it says may be about them. */
export function speaksOfOtherStudies(text: string): boolean {
  return other.test(text);
}
