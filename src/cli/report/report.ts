import type { Edition } from '../../contract/index.ts'
import type { CaseResult, Finding, FindingKind } from '../../verify/index.ts'
import type { FailOn } from '../shell/options.ts'

export type { Finding, FindingKind }

/** One thing that was checked: the worst kind of its findings decides what came of it. */
export type Check = CaseResult

/** What a command found out, for every reporter. Texts in it may come from a server: reporters escape them. */
export interface Report {
  /** The command: `verify`. */
  command: string
  /** What was checked: the address of a server, or of pages. */
  target: string
  /** Which spec it was checked against. */
  spec: { version: string; edition: Edition }
  /** What a check is of, in the plural: `cases`. */
  unit: string
  checks: Check[]
  /** What the reader may want to do about all of it. */
  hints: string[]
}

export const statuses = ['passed', 'failed', 'unchecked', 'skipped', 'not run'] as const

export type Status = (typeof statuses)[number]

/** What came of a check. Only one that was skipped is as good as one that passed. */
export function toStatus({ findings, skipped, notRun }: Check, failOn: FailOn): Status {
  if (findings.some(({ kind }) => isFailure(kind, failOn))) return 'failed'
  if (findings.some(({ kind }) => kind === 'unchecked' || kind === 'left')) return 'unchecked'
  if (notRun !== undefined) return 'not run'
  return skipped === undefined ? 'passed' : 'skipped'
}

export function isFailure(kind: FindingKind, failOn: FailOn): boolean {
  return kind === 'violation' || (kind === 'undocumented' && failOn === 'undocumented')
}

/** What the command has to exit with, unless it was interrupted. */
export function toExitCode({ checks }: Report, failOn: FailOn): 0 | 1 | 2 {
  // Whoever has to clean up must learn it, whatever else there is.
  if (checks.some(({ findings }) => findings.some(({ kind }) => kind === 'left'))) return 2
  const all = checks.map((check) => toStatus(check, failOn))
  if (all.includes('failed')) return 1
  return all.every((status) => status === 'passed' || status === 'skipped') ? 0 : 2
}

/** How many checks came to what. */
export function count({ checks }: Report, failOn: FailOn): Record<Status, number> {
  const counts = { passed: 0, failed: 0, unchecked: 0, skipped: 0, 'not run': 0 }
  for (const check of checks) counts[toStatus(check, failOn)]++
  return counts
}

/** A finding as a sentence, with the exchange that it is about. */
export function toSentence({ message, method, path, status }: Finding): string {
  if (!method || !path) return message
  const short = path.replace(/^\/accounts\/.*\/mcp\//, '…/')
  return `${message} [${method} ${short}${status === undefined ? '' : `: ${status}`}]`
}
