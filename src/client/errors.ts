/** What an error knows of the call that failed. */
export interface FailedCall {
  /** The method of this client, as in `portals.read`. For a path that the API reference does not have: `http`. */
  operation: string
  /** The HTTP method. */
  method: string
  /** The path below the base URL, without the query. */
  path: string
  /** How many requests were sent, retries included. */
  attempts: number
  /**
   * `rejected` when no attempt of the call can have changed anything, so always for a read; `unknown` when an attempt may
   * have: its response is missing, unreadable, or a failure of the server.
   */
  outcome: 'rejected' | 'unknown'
}

/** On the prototype of every error: the names of its classes. Another copy of this package knows an error by it. */
const brand = Symbol.for('cloudflare-mcp-portals.error')

/**
 * The base of every error that a call of this client rejects with, but for the caller's own abort reason and a
 * `TypeError` for a wrong argument. No error holds the token or a value of `auth_credentials`. `instanceof` also holds for
 * an error of another copy of this package, or of another realm. `JSON.stringify` writes an error with its name and message.
 *
 * @example
 * ```ts
 * import { McpPortalsError } from 'cloudflare-mcp-portals'
 *
 * await mcp.servers.create({ id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' })
 *   .catch((error) => {
 *     if (error instanceof McpPortalsError && error.outcome === 'unknown') console.warn('It may have been created')
 *     else throw error
 *   })
 * ```
 */
export class McpPortalsError extends Error implements Partial<FailedCall> {
  declare readonly operation?: string
  declare readonly method?: string
  declare readonly path?: string
  declare readonly attempts?: number
  declare readonly outcome?: 'rejected' | 'unknown'

  constructor(message: string, call?: FailedCall, options?: { cause?: unknown }) {
    super(message, options as ErrorOptions)
    Object.assign(this, call)
  }

  /** Its name, its message and its fields, for a log or another process. The cause and the stack stay behind. */
  toJSON(): { [field: string]: unknown } {
    const { name, message } = this
    return { name, message, ...(this as object) }
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: every subclass inherits this, and asks for itself
    const { prototype } = this
    const own = Object.hasOwn(prototype, 'name') && prototype.name
    const { [brand]: names } = Object(value)
    // A subclass of the user's has no name of its own on its prototype, and that of another entry no brand.
    return own && Array.isArray(names)
      ? names.includes(own) || Object(value).name === own
      : Object.prototype.isPrototypeOf.call(prototype, Object(value))
  }
}

/** One entry of what the API lists as `errors` or `messages`; a text that might show a secret is `[redacted]`. */
export interface ApiErrorDetail {
  /** The number that names the error, as in 7001 for a failed validation. */
  code?: number
  message?: string
  /** Where in the request the error is, step by step. */
  path?: string[]
  /** Where in the request the error is. */
  source?: { pointer: string }
  /** What led to the error, as Cloudflare lists it. */
  error_chain?: ApiErrorDetail[]
  /** Where Cloudflare explains the error. */
  documentation_url?: string
}

/** What an `ApiError` knows of the response. */
export interface ApiRefusal {
  /** HTTP status. */
  status: number
  /** The errors that the API listed; empty when its response could not be read. */
  errors: ApiErrorDetail[]
  /** The remarks beside them. */
  messages: ApiErrorDetail[]
  /** Identifier of the request at Cloudflare, which their support asks for. */
  rayId: string | undefined
  /** Seconds to wait before the next request. */
  retryAfter: number | undefined
}

/**
 * The API refused or failed: any status from 400, or `success: false`.
 *
 * @example
 * ```ts
 * import { ApiError } from 'cloudflare-mcp-portals'
 *
 * try {
 *   await mcp.portals.read('engineering')
 * } catch (error) {
 *   if (error instanceof ApiError) console.error(error.status, error.errors, error.rayId)
 * }
 * ```
 */
export class ApiError extends McpPortalsError implements ApiRefusal {
  declare readonly status: number
  declare readonly errors: ApiErrorDetail[]
  declare readonly messages: ApiErrorDetail[]
  declare readonly rayId: string | undefined
  declare readonly retryAfter: number | undefined

  constructor(message: string, call: FailedCall, refusal: ApiRefusal) {
    super(message, call)
    Object.assign(this, refusal)
  }
}

/** 400 Bad Request: the API refused the input. */
export class BadRequestError extends ApiError {}
/** 401 Unauthorized: the token is missing, malformed, expired or revoked. */
export class AuthenticationError extends ApiError {}
/** 403 Forbidden: the token lacks the permission. */
export class PermissionDeniedError extends ApiError {}
/** 404 Not Found, from the API itself: the account has nothing with this id. */
export class NotFoundError extends ApiError {}
/** 409 Conflict: the change collides with what is there. */
export class ConflictError extends ApiError {}
/** 429 Too Many Requests: `retryAfter` is the number of seconds to wait. */
export class RateLimitError extends ApiError {}
/** 500 and above: Cloudflare failed. */
export class ServerError extends ApiError {}

/** No response arrived: the connection failed, or the given `fetch` threw. `cause` is a copy of the reason. */
export class ConnectionError extends McpPortalsError {}
/** The response, body included, was not complete in time. */
export class TimeoutError extends McpPortalsError {}

/** What an `InvalidResponseError` knows of the response. */
export interface UnreadableResponse {
  /** HTTP status; 0 in a browser that hides a redirect. */
  status: number
  /** The header `Content-Type`. */
  contentType: string | undefined
  /**
   * The first 200 characters of the body. `[redacted]` where it holds a secret, or may hold one; empty where there is none, and
   * of `createHttpClient`, which leaves the body to openapi-fetch.
   */
  body: string
}

/** The response is not the API's: not JSON, not its envelope, empty, a redirect, or a list that is not whole. */
export class InvalidResponseError extends McpPortalsError implements UnreadableResponse {
  declare readonly status: number
  declare readonly contentType: string | undefined
  declare readonly body: string

  constructor(message: string, call: FailedCall, response: UnreadableResponse) {
    super(message, call)
    Object.assign(this, response)
  }
}

// In words, so that names survive minification; on the prototype, so that a stack trace begins with them.
for (const [name, { prototype }] of Object.entries({
  McpPortalsError,
  ApiError,
  BadRequestError,
  AuthenticationError,
  PermissionDeniedError,
  NotFoundError,
  ConflictError,
  RateLimitError,
  ServerError,
  ConnectionError,
  TimeoutError,
  InvalidResponseError,
})) {
  brandError(prototype, name)
}

/** Gives a class of errors its name, and its place among those that another copy of this package knows. */
export function brandError(prototype: object, name: string): void {
  const names: unknown = Reflect.get(prototype, brand)
  Object.defineProperties(prototype, {
    name: { value: name, writable: true, configurable: true },
    [brand]: { value: [...(Array.isArray(names) ? names : []), name] },
  })
}
