import type { Socket } from 'node:net'
import { afterEach } from 'vitest'
import { type ProxyOptions, type StartedProxy, startProxy } from '../../src/proxy/index.ts'
import { type Message, type RawServer, type Reader, serveRaw } from './wire.ts'

const closing: (() => Promise<unknown>)[] = []

/** Ends what a test has started, the last first. */
export function onEnd(close: () => Promise<unknown>): void {
  closing.push(close)
}

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

export interface Proxied extends StartedProxy {
  /** Each difference that was found, as a sentence. */
  found: string[]
  /** Why exchanges had no whole response. */
  failures: string[]
}

/** Starts a proxy that ends with the test. */
export async function proxyTo(upstream: string, options: Partial<ProxyOptions> = {}): Promise<Proxied> {
  const found: string[] = []
  const failures: string[] = []
  const proxy = await startProxy({
    upstream,
    timeout: 30_000,
    standard: { edition: 'reference', unknownFields: 'violation' },
    onFound: ({ message }) => found.push(message.replace(/ \[.*/, '')),
    onFailure: (message) => failures.push(message),
    ...options,
  })
  let closed: ReturnType<StartedProxy['close']> | undefined
  const close = () => (closed ??= proxy.close())
  onEnd(close)
  return { ...proxy, close, found, failures }
}

/** A server that ends with the test, and handles each connection as the test says. */
export async function server(handle: (socket: Socket, reader: Reader) => Promise<void>): Promise<RawServer> {
  const started = await serveRaw(handle)
  onEnd(started.close)
  return started
}

/** A server that responds to each request. */
export async function responding(respond: (request: Message) => string): Promise<RawServer> {
  return server(async (socket, reader) => {
    for (let request = await reader.next(); request; request = await reader.next()) socket.write(respond(request))
  })
}

/** A response as it stands on the wire. */
export function toResponse(body: string, status = '200 OK', headers = 'Content-Type: application/json'): string {
  return `HTTP/1.1 ${status}\r\n${headers}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

/** A request as it stands on the wire. */
export function toRequest(path: string, method = 'GET', body?: string): string {
  const framed =
    body === undefined ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`
  return `${method} ${path} HTTP/1.1\r\nHost: proxied.example\r\n${framed}\r\n${body ?? ''}`
}
