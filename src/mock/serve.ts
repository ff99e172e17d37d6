/** A server on this machine around a fetch handler. For Node alone: the entry `./mock` does not import it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

/** A server that is listening. */
export interface Served {
  /** Without a slash at the end. */
  url: string
  /** Ends every connection, whatever it waits for. */
  close(): Promise<void>
}

/** Where to listen. */
export interface ServeOptions {
  /** A free port without it. */
  port?: number | undefined
  /** This machine alone (127.0.0.1) without it. */
  host?: string | undefined
}

const maxBody = 10_000_000

/**
 * Serves a fetch handler. When the handler rejects, the connection is broken without a response.
 *
 * @throws What `listen` throws, such as EADDRINUSE.
 */
export async function serve(
  handle: (request: Request) => Promise<Response>,
  { port = 0, host = '127.0.0.1' }: ServeOptions = {},
): Promise<Served> {
  const server = createServer({ maxHeaderSize: 64_000 }, (message, response) => {
    exchange(handle, message, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return { url: toUrl(server.address() as AddressInfo), close: () => close(server) }
}

async function exchange(
  handle: (request: Request) => Promise<Response>,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const leaving = new AbortController()
  response.once('close', () => leaving.abort())
  const body = await readBody(message)
  if (body === undefined) {
    response.writeHead(413, { Connection: 'close' }).end()
    return
  }
  const { status, headers, body: stream } = await handle(toRequest(message, body, leaving.signal))
  response.writeHead(status, [...headers].flat())
  if (!stream) {
    response.end()
    return
  }
  // What has come so far is sent at once, even if the rest never comes.
  response.flushHeaders()
  await pipeline(Readable.fromWeb(stream as ReadableStream), response)
}

async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    size += chunk.length
    if (size > maxBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function toRequest(
  { method = 'GET', url = '/', rawHeaders, headers }: IncomingMessage,
  body: Buffer,
  signal: AbortSignal,
) {
  const given = new Headers()
  for (let at = 0; at < rawHeaders.length; at += 2) given.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  const isEmpty = body.length === 0 || method === 'GET' || method === 'HEAD'
  const address = new URL(`http://${headers.host ?? 'localhost'}${url}`)
  return new Request(address, { method, headers: given, signal, ...(!isEmpty && { body: new Uint8Array(body) }) })
}

function toUrl({ family, address, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
