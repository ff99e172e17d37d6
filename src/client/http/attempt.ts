import { type Exchange, type Fetch, Reply } from './exchange.ts'
import { within } from './within.ts'

/**
 * Sends a request once and reads the answer, both under the time limit. The body of an answer that `discards` names is
 * not read but cancelled, so that its socket is free during the wait that follows.
 */
export function attempt(fetch: Fetch, exchange: Exchange, discards: (response: Response) => boolean): Promise<Reply> {
  return within(exchange.timeout, exchange.signal, async (signal) => {
    const init: RequestInit = { method: exchange.method, headers: exchange.headers, redirect: 'manual', signal }
    if (exchange.body !== undefined) init.body = exchange.body
    const response = await fetch(exchange.url, init)
    let body = ''
    if (discards(response)) response.body?.cancel().catch(() => {})
    else body = await response.text()
    return new Reply(exchange, response, body)
  })
}
