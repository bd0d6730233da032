import { trialSchema } from '../generated/trial-schema.js';

/** The parts of JSON Schema that the model uses. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
}

export const model = trialSchema as SchemaNode;

export function resolved(node: SchemaNode): SchemaNode {
  return node.$ref ? (model.$defs?.[node.$ref.slice('#/$defs/'.length)] ?? {}) : node;
}

/** The schema of every leaf of the model, by its path. */
export const leafSchemas: ReadonlyMap<string, SchemaNode> = new Map(walk(model, ''));

/** Whether the leaves of a path are texts of any wording: no codes, dates or ids of a fixed form. */
export function isFreeText(path: string): boolean {
  return leafSchemas.get(path)?.pattern === '\\S';
}

/** The paths without which the object above them would be no valid one. */
export const requiredPaths: ReadonlySet<string> = new Set(walkRequired(model, ''));

function* walkRequired(node: SchemaNode, path: string): Generator<string> {
  const target = resolved(node);
  for (const key of target.required ?? []) yield `${path}/${key}`;
  if (target.items) yield* walkRequired(target.items, `${path}/*`);
  for (const [key, child] of Object.entries(target.properties ?? {})) yield* walkRequired(child, `${path}/${key}`);
}

function* walk(node: SchemaNode, path: string): Generator<[string, SchemaNode]> {
  const target = resolved(node);
  if (target.properties) {
    for (const [key, child] of Object.entries(target.properties)) yield* walk(child, `${path}/${key}`);
  } else if (target.items) {
    yield* walk(target.items, `${path}/*`);
  } else if (target.type !== 'object') {
    yield [path, target];
  }
}
