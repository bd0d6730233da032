import { choiceProperties } from './element-text.js';
import type { ElementRule, ExtensionContents, ExtensionTable } from './structures.js';

/** What an extension may hold: a value written as one of some properties, or parts by url. */
export interface CompiledContents {
  readonly values?: ReadonlyMap<string, ElementRule>;
  readonly parts?: ReadonlyMap<
    string,
    { readonly min: number; readonly max: number; readonly contents: CompiledContents }
  >;
}

export interface CompiledExtension extends CompiledContents {
  /** Where it may stand; absent where that is not judged. */
  readonly on?: readonly string[];
  readonly modifier: boolean;
}

/** The reader of an element's text: `Structures.rule`. */
interface RuleReader {
  rule(property: string, path: string, text: string, only?: string): ElementRule;
}

export function compileExtension(reader: RuleReader, url: string, table: ExtensionTable): CompiledExtension {
  return {
    ...(table.on !== '*' && { on: table.on.split('|') }),
    modifier: table.modifier === true,
    ...compileContents(reader, url, table),
  };
}

function compileContents(reader: RuleReader, path: string, contents: ExtensionContents): CompiledContents {
  if (contents.value !== undefined) return { values: valueRules(reader, path, `1..1 ${contents.value}`) };
  const parts = new Map<string, { min: number; max: number; contents: CompiledContents }>();
  for (const [url, part] of Object.entries(contents.parts ?? {})) {
    const cardinality = typeof part === 'string' ? part.slice(0, part.indexOf(' ')) : part.card;
    const [min = '0', max = '*'] = cardinality.split('..');
    const inner = typeof part === 'string' ? { value: part.slice(part.indexOf(' ') + 1) } : part;
    parts.set(url, {
      min: Number(min),
      max: max === '*' ? Number.POSITIVE_INFINITY : Number(max),
      contents: compileContents(reader, `${path}.${url}`, inner),
    });
  }
  return { parts };
}

function valueRules(reader: RuleReader, path: string, text: string): Map<string, ElementRule> {
  return new Map(
    [...choiceProperties('value[x]', text)].map(([property, only]) => [
      property,
      reader.rule(property, path, text, only),
    ]),
  );
}
