/** What an issue is about. Codes are stable: programs may test for them. */
export type IssueCode =
  | 'unknown-code' // a coded field holds a wording we do not know; kept verbatim
  | 'unknown-path' // the source holds a field we do not know; kept as unmapped
  | 'wrong-type' // a value has another type than its field; kept as unmapped
  | 'unreadable-value' // a date, an age or a number that cannot be read; kept verbatim
  | 'placeholder' // a sentinel stands where a value belongs; read as absent
  | 'not-an-identifier' // the slot of an id holds something else
  | 'duplicate-id' // two records of one run have the same id
  | 'conflict' // two places of one source disagree
  | 'truncated' // the source ends before its own end
  | 'unrecognized-layout' // a registry page in a layout we do not know
  | 'rendered' // the source is markup, and the text that it shows was read
  | 'record-failed' // one record of a source with several could not be read
  | 'changed' // written in another form than it was held, by `rule`
  | 'dropped' // not written: the target has no place for it
  | 'not-valid'; // written although the target's rules are not met

/** Something a conversion could not carry faithfully, or wants a person to look at. Reported, never thrown. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: 'error' | 'warning' | 'information';
  /** Where: a JSON Pointer into the trial, a path into the source, or `line:column` of a text. */
  readonly at: string;
  readonly message: string;
  /** What a coded field says, where the code is not known: the wording alone, for programs that count. */
  readonly found?: string;
  /** Name of the rule that applied, where one did. */
  readonly rule?: string;
}

/** Takes an issue. Passed into every reader and writer, so that none keeps state. */
export type Report = (issue: Issue) => void;
