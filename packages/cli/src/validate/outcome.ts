import type { CheckIssue } from './check.js';

/** An OperationOutcome about one document. It names the file by the extension that HL7's own validator uses. */
export function toOutcome(source: string, issues: readonly CheckIssue[]): object {
  const file = { url: 'http://hl7.org/fhir/StructureDefinition/operationoutcome-file', valueString: source };
  if (issues.length === 0) {
    const details = { text: 'No issues found.' };
    return {
      resourceType: 'OperationOutcome',
      extension: [file],
      issue: [{ severity: 'information', code: 'informational', details }],
    };
  }
  return {
    resourceType: 'OperationOutcome',
    extension: [file],
    issue: issues.map(({ severity, rule, at, message }) => ({
      severity,
      code: codes[rule] ?? 'invariant',
      details: { text: message },
      diagnostics: rule,
      ...(at !== '' && { expression: [at] }),
    })),
  };
}

/** FHIR's issue types for what is checked here; rules of FHIR without a line are invariants. */
const codes: Readonly<Record<string, string>> = {
  schema: 'structure',
  header: 'structure',
  row: 'structure',
  'record-incomplete': 'required',
  'source-unreadable': 'structure',
  'source-too-large': 'too-long',
  'format-unknown': 'not-supported',
  'format-ambiguous': 'not-supported',
  'input-unreadable': 'not-found',
  internal: 'exception',
};
