/** Names that somebody may have meant: those that hold the text, or differ by a letter or two. Few, the nearest first. */
export function nearest(text: string, names: readonly string[]): string[] {
  const wanted = plain(text);
  if (wanted === '' || wanted.length > 40) return [];
  const scored = names.map((name) => ({ name, distance: distanceOf(wanted, plain(name)) }));
  return scored
    .filter(({ name, distance }) => distance <= Math.min(2, wanted.length / 3) || plain(name).includes(wanted))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** ` Did you mean fhir-r4 or fhir-r5?`, or nothing. */
export function didYouMean(text: string, names: readonly string[]): string {
  const found = nearest(text, names);
  const last = found.pop();
  if (last === undefined) return '';
  return ` Did you mean ${found.length === 0 ? last : `${found.join(', ')} or ${last}`}?`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Letters to insert, leave out or replace (Levenshtein). */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1];
    for (let to = 0; to < other.length; to += 1) {
      const replaced = (row[to] ?? 0) + (one[at] === other[to] ? 0 : 1);
      next.push(Math.min(replaced, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
