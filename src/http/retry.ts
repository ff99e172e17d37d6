import { McpPortalsError } from '../errors.ts'
import { attempt } from './attempt.ts'
import { type ApiToken, authorise } from './authorise.ts'
import { backOff, isRepeatable, isTransient, longestRetryAfter, retryAfter } from './backoff.ts'
import type { Clock } from './clock.ts'
import type { Exchange, Fetch, Reply } from './exchange.ts'
import { notConnected, rayIdOf, timedOut } from './failure.ts'
import type { Hooks, RequestEvent } from './hooks.ts'
import { nameOf } from './naming.ts'
import { timeIsUp } from './within.ts'

/** What a client sends with. */
export interface Sender {
  fetch: Fetch
  apiToken: ApiToken
  hooks: Hooks
  clock: Clock
  /** Told the headers of every answer. */
  seen(headers: Headers): void
}

/** Sends a request, again where that is safe and likely to help, and resolves to the last answer, whatever its status. */
export async function send(exchange: Exchange, sender: Sender): Promise<Reply> {
  const { clock, hooks } = sender
  for (;;) {
    const reply = await sendOnce(exchange, sender)
    const failed = reply instanceof Lost
    const status = failed ? undefined : reply.status
    const delay = failed ? delayAfterLoss(exchange, clock) : delayAfter(exchange, reply, reply.body, clock)
    if (delay === undefined) {
      if (!failed) return reply
      throw reply.reason === timeIsUp ? timedOut(exchange) : notConnected(exchange, reply.reason)
    }
    const reason = !failed ? 'status' : reply.reason === timeIsUp ? 'timeout' : 'connection'
    hooks.retry?.({ ...eventOf(exchange), reason, status, delay })
    await clock.sleep(delay, exchange.signal)
  }
}

/** That no answer came, and why. */
class Lost {
  readonly reason: unknown

  constructor(reason: unknown) {
    this.reason = reason
  }
}

async function sendOnce(exchange: Exchange, { fetch, apiToken, hooks, clock, seen }: Sender): Promise<Reply | Lost> {
  const { signal } = exchange
  if (signal?.aborted) throw signal.reason
  exchange.attempts++
  const authorising = authorise(exchange, apiToken)
  if (authorising) {
    await authorising.catch((error) => {
      throw error === timeIsUp ? timedOut(exchange) : error
    })
  }
  hooks.request?.(eventOf(exchange))
  const start = hooks.response && clock.now()
  let reply: Reply
  try {
    reply = await attempt(fetch, exchange, (response) => delayAfter(exchange, response, undefined, clock) !== undefined)
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    if (error instanceof McpPortalsError) throw error
    return new Lost(error)
  }
  const { status, headers } = reply
  seen(headers)
  if (start !== undefined) {
    hooks.response?.({ ...eventOf(exchange), status, rayId: rayIdOf(reply), duration: clock.now() - start })
  }
  return reply
}

/** Milliseconds until the next try, if there is to be one; unknown while the body of a 429 may still name them. */
function delayAfter(
  exchange: Exchange,
  { status, headers }: { status: number; headers: Headers },
  body: string | undefined,
  clock: Clock,
): number | undefined {
  if (!isTransient(status) || !(status === 429 || isRepeatable(exchange))) return undefined
  const seconds = retryAfter(headers.get('retry-after'), body ?? '', clock.now())
  if (seconds === undefined) return status === 429 && body === undefined ? undefined : backOffOf(exchange, clock)
  return seconds > longestRetryAfter || exchange.attempts > exchange.maxRetries ? undefined : seconds * 1000
}

function delayAfterLoss(exchange: Exchange, clock: Clock): number | undefined {
  return isRepeatable(exchange) ? backOffOf(exchange, clock) : undefined
}

function backOffOf({ attempts, maxRetries }: Exchange, clock: Clock): number | undefined {
  return attempts > maxRetries ? undefined : backOff(attempts, clock.random)
}

function eventOf(exchange: Exchange): RequestEvent {
  const { operation, path } = nameOf(exchange)
  return { operation, method: exchange.method, path, attempt: exchange.attempts }
}
