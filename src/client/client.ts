import openapiFetch, { type Client } from 'openapi-fetch'
import type { paths } from '../../generated/schema.ts'
import { fillPath } from './address.ts'
import { caller } from './caller.ts'
import { type Clock, systemClock } from './http/clock.ts'
import { Exchange } from './http/exchange.ts'
import type { Sender } from './http/retry.ts'
import { standardFetch } from './http/standard.ts'
import { type ClientOptions, settingsOf } from './options.ts'
import { type Portals, portals } from './portals.ts'
import { type RateLimit, rateLimitOf } from './rate-limit.ts'
import { type Servers, servers } from './servers.ts'

/** A client of the API for MCP portals and MCP servers. */
export interface McpPortals {
  /** MCP portals: list, create, read, update, delete. */
  readonly portals: Portals
  /** MCP servers: list, create, read, update, delete, sync. */
  readonly servers: Servers
  /**
   * The openapi-fetch client underneath, typed by the description, for what the methods do not offer: the status and the
   * headers of an answer, middleware of your own. It sends as the methods do, with token, repetitions and time-out, but
   * resolves to `{ data, error, response }` for whatever is answered, and does not look into the envelope. Where no answer
   * comes, or a successful one that is not JSON, it rejects as they do.
   *
   * @example
   * ```ts
   * const { data, error, response } = await mcp.http.GET('/accounts/{account_id}/access/ai-controls/mcp/servers', {
   *   params: { path: { account_id: '023e105f4ecef8ad9ca31a8372d0c353' }, query: { per_page: 100 } },
   * })
   * console.log(response.status, data?.result_info?.total_count, error?.errors)
   * ```
   */
  readonly http: Client<paths>
  /**
   * What the last answer said of the rate limit, 1200 requests in five minutes for each token; undefined before the first
   * answer, and where the last one says nothing.
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
  const settings = settingsOf(options)
  const { baseUrl, headers, fetch, apiToken, hooks, timeout, maxRetries } = settings
  let lastHeaders: Headers | undefined
  const sender: Sender = {
    fetch,
    apiToken,
    hooks,
    clock,
    seen: (seen) => {
      lastHeaders = seen
    },
  }
  const shared = { baseUrl, headers, pathSerializer: fillPath }
  const light = openapiFetch<paths>({
    ...shared,
    // Neither is what the types say, but both are what openapi-fetch uses of them: see Exchange.
    Request: Exchange as unknown as typeof Request,
    fetch: ((exchange: Exchange) => exchange) as unknown as (request: Request) => Promise<Response>,
  })
  const call = caller(light, settings, sender)
  let http: Client<paths> | undefined
  return {
    portals: portals(call),
    servers: servers(call),
    // Made when it is first asked for: the standard Request takes 20 ms and more to load on Node.
    get http() {
      http ??= openapiFetch<paths>({ ...shared, fetch: standardFetch(sender, { timeout, maxRetries }) })
      return http
    },
    get rateLimit() {
      return rateLimitOf(lastHeaders)
    },
  }
}
