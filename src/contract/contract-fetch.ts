import { redact } from '../client/http/redact.ts'
import type { ContractFinding, Remark } from './finding.ts'
import { findOperation, type Match } from './operation.ts'
import { type AnyFetchInput, parseUrl, readMethod, readRequest } from './read.ts'
import { type ContractOptions, createReporter } from './report.ts'
import { checkRequest, type SentRequest } from './request.ts'
import { checkResponse } from './response.ts'
import { findSecrets, withoutSecrets } from './secrets.ts'

/**
 * Creates a fetch that checks each request and each response of the eleven operations against the spec. Give it to a
 * client of this package as its option `fetch`, or to any other client. It changes neither requests nor responses.
 *
 * @param fetch Sends the requests. Without it the runtime's own fetch.
 * @throws {ContractViolationError} The created fetch throws it when a request or a response breaks the spec, unless
 * `onViolation` is given. A request that breaks the spec is then not sent.
 * @example
 * ```ts
 * import { createClient } from 'cloudflare-mcp-portals'
 * import { contractFetch } from 'cloudflare-mcp-portals/contract'
 *
 * const checked = createClient({
 *   fetch: contractFetch(fetch, { onUndocumented: ({ message }) => console.log(`New in the API: ${message}`) }),
 * })
 * ```
 */
export function contractFetch<Input extends AnyFetchInput = AnyFetchInput>(
  fetch: (input: Input, init?: RequestInit) => Promise<Response> = (input, init) => globalThis.fetch(input, init),
  options: ContractOptions = {},
): (input: Input, init?: RequestInit) => Promise<Response> {
  const report = createReporter(options)
  return async (input, init) => {
    const url = parseUrl(input)
    const method = readMethod(input, init)
    const match = url && findOperation(method, url.pathname)
    if (!url || !match || (match === 'unknown' && options.unknownOperations === 'pass')) return fetch(input, init)
    const { body, forward } = await readRequest(input, init)
    const headers = new Headers(init?.headers ?? (typeof input === 'object' && 'headers' in input ? input.headers : {}))
    const finding = createFinding(match, { method, url, headers, body })
    if (match === 'unknown') {
      report([finding({ place: 'operation', pointer: '', expected: 'an operation of the spec', received: method })])
      return fetch(input, forward)
    }
    report(checkRequest(match, { method, url, headers, body }).map((remark) => finding(remark)))
    const response = await fetch(input, forward)
    const { status } = response
    const received = { status, headers: response.headers, body: await response.clone().text() }
    try {
      report(checkResponse(match.operation, received).map((remark) => finding(remark, status)))
    } catch (violation) {
      response.body?.cancel().catch(() => {}) // It would hold its socket or its memory.
      throw violation
    }
    return response
  }
}

/** Turns remarks on one exchange into whole findings. */
function createFinding(match: Match | 'unknown', request: SentRequest) {
  const { method, url } = request
  const secrets = findSecrets(request)
  const path = redact(url.pathname.slice(url.pathname.indexOf('/accounts/')), secrets)
  const named = match === 'unknown' ? {} : { operationId: match.operation.operationId }
  return (remark: Remark, status?: number): ContractFinding & Pick<Remark, 'kind'> => ({
    ...named,
    method,
    path,
    side: status === undefined ? 'request' : 'response',
    ...(status !== undefined && { status }),
    ...withoutSecrets(remark, secrets),
  })
}
