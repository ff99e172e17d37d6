import { McpPortalsError } from '../errors.ts'
import { authorise } from './authorise.ts'
import { type Call, isRead, type Reply, type Sender, toEvent } from './call.ts'
import { onAbort } from './clock.ts'
import { noResponse, notConnected, timedOut } from './failure.ts'
import type { FetchResponse, ResponseHeaders } from './fetch.ts'

/** An attempt that no response came of. */
export interface Loss {
  reason: 'timeout' | 'connection'
  error: McpPortalsError
}

/**
 * Sends a request once and reads its response, all of it under the time limit. Rejects with what is not this client's to
 * explain: the caller's abort reason, and what a token function, a hook or a `contractFetch` throws.
 */
export function attempt<R extends FetchResponse>(
  call: Call,
  sender: Sender<R>,
  isRetried: (head: Pick<Reply, 'status' | 'headers'>) => boolean,
): Promise<Reply<R> | Loss> {
  const { timeout, signal: caller } = call
  const task = (signal?: AbortSignal) => exchange(call, sender, isRetried, signal)
  if (timeout === Infinity && !caller) return task()
  return new Promise((resolve, reject) => {
    const controller = new AbortController()
    // The moment it happens, even if the given fetch does not listen to its signal.
    const forget = onAbort(caller, (reason) => {
      clearTimeout(timer)
      reject(reason)
      controller.abort(reason)
    })
    const expire = () => {
      forget()
      const error = timedOut(call)
      resolve({ reason: 'timeout', error })
      controller.abort(error)
    }
    const timer = timeout === Infinity ? undefined : setTimeout(expire, timeout)
    const release = () => {
      clearTimeout(timer)
      forget()
    }
    task(controller.signal).then(
      (reply) => {
        if (sender.peek && 'status' in reply) {
          // Whoever reads the body reads it under the same limit, which keeps no process alive.
          reply.close = release
          Object(timer).unref?.()
        } else release()
        resolve(reply)
      },
      (error) => {
        release()
        reject(error)
      },
    )
  })
}

async function exchange<R extends FetchResponse>(
  call: Call,
  sender: Sender<R>,
  isRetried: (head: Pick<Reply, 'status' | 'headers'>) => boolean,
  signal: AbortSignal | undefined,
): Promise<Reply<R> | Loss> {
  const authorised = authorise(call, sender.apiToken)
  const headers = authorised instanceof Promise ? await authorised : authorised
  const hooked = sender.hooks.request?.(toEvent(call))
  if (hooked) await hooked
  // Too late: nobody waits for this attempt any more.
  if (signal?.aborted) throw signal.reason
  const { uncertain } = call
  call.uncertain = uncertain || !isRead(call.operation)
  if (sender.hooks.response) call.sentAt = sender.clock.now()
  try {
    const response = await sender.fetch(call, headers, signal)
    if (!isReadable(response)) throw noResponse(call, response)
    // What tests make by hand has at times no status.
    const { status = 200 } = response
    const head = { status, headers: toHeaders(response) }
    const retried = isRetried(head) || signal?.aborted
    if (retried) cancel(response)
    const body = retried ? '' : await (sender.peek ?? readBody)(response)
    // A refusal is certain once it is read: the request had no effect.
    if (status < 500 && status !== 408) call.uncertain = uncertain
    return { call, ...head, body, response }
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    if (error instanceof McpPortalsError) throw error
    return { reason: 'connection', error: notConnected(call, error) }
  }
}

/** A response as the type has it, or as a test makes it by hand: without headers, or with those of a plain object, and with `json` alone. */
type HandMade = FetchResponse & { json?(): Promise<unknown> }

/** Whether a fetch resolved to anything that has a body. */
export function isReadable(response: HandMade): boolean {
  return typeof (response?.text ?? response?.json) === 'function'
}

/** The headers of a response, whatever form they have. */
export function toHeaders({ headers }: FetchResponse): ResponseHeaders {
  return Object(headers).get ? headers : new Headers(Object(headers))
}

async function readBody(response: HandMade): Promise<string> {
  return String(response.json && !response.text ? JSON.stringify(await response.json()) : await response.text())
}

/** The socket of a response is free again, whatever kind of stream its body is. */
export function cancel({ body }: FetchResponse): void {
  const { cancel, destroy } = Object(body)
  if (typeof cancel === 'function') Promise.resolve(cancel.call(body)).catch(() => {})
  else if (typeof destroy === 'function') destroy.call(body)
}
