import { type Operation, operations } from '../../../generated/operations.ts'
import { type Call, isRead, type Sender } from './call.ts'
import { checkOrigin } from './envelope.ts'
import { send } from './send.ts'

/** A fetch as openapi-fetch calls it. */
export type RequestFetch = (request: Request, extension?: object) => Promise<Response>

/** Where a standard request is sent, and how. */
export interface RequestRoad extends Pick<Call, 'timeout' | 'maxRetries' | 'sources' | 'tokens'> {
  baseUrl: string
  sender: Omit<Sender, 'fetch' | 'streams'>
  fetch: RequestFetch
  Request: typeof Request
}

/**
 * Sends a standard `Request` on the road of every call. Each attempt gets a copy, made of the same bytes, and the token is in
 * the copy alone. Resolves to the `Response` as the fetch returned it, unless it is retried or redirects.
 */
export async function sendRequest(request: Request, road: RequestRoad, extension?: object): Promise<Response> {
  // Apart from the road: a browser's fetch must not be called as a method of anything else.
  const { fetch } = road
  const bytes = isRead(request) || request.body === null ? undefined : await request.arrayBuffer()
  const call = toCall(request, road, bytes && new TextDecoder().decode(bytes))
  let response = new Response()
  const reply = await send(call, {
    ...road.sender,
    apiToken: takesToken(request, road.baseUrl) ? road.sender.apiToken : null,
    streams: true,
    fetch: async (_, headers, signal = request.signal) => {
      const init: RequestInit = { headers, signal, redirect: 'manual' }
      if (bytes) init.body = bytes
      const copy = withProperties(new road.Request(request, init), request)
      response = await fetch(copy, extension)
      return response
    },
  })
  checkOrigin(reply)
  return response
}

/** A token of this API belongs nowhere else, and a header of the user's own stays. */
function takesToken({ url, headers }: Request, baseUrl: string): boolean {
  return !headers.has('authorization') && new URL(url).origin === new URL(baseUrl).origin
}

/** openapi-fetch hands options that no `Request` knows to a fetch as properties. */
function withProperties(copy: Request, request: Request): Request {
  for (const [name, value] of Object.entries(request)) if (!(name in copy)) Object.assign(copy, { [name]: value })
  return copy
}

function toCall({ url, method, headers, signal }: Request, road: RequestRoad, body: string | undefined): Call {
  const { pathname } = new URL(url)
  const base = new URL(road.baseUrl).pathname.replace(/\/$/, '')
  const path = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname
  return {
    operation: findOperation(method, path) ?? unknownOperation(method),
    path,
    url,
    headers: Object.fromEntries(headers),
    body,
    signal,
    timeout: road.timeout,
    maxRetries: road.maxRetries,
    sources: road.sources,
    attempts: 0,
    uncertain: false,
    sentAt: 0,
    tokens: road.tokens,
  }
}

function findOperation(method: string, path: string): Operation | undefined {
  return Object.values<Operation>(operations).find(
    (operation) => operation.method === method && toPattern(operation.path).test(path),
  )
}

function toPattern(template: string): RegExp {
  return new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`)
}

/** What is known of a path that the table of operations lacks: what HTTP says of the method (RFC 9110, 9.2.2). */
function unknownOperation(method: string): Operation {
  return { name: 'http', method, path: '', repeatable: /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)$/.test(method) }
}
