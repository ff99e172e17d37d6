import { redact } from '../client/http/redact.ts'
import type { ContractFinding, Remark } from './finding.ts'
import { type Match, operationOf } from './operation.ts'
import { type AnyFetchInput, methodOf, readRequest, urlOf } from './read.ts'
import { type ContractOptions, reporter } from './report.ts'
import { checkRequest, type SentRequest } from './request.ts'
import { checkAnswer } from './response.ts'
import { discreet, secretsOf } from './secrets.ts'

/**
 * Makes a fetch that checks each request and each answer of the eleven operations against the description: for a client
 * of this package, as its option `fetch`, or for any other. What it checks is not changed.
 *
 * @param fetch Sends the requests. Without it the runtime's own fetch.
 * @throws {ContractViolationError} (the fetch that it makes) when a request or an answer breaks the description, unless
 * `onViolation` takes it; the request is then not sent.
 * @example
 * ```ts
 * import { createClient } from 'cloudflare-mcp-portals'
 * import { contractFetch } from 'cloudflare-mcp-portals/contract'
 *
 * const checked = createClient({
 *   fetch: contractFetch(fetch, { onDrift: ({ message }) => console.log(`new in the API: ${message}`) }),
 * })
 * ```
 */
export function contractFetch<Input extends AnyFetchInput = AnyFetchInput>(
  fetch: (input: Input, init?: RequestInit) => Promise<Response> = (input, init) => globalThis.fetch(input, init),
  options: ContractOptions = {},
): (input: Input, init?: RequestInit) => Promise<Response> {
  const report = reporter(options)
  return async (input, init) => {
    const url = urlOf(input)
    const method = methodOf(input, init)
    const match = url && operationOf(method, url.pathname)
    if (!url || !match || (match === 'unknown' && options.unknownOperations === 'pass')) return fetch(input, init)
    const { body, forward } = await readRequest(input, init)
    const headers = new Headers(init?.headers ?? (typeof input === 'object' && 'headers' in input ? input.headers : {}))
    const finding = findingsOf(match, { method, url, headers, body })
    if (match === 'unknown') {
      report([finding({ place: 'operation', pointer: '', expected: 'one of the description', received: method })])
      return fetch(input, forward)
    }
    report(checkRequest(match, { method, url, headers, body }).map((remark) => finding(remark)))
    const response = await fetch(input, forward)
    const { status } = response
    const answer = { status, headers: response.headers, body: await response.clone().text() }
    try {
      report(checkAnswer(match.operation, answer).map((remark) => finding(remark, status)))
    } catch (violation) {
      response.body?.cancel().catch(() => {}) // It would hold its socket or its memory.
      throw violation
    }
    return response
  }
}

/** Makes whole findings of remarks on one exchange. */
function findingsOf(match: Match | 'unknown', request: SentRequest) {
  const { method, url } = request
  const secrets = secretsOf(request)
  const path = redact(url.pathname.slice(url.pathname.indexOf('/accounts/')), secrets)
  const named = match === 'unknown' ? {} : { operationId: match.operation.operationId }
  return (remark: Remark, status?: number): ContractFinding & Pick<Remark, 'kind'> => ({
    ...named,
    method,
    path,
    side: status === undefined ? 'request' : 'response',
    ...(status !== undefined && { status }),
    ...discreet(remark, secrets),
  })
}
