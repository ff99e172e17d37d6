import { Agent, type ClientRequest, request as httpRequest } from 'node:http'
import { request as httpsRequest, Agent as SecureAgent } from 'node:https'
import type { Socket } from 'node:net'
import { groupByName, type RawHeaders } from './headers.ts'

/** Bytes of headers that pass: more than any server takes. */
export const maxHeaderSize = 1024 * 1024

/** The server behind the proxy. */
export interface Upstream {
  /** What it calls itself in the header `Host`. */
  host: string
  /** The connection to it that belongs to a connection of a client. */
  connect(client: Socket): Connection
}

/** A connection to the server, opened when a request needs it. */
export interface Connection {
  /** Begins a request, whose body is still to be sent. */
  request(method: string, path: string, headers: RawHeaders): ClientRequest
  /** The exchange of a request is over. */
  release(): void
}

/**
 * Each connection of a client has one of its own to the server. What keeps connections alive then meets what it would
 * meet without a proxy: a connection that the server closes is closed to the client too, and nothing is sent twice.
 */
export function createUpstream(origin: URL): Upstream {
  const connections = new WeakMap<Socket, Connection>()
  return {
    host: origin.host,
    connect(client) {
      const known = connections.get(client)
      if (known) return known
      const connection = createConnection(origin, client)
      connections.set(client, connection)
      return connection
    },
  }
}

function createConnection({ protocol, hostname, port }: URL, client: Socket): Connection {
  const isSecure = protocol === 'https:'
  const limits = { keepAlive: true, maxSockets: 1, maxFreeSockets: 1 }
  // The certificate is verified, whatever NODE_TLS_REJECT_UNAUTHORIZED is.
  const agent = isSecure ? new SecureAgent({ ...limits, rejectUnauthorized: true }) : new Agent(limits)
  const target = { host: hostname.replace(/^\[|\]$/g, ''), port: port || (isSecure ? 443 : 80) }
  let open: Socket | undefined
  let latest: ClientRequest | undefined
  let exchanges = 0
  client.once('close', () => agent.destroy())
  const endWithServer = () => {
    if (exchanges === 0 && open?.destroyed && !client.destroyed) client.end()
  }
  // A client that has gone, and one that has only said all it has to say, look the same until the response is written.
  const endWithClient = () => {
    if (client.readableEnded && exchanges === 1 && latest?.writableFinished) open?.end()
  }
  client.once('end', endWithClient)
  return {
    request(method, path, headers) {
      const send = isSecure ? httpsRequest : httpRequest
      const request = send({ ...target, agent, method, path, setHost: false, maxHeaderSize })
      for (const [name, values] of groupByName(headers)) {
        request.setHeader(name, values.length > 1 ? values : (values[0] ?? ''))
      }
      exchanges++
      latest = request
      request.once('finish', endWithClient)
      request.once('socket', (socket) => {
        if (socket === open) return
        open = socket
        socket.once('close', endWithServer)
      })
      return request
    },
    release() {
      exchanges--
      endWithServer()
      endWithClient()
    },
  }
}
