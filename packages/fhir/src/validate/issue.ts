/** A place where a resource breaks a rule of FHIR. Reported, never thrown. */
export interface FhirIssue {
  readonly severity: 'error' | 'warning' | 'information';
  /** A code of FHIR's issue types, so that an OperationOutcome can say it. */
  readonly code: IssueType;
  /** The rule that is broken: the key of an invariant (`per-1`) or one of our own names. Stable. */
  readonly rule: string;
  /** Where, as a FHIRPath: `Bundle.entry[3].resource.status`. */
  readonly expression: string;
  readonly message: string;
}

export type IssueType =
  | 'structure'
  | 'required'
  | 'value'
  | 'invariant'
  | 'code-invalid'
  | 'not-found'
  | 'duplicate'
  | 'extension'
  | 'not-supported'
  | 'informational';

/** Which FHIR issue type each of our own rules is. Invariants are `invariant`. */
export const ruleTypes = {
  'not-an-object': 'structure',
  'not-a-list': 'structure',
  'not-single': 'structure',
  'unknown-type': 'structure',
  'unknown-property': 'structure',
  'two-choices': 'structure',
  'too-many': 'structure',
  'null-value': 'structure',
  'empty-list': 'structure',
  'empty-object': 'structure',
  'twin-length': 'structure',
  missing: 'required',
  'wrong-type': 'value',
  'bad-value': 'value',
  'blank-text': 'value',
  'bad-xhtml': 'structure',
  'unknown-code': 'code-invalid',
  'not-in-value-set': 'code-invalid',
  'r4-status-not-said': 'code-invalid',
  'unknown-unit': 'code-invalid',
  'unresolved-reference': 'not-found',
  'reference-format': 'value',
  'reference-target': 'structure',
  'reference-by-id': 'informational',
  'unused-contained': 'structure',
  'full-url': 'value',
  'unknown-extension': 'extension',
  'extension-place': 'extension',
  'extension-contents': 'extension',
  'not-checked': 'not-supported',
} as const satisfies Record<string, IssueType>;

export type RuleName = keyof typeof ruleTypes;
