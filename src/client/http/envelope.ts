import type { Reply } from './exchange.ts'
import { apiError, invalidResponse, redirected } from './failure.ts'

/** The envelope that the API wraps around every result. */
export interface Envelope<Result> {
  success: boolean
  result: Result
}

/** Reads the envelope of an answer; anything that is not the API's word on the matter is an error. */
export function envelopeOf<E extends Envelope<unknown>>(reply: Reply, isResult: (result: unknown) => boolean): E {
  const { status, ok, body } = reply
  if (status < 200 || (status >= 300 && status < 400)) throw redirected(reply)
  if (!ok) throw apiError(reply)
  if (!body) throw invalidResponse(reply, 'with an empty body')
  const envelope = jsonOf(reply) as Partial<E> | null
  if (envelope?.success === false) throw apiError(reply)
  if (envelope?.success !== true || !isResult(envelope.result)) {
    throw invalidResponse(reply, "with JSON that is not the API's envelope")
  }
  return envelope as E
}

/** The body of an answer, whose own words on what is wrong with it would quote it. */
export function jsonOf(reply: Reply): unknown {
  try {
    return JSON.parse(reply.body)
  } catch {
    const type = reply.headers.get('content-type') ?? 'of no stated type'
    throw invalidResponse(reply, `with a body that is not JSON but ${type}`)
  }
}
