import { latestOperations, type Operation, operations } from '../../../generated/operations.ts'
import { parseUrl } from '../options.ts'
import { cancel, isReadable } from './attempt.ts'
import { type Call, isRead, type Sender } from './call.ts'
import { onAbort } from './clock.ts'
import { checkOrigin } from './envelope.ts'
import { noResponse } from './failure.ts'
import { sentOnce } from './once.ts'
import { send } from './send.ts'

/** A fetch as the client of openapi-fetch calls it: with a `Request`, and with `requestInitExt` where that is an option. */
export type RequestFetch = (request: Request, extension?: object) => Promise<Response>

/** Where a standard request is sent, and how. */
export interface RequestRoad extends Pick<Call, 'timeout' | 'maxRetries' | 'sources' | 'tokens'> {
  /** Where the token belongs. */
  baseUrl: string
  /** What the path of the request stands below. */
  callBaseUrl: string
  sender: Omit<Sender, 'fetch' | 'peek'>
  /** Undefined for the runtime's own. */
  fetch: RequestFetch | undefined
  Request: typeof Request
}

/**
 * Sends a standard `Request` on the road of every call. Each attempt gets a copy, made of the same bytes, and the token is in
 * the copy alone. Resolves to the `Response` as the fetch returned it, unless it is retried or redirects.
 */
export async function sendRequest(request: Request, road: RequestRoad, extension?: object) {
  const bytes = isRead(request) || request.body === null ? undefined : await readBody(request)
  const call = toCall(request, road, bytes && new TextDecoder().decode(bytes))
  // By itself: a page's fetch must not be called as a method of anything else.
  const fetch: RequestFetch = road.fetch ?? globalThis.fetch
  // A stream cannot outlive its page.
  const once = !road.fetch && !call.operation.repeatable && !request.keepalive
  const reply = await send<Response>(call, {
    ...road.sender,
    apiToken: takesToken(request, road.baseUrl) ? road.sender.apiToken : null,
    fetch: async (call, headers, signal = request.signal) => {
      // A Request that is made of another with an init takes over neither of the two.
      const { referrer, referrerPolicy } = request
      const init = {
        headers,
        signal,
        redirect: 'manual',
        referrer,
        referrerPolicy,
        ...(bytes && { body: bytes }),
      } as const
      const copy = new road.Request(request, bytes && once ? sentOnce(init, new Uint8Array(bytes)) : init)
      const response = await fetch(withProperties(copy, request), extension)
      // The client of openapi-fetch reads them of any response.
      if (isReadable(response) && !response.headers?.get) throw noResponse(call, response, 'headers')
      return response
    },
    // The rest is for whoever takes the response.
    peek: async (response) => (response.status === 429 ? response.clone().text() : ''),
  })
  try {
    checkOrigin(reply)
  } catch (error) {
    cancel(reply.response)
    reply.close?.()
    throw error
  }
  return reply.response
}

/** The bytes of a body, which may be a stream that waits for its source, but not beyond an abort. */
function readBody(request: Request): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    if (request.signal.aborted) reject(request.signal.reason)
    const forget = onAbort(request.signal, reject)
    request.arrayBuffer().then(resolve, reject).finally(forget)
  })
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
  const base = parseUrl(road.callBaseUrl)?.pathname.replace(/\/$/, '') ?? ''
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

// Not a constant: a program that does not use it does not bundle it.
const known = (): Operation[] => Object.values({ ...operations, ...latestOperations })

/** Whether the spec has a path, in either edition. */
export function isKnownPath(template: unknown): boolean {
  return known().some(({ path }) => path === template)
}

function findOperation(method: string, path: string): Operation | undefined {
  const segments = path.split('/')
  return known().find((operation) => operation.method === method && isMadeOf(segments, operation.path.split('/')))
}

function isMadeOf(segments: string[], names: string[]): boolean {
  return (
    segments.length === names.length &&
    names.every((name, at) => segments[at] === name || (name.startsWith('{') && segments[at] !== ''))
  )
}

/** What is known of a path that the spec lacks: what HTTP says of the method (RFC 9110, 9.2.2). */
function unknownOperation(method: string): Operation {
  return { name: 'http', method, path: '', repeatable: /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)$/.test(method) }
}
