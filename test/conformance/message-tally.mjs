/** Quoted values, ids, codes and numbers differ between records; the kind of a message does not. */
const particulars = /\/\*[^*]*\*\/|(?<![a-z])'[^']*'(?![a-z])|"[^"]*"|\(codes = [^)]*\)|urn:uuid:[0-9a-f-]+|\b\d+\b/g;
const shown = 30;

/** Counts what a validator says by kind of message. */
export class MessageTally {
  #kinds = new Map();
  warnings = 0;

  add({ severity, message, location }) {
    if (severity === 'information') return;
    if (severity === 'warning') this.warnings += 1;
    const key = `${severity} ${message.replace(particulars, '…')}`;
    const kind = this.#kinds.get(key) ?? { severity, message, location, count: 0 };
    kind.count += 1;
    this.#kinds.set(key, kind);
  }

  /** Errors first, then by number; the first message of each kind stands for it. */
  print() {
    const isError = ({ severity }) => (severity === 'warning' ? 1 : 0);
    const kinds = [...this.#kinds.values()].sort(
      (one, other) => isError(one) - isError(other) || other.count - one.count,
    );
    for (const { severity, message, location, count } of kinds.slice(0, shown)) {
      const text = message.length > 200 ? `${message.slice(0, 200)}…` : message;
      console.log(`  ${severity.padEnd(8)} ${String(count).padStart(6)}  ${text}`);
      console.log(`                   first at ${location?.replace(/\/\*[^*]*\*\//g, '')}`);
    }
    if (kinds.length > shown) console.log(`  and ${kinds.length - shown} kinds more`);
  }
}
