import { choiceProperties, split } from './element-text.js';
import { type CompiledExtension, compileExtension } from './extension-rules.js';
import { type Invariant, invariants } from './invariants/index.js';

/**
 * What the check knows of one FHIR version, as generated: text, so that a change of the definitions reads well in a diff.
 *
 * An element is `min..max types [binding]`. Types are separated by `|`; `@X` is the backbone table X; targets stand in
 * brackets, as in `Reference(Group Location)`. A binding is `!valueSet` where it is required, `~valueSet` where extensible.
 */
export interface StructureTables {
  /** Every resource type of the version, `|` between. */
  readonly resources: string;
  /** By type or path of a backbone element: the type it extends, its invariants (`?` after those that only warn), elements. */
  readonly types: Readonly<Record<string, readonly [base: string, rules: string, elements: Record<string, string>]>>;
  readonly extensions: Readonly<Record<string, ExtensionTable>>;
  /** By name: `*` for a whole system, or the codes taken from it, `|` between. */
  readonly valueSets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Every code of a system, `|` between. */
  readonly systems: Readonly<Record<string, string>>;
}

/** What an extension holds: a value of some types, or parts by url. */
export interface ExtensionContents {
  readonly value?: string;
  readonly parts?: Readonly<Record<string, string | (ExtensionContents & { readonly card: string })>>;
}

export interface ExtensionTable extends ExtensionContents {
  /** Types and element paths that may carry it, `|` between; `*` where the definition says it in a way not judged here. */
  readonly on: string;
  readonly modifier?: true;
}

/** A value set as it is asked: system to its codes, `undefined` for all that the system has. */
export type ValueSet = ReadonlyMap<string, ReadonlySet<string> | undefined>;

export interface Binding {
  readonly name: string;
  readonly required: boolean;
  readonly codes: ValueSet;
}

/** One JSON property of an object. */
export interface ElementRule {
  /** The name of its type. */
  readonly name: string;
  /** Absent for a primitive and for a resource of any type. */
  readonly type?: Type;
  /** The resource types that a reference may point to; absent where any will do. */
  readonly targets?: ReadonlySet<string>;
  readonly property: string;
  /** The path in the definition: `Group.characteristic.value[x]` for `valueRange`. */
  readonly path: string;
  readonly kind: 'primitive' | 'complex' | 'resource';
  readonly list: boolean;
  readonly min: number;
  readonly max: number;
  readonly binding?: Binding;
}

/** A type ready to be checked against. */
export interface Type {
  readonly name: string;
  /** Its own name and those of the types it extends. */
  readonly lineage: readonly string[];
  readonly isResource: boolean;
  readonly elements: ReadonlyMap<string, ElementRule>;
  /** Each element that must be there, with the properties that it may be written as. */
  readonly required: ReadonlyArray<{ readonly element: string; readonly properties: readonly string[] }>;
  /** The properties of each choice, of which one may be there. */
  readonly choices: ReadonlyArray<{ readonly element: string; readonly properties: readonly string[] }>;
  readonly invariants: ReadonlyArray<Invariant & { readonly key: string; readonly warns: boolean }>;
}

const primitiveNames = new Set(
  (
    'base64Binary boolean canonical code date dateTime decimal id instant integer integer64 markdown oid positiveInt ' +
    'string time unsignedInt uri url uuid xhtml'
  ).split(' '),
);

export function isPrimitive(name: string): boolean {
  return primitiveNames.has(name);
}

/** The tables of one version, each compiled when it is first asked for. */
export class Structures {
  readonly resources: ReadonlySet<string>;
  private readonly types = new Map<string, Type>();
  private readonly valueSets = new Map<string, ValueSet>();
  private readonly systems = new Map<string, ReadonlySet<string>>();
  private readonly extensions = new Map<string, CompiledExtension | undefined>();

  constructor(private readonly tables: StructureTables) {
    this.resources = new Set(tables.resources.split('|'));
  }

  extension(url: string): CompiledExtension | undefined {
    if (this.extensions.has(url)) return this.extensions.get(url);
    if (!Object.hasOwn(this.tables.extensions, url)) return undefined;
    const table = this.tables.extensions[url];
    const compiled = table && compileExtension(this, url, table);
    this.extensions.set(url, compiled);
    return compiled;
  }

  /** The codes of a system; nothing where the system is not known. */
  system(url: string): ReadonlySet<string> | undefined {
    const known = this.systems.get(url);
    if (known) return known;
    if (!Object.hasOwn(this.tables.systems, url)) return undefined;
    const codes = new Set(this.tables.systems[url]?.split('|'));
    this.systems.set(url, codes);
    return codes;
  }

  type(name: string): Type | undefined {
    const known = this.types.get(name);
    if (known) return known;
    if (!Object.hasOwn(this.tables.types, name)) return undefined;
    return this.compile(name);
  }

  /** Reads an element's text for a property, or for the only type that the property stands for. */
  rule(property: string, path: string, text: string, only?: string): ElementRule {
    const [cardinality, types, bindingText] = split(text);
    const [min = '0', max = '*'] = cardinality.split('..');
    const typeText = only ?? types;
    const name = typeText.replace(/\(.*/, '').replace('@', '');
    const targets = /\((.*)\)/.exec(typeText)?.[1];
    const kind = isPrimitive(name) ? 'primitive' : name === 'Resource' ? 'resource' : 'complex';
    const type = kind === 'complex' ? this.type(name) : undefined;
    return {
      property,
      path,
      name,
      kind,
      list: max === '*' || Number(max) > 1,
      min: Number(min),
      max: max === '*' ? Number.POSITIVE_INFINITY : Number(max),
      ...(type && { type }),
      ...(targets && { targets: new Set(targets.split(' ')) }),
      ...(bindingText && { binding: this.binding(bindingText) }),
    };
  }

  private binding(text: string): Binding {
    const name = text.slice(1);
    let codes = this.valueSets.get(name);
    if (!codes) {
      const content = Object.entries(this.tables.valueSets[name] ?? {});
      codes = new Map(content.map(([system, list]) => [system, list === '*' ? undefined : new Set(list.split('|'))]));
      this.valueSets.set(name, codes);
    }
    return { name, required: text.startsWith('!'), codes };
  }

  private compile(name: string): Type {
    const { lineage, rules, texts } = this.flatten(name);
    const elements = new Map<string, ElementRule>();
    const required: Array<Type['required'][number]> = [];
    const choices: Array<Type['choices'][number]> = [];
    const type: Type = {
      name,
      lineage,
      isResource: lineage.includes('Resource'),
      elements,
      required,
      choices,
      invariants: compileInvariants(rules),
    };
    // Known before its elements are read: types contain themselves.
    this.types.set(name, type);
    for (const [element, text] of texts) {
      const properties = element.endsWith('[x]') ? choiceProperties(element, text) : new Map([[element, undefined]]);
      for (const [property, only] of properties)
        elements.set(property, this.rule(property, `${name}.${element}`, text, only));
      const names = { element, properties: [...properties.keys()] };
      if (names.properties.length > 1) choices.push(names);
      if (!text.startsWith('0')) required.push(names);
    }
    return type;
  }

  /** A type with what it inherits: the nearest text of an element counts. */
  private flatten(name: string) {
    const lineage: string[] = [];
    const rules: string[] = [];
    const texts = new Map<string, string>();
    for (let current = name; current; ) {
      const [base, ruleText, own] = this.tables.types[current] ?? ['', '', {}];
      lineage.push(current);
      rules.push(...ruleText.split(' ').filter(Boolean));
      for (const [element, text] of Object.entries(own)) if (!texts.has(element)) texts.set(element, text);
      current = base;
    }
    return { lineage, rules, texts };
  }
}

function compileInvariants(rules: readonly string[]): Array<Invariant & { key: string; warns: boolean }> {
  return rules.flatMap((rule) => {
    const key = rule.replace('?', '');
    const invariant = invariants[key];
    return invariant ? [{ ...invariant, key, warns: rule.endsWith('?') }] : [];
  });
}
