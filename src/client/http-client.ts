import openapiFetch, { type Client, defaultPathSerializer, type PathSerializer } from 'openapi-fetch'
import type { paths } from '../../generated/schema.ts'
import { checkSegment, fillPath, type Reply } from './http/call.ts'
import { type Clock, systemClock } from './http/clock.ts'
import { invalidResponse } from './http/failure.ts'
import { isKnownPath, type RequestFetch, sendRequest } from './http/request.ts'
import { type HttpClientOptions, type HttpInit, parseInit } from './http-options.ts'
import { checkObject, parseCallOptions, parseOptions } from './options.ts'

/** The openapi-fetch client, typed by the spec. */
export type HttpClient = Client<paths>

/**
 * Makes the client of [openapi-fetch](https://openapi-ts.dev/openapi-fetch/), typed by the spec, which sends as the methods
 * of `createClient` do: with the token, the timeout, and retries where they are safe. It is for what the methods do not
 * offer: middleware, the status and the headers of a response. It resolves to `{ data, error, response }` whatever the
 * status, and does not look into the envelope.
 *
 * The token goes to the origin of `baseUrl` alone, and only where a request has no `Authorization` of its own. A redirect
 * rejects. A retry sends the same bytes; a response that is not retried is what `fetch` returned. A call takes the options of
 * openapi-fetch, and `timeout` and `maxRetries`.
 *
 * @throws {TypeError} when an option is wrong or no token is known; the message names the option. A call rejects with the
 * errors of `createClient`, and with what middleware and serializers throw.
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
  checkObject('options', options)
  const { accountId, apiToken, baseUrl, hooks, timeout, maxRetries, ...rest } = options
  const settings = parseOptions({ accountId, apiToken, baseUrl, hooks, timeout, maxRetries })
  const { fetch, headers = {}, ...given } = parseInit(rest)
  const client = openapiFetch<paths>({ ...given, headers, baseUrl: settings.baseUrl })

  /** Calls a method of openapi-fetch, whose fetch is the road of every call. */
  async function call(method: (init: object) => unknown, template: unknown, options: HttpInit) {
    const { timeout, maxRetries, ...init } = parseInit(options)
    let reply: Reply | undefined
    const road = {
      ...parseCallOptions({ timeout, maxRetries }, settings),
      sources: settings.sources,
      tokens: settings.tokens,
      baseUrl: settings.baseUrl,
      callBaseUrl: init.baseUrl ?? settings.baseUrl,
      sender: {
        apiToken: settings.apiToken,
        hooks: settings.hooks,
        clock,
        onReply: (last: Reply) => {
          reply?.close?.()
          reply = last
        },
      },
      fetch: init.fetch ?? fetch,
      Request: init.Request ?? given.Request ?? Request,
    }
    const send: RequestFetch = (request, extension) => sendRequest(request, road, extension)
    const pathSerializer = init.pathSerializer ?? given.pathSerializer ?? toPathSerializer(template)
    try {
      return await method({ ...init, ...withAccount(init, template, settings.accountId), pathSerializer, fetch: send })
    } catch (error) {
      // What JSON.parse throws quotes the body.
      throw error instanceof SyntaxError && reply ? invalidResponse(reply, 'with a body that is not JSON') : error
    } finally {
      if (init.parseAs !== 'stream') reply?.close?.()
    }
  }

  return new Proxy(client, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name)
      if (typeof method !== 'function' || !Object.hasOwn(target, name) || name === 'use' || name === 'eject')
        return method
      // A method's name comes first where it is an argument.
      const at = name === 'request' ? 1 : 0
      return (...given: unknown[]) =>
        call((init) => method.apply(target, [...given.slice(0, at + 1), init]), given[at], given[at + 1] ?? {})
    },
  })
}

/** The account of the client, for a path whose call names none. */
function withAccount({ params }: HttpInit, template: unknown, accountId: string | undefined): Pick<HttpInit, 'params'> {
  if (accountId === undefined || !String(template).includes('{account_id}')) return {}
  return { params: { ...params, path: { account_id: accountId, ...params?.path } } }
}

/** A path of the spec takes texts alone, and all of them. Any other path is filled as openapi-fetch fills it. */
function toPathSerializer(template: unknown): PathSerializer {
  if (isKnownPath(template)) return fillPath
  return (path, ids) => {
    for (const [name, id] of Object.entries(ids)) checkSegment(name, id)
    return defaultPathSerializer(path, ids)
  }
}
