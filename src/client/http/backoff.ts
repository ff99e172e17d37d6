/** Seconds beyond which a call fails rather than wait. */
export const longestRetryAfter = 60

const firstDelay = 500
const longestDelay = 8_000

/**
 * Milliseconds to wait before the next try: half a second, doubling to eight seconds, with full jitter, so that clients
 * which failed together do not come back together.
 */
export function backOff(attempt: number, random: () => number): number {
  return random() * Math.min(longestDelay, firstDelay * 2 ** (attempt - 1))
}

/** Seconds that the server asks to wait: the header `Retry-After`, else `retry_after` in the body; undefined if neither says. */
export function retryAfter(header: string | null, body: string, now: number): number | undefined {
  const inHeader = header === null ? 0 : secondsIn(header, now)
  if (inHeader > 0) return inHeader
  const inBody = Number(/"retry_after"\s*:\s*("?)(\d+(\.\d+)?)\1\s*[,}]/.exec(body)?.[2])
  return inBody > 0 ? inBody : undefined
}

function secondsIn(header: string, now: number): number {
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header)
  // Date.parse by itself takes 'wait 45' for the year 2045.
  return /:\d\d GMT$/.test(header) ? (Date.parse(header) - now) / 1000 : 0
}

/** Whether an answer of this status is likely to be another one next time. */
export function isTransient(status: number): boolean {
  return (
    status === 408 ||
    status === 429 ||
    status === 500 ||
    (status >= 502 && status <= 504) ||
    (status >= 520 && status <= 527) ||
    status === 530
  )
}

/** Whether doing it twice is the same as doing it once: everything but what creates. */
export function isRepeatable({ method, url }: { method: string; url: string }): boolean {
  return method !== 'POST' || url.endsWith('/sync')
}
