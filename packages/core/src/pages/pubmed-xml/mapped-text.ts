import type { Span } from '../../generated/trial.js';

/** White space that is not one plain blank. */
const wideBlanks = /(?: \s|[^\S ])\s*/g;

/** A text put together from parts of a source, which knows where each part came from. White space is made single. */
export class MappedText {
  /** Kept apart until the text is asked for: looking at the end of a growing string copies it each time. */
  private parts: string[] = [];
  private size = 0;
  /** Beginnings of the parts in the text, rising, and their offsets in the source; -1 for what the source lacks. */
  private readonly starts: number[] = [];
  private readonly offsets: number[] = [];

  /** Where texts with a path of their own stand in this one, rising. */
  private readonly places: { readonly start: number; readonly end: number; readonly path: string }[] = [];

  /** `path` is the place of the element that the text is of. */
  constructor(readonly path?: string) {}

  get text(): string {
    if (this.parts.length > 1) this.parts = [this.parts.join('')];
    return this.parts[0] ?? '';
  }

  get length(): number {
    return this.size;
  }

  /** Adds a part of the source as it stands there. */
  add(part: string, offset: number): void {
    let at = 0;
    for (const { 0: blanks, index } of part.matchAll(wideBlanks)) {
      this.addPlain(part.slice(at, index), offset + at);
      this.addPlain(' ', offset + index);
      at = index + blanks.length;
    }
    this.addPlain(part.slice(at), offset + at);
  }

  /** Adds one character that the source writes with several: an entity. */
  addEntity(character: string, offset: number): void {
    this.put(character, offset);
  }

  /** Adds what the source does not have: a line break between two parts. */
  addOwn(text: string): void {
    for (let last = this.parts.pop(); last !== undefined; last = this.parts.pop()) {
      const kept = last.trimEnd();
      this.size -= last.length - kept.length;
      if (kept === '') continue;
      this.parts.push(kept);
      break;
    }
    this.put(text, -1);
  }

  /** Adds another text with its places; returns where it stands in this one. */
  append(other: MappedText): Span {
    const start = this.size;
    const { text } = other;
    const length = text.trimEnd().length;
    for (const [index, from] of other.starts.entries()) {
      if (from >= length) break;
      const to = Math.min(other.starts[index + 1] ?? text.length, length);
      this.put(text.slice(from, to), other.offsets[index] ?? -1);
    }
    if (other.path !== undefined) this.places.push({ start, end: this.size, path: other.path });
    return { start, end: this.size };
  }

  /** The path of the element that a stretch of the text came from. */
  pathOf({ start, end }: Span): string | undefined {
    let low = 0;
    let high = this.places.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.places[middle]?.start ?? 0) <= start) low = middle;
      else high = middle - 1;
    }
    const place = this.places[low];
    return place && place.start <= start && end <= place.end ? place.path : undefined;
  }

  /** The stretch of the source that a stretch of the text came from; `undefined` when the source has none. */
  sourceSpan({ start, end }: Span): Span | undefined {
    const first = this.offsetAt(start);
    const last = this.offsetAt(end - 1);
    return first === undefined || last === undefined || last < first ? undefined : { start: first, end: last + 1 };
  }

  /** Adds a stretch whose blanks are single; one that would follow another is left out. */
  private addPlain(text: string, offset: number): void {
    const from = text.startsWith(' ') && /^$|[ \n]$/.test(this.parts.at(-1)?.slice(-1) ?? '') ? 1 : 0;
    if (from < text.length) this.put(text.slice(from), offset + from);
  }

  private put(text: string, offset: number): void {
    this.starts.push(this.size);
    this.offsets.push(offset);
    this.parts.push(text);
    this.size += text.length;
  }

  private offsetAt(at: number): number | undefined {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const offset = this.offsets[low] ?? -1;
    return offset < 0 ? undefined : offset + (at - (this.starts[low] ?? 0));
  }
}
