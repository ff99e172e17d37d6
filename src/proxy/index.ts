import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Exchanges } from './exchanges.ts'
import type { ProxyOptions } from './options.ts'
import type { OperationResult } from './results.ts'
import { createUpstream, maxHeaderSize } from './upstream.ts'

export type { ProxyOptions } from './options.ts'
export type { Found, OperationResult } from './results.ts'

/** What the reader may want to do; docs/reports.md lists them. */
export const hints = {
  nothing: 'nothing was checked: is CLOUDFLARE_BASE_URL what the program calls?',
  others: 'exchanges with paths that are not of this API, which passed unchecked: {count}',
} as const

/** A proxy that is listening. */
export interface StartedProxy {
  /** The base URL for clients: that of the server, at this machine's address. */
  url: string
  /** Ends what is under way, and resolves to what has passed. */
  close(): Promise<Passed>
}

/** What has passed. */
export interface Passed {
  operations: OperationResult[]
  /** Exchanges with paths that are not of this API, which passed unchecked. */
  others: number
}

/**
 * Listens on this machine, hands every exchange to a server, and checks it when it is over.
 *
 * @throws What `listen` throws, such as EADDRINUSE.
 */
export async function startProxy(options: ProxyOptions): Promise<StartedProxy> {
  const base = new URL(options.upstream)
  const exchanges = new Exchanges(createUpstream(base), options)
  const server = createServer({ maxHeaderSize, keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 })
  server.on('request', (message, response) => exchanges.begin(message, response))
  // The server behind decides whether the client may go on.
  for (const event of ['checkContinue', 'checkExpectation']) {
    server.on(event, (message, response) => exchanges.begin(message, response))
  }
  server.on('connect', (_, socket: Socket) => {
    socket.end('HTTP/1.1 501 Not Implemented\r\nConnection: close\r\n\r\n', () => socket.destroy())
  })
  Object.assign(server, { httpAllowHalfOpen: true })
  const { port } = await listen(server, options.port ?? 0)
  return {
    url: `http://127.0.0.1:${port}${base.pathname.replace(/\/+$/, '')}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
      await exchanges.settle()
      return { operations: exchanges.results.list(), others: exchanges.results.others }
    },
  }
}

/** A thousand clients may connect at once. */
const backlog = 4096

function listen(server: Server, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', backlog }, () => {
      server.off('error', reject)
      resolve(server.address() as AddressInfo)
    })
  })
}
