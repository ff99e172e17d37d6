import type { FailOn } from '../shell/options.ts'

/** What a command found out, for every reporter. Texts in it may come from a server: reporters escape them. */
export interface Report {
  /** The command: `verify`. */
  command: string
  /** What was checked: the address of a server, or of pages. */
  target: string
  /** Which spec it was checked against. */
  spec: { version: string; edition: string }
  /** What a check is of, in the plural: `cases`. */
  unit: string
  checks: Check[]
  /** What the reader may want to do about all of it. */
  hints: string[]
}

/** One thing that was checked. */
export interface Check {
  name: string
  /** The worst kind of its findings decides what came of it; without one it passed, unless it was not run. */
  findings: Finding[]
  /** Why it was not run; absent where it was. */
  notRun?: string | undefined
  /** Milliseconds, where it took time. */
  duration?: number | undefined
}

/**
 * - `violation`: something is not as the spec says.
 * - `undocumented`: something is new: the spec does not have it, which is a violation with `--fail-on undocumented`.
 * - `unchecked`: something could not be checked.
 * - `left`: something that was created may be left in the account.
 * - `note`: worth knowing, no more.
 */
export type FindingKind = 'violation' | 'undocumented' | 'unchecked' | 'left' | 'note'

export interface Finding {
  kind: FindingKind
  /** The whole of it as a sentence. */
  message: string
  operationId?: string | undefined
  method?: string | undefined
  /** Below the account. */
  path?: string | undefined
  status?: number | undefined
  /** As values; absent where it is no matter of values. */
  expected?: unknown
  received?: unknown
}

export type Status = 'passed' | 'failed' | 'unchecked' | 'not run'

/** What came of a check. */
export function statusOf({ findings, notRun }: Check, failOn: FailOn): Status {
  if (findings.some(({ kind }) => isFailure(kind, failOn))) return 'failed'
  if (findings.some(({ kind }) => kind === 'unchecked' || kind === 'left')) return 'unchecked'
  return notRun === undefined ? 'passed' : 'not run'
}

export function isFailure(kind: FindingKind, failOn: FailOn): boolean {
  return kind === 'violation' || (kind === 'undocumented' && failOn === 'undocumented')
}

/** What the command has to exit with, unless it was interrupted. */
export function exitCodeOf({ checks }: Report, failOn: FailOn): 0 | 1 | 2 {
  // Whoever has to clean up must learn it, whatever else there is.
  if (checks.some(({ findings }) => findings.some(({ kind }) => kind === 'left'))) return 2
  const statuses = checks.map((check) => statusOf(check, failOn))
  if (statuses.includes('failed')) return 1
  return statuses.every((status) => status === 'passed') ? 0 : 2
}

/** How many checks came to what. */
export function countsOf({ checks }: Report, failOn: FailOn): Record<Status, number> {
  const counts = { passed: 0, failed: 0, unchecked: 0, 'not run': 0 }
  for (const check of checks) counts[statusOf(check, failOn)]++
  return counts
}
