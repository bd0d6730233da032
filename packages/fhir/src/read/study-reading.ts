import type { Evidence, IssueCode, ReadContext, Trial, Unmapped } from '@trialbridge/core';
import type { FhirVersion } from '../systems.js';
import type { Part } from './part.js';
import { escapeStep, type Found, type JsonObject, type Place, pointersOf, valueAt } from './place.js';
import type { ResourcePart } from './resource-part.js';
import type { FhirSource, Resource } from './source.js';

interface Trace {
  readonly target: object;
  readonly key: string | number;
  readonly place: Place;
  readonly rule: string | undefined;
}

interface Note extends Place {
  readonly code: IssueCode;
  readonly message: string;
}

/** How many issues one trial may raise about parts that are kept. The parts are kept all the same. */
const issueLimit = 50;

/** One study while it is read. */
export class StudyReading {
  readonly study: ResourcePart;
  private readonly traces: Trace[] | undefined;
  private readonly notes: Note[] = [];

  constructor(
    readonly source: FhirSource,
    readonly json: JsonObject,
    readonly version: FhirVersion,
    /** Whether our own writer made the study: it carries our labels. Their texts are then wordings, exactly. */
    readonly isOurs: boolean,
    /** Whether the source holds no other study. */
    readonly isAlone: boolean,
    readonly trial: Trial,
    private readonly context: ReadContext,
  ) {
    this.study = source.part(json);
    this.traces = context.evidence ? [] : undefined;
    source.reach(json, json);
  }

  /** Sets a field to a value that was found, and remembers where it stands. */
  put<Target extends object, Key extends keyof Target & string>(
    target: Target,
    key: Key,
    value: Found<NonNullable<Target[Key]>> | undefined,
  ): boolean {
    if (!value) return false;
    target[key] = value.value;
    this.trace(target, key, value);
    return true;
  }

  /** A list of what was found; `undefined` when that is nothing. */
  list<Value>(values: readonly Found<Value>[]): Value[] | undefined {
    if (values.length === 0) return undefined;
    const list = values.map(({ value }) => value);
    for (const [index, value] of values.entries()) this.trace(list, index, value);
    return list;
  }

  trace(target: object, key: string | number, place: Found<unknown>): void {
    this.traces?.push({ target, key, place, rule: place.rule });
  }

  /** What was found for a field belongs to another. */
  moveTrace(from: object, field: string, target: object, key: string): void {
    const trace = this.traces?.find((one) => one.target === from && one.key === field);
    if (trace) this.traces?.push({ ...trace, target, key });
  }

  /** Reports something about a part that the model holds. */
  note(place: Place, code: IssueCode, message: string): void {
    this.notes.push({ holder: place.holder, key: place.key, code, message });
  }

  /** Says why a part is kept where it stands. */
  leave(place: Place, code: IssueCode, message: string): void {
    this.source.account.remark(place, code, message);
  }

  /** The resource that a Reference names, if the source holds it. `reference` itself is taken. */
  resolve(reference: Part, from: JsonObject = this.json): ResourcePart | undefined {
    const name = reference.peek('reference');
    const resource = name === undefined ? undefined : this.source.resolve(name, this.containerOf(from));
    if (!resource) return undefined;
    reference.take('reference');
    reference.take('type');
    return this.open(resource);
  }

  open({ json }: Resource): ResourcePart {
    this.source.reach(json, this.json);
    return this.source.part(json);
  }

  /** The resource whose contained ones a reference inside another may name. */
  private containerOf(from: JsonObject): JsonObject {
    return Array.isArray(from.contained) ? from : this.json;
  }

  /** Companions of one type, in their order. */
  companions(type: string): Resource[] {
    return this.source.companions(this.json, type);
  }

  /** Whether a resource can only belong to this study: it stands inside it, is named after it, or no other study is there. */
  owns({ container, json }: Resource): boolean {
    if (container === this.json || this.isAlone) return true;
    return typeof json.id === 'string' && typeof this.json.id === 'string' && json.id.startsWith(`${this.json.id}-`);
  }

  /** Reports what was noted; adds what nobody took, and the evidence, to the trial. */
  finish(places: readonly Place[]): void {
    const { xmlPath } = this.source;
    const left = (xmlPath ? places.flatMap(itemsAt) : places).filter((place) => holdsLeaf(valueAt(place)));
    const holders = new Set<object>();
    for (const { holder } of left) holders.add(holder);
    for (const { holder } of this.notes) holders.add(holder);
    for (const { place } of this.traces ?? []) holders.add(place.holder);
    if (holders.size === 0) return;
    const pointers = pointersOf(this.source.root.holder, holders);
    // The source stands in a list of its own.
    const pathOf = ({ holder, key }: Place): string => {
      const pointer = `${pointers.get(holder) ?? ''}/${escapeStep(String(key))}`.replace(/^\/0/, '');
      return xmlPath ? xmlPath(pointer) : pointer;
    };
    for (const note of this.notes) {
      this.context.report({ code: note.code, severity: 'warning', at: pathOf(note), message: note.message });
    }
    this.keep(left, pathOf);
    this.addEvidence(pathOf);
  }

  private keep(left: readonly Place[], pathOf: (place: Place) => string): void {
    if (left.length === 0) return;
    const { format } = this.trial.source;
    const unmapped: Unmapped[] = [];
    for (const [index, place] of left.entries()) {
      const path = pathOf(place);
      unmapped.push({ format, path, value: valueAt(place) as Unmapped['value'] });
      if (index >= issueLimit) continue;
      const { code, message } = this.source.account.remarkOn(place) ?? unknownPart;
      const severity = code === 'placeholder' ? 'information' : 'warning';
      this.context.report({ code, severity, at: path, message });
    }
    if (left.length > issueLimit) {
      const message = `${left.length - issueLimit} more parts without a place in the model are kept.`;
      this.context.report({
        code: 'unknown-path',
        severity: 'warning',
        at: pathOf(left[issueLimit] as Place),
        message,
      });
    }
    this.trial.unmapped = unmapped;
  }

  private addEvidence(pathOf: (place: Place) => string): void {
    if (!this.traces) return;
    const targets = pointersOf(this.trial, new Set(this.traces.map(({ target }) => target)));
    const evidence: Record<string, Evidence> = {};
    for (const { target, key, place, rule } of this.traces) {
      const above = targets.get(target);
      // A part that did not become one of the trial after all.
      if (above === undefined) continue;
      const path = pathOf(place) || '/';
      evidence[`${above}/${key}`] = rule === undefined ? { kind: 'stated', path } : { kind: 'normalized', rule, path };
    }
    if (Object.keys(evidence).length > 0) this.trial.evidence = evidence;
  }
}

const unknownPart = {
  code: 'unknown-path',
  message: 'The model has no place for this part; it is kept as it stands.',
} as const;

/** The items of a list at a place, or the place itself. */
function itemsAt(place: Place): Place[] {
  const holder = valueAt(place);
  return Array.isArray(holder) ? holder.flatMap((_item, key) => itemsAt({ holder, key })) : [place];
}

/** Whether a part holds anything: an empty object does not. */
function holdsLeaf(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== 'object' || Object.values(value).some(holdsLeaf);
}
