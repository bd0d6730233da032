import { scanLines } from '../lines.js';
import type { Publication } from './publication.js';

/** Types that sites print alone on a line above the title, of publications that report no trial of their own. */
const otherTypes =
  /^(?:(?:systematic |scoping |mini-?)?review(?: article)?|meta-analysis|editorial(?: comment)?|case reports?|published erratum|retraction of publication|guideline|practice guideline|news & views|comment)$/i;
/** How far above the title types are looked for, in UTF-16 code units, and in how many lines one stands that is its own. */
const reach = 600;
const nearest = 3;

/**
 * Whether the line of a type above the title says that a publication is another thing than the report of a trial. Between
 * them stand the journal and the citation at most; several types are the menu of a site.
 */
export function saysOtherKind(source: string, { title }: Publication): boolean {
  if (!title) return false;
  const lines = [...scanLines(source, Math.max(0, title.start - reach), title.start)];
  const types = lines.filter(({ start, end }) => end - start <= 40 && otherTypes.test(source.slice(start, end)));
  const [only, second] = types;
  return only !== undefined && !second && lines.indexOf(only) >= lines.length - nearest;
}
