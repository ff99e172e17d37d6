import type { ResponseHeaders } from './http/fetch.ts'

/** The rate limit as a response states it. */
export interface RateLimit {
  /** Requests that are left. */
  remaining: number | undefined
  /** Seconds until the limit is whole again. */
  reset: number | undefined
  /** Requests that the limit allows in its window. */
  limit: number | undefined
  /** Length of the window, in seconds. */
  window: number | undefined
}

/** Reads the headers `Ratelimit` and `Ratelimit-Policy`; undefined where a response has neither. */
export function parseRateLimit(headers: ResponseHeaders | undefined): RateLimit | undefined {
  const state = headers?.get('ratelimit')
  const policy = headers?.get('ratelimit-policy')
  if (!state && !policy) return undefined
  return {
    remaining: parameter(state, 'r'),
    reset: parameter(state, 't'),
    limit: parameter(policy, 'q'),
    window: parameter(policy, 'w'),
  }
}

function parameter(field: string | null | undefined, name: string): number | undefined {
  const value = field?.match(`;\\s*${name}=(\\d+)`)?.[1]
  return value === undefined ? undefined : Number(value)
}
