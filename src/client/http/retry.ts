import type { Call, Reply } from './call.ts'
import type { Clock } from './clock.ts'

/** Seconds beyond which a call fails rather than wait. */
const maxRetryAfter = 60

/** Milliseconds. */
const firstDelay = 500
const maxDelay = 8_000

/** Statuses after which a retry is likely to succeed. */
const transient = new Set([
  408, // Request Timeout
  429, // Too Many Requests
  500, // Internal Server Error
  502, // Bad Gateway
  503, // Service Unavailable
  504, // Gateway Timeout
  520, // Cloudflare: unknown error of the origin
  521, // Cloudflare: origin down
  522, // Cloudflare: connection timed out
  523, // Cloudflare: origin unreachable
  524, // Cloudflare: response timed out
  525, // Cloudflare: TLS handshake failed
  526, // Cloudflare: invalid certificate
  527, // Cloudflare: Railgun error
  530, // Cloudflare: see the 1xxx code in the body
])

/** Exponential, from half a second to eight, with full jitter: clients that failed together do not retry together. */
function backOff(attempts: number, { random }: Clock): number {
  return random() * Math.min(maxDelay, firstDelay * 2 ** (attempts - 1))
}

/** Seconds that the server asks to wait: the header `Retry-After`, else `retry_after` in the body. */
export function parseRetryAfter(header: string | null | undefined, body: string, now: number): number | undefined {
  const inHeader = header ? parseSeconds(header.trim(), now) : 0
  if (inHeader > 0) return inHeader
  const inBody = Number(/"retry_after"\s*:\s*("?)(\d+(\.\d+)?)\1\s*[,}]/.exec(body)?.[2])
  return inBody > 0 ? inBody : undefined
}

function parseSeconds(header: string, now: number): number {
  if (/^\d+(\.\d+)?$/.test(header)) return Number(header)
  // Date.parse by itself takes 'wait 45' for the year 2045.
  return /:\d\d GMT$/.test(header) ? (Date.parse(header) - now) / 1000 : 0
}

/**
 * Milliseconds until the next attempt; undefined if there is none. Without the body it is also undefined for a 429 that has no
 * `Retry-After`: the body may say when.
 */
export function delayAfterResponse(
  call: Call,
  { status, headers }: Pick<Reply, 'status' | 'headers'>,
  clock: Clock,
  body?: string,
): number | undefined {
  if (call.attempts > call.maxRetries || !transient.has(status)) return undefined
  // A request that was refused for its rate had no effect.
  if (status !== 429 && !call.operation.repeatable) return undefined
  const seconds = parseRetryAfter(headers.get('retry-after'), body ?? '', clock.now())
  if (seconds !== undefined) return seconds > maxRetryAfter ? undefined : seconds * 1000
  return status === 429 && body === undefined ? undefined : backOff(call.attempts, clock)
}

/** Milliseconds until the next attempt after a timeout or a failed connection; undefined if there is none. */
export function delayAfterLoss(call: Call, clock: Clock): number | undefined {
  return call.operation.repeatable && call.attempts <= call.maxRetries ? backOff(call.attempts, clock) : undefined
}
