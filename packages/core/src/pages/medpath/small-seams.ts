/** A time frame in small letters that ends a row and stands glued to what is before it. */
const atEnd = /(?<=[A-Za-z)\]])up to \d{1,3} (?:days|weeks|months|years)$/;

/** Beginnings of words in -up, which may stand before "to": "per group to 28 days", "from flare-up to 3 months". */
const beforeUp =
  /gro$|[\s-]$|(?:^|[^A-Za-z])(?:follow|set|back|check|clean|make|pick|line|start|warm|build|break|mark|mix|push|pin|sit|stand|step|wake|wind|work|write|round|scale|speed|touch|tune|blow|close|grown|let|hold|lock|crack|flare|top|ramp|catch|ketch|syr|stirr|hicc|teac|c|p|s|t|so|co|cro|sto|reco|dust|wash|run|rise|grow|hook|sign|look|drop|cut|lay|shake|pop|roll|call|climb|hang|mess|suit|thumb|turn|type|mash|punch|slip|sum|any)$/i;

/** Words that a measure does not end with. */
const openWord =
  /(?:^|[^A-Za-z])(?:by|with|between|and|or|the|an?|of|in|on|at|to|for|from|per|no|not|is|are|was|were)$/i;

/**
 * Where a time frame in small letters begins that ends a row of glued cells: `Mortalityup to 28 days`. `undefined` where there is none, or where its first letters may end a word of the measure.
 */
export function smallSeamOf(row: string): number | undefined {
  const found = atEnd.exec(row.slice(-24));
  if (!found) return undefined;
  const start = row.length - found[0].length;
  const before = row.slice(0, start).slice(-24);
  return openWord.test(before) || beforeUp.test(before) ? undefined : start;
}
