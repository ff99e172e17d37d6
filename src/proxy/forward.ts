import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { Capture } from './capture.ts'
import { type RawHeaders, toPairs, valuesOf, withoutHopByHop } from './headers.ts'
import type { Upstream } from './upstream.ts'

/** A request of a client and the response of the server, as they passed. */
export interface Exchange {
  method: string
  /** Path and query, letter for letter. */
  path: string
  requestHeaders: RawHeaders
  requestBody: Capture
  /** Whether all of the request has come. */
  requestIsWhole: boolean
  /** 0 until there is a response. */
  status: number
  responseHeaders: RawHeaders
  responseBody: Capture
}

export interface Forwarding {
  message: IncomingMessage
  response: ServerResponse
  upstream: Upstream
  /** Milliseconds for the exchange. */
  timeout: number
  /** What has been read of the body of the request already. */
  body: Buffer | undefined
}

/** Why an exchange has no whole response: its client has gone, the time is up, or the error of the connection. */
export type Failure = 'client' | 'timeout' | Error

/** Begins the record of an exchange; `limit` is how much of a body is kept. */
export function createExchange({ method = '', url = '', rawHeaders }: IncomingMessage, limit: number): Exchange {
  const bodies = { requestBody: new Capture(limit), responseBody: new Capture(limit) }
  return {
    method,
    path: url,
    requestHeaders: toPairs(rawHeaders),
    requestIsWhole: false,
    status: 0,
    responseHeaders: [],
    ...bodies,
  }
}

/**
 * Hands a request to the server and its response to the client, each byte as it comes. A connection that breaks on one
 * side is broken on the other. Resolves to why there is no whole response; undefined if there is one.
 */
export function forward(exchange: Exchange, forwarding: Forwarding): Promise<Failure | undefined> {
  const { message, response, upstream, timeout } = forwarding
  const connection = upstream.connect(message.socket)
  const request = connection.request(exchange.method, exchange.path, toUpstream(exchange.requestHeaders, upstream.host))
  return new Promise((resolve) => {
    let isOver = false
    const end = (failure?: Failure) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      if (failure !== undefined) {
        request.destroy()
        breakConnection(message, failure)
      }
      connection.release()
      resolve(failure)
    }
    const timer = setTimeout(() => end('timeout'), timeout)
    request.on('error', end)
    // Whoever has sent a part of the body does not wait.
    if (!forwarding.body) request.on('continue', () => response.writeContinue())
    request.on('response', (reply) => {
      try {
        sendResponse(exchange, reply, response, end)
      } catch (error) {
        end(error as Error) // Node refuses to send what it has received.
      }
    })
    response.on('error', () => end('client'))
    response.on('close', () => end(response.writableFinished ? undefined : 'client'))
    sendRequest(exchange, forwarding, request)
  })
}

/** Written, it sends the headers at once; `flushHeaders` would send them as UTF-8, which they are not. */
const nothing = Buffer.alloc(0)

/** The headers of a client for the server: framed as they came, and with the server's own name. */
function toUpstream(headers: RawHeaders, host: string): RawHeaders {
  const isChunked = valuesOf(headers, 'transfer-encoding').length > 0
  const sent = withoutHopByHop(headers).map(([name, value]): RawHeaders[number] => {
    return name.toLowerCase() === 'host' ? [name, host] : [name, value]
  })
  return isChunked ? [...sent, ['Transfer-Encoding', 'chunked']] : sent
}

function sendRequest(exchange: Exchange, { message, body }: Forwarding, request: ClientRequest): void {
  const { requestHeaders, requestBody } = exchange
  // Node would frame an empty body where the client framed none.
  request.useChunkedEncodingByDefault = false
  const framing = ['content-length', 'transfer-encoding'].flatMap((name) => valuesOf(requestHeaders, name))
  if (framing.length === 0) exchange.requestIsWhole = true
  else request.write(body ?? nothing)
  if (exchange.requestIsWhole) {
    request.end()
    return
  }
  message.on('data', (chunk: Buffer) => requestBody.add(chunk))
  message.on('error', () => {}) // The response is closed as well.
  message.on('end', () => {
    exchange.requestIsWhole = true
    if (message.rawTrailers.length > 0) request.addTrailers(toPairs(message.rawTrailers))
    request.end()
  })
  message.pipe(request, { end: false })
}

function sendResponse(
  exchange: Exchange,
  reply: IncomingMessage,
  response: ServerResponse,
  end: (failure: Failure) => void,
): void {
  const { statusCode = 0, statusMessage = '', rawHeaders } = reply
  exchange.status = statusCode
  exchange.responseHeaders = toPairs(rawHeaders)
  response.sendDate = false
  // A server that closes its connection closes the client's.
  if (/\bclose\b/i.test(reply.headers.connection ?? '')) response.shouldKeepAlive = false
  response.writeHead(statusCode, statusMessage, withoutHopByHop(exchange.responseHeaders).flat())
  response.write(nothing)
  reply.on('data', (chunk: Buffer) => exchange.responseBody.add(chunk))
  reply.on('error', end)
  reply.on('end', () => {
    if (reply.rawTrailers.length > 0) response.addTrailers(toPairs(reply.rawTrailers))
    response.end()
  })
  reply.pipe(response, { end: false })
}

/** The client's connection breaks as the server's did; it gets no response that the server did not send. */
function breakConnection({ socket }: IncomingMessage, failure: Failure): void {
  if (socket.destroyed) return
  const isReset = failure instanceof Error && 'syscall' in failure
  if (isReset) socket.resetAndDestroy()
  else socket.destroy()
}
