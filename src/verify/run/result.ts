/**
 * - `violation`: the server does not do what the spec, or another response of its own, says.
 * - `undocumented`: something is new: the spec does not have it.
 * - `unchecked`: something could not be checked.
 * - `left`: something that was created may be left in the account.
 * - `note`: worth knowing, no more.
 */
export type FindingKind = 'violation' | 'undocumented' | 'unchecked' | 'left' | 'note'

/** A request and, once it is there, its response. */
export type Exchange = Pick<Finding, 'operationId' | 'method' | 'path' | 'status'>

/** One thing that was found. Nothing in it holds the token or the credentials of a server. */
export interface Finding {
  kind: FindingKind
  /** Which message it is: docs/reports.md lists them. */
  code: string
  /** The whole of it as a sentence. */
  message: string
  operationId?: string | undefined
  /** The HTTP method of the request. */
  method?: string | undefined
  /** The path of the request, with `{account_id}` in the place of the account. */
  path?: string | undefined
  /** HTTP status; absent where no response came. */
  status?: number | undefined
  /** Of one field of one exchange: where it is, as a JSON pointer into the body. */
  pointer?: string | undefined
  /** Of the reference: the part of an operation, as in `response`, and the field in it, as in `result.name`. */
  place?: string | undefined
  field?: string | undefined
  /** What should have been there, and what was; of a comparison the first value and the second. */
  expected?: unknown
  received?: unknown
}

/** What came of one case. */
export interface CaseResult {
  /** What the server has to do, as a sentence without its subject. */
  name: string
  findings: Finding[]
  /** Why there was nothing to check, which is no fault of the server. */
  skipped?: string | undefined
  /** Why it was not run to its end, because of something that went wrong before. */
  notRun?: string | undefined
  /** Milliseconds; absent where it was not run. */
  duration?: number | undefined
}

/** What came of all cases. */
export interface Verification {
  cases: CaseResult[]
  /** What the reader may want to do. */
  hints: string[]
}
