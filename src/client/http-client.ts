import openapiFetch, {
  type Client,
  type HeadersOptions,
  type ClientOptions as OpenapiFetchOptions,
} from 'openapi-fetch'
import type { paths } from '../../generated/schema.ts'
import { fillPath, type Reply } from './http/call.ts'
import { type Clock, systemClock } from './http/clock.ts'
import { invalidResponse } from './http/failure.ts'
import { type RequestFetch, sendRequest } from './http/request.ts'
import { type ClientOptions, checkHeader, parseCallOptions, parseOptions } from './options.ts'

/** The openapi-fetch client, typed by the spec. */
export type HttpClient = Client<paths>

/** Options of this client beside those of openapi-fetch. A call takes `timeout` and `maxRetries` as well. */
export interface HttpClientOptions
  extends Omit<ClientOptions, 'fetch' | 'headers'>,
    Omit<OpenapiFetchOptions, 'baseUrl' | 'body' | 'method' | 'redirect'> {}

/** What this client reads of the options of a call. */
interface CallInit {
  timeout?: number
  maxRetries?: number
  fetch?: RequestFetch
  headers?: HeadersOptions
  redirect?: RequestRedirect
  Request?: typeof Request
}

/**
 * Makes the client of [openapi-fetch](https://openapi-ts.dev/openapi-fetch/), typed by the spec, which sends as the methods
 * of `createClient` do: with the token, the timeout, and retries where they are safe. It is for what the methods do not
 * offer: middleware, the status and the headers of a response. It resolves to `{ data, error, response }` whatever the
 * status, and does not look into the envelope.
 *
 * The token goes to the origin of `baseUrl` alone, and only where a request has no `Authorization` of its own. A redirect
 * rejects. A retry sends the same bytes; a response that is not retried is what `fetch` returned.
 *
 * @throws {TypeError} when an option is wrong or no token is known; the message names the option.
 * @example
 * ```ts
 * import { createHttpClient } from 'cloudflare-mcp-portals'
 *
 * const http = createHttpClient()
 * const { data, error, response } = await http.GET('/accounts/{account_id}/access/ai-controls/mcp/servers', {
 *   params: { path: { account_id: '023e105f4ecef8ad9ca31a8372d0c353' }, query: { per_page: 100 } },
 * })
 * console.log(response.status, data?.result_info?.total_count, error?.errors)
 * ```
 */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  return createHttpClientAt(systemClock, options)
}

/** The same under another clock, for tests. */
export function createHttpClientAt(clock: Clock, options: HttpClientOptions): HttpClient {
  const { accountId, apiToken, baseUrl, hooks, timeout, maxRetries, fetch, ...rest } = options
  const settings = parseOptions({ accountId, apiToken, baseUrl, hooks, timeout, maxRetries })
  const sender = { apiToken: settings.apiToken, hooks: settings.hooks, clock }
  const client = openapiFetch<paths>({ pathSerializer: fillPath, ...checkInit(rest), baseUrl: settings.baseUrl })

  /** The options of a call as openapi-fetch is to see them: it calls the fetch, which sends on the road of every call. */
  const toInit = ({ timeout, maxRetries, ...init }: CallInit, onReply: (reply: Reply) => void) => {
    const limits = parseCallOptions({ timeout, maxRetries }, settings)
    const road = {
      ...limits,
      sources: settings.sources,
      tokens: settings.tokens,
      baseUrl: settings.baseUrl,
      sender: { ...sender, onReply },
      fetch: init.fetch ?? fetch ?? globalThis.fetch,
      Request: init.Request ?? options.Request ?? Request,
    }
    const send: RequestFetch = (request, extension) => sendRequest(request, road, extension)
    return { ...checkInit(init), fetch: send }
  }
  return new Proxy(client, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function' || name === 'use' || name === 'eject') return method
      const at = name === 'request' ? 2 : 1
      return async (...given: unknown[]) => {
        let reply: Reply | undefined
        given[at] = toInit(Object(given[at]), (last) => {
          reply = last
        })
        try {
          return await method.apply(target, given)
        } catch (error) {
          // What JSON.parse throws quotes the body.
          throw error instanceof SyntaxError && reply ? invalidResponse(reply, 'with a body that is not JSON') : error
        }
      }
    },
  })
}

/** Refuses what this client cannot keep, and makes `Headers` of pairs, which openapi-fetch takes for a record. */
function checkInit<Init extends CallInit>(init: Init): Init {
  if (init.redirect !== undefined && init.redirect !== 'error')
    throw new TypeError('redirect: a redirect always rejects')
  const { headers } = init
  return headers === undefined ? init : { ...init, headers: toHeaders(headers) }
}

function toHeaders(headers: HeadersOptions): HeadersOptions {
  const pairs = headers instanceof Headers || Array.isArray(headers) ? [...headers] : Object.entries(headers)
  for (const [name, value] of pairs)
    for (const each of [value].flat()) checkHeader(name, each == null ? '' : String(each))
  return Array.isArray(headers) ? new Headers(headers) : headers
}
