/** A stretch of the source that belongs to something. Offsets in UTF-16 code units, `end` exclusive. */
export interface Mark {
  /** Whose it is. Several marks may have one owner. */
  readonly owner: number;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the source in which the same marks hold. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The marks that hold here, the innermost first; at most `shownOwners`. */
  readonly owners: readonly number[];
  /** Owners of marks that begin here, whether or not they are among `owners`. */
  readonly begins: readonly number[];
}

/** A stretch can belong to a text, a line of it, a word in it and what is known of the word; beyond, nobody could tell them apart. */
export const shownOwners = 8;

interface Node {
  readonly mark: Mark;
  before: Node | undefined;
  after: Node | undefined;
}

/**
 * Cuts the marked parts of a source of `length` into segments, in order; what lies between them is unmarked. Marks may
 * nest and overlap in any way; what lies outside the source is left out. Time grows with the marks, times the logarithm
 * of their number.
 */
export function layOut(marks: readonly Mark[], length: number): Segment[] {
  const kept = marks
    .map(({ owner, start, end }): Mark => ({ owner, start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end);
  const starts = kept.map((mark, order) => ({ mark, order }));
  // Of marks that begin together the longest comes first, so that the inner ones stand behind the outer ones.
  starts.sort(
    (one, other) => one.mark.start - other.mark.start || other.mark.end - one.mark.end || one.order - other.order,
  );
  const ends = [...kept].sort((one, other) => one.end - other.end);

  const segments: Segment[] = [];
  const active = new Active();
  const nodes = new Map<Mark, Node>();
  let position = 0;
  let begins: number[] = [];
  let nextStart = 0;
  for (const ending of ends) {
    for (let upcoming = starts[nextStart]; upcoming && upcoming.mark.start < ending.end; upcoming = starts[nextStart]) {
      emit(upcoming.mark.start);
      nodes.set(upcoming.mark, active.add(upcoming.mark));
      begins.push(upcoming.mark.owner);
      nextStart += 1;
    }
    emit(ending.end);
    const node = nodes.get(ending);
    if (node) active.remove(node);
  }
  return segments;

  function emit(until: number): void {
    if (until <= position) return;
    const owners = active.innermost();
    if (owners.length > 0) segments.push({ start: position, end: until, owners, begins });
    begins = [];
    position = until;
  }
}

/** The marks that hold at a position, in the order in which they began. */
class Active {
  private last: Node | undefined;

  add(mark: Mark): Node {
    const node: Node = { mark, before: this.last, after: undefined };
    if (this.last) this.last.after = node;
    this.last = node;
    return node;
  }

  remove(node: Node): void {
    if (node.before) node.before.after = node.after;
    if (node.after) node.after.before = node.before;
    else this.last = node.before;
  }

  /** Owners from the shortest mark to the longest, of the marks that began last; of equal ones the first given first. */
  innermost(): number[] {
    const marks: Mark[] = [];
    for (let node = this.last; node && marks.length < shownOwners; node = node.before) marks.unshift(node.mark);
    marks.sort((one, other) => one.end - one.start - (other.end - other.start));
    return [...new Set(marks.map(({ owner }) => owner))];
  }
}

/** How much of a source the marks cover, in characters that are not white space. */
export function coverage(source: string, marks: readonly Mark[]): { readonly used: number; readonly all: number } {
  const ordered = marks.map(({ start, end }) => ({ start, end })).sort((one, other) => one.start - other.start);
  let used = 0;
  let all = 0;
  let next = 0;
  let until = 0;
  for (let at = 0; at < source.length; at += 1) {
    for (let mark = ordered[next]; mark && mark.start <= at; mark = ordered[next]) {
      until = Math.max(until, mark.end);
      next += 1;
    }
    if (isBlank(source.charCodeAt(at))) continue;
    all += 1;
    if (at < until) used += 1;
  }
  return { used, all };
}

/** How many of some places, in order, lie inside a mark. */
export function countCovered(
  places: readonly { readonly start: number; readonly end: number }[],
  marks: readonly Mark[],
): number {
  const ordered = [...marks].sort((one, other) => one.start - other.start);
  let next = 0;
  let until = 0;
  let count = 0;
  for (const { start, end } of places) {
    for (let mark = ordered[next]; mark && mark.start <= start; mark = ordered[next]) {
      until = Math.max(until, mark.end);
      next += 1;
    }
    if (end <= until) count += 1;
  }
  return count;
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0x85 || code === 0xfeff;
}
