import { checkedBaseUrl } from '../address.ts'
import { jsonOf } from './envelope.ts'
import { Exchange } from './exchange.ts'
import { invalidResponse, redirected } from './failure.ts'
import { type Sender, send } from './retry.ts'

/** The same sending for whoever has a standard `Request` and wants a standard `Response`. */
export function standardFetch(
  sender: Sender,
  limits: { timeout: number; maxRetries: number },
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { url, method, headers, signal } = request
    // openapi-fetch takes a base URL for each call, and middleware can change any.
    checkedBaseUrl(new URL(url).origin, sender.apiToken !== null)
    const body = (await request.text()) || undefined
    const reply = await send(new Exchange(url, { method, headers, body, signal, ...limits }), sender)
    if (reply.status === 0) throw redirected(reply)
    // openapi-fetch would throw what JSON.parse throws, which quotes the body.
    if (reply.ok && reply.body) jsonOf(reply)
    try {
      return new Response(reply.body || null, reply)
    } catch {
      throw invalidResponse(reply, 'that no standard Response can be made of')
    }
  }
}
