import type { ApiMessage } from '../../generated/schema.ts'

/** What an error knows of the call that failed. */
export interface FailedCall {
  /** The method of this client, as in `portals.read`. */
  operation: string
  /** The HTTP method. */
  method: string
  /** The path below the base URL, without the query. */
  path: string
  /** How many requests were sent, repetitions included. */
  attempts: number
  /**
   * Whether the call may have changed something: `rejected` when the API said no, `unknown` when its answer is missing,
   * unreadable or a failure of its own.
   */
  outcome: 'rejected' | 'unknown'
}

/**
 * The base of every error that a call of this client rejects with, but for the caller's own abort reason and a
 * `TypeError` for a wrong id or option. No error holds the token or a value of `auth_credentials`.
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

  constructor(message: string, call?: FailedCall, options?: ErrorOptions) {
    super(message, options)
    Object.assign(this, call)
  }
}

/** What an `ApiError` knows of the API's answer. */
export interface ApiAnswer {
  /** HTTP status. */
  status: number
  /** The errors that the API listed; empty when its answer could not be read. */
  errors: Partial<ApiMessage>[]
  /** The remarks beside them. */
  messages: Partial<ApiMessage>[]
  /** Identifier of the request at Cloudflare, to be named to their support. */
  rayId: string | undefined
  /** Seconds after which the API wants to be asked again. */
  retryAfter: number | undefined
}

/**
 * The API answered and refused or failed: any status from 400, or `success: false`.
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
export class ApiError extends McpPortalsError implements ApiAnswer {
  declare readonly status: number
  declare readonly errors: Partial<ApiMessage>[]
  declare readonly messages: Partial<ApiMessage>[]
  declare readonly rayId: string | undefined
  declare readonly retryAfter: number | undefined

  constructor(message: string, call: FailedCall, answer: ApiAnswer) {
    super(message, call)
    Object.assign(this, answer)
  }
}

/** Status 400: the input was refused. */
export class BadRequestError extends ApiError {}
/** Status 401: the token is missing, malformed, expired or revoked. */
export class AuthenticationError extends ApiError {}
/** Status 403: the token lacks the permission. */
export class PermissionDeniedError extends ApiError {}
/** Status 404: the account has nothing with this id. */
export class NotFoundError extends ApiError {}
/** Status 409: the change collides with what is there. */
export class ConflictError extends ApiError {}
/** Status 429: too many requests; `retryAfter` says in how many seconds to come back. */
export class RateLimitError extends ApiError {}
/** Status 500 and above: Cloudflare failed. */
export class ServerError extends ApiError {}

/** No answer came: the connection failed, or the given `fetch` threw. `cause` says why. */
export class ConnectionError extends McpPortalsError {}
/** The answer, body included, was not complete in time. */
export class TimeoutError extends McpPortalsError {}

/** What an `InvalidResponseError` knows of the answer. */
export interface UnreadableAnswer {
  /** HTTP status; 0 in a browser that hides a redirect. */
  status: number
  /** The header `Content-Type`. */
  contentType: string | undefined
  /** The first 200 characters of the body. */
  body: string
}

/** An answer came that no API call has: not JSON, not the API's envelope, empty, or a redirect. */
export class InvalidResponseError extends McpPortalsError implements UnreadableAnswer {
  declare readonly status: number
  declare readonly contentType: string | undefined
  declare readonly body: string

  constructor(message: string, call: FailedCall, answer: UnreadableAnswer) {
    super(message, call)
    Object.assign(this, answer)
  }
}

// On the prototype, so that a stack trace begins with it, and in words, so that it survives minification.
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
  Object.defineProperty(prototype, 'name', { value: name, writable: true })
}
