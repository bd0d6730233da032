import { distance as distanceOf } from 'fastest-levenshtein';

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
