const study = /^(?:[\s,]+[\w()/+-]+){0,10}?[\s,]+(?:trial|study|crossover|cross-over)\b(?!s)/i;

/** Whether a text goes on to the word "trial" or "study" within ten words and the same clause. */
export function leadsToStudy(text: string, from: number): boolean {
  return study.test(text.slice(from, from + 160));
}

const other =
  /\b(?:previous|previously|prior|earlier|another|preceding|from (?:a|the|two|three)|after (?:a|the)|extension|follow-up|sub-?study|based on|rolled? over|completed)\b/i;

/** Whether a sentence also speaks of other studies, so that what it says may be about them. */
export function speaksOfOtherStudies(text: string): boolean {
  return other.test(text);
}
