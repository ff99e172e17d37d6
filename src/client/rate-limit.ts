/** What the API last said of the rate limit. */
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

/** Reads the headers `Ratelimit` and `Ratelimit-Policy`; undefined where an answer has neither. */
export function rateLimitOf(headers: Headers | undefined): RateLimit | undefined {
  const state = headers?.get('ratelimit')
  const policy = headers?.get('ratelimit-policy')
  if (!state && !policy) return undefined
  return {
    remaining: member(state, 'r'),
    reset: member(state, 't'),
    limit: member(policy, 'q'),
    window: member(policy, 'w'),
  }
}

function member(field: string | null | undefined, name: string): number | undefined {
  const value = field?.match(`;\\s*${name}=(\\d+)`)?.[1]
  return value === undefined ? undefined : Number(value)
}
