import type { HeadersOptions, ClientOptions as OpenapiFetchOptions, PathSerializer } from 'openapi-fetch'
import type { RequestFetch } from './http/request.ts'
import { type ClientOptions, checkHeader, checkObject, parseBaseUrl } from './options.ts'

/**
 * Options of the HTTP client: those of `createClient`, and those of openapi-fetch, which are `querySerializer`,
 * `bodySerializer`, `pathSerializer`, `Request`, `requestInitExt`, and what a `Request` takes, such as `credentials` or
 * `cache`. `redirect` is not among them, because a redirect always rejects. The types ask for `account_id` in `params.path`
 * of every call; where a program leaves it out, the client fills in its own.
 */
export interface HttpClientOptions
  extends Omit<ClientOptions, 'fetch' | 'headers'>,
    Omit<OpenapiFetchOptions, 'baseUrl' | 'body' | 'fetch' | 'headers' | 'method' | 'redirect'> {
  /** Sends a `Request`. Without it the runtime's own fetch. */
  fetch?: RequestFetch | undefined
  /** Headers for every request. A call's `null` takes one away. */
  headers?: HeadersOptions | undefined
}

/**
 * Options of one call beside those of openapi-fetch, whose types let any name pass: `satisfies HttpCallOptions` has these
 * two checked.
 *
 * @example
 * ```ts
 * import { createHttpClient, type HttpCallOptions } from 'cloudflare-mcp-portals'
 *
 * const patient = { timeout: 120_000, maxRetries: 5 } satisfies HttpCallOptions
 * await createHttpClient().POST('/accounts/{account_id}/access/ai-controls/mcp/servers/{id}/sync', {
 *   params: { path: { account_id: '023e105f4ecef8ad9ca31a8372d0c353', id: 'docs' } },
 *   ...patient,
 * })
 * ```
 */
export interface HttpCallOptions {
  /** Milliseconds for one attempt; `Infinity` for no limit. */
  timeout?: number | undefined
  /** How many attempts may follow the first, where that is safe. */
  maxRetries?: number | undefined
}

/** What the client itself reads of the options of a call. */
export interface HttpInit extends HttpCallOptions {
  accountId?: undefined
  baseUrl?: string
  fetch?: RequestFetch | undefined
  headers?: HeadersOptions | undefined
  mode?: RequestMode
  params?: { header?: HeadersOptions; path?: Record<string, unknown> }
  parseAs?: string
  pathSerializer?: PathSerializer
  redirect?: RequestRedirect
  Request?: typeof Request
}

/** Refuses what cannot be kept, by its name, and leaves the rest to openapi-fetch. */
export function parseInit<Init extends HttpInit>(init: Init): Init {
  checkObject('options', init)
  const { baseUrl, fetch, headers, mode, params, redirect } = init
  const parsed = { ...init }
  if (init.accountId !== undefined) throw new TypeError('accountId: a call names it as account_id in params.path')
  if (redirect !== undefined && redirect !== 'error') throw new TypeError('redirect: a redirect always rejects')
  if (mode === 'no-cors') throw new TypeError('mode: no-cors hides every response')
  if (fetch !== undefined && typeof fetch !== 'function') throw new TypeError('fetch: expected a function')
  // The token stays at the origin of the client's base URL, which is checked already.
  if (baseUrl !== undefined) parsed.baseUrl = parseBaseUrl(baseUrl, false)
  if (headers !== undefined) parsed.headers = parseHeaders(headers)
  if (params?.header) parseHeaders(params.header)
  return parsed
}

/** Headers as openapi-fetch takes them: `Headers` or a record. It drops what else holds pairs. */
function parseHeaders(headers: HeadersOptions): HeadersOptions {
  if (Object(headers) !== headers) throw new TypeError('headers: expected Headers, a plain object or pairs')
  const arePairs = Symbol.iterator in headers
  // Not as pairs: the types of Deno have Headers of lists of text.
  const pairs: Iterable<readonly unknown[]> = arePairs ? Array.from(headers) : Object.entries(headers)
  for (const [name, value] of pairs) {
    for (const each of Array.isArray(value) ? value : [value]) checkHeader(String(name), String(each ?? ''))
  }
  return arePairs ? new Headers(headers) : headers
}
