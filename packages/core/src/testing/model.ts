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
