import { decode } from './characters.js';

/** From how many attributes of one tag on their names are looked up: comparing each with each would take minutes. */
const many = 16;

/** Finds an attribute that a tag has twice. */
export class AttributeNames {
  private readonly seen = new Set<string>();

  /** Whether a name is among the first `count` of these. To be asked of each attribute of a tag in turn. */
  isRepeated(name: string, names: readonly string[], count: number): boolean {
    if (count < many) {
      for (let index = 0; index < count; index += 1) if (names[index] === name) return true;
      return false;
    }
    const { seen } = this;
    if (count === many) {
      seen.clear();
      for (let index = 0; index < count; index += 1) seen.add(names[index] ?? '');
    }
    if (seen.has(name)) return true;
    seen.add(name);
    return false;
  }
}

/** White space as it stands is spaces in an attribute; references to line ends and tabs stay what they are. */
export function attributeValue(value: string, source: string, offset: number): string {
  // Faults are found at their places in the source: the value with fewer characters would shift them.
  const decoded = decode(value, source, offset);
  const spaced = value.replace(/\r\n|[\t\r\n]/g, ' ');
  return spaced === value ? decoded : decode(spaced, source, offset);
}
