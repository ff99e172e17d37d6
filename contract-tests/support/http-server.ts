import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'

/** One request as it arrived. */
export interface Received {
  method: string
  /** Path and query, letter for letter. */
  url: string
  headers: IncomingHttpHeaders
  body: string
}

/** A server on a free port of this machine. */
export interface LocalServer {
  url: string
  close(): Promise<void>
}

export interface HttpServer extends LocalServer {
  /** What has arrived so far. */
  requests: Received[]
}

/** Responds to a request; `number` counts the server's requests from 1. */
export type Respond = (request: Received, response: ServerResponse, number: number) => void

/** Starts an HTTP server, which takes long URLs and keeps what it receives. */
export async function startHttpServer(respond: Respond): Promise<HttpServer> {
  const requests: Received[] = []
  const server = createServer({ maxHeaderSize: 1_000_000 }, async (message, response) => {
    const { method = '', url = '', headers } = message
    const request = { method, url, headers, body: await text(message) }
    respond(request, response, requests.push(request))
  })
  return { ...(await listening(server)), requests }
}

/** Starts a server that talks no protocol but what the test writes into the socket. */
export function startTcpServer(onConnection: (socket: Socket) => void): Promise<LocalServer> {
  const server = createTcpServer((socket) => {
    // A client that gives up resets the connection, which is no concern of the server.
    socket.on('error', () => {})
    onConnection(socket)
  })
  return listening(server)
}

async function listening(server: Server): Promise<LocalServer> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
