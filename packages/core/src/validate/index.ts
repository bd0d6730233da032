import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { TrialWriter } from '../formats.js';
import type { Trial } from '../generated/trial.js';
import { validate } from '../generated/validate-trial.js';

/** A place where a value does not follow its schema. */
export interface SchemaIssue {
  /** JSON Pointer into the value; empty for the whole. */
  readonly at: string;
  readonly message: string;
}

/** Checks a value against `schemas/trial.schema.json`. Precompiled: cheap to load and to call. */
export function checkTrial(value: unknown): SchemaIssue[] {
  return validate(value) ? [] : toIssues((validate.errors ?? []) as ErrorObject[]);
}

/** Whether a value is a trial by `schemas/trial.schema.json`. */
export function isTrial(value: unknown): value is Trial {
  return validate(value);
}

const compiled = new WeakMap<object, ValidateFunction>();

/** Checks a writer's document against the writer's own schema. The schema is compiled once per writer. */
export function checkDocument<Document>(writer: TrialWriter<Document>, document: Document): SchemaIssue[] {
  return checkAgainst(writer.schema, writer.toJson(document));
}

/** Checks a value against a JSON Schema 2020-12. */
export function checkAgainst(schema: object, value: unknown): SchemaIssue[] {
  let check = compiled.get(schema);
  if (!check) {
    const ajv = new Ajv2020({
      allErrors: true,
      strict: true,
      strictRequired: false,
      strictTypes: false,
      discriminator: true,
    });
    ajv.addKeyword({ keyword: 'x-markup', schemaType: 'boolean' });
    check = ajv.compile(schema);
    compiled.set(schema, check);
  }
  return check(value) ? [] : toIssues(check.errors ?? []);
}

function toIssues(errors: readonly ErrorObject[]): SchemaIssue[] {
  return errors.map((error) => ({
    at: error.instancePath,
    message: `${error.message ?? error.keyword}${describe(error.params)}`,
  }));
}

function describe(params: Record<string, unknown>): string {
  if (typeof params.additionalProperty === 'string') return `: ${params.additionalProperty}`;
  if (Array.isArray(params.allowedValues)) return `: ${params.allowedValues.join(', ')}`;
  return '';
}
