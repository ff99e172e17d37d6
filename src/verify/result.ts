import type { ContractFinding, UndocumentedFinding } from '../contract/index.ts'

/** What a server did that the contract does not allow. */
export interface Violation {
  message: string
  /** Where one exchange breaks the description; absent where exchanges contradict one another. */
  at?: { operationId: string | undefined; side: ContractFinding['side']; status: number | undefined; pointer: string }
}

/** What came of one case. */
export interface CaseResult {
  /** What the server has to do, as a sentence without its subject. */
  name: string
  /** Whether the case was run to its end and the contract was met. */
  ok: boolean
  violations: Violation[]
  /** What the spec does not have; each is reported by the first case that met it. */
  undocumented: UndocumentedFinding[]
  /** Why the case was not run, or not to its end. */
  failure?: string | undefined
  /** Milliseconds. */
  duration: number
}

export function newResult(name: string): CaseResult {
  return { name, ok: false, violations: [], undocumented: [], duration: 0 }
}

/** The same for each item of a list, and for each request of an operation. */
export function kindOf(finding: ContractFinding): string {
  const { operationId, side, status, place, pointer, expected, received } = finding
  const anywhere = pointer.replace(/\/\d+(?=\/|$)/g, '/0')
  return [operationId, side, status, place, anywhere, expected, received].join(' ')
}
