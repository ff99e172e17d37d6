import { attempt, type Loss } from './attempt.ts'
import { type Call, type Reply, type Sender, toEvent } from './call.ts'
import { toRayId } from './failure.ts'
import type { FetchResponse } from './fetch.ts'
import { delayAfterLoss, delayAfterResponse } from './retry.ts'

/** Sends a request, with retries where they are safe and likely to help. Resolves to the last response, whatever its status; rejects where the last attempt got none. */
export async function send<R extends FetchResponse>(call: Call, sender: Sender<R>): Promise<Reply<R>> {
  const { clock, hooks } = sender
  for (;;) {
    if (call.signal?.aborted) throw call.signal.reason
    const held = call.pace ? call.pace.until - clock.now() : 0
    if (held > 0) {
      await clock.sleep(held, call.signal)
      continue // Another call may have been told to wait longer meanwhile.
    }
    call.attempts++
    const result = await attempt(call, sender, (head) => delayAfterResponse(call, head, clock) !== undefined)
    const lost = 'error' in result
    if (!lost) {
      sender.onReply(result)
      if (hooks.response) await hooks.response(toResponseEvent(result, clock.now()))
    }
    const delay = lost ? delayAfterLoss(call, clock) : delayAfterResponse(call, result, clock, result.body)
    if (delay === undefined) {
      if (lost) throw result.error
      return result
    }
    if (hooks.retry) await hooks.retry(toRetryEvent(call, result, delay))
    // 429 Too Many Requests delays every call that shares the pace, as the pages of a list do; this one waits above.
    if (call.pace && !lost && result.status === 429) call.pace.until = Math.max(call.pace.until, clock.now() + delay)
    else await clock.sleep(delay, call.signal)
  }
}

function toResponseEvent(reply: Reply, now: number) {
  const { call, status } = reply
  return { ...toEvent(call), status, rayId: toRayId(reply), duration: now - call.sentAt }
}

function toRetryEvent(call: Call, result: Reply | Loss, delay: number) {
  const [reason, status] = 'error' in result ? [result.reason, undefined] : (['status', result.status] as const)
  return { ...toEvent(call), reason, status, delay }
}
