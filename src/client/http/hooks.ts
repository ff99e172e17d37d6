/** What every event says: which request of which call it is about. */
export interface RequestEvent {
  /** The method of this client, as in `portals.read`; `http` for a path that it does not know. */
  operation: string
  /** The HTTP method. */
  method: string
  /** The path below the base URL, without the query. */
  path: string
  /** Which request of this call it is, counted from 1. */
  attempt: number
}

/** An answer came, whatever its status. */
export interface ResponseEvent extends RequestEvent {
  /** HTTP status. */
  status: number
  /** Identifier of the request at Cloudflare. */
  rayId: string | undefined
  /** Milliseconds from sending the request to having read the answer. */
  duration: number
}

/** The request is sent again after a wait. */
export interface RetryEvent extends RequestEvent {
  /** An answer worth repeating, no answer in time, or no connection. */
  reason: 'status' | 'timeout' | 'connection'
  /** HTTP status, where an answer came. */
  status: number | undefined
  /** Milliseconds until the next request. */
  delay: number
}

/**
 * Functions that are told what a client does. No event holds a token, a header or a body. What a hook throws rejects the
 * call.
 *
 * @example
 * ```ts
 * import { createClient } from 'cloudflare-mcp-portals'
 *
 * const watched = createClient({
 *   hooks: { retry: ({ operation, reason, delay }) => console.warn(`${operation}: ${reason}, again in ${delay} ms`) },
 * })
 * ```
 */
export interface Hooks {
  /** Before each request. */
  request?(event: RequestEvent): void
  /** After each answer. */
  response?(event: ResponseEvent): void
  /** Before each wait. */
  retry?(event: RetryEvent): void
}
