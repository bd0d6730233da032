import { scanLines } from '../lines.js';
import type { Publication } from './publication.js';

/** Types that sites print alone on a line above the title, of publications that report no trial of their own. */
const otherTypes =
  /^(?:(?:systematic |scoping |mini-?)?review(?: article)?|meta-analysis|editorial(?: comment)?|case reports?|published erratum|retraction of publication|guideline|practice guideline|news & views|comment)$/i;
/** How far above the title a type stands, in UTF-16 code units. */
const reach = 600;

/** Whether the line of a type above the title says that a publication is another thing than the report of a trial. */
export function saysOtherKind(source: string, { title }: Publication): boolean {
  if (!title) return false;
  for (const { start, end } of scanLines(source, Math.max(0, title.start - reach), title.start)) {
    if (end - start <= 40 && otherTypes.test(source.slice(start, end))) return true;
  }
  return false;
}
