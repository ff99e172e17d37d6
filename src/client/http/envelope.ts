import { parseUrl } from '../options.ts'
import type { Reply } from './call.ts'
import { apiError, invalidResponse, redirected, showHeader } from './failure.ts'
import { parseJson } from './redact.ts'

/** The envelope that the API wraps around every result. */
export interface Envelope<Result> {
  success: boolean
  result: Result
}

/** Reads the envelope of a response; throws an error for anything else. */
export function parseEnvelope<E extends Envelope<unknown>>(reply: Reply, isResult: (result: unknown) => boolean): E {
  checkOrigin(reply)
  const { status, body } = reply
  const envelope = parseJson(body) as Partial<E> | null | undefined
  if (status >= 400) {
    // A proxy, or a wrong base URL, has a 404 of its own: nothing is known of the resource then.
    if (status === 404 && envelope?.success !== false) throw invalidResponse(reply, "is not the API's own Not Found")
    throw apiError(reply)
  }
  if (status === 304) throw invalidResponse(reply, 'Not Modified, which only a conditional request can get')
  if (!body) throw invalidResponse(reply, 'with an empty body')
  if (envelope === undefined)
    throw invalidResponse(
      reply,
      `with a body that is not JSON but ${showHeader(reply, 'content-type') ?? 'of no stated type'}`,
    )
  if (envelope?.success === false) throw apiError(reply)
  if (envelope?.success !== true || !isResult(envelope.result)) {
    throw invalidResponse(reply, "with JSON that is not the API's envelope")
  }
  return envelope as E
}

/** Refuses a response that came from elsewhere, or that sends the call elsewhere. */
export function checkOrigin(reply: Reply): void {
  const { call, status, response } = reply
  if (status < 200 || (status >= 300 && status < 400 && status !== 304)) throw redirected(reply)
  // A fetch that cannot be told not to follow a redirect has followed it; one built on XMLHttpRequest shows that in the URL alone.
  const { redirected: followed, url } = response
  if (followed || (followed === undefined && url && parseUrl(url)?.origin !== parseUrl(call.url)?.origin)) {
    throw invalidResponse(reply, 'was redirected by the given fetch, which no API call may be')
  }
}
