import type { Span } from '@trialbridge/core';
import type { SourceValues } from './structured-source.js';

interface Element {
  readonly path: string;
  readonly start: number;
  /** How many children of each name there were. */
  readonly children: Map<string, number>;
}

/**
 * Finds values in an XML text that was parsed before, in one pass. Paths name each element below the root with its
 * position among its siblings of that name, `/clinical_study/location/2/facility/0`, and attributes as `@name`.
 */
export function xmlValues(source: string, wanted: ReadonlySet<string>): SourceValues {
  const places = new Map<string, Span>();
  const scalars: Span[] = [];
  const open: Element[] = [];
  for (let at = source.indexOf('<'); at !== -1; at = source.indexOf('<', at)) {
    const passed = endOfAside(source, at);
    if (passed !== undefined) {
      at = passed;
      continue;
    }
    const end = endOfTag(source, at);
    if (end === undefined) break;
    if (source[at + 1] === '/') {
      const element = open.pop();
      if (element) content(element, at);
    } else {
      const name = nameAt(source, at + 1);
      const path = pathIn(open.at(-1), name);
      attributes(path, at + 1 + name.length, end);
      if (source[end - 2] === '/') place(path, { start: at, end });
      else open.push({ path, start: end, children: new Map() });
    }
    at = end;
  }
  return { places, scalars };

  function content({ path, start, children }: Element, end: number): void {
    const span = trimmed(source, start, end);
    if (children.size === 0 && span.start < span.end) scalars.push(span);
    // An element without text shows as a whole, tags included.
    place(path, span.start < span.end ? span : { start: source.lastIndexOf('<', start - 1), end });
  }

  function attributes(path: string, from: number, to: number): void {
    const pattern = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
    for (const found of source.slice(from, to).matchAll(pattern)) {
      const [all, name = '', double, single] = found;
      const end = from + found.index + all.length - 1;
      const span = { start: end - (double ?? single ?? '').length, end };
      scalars.push(span);
      place(`${path}/@${name}`, span);
    }
  }

  function place(path: string, span: Span): void {
    if (wanted.has(path) && span.start < span.end) places.set(path, span);
  }
}

/** One past a comment, a CDATA section, an instruction or a declaration that begins here. */
function endOfAside(source: string, at: number): number | undefined {
  if (source.startsWith('<!--', at)) return after(source, '-->', at + 4);
  if (source.startsWith('<![CDATA[', at)) return after(source, ']]>', at + 9);
  if (source.startsWith('<?', at)) return after(source, '?>', at + 2);
  return source.startsWith('<!', at) ? after(source, '>', at + 2) : undefined;
}

function after(source: string, ending: string, from: number): number {
  const at = source.indexOf(ending, from);
  return at === -1 ? source.length : at + ending.length;
}

/** One past the `>` of a tag; the values of attributes may hold others. */
function endOfTag(source: string, from: number): number | undefined {
  let quote = '';
  for (let at = from + 1; at < source.length; at += 1) {
    const character = source[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return undefined;
}

function nameAt(source: string, from: number): string {
  let to = from;
  while (to < source.length && !/[\s/>]/.test(source[to] ?? '')) to += 1;
  return source.slice(from, to);
}

function pathIn(parent: Element | undefined, name: string): string {
  if (!parent) return `/${name}`;
  const position = parent.children.get(name) ?? 0;
  parent.children.set(name, position + 1);
  return `${parent.path}/${name}/${position}`;
}

function trimmed(source: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(source[start] ?? '')) start += 1;
  while (end > start && /\s/.test(source[end - 1] ?? '')) end -= 1;
  return { start, end };
}
