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
    const authorising = begin(exchange, sender)
    if (authorising) await authorising
    hooks.request?.(eventOf(exchange))
    const start = hooks.response && clock.now()
    let reply: Reply | undefined
    let loss: unknown
    try {
      reply = await attempt(sender.fetch, exchange, (response) => delayAfter(exchange, response, clock) !== undefined)
    } catch (error) {
      loss = lossOf(error, exchange)
    }
    if (reply) seen(reply, exchange, sender, start)
    const delay = reply ? delayAfter(exchange, reply, clock, reply.body) : delayAfterLoss(exchange, clock)
    if (delay === undefined) {
      if (reply) return reply
      throw loss === timeIsUp ? timedOut(exchange) : notConnected(exchange, loss)
    }
    const reason = reply ? 'status' : loss === timeIsUp ? 'timeout' : 'connection'
    hooks.retry?.({ ...eventOf(exchange), reason, status: reply?.status, delay })
    await clock.sleep(delay, exchange.signal)
  }
}

function begin(exchange: Exchange, { apiToken }: Sender): Promise<void> | undefined {
  if (exchange.signal?.aborted) throw exchange.signal.reason
  exchange.attempts++
  return authorise(exchange, apiToken)?.catch((error) => {
    throw error === timeIsUp ? timedOut(exchange) : error
  })
}

/** Why no answer came, unless that is not for us to tell. */
function lossOf(error: unknown, { signal }: Exchange): unknown {
  if (signal?.aborted) throw signal.reason
  if (error instanceof McpPortalsError) throw error
  return error
}

function seen(reply: Reply, exchange: Exchange, sender: Sender, start: number | undefined): void {
  const { status, headers } = reply
  sender.seen(headers)
  if (start === undefined) return
  const duration = sender.clock.now() - start
  sender.hooks.response?.({ ...eventOf(exchange), status, rayId: rayIdOf(reply), duration })
}

/** Milliseconds until the next try, if there is to be one; unknown while the body of a 429 may still name them. */
function delayAfter(
  exchange: Exchange,
  { status, headers }: { status: number; headers: Headers },
  clock: Clock,
  body?: string,
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
