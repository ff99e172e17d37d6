import { createCaller } from './caller.ts'
import type { Sender } from './http/call.ts'
import { type Clock, systemClock } from './http/clock.ts'
import type { FetchInit, ResponseHeaders } from './http/fetch.ts'
import { sentOnce } from './http/once.ts'
import { type ClientOptions, parseOptions, type Settings } from './options.ts'
import { createPortals, type Portals } from './portals.ts'
import { parseRateLimit, type RateLimit } from './rate-limit.ts'
import { createServers, type Servers } from './servers.ts'

/** A client of the API for MCP portals and MCP servers. */
export interface McpPortals {
  /** MCP portals: list, create, read, update, delete. */
  readonly portals: Portals
  /** MCP servers: list, create, read, update, delete, sync. */
  readonly servers: Servers
  /**
   * The rate limit as the last response stated it, 1200 requests in five minutes for each token; undefined before the first
   * response, and where the last one states none.
   *
   * @example
   * ```ts
   * if (mcp.rateLimit?.remaining === 0) console.warn(`wait ${mcp.rateLimit.reset} s`)
   * ```
   */
  readonly rateLimit: RateLimit | undefined
}

/**
 * Makes a client. It sends nothing, and holds no connection.
 *
 * @param options Account, token and whatever differs from the defaults; what is left out is looked up in
 * `CLOUDFLARE_ACCOUNT_ID`, `CLOUDFLARE_API_TOKEN` and `CLOUDFLARE_BASE_URL` where the runtime has an environment.
 * @throws {TypeError} when an option is wrong or no token is known; the message names the option and never quotes a token.
 * @example
 * ```ts
 * import { createClient } from 'cloudflare-mcp-portals'
 *
 * const mcp = createClient({ accountId: '023e105f4ecef8ad9ca31a8372d0c353', apiToken: 'your-token', timeout: 10_000 })
 * ```
 */
export function createClient(options: ClientOptions = {}): McpPortals {
  return createClientAt(systemClock, options)
}

/** The same under another clock, for tests. */
export function createClientAt(clock: Clock, options: ClientOptions): McpPortals {
  const settings = parseOptions(options)
  let lastHeaders: ResponseHeaders | undefined
  const caller = createCaller(settings, {
    fetch: createFetch(settings),
    apiToken: settings.apiToken,
    hooks: settings.hooks,
    clock,
    onReply: ({ headers }) => {
      lastHeaders = headers
    },
  })
  return {
    portals: createPortals(caller),
    servers: createServers(caller),
    get rateLimit() {
      return parseRateLimit(lastHeaders)
    },
  }
}

function createFetch({ fetch }: Settings): Sender['fetch'] {
  return ({ operation, url, body }, headers, signal) => {
    const init: FetchInit = { method: operation.method, headers, redirect: 'manual' }
    if (body !== undefined) init.body = body
    if (signal) init.signal = signal
    if (fetch) return fetch(url, init)
    return globalThis.fetch(
      url,
      operation.repeatable || body === undefined ? init : sentOnce(init, new TextEncoder().encode(body)),
    )
  }
}
