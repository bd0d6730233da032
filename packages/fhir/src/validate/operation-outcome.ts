import type { FhirIssue } from './issue.js';

/** An OperationOutcome as R4, R4B and R5 have it. */
export interface CheckOutcome {
  readonly resourceType: 'OperationOutcome';
  readonly issue: ReadonlyArray<{
    readonly severity: FhirIssue['severity'];
    readonly code: FhirIssue['code'];
    readonly details: { readonly text: string };
    readonly diagnostics?: string;
    readonly expression?: readonly string[];
  }>;
}

/** Says the issues of one check the FHIR way; that there are none is an issue too, as an outcome has at least one. */
export function toOperationOutcome(issues: readonly FhirIssue[]): CheckOutcome {
  if (issues.length === 0) {
    const details = { text: 'No issues found.' };
    return { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'informational', details }] };
  }
  return {
    resourceType: 'OperationOutcome',
    issue: issues.map(({ severity, code, rule, expression, message }) => ({
      severity,
      code,
      details: { text: message },
      diagnostics: rule,
      ...(expression && { expression: [expression] }),
    })),
  };
}
