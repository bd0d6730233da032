import type { CompiledContents } from './extension-rules.js';
import type { FhirIssue, RuleName } from './issue.js';
import { ruleTypes } from './issue.js';
import type { ElementRule, Structures, Type } from './structures.js';

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a value that may be a list, one thing or absent. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The objects among the items of a property. */
export function objectsOf(value: unknown): JsonObject[] {
  return itemsOf(value).filter(isObject);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What an object is, for the extensions on it. */
export interface Owner {
  /** Its type and those that the type extends. */
  readonly lineage: readonly string[];
  /** The path of the element that it is the value of. */
  readonly element?: string;
  /** What an extension may hold, where its definition is known; `undefined` contents mean anything. */
  readonly extension?: { readonly contents: CompiledContents | undefined };
  /** The properties of an extension's value, where its definition is known. */
  readonly values?: ReadonlyMap<string, ElementRule>;
}

/** The parts of the check that lead back into it. */
export interface Visitors {
  readonly extension: (walk: Walk, value: JsonObject, owner: Owner, rule: ElementRule) => void;
  readonly resource: (walk: Walk, value: JsonObject, parent: Type, rule: ElementRule) => void;
}

/** A resource of a bundle, to which references may point. */
export interface BundleEntry {
  readonly resourceType: string;
  readonly id: string | undefined;
  readonly fullUrl: string | undefined;
}

/** What references of a bundle are resolved against. */
export interface BundleIndex {
  readonly type: string | undefined;
  readonly byFullUrl: ReadonlyMap<string, BundleEntry>;
  readonly byTypeAndId: ReadonlyMap<string, BundleEntry>;
}

/** One resource under check: the place that `#id` references and relative references are seen from. */
export interface Scope {
  readonly resource: JsonObject;
  /** The resource that contains this one. */
  readonly container?: Scope;
  /** Ids of contained resources with their types. */
  readonly contained: ReadonlyMap<string, string>;
  /** Ids of contained resources that something points to. */
  readonly used: Set<string>;
  readonly fullUrl?: string;
}

/** The state of one check: where it stands and what it found. */
export class Walk {
  readonly issues: FhirIssue[] = [];
  /** Property names and list indexes from the root. */
  readonly path: Array<string | number> = [];
  bundle: BundleIndex | undefined;
  scope: Scope | undefined;

  constructor(
    readonly structures: Structures,
    readonly isR5: boolean,
    readonly visit: Visitors,
  ) {}

  report(rule: RuleName, message: string, severity: FhirIssue['severity'] = 'error'): void {
    this.issues.push({ severity, code: ruleTypes[rule], rule, expression: this.expression(), message });
  }

  broken(key: string, message: string, warns: boolean): void {
    const severity = warns ? 'warning' : 'error';
    this.issues.push({ severity, code: 'invariant', rule: key, expression: this.expression(), message });
  }

  private expression(): string {
    let text = '';
    for (const step of this.path) text += typeof step === 'number' ? `[${step}]` : text ? `.${step}` : step;
    return text;
  }
}
