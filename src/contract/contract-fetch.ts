import { cancel, isReadable, toHeaders } from '../client/http/attempt.ts'
import type { Fetch, FetchResponse } from '../client/http/fetch.ts'
import { type ReadRequest, readRequest, readResponse } from './body.ts'
import { checkExchange } from './check.ts'
import { findOperation } from './operation.ts'
import { type ContractOptions, checkOptions, createReporter } from './report.ts'
import { startRun } from './run.ts'
import { createScope } from './scope.ts'

/** A fetch as the standard has it. */
export type StandardFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/** The same for whoever has addresses only. */
export type AddressFetch = (url: string, init?: RequestInit) => Promise<Response>

/** Any of them: TypeScript holds the parameters of a method less strictly against one another. */
interface AnyFetch {
  send(input: string | URL | Request, init?: RequestInit): Promise<FetchResponse>
}

/**
 * Creates a fetch that checks each request and each response of the eleven operations against the spec. Give it to a
 * client of this package as its option `fetch`, or to any other client. It changes neither requests nor responses.
 *
 * @param fetch Sends the requests. Without it the runtime's own fetch.
 * @throws {ContractViolationError} The created fetch throws it when a request or a response breaks the spec, unless
 * `onViolation` is given. A request that breaks the spec is then not sent.
 * @throws {TypeError} An option is wrong.
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
export function contractFetch(fetch?: StandardFetch, options?: ContractOptions): StandardFetch
export function contractFetch(fetch: AddressFetch, options?: ContractOptions): AddressFetch
export function contractFetch(fetch: Fetch, options?: ContractOptions): Fetch
export function contractFetch(
  fetch: AnyFetch['send'] = (input, init) => globalThis.fetch(input, init),
  options: ContractOptions = {},
): AnyFetch['send'] {
  checkOptions(fetch, options)
  const report = createReporter(options)
  const scope = createScope(options.baseUrl)
  const run = startRun(scope.hosts)
  const { edition = 'reference', unknownFields = 'violation' } = options
  return async (input, init) => {
    const url = parseUrl(input)
    const method = readMethod(input, init)
    const match = url && findOperation(method, url.pathname)
    if (!url || !match || !scope.includes(url)) {
      run.pass(
        url && match
          ? { operation: match === 'unknown' ? method : match.operation.operationId, host: url.host }
          : undefined,
      )
      return fetch(input, init)
    }
    if (match === 'unknown' && options.unknownOperations === 'pass') return fetch(input, init)
    run.check()
    const read = await readRequest(input, init)
    const sent = { method, url, headers: readHeaders(input, init, read), body: read.body }
    const check = checkExchange(match, sent, { edition, unknownFields })
    await report(check.request)
    const response = await fetch(input, read.init)
    // Without a body that can be read it is no response, or an opaque one: whoever takes it knows what to say of that.
    if (match === 'unknown' || !isReadable(response) || response.status === 0) return response
    const { status = 200 } = response
    const { body, forward } = await readResponse(response)
    try {
      await report(check.checkResponse({ status, contentType: toHeaders(response).get('content-type'), body }))
    } catch (violation) {
      cancel(forward) // It would hold its socket or its memory.
      throw violation
    }
    return forward
  }
}

/** The URL of a request; undefined if it cannot be parsed. */
function parseUrl(input: string | URL | Request): URL | undefined {
  const address = typeof input === 'object' && 'url' in input ? input.url : String(input)
  const base = (globalThis as { location?: { href?: string } }).location?.href
  try {
    return new URL(address, base)
  } catch {
    return undefined
  }
}

/** The method of a request, in capitals. */
function readMethod(input: string | URL | Request, init: RequestInit | undefined): string {
  return (init?.method ?? (typeof input === 'object' && 'method' in input ? input.method : 'GET')).toUpperCase()
}

function readHeaders(
  input: string | URL | Request,
  init: RequestInit | undefined,
  { contentType }: ReadRequest,
): Headers {
  const headers = new Headers(init?.headers ?? (typeof input === 'object' && 'headers' in input ? input.headers : {}))
  if (contentType !== null && !headers.has('content-type')) headers.set('content-type', contentType)
  return headers
}
