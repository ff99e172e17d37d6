import {
  type ContractOptions,
  type ContractViolationError,
  contractFetch,
  type UndocumentedFinding,
} from '../../src/contract/index.ts'
import { accountId } from '../support/account.ts'
import {
  examplesOf,
  type LatestOperationId,
  latestOperations,
  type Operation,
  operations,
  successOf,
} from '../support/description.ts'

export const baseUrl = 'https://api.cloudflare.com/client/v4'
export { accountId }

/** One request and its response; what is left out is as the spec has it. */
export interface Given {
  id?: string
  query?: string
  /** Sent as JSON, but for text, which is sent as it is. */
  body?: unknown
  headers?: Record<string, string>
  status?: number
  /** Sent as JSON, but for text, which is sent as it is. */
  response?: unknown
  contentType?: string
}

export interface Checked {
  violations: ContractViolationError[]
  undocumented: UndocumentedFinding[]
}

/** An operation of the reference edition, or one that only the latest has. */
export const operation = (id: LatestOperationId): Operation<LatestOperationId> =>
  [...operations, ...latestOperations].find(({ operationId }) => operationId === id)!

/** The first example of an operation's success. */
export function successful(id: LatestOperationId): unknown {
  return examplesOf(operation(id).responses[successOf(operation(id))])[0]!.value
}

/** The first example of an operation's body; undefined where it takes none. */
export function exampleBody(id: LatestOperationId): unknown {
  return examplesOf(operation(id).requestBody)[0]?.value
}

export function toAddress({ path }: Pick<Operation, 'path'>, { id = 'docs', query = '' }: Given = {}): string {
  return baseUrl + path.replace('{account_id}', accountId).replace(/\{\w+\}/g, encodeURIComponent(id)) + query
}

export function toResponse(id: LatestOperationId, given: Given = {}): Response {
  const {
    status = Number(successOf(operation(id))),
    response = successful(id),
    contentType = 'application/json',
  } = given
  const headers: Record<string, string> = contentType ? { 'Content-Type': contentType } : {}
  // As bytes: a text would be given a content type.
  return new Response(new TextEncoder().encode(textOf(response)), { status, headers })
}

/** Sends it through a `contractFetch` that collects, and returns what it found. */
export async function exchange(
  id: LatestOperationId,
  given: Given = {},
  options: ContractOptions = {},
): Promise<Checked> {
  const checked: Checked = { violations: [], undocumented: [] }
  const fetch = contractFetch(async () => toResponse(id, given), {
    ...options,
    onViolation: (violation) => checked.violations.push(violation),
    onUndocumented: (undocumented) => checked.undocumented.push(undocumented),
  })
  await fetch(toAddress(operation(id), given), toInit(id, given))
  return checked
}

export function toInit(id: LatestOperationId, given: Given = {}): RequestInit {
  const body = textOf('body' in given ? given.body : exampleBody(id))
  const headers = { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...given.headers }
  return { method: operation(id).method, headers, ...(body !== undefined && { body }) }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What was found, in short: side, place, pointer, what was received and what was expected. */
export function brief(findings: (ContractViolationError | UndocumentedFinding)[]): string[] {
  return findings.map(
    ({ side, place, pointer, expected, received }) => `${side} ${place} ${pointer}: ${received}; expected ${expected}`,
  )
}
