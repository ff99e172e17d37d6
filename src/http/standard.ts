import { Exchange } from './exchange.ts'
import { invalidResponse } from './failure.ts'
import { type Sender, send } from './retry.ts'

/** The same sending for whoever has a standard `Request` and wants a standard `Response`. */
export function standardFetch(
  sender: Sender,
  limits: { timeout: number; maxRetries: number },
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { url, method, headers, signal } = request
    const body = (await request.text()) || undefined
    const reply = await send(new Exchange(url, { method, headers, body, signal, ...limits }), sender)
    if (reply.status === 0) throw invalidResponse(reply, 'is a redirect, which an API call never follows')
    return new Response(reply.body || null, reply)
  }
}
