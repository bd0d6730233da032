// Generated from schemas/trial.schema.json by packages/core/scripts/generate.mjs. Do not edit.

interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}
declare const validate: { (data: unknown): boolean; errors?: SchemaError[] | null };
export default validate;
export { validate };
