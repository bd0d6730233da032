import type { Evidence, Span, Trial } from './generated/trial.js';

/** Collects the evidence of one trial: JSON Pointer to how the value was obtained. */
export class EvidenceMap {
  readonly entries: Record<string, Evidence> = {};

  stated(pointer: string, ...spans: Span[]): void {
    this.entries[pointer] = { kind: 'stated', spans };
  }

  /** The value stands in a labelled place and was brought to its normal form by `rule`. */
  normalized(pointer: string, rule: string, ...spans: Span[]): void {
    this.entries[pointer] = { kind: 'normalized', rule, spans };
  }

  /** The value was read out of prose by `rule`. */
  inferred(pointer: string, rule: string, ...spans: Span[]): void {
    this.entries[pointer] = { kind: 'inferred', rule, spans };
  }

  /** There is no value, for `reason`; `verbatim` is what stands in its place. */
  absent(pointer: string, reason: AbsenceReason, verbatim?: string, ...spans: Span[]): void {
    this.entries[pointer] = {
      kind: 'absent',
      reason,
      ...(verbatim !== undefined && { verbatim }),
      ...(spans.length > 0 && { spans }),
    };
  }
}

export type AbsenceReason = NonNullable<Evidence['reason']>;

/** The evidence that speaks for a pointer: its own entry, or that of the nearest value above it. */
export function evidenceFor(trial: Trial, pointer: string): Evidence | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const entry = trial.evidence?.[at];
    if (entry && (at === pointer || entry.kind !== 'absent')) return entry;
  }
  return undefined;
}
