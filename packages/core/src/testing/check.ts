/** One named check. `run` returns when it holds and throws when it does not; any test runner can call it. */
export interface Check {
  readonly name: string;
  readonly run: () => void;
}

/** Collects what a check finds, so that one run names every fault and not only the first. */
export class Findings {
  private readonly lines: string[] = [];

  add(line: string): void {
    this.lines.push(line);
  }

  /** @throws Error naming the findings, when there are any. */
  report(what: string): void {
    if (this.lines.length === 0) return;
    const shown = this.lines.slice(0, shownFindings).map((line) => `\n  ${line}`);
    const more = this.lines.length > shownFindings ? `\n  ... and ${this.lines.length - shownFindings} more` : '';
    throw new Error(`${what} (${this.lines.length}):${shown.join('')}${more}`);
  }
}

const shownFindings = 40;

/** A value as a person can read it in a message: cut after 80 characters. */
export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
