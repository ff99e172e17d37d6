/** What every event has: which request of which call it is about. */
export interface RequestEvent {
  /** The method of this client, as in `portals.read`. For a path that the API reference does not have: `http`. */
  operation: string
  /** The HTTP method. */
  method: string
  /** The path below the base URL, without the query. */
  path: string
  /** Which attempt of this call it is, counted from 1. */
  attempt: number
}

/** A response arrived, whatever its status. */
export interface ResponseEvent extends RequestEvent {
  /** HTTP status. */
  status: number
  /** Identifier of the request at Cloudflare. */
  rayId: string | undefined
  /** Milliseconds from sending the request to having read the response. */
  duration: number
}

/** A retry follows after a delay. */
export interface RetryEvent extends RequestEvent {
  /** A status that is likely to change, a timeout, or a failed connection. */
  reason: 'status' | 'timeout' | 'connection'
  /** HTTP status, where a response arrived. */
  status: number | undefined
  /** Milliseconds until the next attempt. */
  delay: number
}

/**
 * Functions that a client calls. It awaits a promise that they return, and an error of theirs rejects the call. No event holds a
 * token, a header or a body.
 *
 * @example
 * ```ts
 * import { createClient } from 'cloudflare-mcp-portals'
 *
 * const watched = createClient({
 *   hooks: { retry: ({ operation, reason, delay }) => console.warn(`${operation}: ${reason}, retry in ${delay} ms`) },
 * })
 * ```
 */
export interface Hooks {
  /** Before each attempt, within its timeout. */
  request?: ((event: RequestEvent) => unknown) | undefined
  /** After each response. */
  response?: ((event: ResponseEvent) => unknown) | undefined
  /** Before each delay. */
  retry?: ((event: RetryEvent) => unknown) | undefined
}
