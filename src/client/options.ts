import { listQuery, serverUrl } from '../../generated/operations.ts'
import type { Hooks } from './hooks.ts'
import type { Fetch } from './http/fetch.ts'

/** A token, a function that returns one before each attempt, or null where a proxy adds it. */
export type ApiToken = string | (() => string | Promise<string>) | null

/** Options of a client. */
export interface ClientOptions {
  /**
   * Identifier of the account. Without it `CLOUDFLARE_ACCOUNT_ID` of the environment; where neither is given, every call
   * has to name its account.
   */
  accountId?: string | undefined
  /**
   * API token with the permission "MCP Portals Read" or "MCP Portals Write", or a function that returns one before each
   * attempt. Without it `CLOUDFLARE_API_TOKEN` of the environment. `null` sends no token, for a proxy that adds it.
   */
  apiToken?: ApiToken | undefined
  /**
   * Where the API is: without it `CLOUDFLARE_BASE_URL` of the environment, else `https://api.cloudflare.com/client/v4`.
   * Plain http is accepted for this machine only, unless no token is sent.
   */
  baseUrl?: string | undefined
  /** Sends a request. Without it the runtime's own fetch. */
  fetch?: Fetch | undefined
  /** Milliseconds for one attempt: token function, request hook and body included. 60,000 without it; `Infinity` for no limit. */
  timeout?: number | undefined
  /** How many attempts may follow the first, where that is safe. 2 without it. */
  maxRetries?: number | undefined
  /** Headers for every request. */
  headers?: Record<string, string | undefined> | undefined
  /** Functions that the client calls for each request, response and retry. */
  hooks?: Hooks | undefined
}

/** Options of one call; each takes precedence over the client's. */
export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Milliseconds for one attempt; `Infinity` for no limit. */
  timeout?: number | undefined
  /** How many attempts may follow the first, where that is safe. */
  maxRetries?: number | undefined
  /** Headers for this call, beside the client's. */
  headers?: Record<string, string | undefined> | undefined
  /** The account that the call is about. */
  accountId?: string | undefined
}

/** Options of a list. */
export interface ListOptions extends CallOptions {
  /**
   * How many pages an iteration may fetch at once, where the number of pages is known; where it is not, one page ahead.
   * 1 without it, which fetches a page when it is needed.
   */
  concurrency?: number | undefined
}

/** The environment variable that a setting came from, where it came from one. */
export interface Sources {
  accountId?: string | undefined
  apiToken?: string | undefined
  baseUrl?: string | undefined
}

/** What a client works with once options, environment and defaults are put together. */
export interface Settings {
  accountId: string | undefined
  apiToken: ApiToken
  baseUrl: string
  /** Undefined for the runtime's own, which is looked up at each call. */
  fetch: Fetch | undefined
  timeout: number
  maxRetries: number
  /** Names in lower case. */
  headers: Record<string, string>
  hooks: Hooks
  sources: Sources
  /** The token, where it is known before a call. */
  tokens: readonly string[]
  signal?: undefined
}

const maxTimer = 2 ** 31 - 1
const optionNames = /^(signal|timeout|maxRetries|headers|accountId|concurrency)$/

/** Checks the options and fills in what they leave out. Throws a `TypeError` that names the option. */
export function parseOptions(options: ClientOptions): Settings {
  checkObject('options', options)
  const { hooks = {}, timeout = 60_000, maxRetries = 2, fetch } = options
  const sources: Sources = {}
  const setting = <Value>(name: 'accountId' | 'apiToken' | 'baseUrl', value: Value | undefined) => {
    if (value !== undefined) return value
    const variable = `CLOUDFLARE_${name.replace(/[A-Z]/, '_$&').toUpperCase()}`
    const found = environment(variable)
    if (found !== undefined) sources[name] = variable
    return found
  }
  const apiToken = setting('apiToken', options.apiToken)
  if (apiToken === undefined) throw new TypeError('apiToken: neither this option nor CLOUDFLARE_API_TOKEN is set')
  if (typeof apiToken !== 'function' && apiToken !== null) checkToken(apiToken)
  if (fetch !== undefined && typeof fetch !== 'function') throw new TypeError('fetch: expected a function')
  checkHooks(hooks)
  return {
    accountId: setting('accountId', options.accountId ?? undefined),
    apiToken,
    baseUrl: parseBaseUrl(setting('baseUrl', options.baseUrl) ?? serverUrl, apiToken !== null),
    fetch,
    hooks,
    headers: parseHeaders(options.headers),
    sources,
    tokens: typeof apiToken === 'string' ? [apiToken] : [],
    ...checkLimits({ timeout, maxRetries }),
  }
}

/** What of the options of a call and of the client holds for the call. Throws a `TypeError` that names the option. */
export function parseCallOptions(options: ListOptions, settings: Settings) {
  checkObject('options', options)
  const { signal, concurrency = 1 } = options
  checkSignal(signal)
  if (!(Number.isInteger(concurrency) && concurrency > 0)) {
    throw new TypeError(`concurrency: expected a whole number from 1, but it is ${String(concurrency)}`)
  }
  return {
    signal: signal ?? undefined,
    headers: { ...settings.headers, ...parseHeaders(options.headers) },
    accountId: options.accountId ?? settings.accountId,
    ...checkLimits({
      timeout: options.timeout ?? settings.timeout,
      maxRetries: options.maxRetries ?? settings.maxRetries,
    }),
  }
}

/** Refuses what is no plain object: a list, a Map, text. */
export function checkObject(name: string, value: unknown): void {
  if (Object.prototype.toString.call(value) === '[object Object]') return
  throw new TypeError(`${name}: expected a plain object`)
}

/** Refuses what the API reference does not allow in the query of a list, and options in its place. */
export function checkQuery(query: object): void {
  checkObject('query', query)
  for (const [name, value] of Object.entries(query)) {
    const limits = listQuery[name]
    if (!limits)
      throw new TypeError(
        `query: ${name} is no parameter of a list${optionNames.test(name) ? '; options come after it' : ''}`,
      )
    if (value === undefined) continue
    const [minimum, maximum = Number.POSITIVE_INFINITY] = limits
    if (minimum === undefined) encode(name, value)
    else if (!(Number.isInteger(value) && value >= minimum && value <= maximum)) {
      throw new TypeError(
        `${name}: expected a whole number from ${minimum}${maximum < Infinity ? ` to ${maximum}` : ''}, but it is ${String(value)}`,
      )
    }
  }
}

/** Text as a part of a URL. Throws a `TypeError` that names the argument. */
export function encode(name: string, text: unknown): string {
  if (typeof text !== 'string') {
    throw new TypeError(`${name}: expected a string, but it is ${text === null ? 'null' : typeof text}`)
  }
  try {
    return encodeURIComponent(text)
  } catch {
    throw new TypeError(`${name}: holds half of a surrogate pair`)
  }
}

/** The account that a path names; an id out of a file often ends with a newline. */
export function checkAccountId(accountId: unknown): void {
  if (accountId === undefined) throw new TypeError('accountId: neither this option nor CLOUDFLARE_ACCOUNT_ID is set')
  // A zero-width space, which is copied unseen, is of the class Cf.
  if (typeof accountId === 'string' && /[\s\p{Cc}\p{Cf}]/u.test(accountId)) {
    throw new TypeError('accountId: holds white space or a control character')
  }
}

/** Refuses a token that RFC 6750 does not allow; the error names a character, and never quotes the token. */
export function checkToken(token: unknown): asserts token is string {
  if (typeof token === 'string' && /^[\w.~+/-]+=*$/.test(token)) return
  throw new TypeError(
    `apiToken: expected a bearer token, but it ${typeof token === 'string' ? toFault(token) : `is ${typeof token}`}`,
  )
}

function toFault(token: string): string {
  if (token === '') return 'is an empty string'
  if (/^bearer /i.test(token)) return "begins with 'Bearer ', which the client adds"
  const at = token.search(/[^\w.~+/=-]/)
  const point = token.codePointAt(at) ?? 0
  if (at < 0) return "has '=' before its end"
  return `holds U+${point.toString(16).toUpperCase().padStart(4, '0')} at ${at === token.trimEnd().length ? 'its end' : `position ${at + 1}`}`
}

function checkHooks(hooks: Hooks): void {
  checkObject('hooks', hooks)
  for (const name of ['request', 'response', 'retry'] as const) {
    if (typeof (hooks[name] ?? checkHooks) !== 'function') throw new TypeError(`hooks.${name}: expected a function`)
  }
}

/** Headers with their names in lower case. */
function parseHeaders(headers: ClientOptions['headers']): Record<string, string> {
  const parsed: Record<string, string> = {}
  if (headers == null) return parsed
  checkObject('headers', headers)
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    checkHeader(name, value)
    parsed[name.toLowerCase()] = value
  }
  return parsed
}

/** Refuses a header that no request can carry; the error names the header, and never quotes its value. */
export function checkHeader(name: string, value: unknown): void {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
    throw new TypeError(`headers: ${JSON.stringify(name)} is no name of a header`)
  if (typeof value !== 'string') throw new TypeError(`headers: ${name}: expected a string, but it is ${typeof value}`)
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
    throw new TypeError(`headers: ${name}: holds a character that no header may`)
}

/** The base URL without a slash at its end, if requests may be sent there. */
export function parseBaseUrl(baseUrl: unknown, hasToken: boolean): string {
  const url = typeof baseUrl === 'string' ? parseUrl(baseUrl) : undefined
  if (!url) throw new TypeError('baseUrl: expected an absolute URL')
  const { protocol, hostname, origin, pathname, username, password, search, hash } = url
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError(`baseUrl: expected https:, not ${protocol}`)
  if (username || password || search || hash) {
    throw new TypeError(
      'baseUrl: expected an origin and a path, without a user name, a password, a query or a fragment',
    )
  }
  if (protocol === 'http:' && hasToken && !isLoopback(hostname)) {
    throw new TypeError(`baseUrl: expected https:, because http: would send the token to ${hostname} unencrypted`)
  }
  return (origin + pathname).replace(/\/+$/, '')
}

/** A URL; undefined where the text is none. */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}

/** Hosts that reach this machine without a lookup. */
function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
}

/** The limits themselves, if they can be kept. */
function checkLimits<L extends { timeout: number; maxRetries: number }>(limits: L): L {
  checkDuration('timeout', limits.timeout)
  const { maxRetries } = limits
  if (!(Number.isInteger(maxRetries) && maxRetries >= 0)) {
    throw new TypeError(`maxRetries: expected 0 or more, but it is ${String(maxRetries)}`)
  }
  return limits
}

/** Refuses what no timer takes. */
export function checkDuration(name: string, value: unknown): void {
  if (typeof value === 'number' && value > 0 && (value <= maxTimer || value === Infinity)) return
  throw new TypeError(`${name}: expected milliseconds from 1 to ${maxTimer}, or Infinity, but it is ${String(value)}`)
}

/** Refuses a signal that is none. */
export function checkSignal(signal: AbortSignal | null | undefined): void {
  if (signal != null && typeof signal.addEventListener !== 'function') {
    throw new TypeError('signal: expected an AbortSignal')
  }
}

function environment(name: string): string | undefined {
  try {
    return (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.[name] || undefined
  } catch {
    return undefined // Deno without the permission to read the environment
  }
}
