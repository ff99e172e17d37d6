import { type ContractDrift, type ContractFinding, sentenceOf } from './finding.ts'
import { ContractViolationError } from './violation.ts'

/** What a `contractFetch` does with what it finds. */
export interface ContractOptions {
  /** Told of each violation. Without it the first of a request or an answer is thrown, with the `others` in it. */
  onViolation?: ((violation: ContractViolationError) => void) | undefined
  /**
   * Told where an answer goes beyond the description, once for each place of an answer, whatever the position in a list.
   * Without it each is written to `console.warn` once.
   */
  onDrift?: ((drift: ContractDrift) => void) | undefined
  /**
   * What a request is that goes to this API, but to none of the eleven operations: a violation without this option, or
   * nothing of interest. Requests to anything else always pass.
   */
  unknownOperations?: 'violation' | 'pass' | undefined
}

type Reported = ContractFinding & { kind?: ContractDrift['kind'] }

/** Hands each finding to whom the options name, or throws. */
export function reporter({ onViolation, onDrift = warnOnce() }: ContractOptions): (findings: Reported[]) => void {
  return (findings) => {
    const violations = findings.filter(({ kind }) => kind === undefined)
    for (const drift of driftOf(findings)) onDrift(drift)
    const errors = violations.map((violation) => new ContractViolationError(violation))
    if (!onViolation && violations[0]) throw new ContractViolationError(violations[0], errors.slice(1))
    for (const error of errors) onViolation?.(error)
  }
}

/** What is new in a hundred items of a list is new once. */
function driftOf(findings: Reported[]): ContractDrift[] {
  const distinct = new Map<string, ContractDrift>()
  for (const finding of findings) {
    const { kind } = finding
    const key = keyOf(finding)
    if (kind && !distinct.has(key)) distinct.set(key, { ...finding, kind, message: sentenceOf(finding) })
  }
  return [...distinct.values()]
}

function keyOf({ operationId, side, status, place, pointer, received }: Reported): string {
  return [operationId, side, status, place, pointer.replace(/\/\d+(?=\/|$)/g, '/0'), received].join(' ')
}

function warnOnce(): (drift: ContractDrift) => void {
  const known = new Set<string>()
  return (drift) => {
    const key = keyOf(drift)
    if (known.has(key)) return
    known.add(key)
    console.warn(`New in the API: ${drift.message}`)
  }
}
