/** Remembers which ids were seen, up to a limit: 16 bytes each, in one table that grows by doubling. */
export interface SeenIds {
  /** Whether the id is new. Remembers it, unless the limit is reached. */
  add(id: string): boolean;
  readonly size: number;
}

const wordsPerId = 4;

/** For ids that end in 32 hexadecimal digits of a hash: the digits are kept whole, so there are no false answers. */
export function createSeenIds(limit: number): SeenIds {
  let slots = 1024;
  let table = new Uint32Array(slots * wordsPerId);
  let size = 0;

  function place(words: Uint32Array, into: Uint32Array, count: number): boolean {
    let slot = (words[0] ?? 0) & (count - 1);
    for (;;) {
      const at = slot * wordsPerId;
      if (isEmpty(into, at)) {
        into.set(words, at);
        return true;
      }
      if (isSame(into, at, words)) return false;
      slot = (slot + 1) & (count - 1);
    }
  }

  function grow(): void {
    const bigger = new Uint32Array(slots * 2 * wordsPerId);
    for (let at = 0; at < table.length; at += wordsPerId) {
      if (!isEmpty(table, at)) place(table.subarray(at, at + wordsPerId), bigger, slots * 2);
    }
    slots *= 2;
    table = bigger;
  }

  const has = (words: Uint32Array): boolean => {
    for (let slot = (words[0] ?? 0) & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      if (isEmpty(table, slot * wordsPerId)) return false;
      if (isSame(table, slot * wordsPerId, words)) return true;
    }
  };

  return {
    add(id) {
      const words = toWords(id);
      if (size >= limit) return !has(words);
      if (size * 2 >= slots) grow();
      const isNew = place(words, table, slots);
      if (isNew) size += 1;
      return isNew;
    },
    get size() {
      return size;
    },
  };
}

/** The last 32 digits as four numbers. All zero would read as an empty slot; no hash is. */
function toWords(id: string): Uint32Array {
  const digits = id.slice(-32);
  return Uint32Array.from([0, 8, 16, 24], (at) => Number.parseInt(digits.slice(at, at + 8), 16));
}

function isEmpty(table: Uint32Array, at: number): boolean {
  return table[at] === 0 && table[at + 1] === 0 && table[at + 2] === 0 && table[at + 3] === 0;
}

function isSame(table: Uint32Array, at: number, words: Uint32Array): boolean {
  return (
    table[at] === words[0] && table[at + 1] === words[1] && table[at + 2] === words[2] && table[at + 3] === words[3]
  );
}
