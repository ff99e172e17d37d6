import { serverUrl } from '../../generated/operations.ts'
import { checkedBaseUrl } from './address.ts'
import { type ApiToken, checkedToken } from './http/authorise.ts'
import type { Fetch } from './http/exchange.ts'
import type { Hooks } from './http/hooks.ts'

/** Options of a client. */
export interface ClientOptions {
  /**
   * Identifier of the account. Without it `CLOUDFLARE_ACCOUNT_ID` of the environment; where neither is given, every call
   * has to name its account.
   */
  accountId?: string | undefined
  /**
   * API token with the permission "MCP Portals Read" or "MCP Portals Write", or a function that is asked for one before
   * each request, repetitions included. Without it `CLOUDFLARE_API_TOKEN` of the environment. `null` sends no token, for
   * a proxy that adds it.
   */
  apiToken?: ApiToken | undefined
  /**
   * Where the API is: without it `CLOUDFLARE_BASE_URL` of the environment, else `https://api.cloudflare.com/client/v4`.
   * Plain http is taken for this machine only, unless no token is sent.
   */
  baseUrl?: string | undefined
  /** Sends a request, called with a URL and an init. Without it the runtime's own fetch. */
  fetch?: Fetch | undefined
  /** Milliseconds for each try, the body included. 60,000 without it; `Infinity` for no limit. */
  timeout?: number | undefined
  /** How often a failed request is sent again where that is safe. 2 without it. */
  maxRetries?: number | undefined
  /** Headers for every request. */
  headers?: Record<string, string> | undefined
  /** Functions that are told of each request, answer and repetition. */
  hooks?: Hooks | undefined
}

/** Options of one call; each takes precedence over the client's. */
export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Milliseconds for each try, the body included; `Infinity` for no limit. */
  timeout?: number | undefined
  /** How often a failed request is sent again where that is safe. */
  maxRetries?: number | undefined
  /** Headers for this call, beside the client's. */
  headers?: Record<string, string> | undefined
  /** The account that the call is about. */
  accountId?: string | undefined
}

/** What a client works with once options, environment and defaults are put together. */
export interface Settings {
  accountId: string | undefined
  apiToken: ApiToken
  baseUrl: string
  fetch: Fetch
  timeout: number
  maxRetries: number
  headers: Record<string, string>
  hooks: Hooks
}

const longestTimer = 2 ** 31 - 1

/** Checks the options and fills in what they leave out; a `TypeError` names the option that is wrong. */
export function settingsOf(options: ClientOptions): Settings {
  const { hooks = {}, headers = {}, timeout = 60_000, maxRetries = 2 } = options
  const apiToken = options.apiToken === undefined ? environment('CLOUDFLARE_API_TOKEN') : options.apiToken
  if (apiToken === undefined) throw new TypeError('apiToken: neither this option nor CLOUDFLARE_API_TOKEN is set')
  if (typeof apiToken !== 'function' && apiToken !== null) checkedToken(apiToken)
  // Looked up at each call, so that a fetch that is replaced later is used.
  const fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init))
  if (typeof fetch !== 'function') throw new TypeError('fetch: expected a function')
  const baseUrl = options.baseUrl ?? environment('CLOUDFLARE_BASE_URL') ?? serverUrl
  return {
    accountId: options.accountId ?? environment('CLOUDFLARE_ACCOUNT_ID'),
    apiToken,
    baseUrl: checkedBaseUrl(baseUrl, apiToken !== null),
    fetch,
    hooks,
    headers,
    ...checkedLimits({ timeout, maxRetries }),
  }
}

/** The limits themselves, if they can be kept. */
export function checkedLimits<L extends { timeout: number; maxRetries: number }>(limits: L): L {
  const { timeout, maxRetries } = limits
  if (!(typeof timeout === 'number' && timeout > 0 && (timeout <= longestTimer || timeout === Infinity))) {
    throw new TypeError(
      `timeout: expected milliseconds from 1 to ${longestTimer}, or Infinity, but it is ${String(timeout)}`,
    )
  }
  if (!(Number.isInteger(maxRetries) && maxRetries >= 0)) {
    throw new TypeError(`maxRetries: expected 0 or more, but it is ${String(maxRetries)}`)
  }
  return limits
}

function environment(name: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.[name] || undefined
  } catch {
    return undefined // Deno without the permission to read the environment
  }
}
