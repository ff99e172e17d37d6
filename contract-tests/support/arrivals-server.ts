import type { Socket } from 'node:net'
import { createTreatments } from './create-treatments.ts'
import { type LocalServer, startTcpServer } from './http-server.ts'

const ok = '{"success":true,"result":{"id":"docs","servers":[]}}'
const anyOrigin =
  'access-control-allow-origin: *\r\naccess-control-allow-methods: GET, POST\r\naccess-control-max-age: 600\r\n'

/** What the server does with a create: when its head has arrived, when part of its body has, when all of it has. */
interface Treatment {
  head?(socket: Socket): void
  part?(socket: Socket): void
  whole?(socket: Socket): void
}

const treatments: Record<(typeof createTreatments)[number], Treatment> = {
  'closes before it reads the body': { head: (socket) => socket.end() },
  'resets before it reads the body': { head: (socket) => socket.resetAndDestroy() },
  'closes while it reads the body': { part: (socket) => socket.end() },
  'resets while it reads the body': { part: (socket) => socket.resetAndDestroy() },
  'closes after the request': { whole: (socket) => socket.end() },
  'resets after the request': { whole: (socket) => socket.resetAndDestroy() },
  'closes within the response': {
    whole: (socket) => socket.end(`HTTP/1.1 201 Created\r\n${anyOrigin}content-length: 99\r\n\r\n{`),
  },
  'responds with 421': {
    whole: (socket) => socket.write(`HTTP/1.1 421 Misdirected Request\r\n${anyOrigin}content-length: 2\r\n\r\n{}`),
  },
  // The connection is closed in the moment in which the client, which has just read a response, uses it again.
  'closes the kept connection under the request': { whole: (socket) => socket.write(response(ok)) },
}

/**
 * A server on raw sockets that counts how often a create arrives, by its head. A base URL of
 * `${url}/${treatment}/${connection}/${key}` says what is done with creates, by their place in `createTreatments`; with
 * the connection `new` no connection is used twice. `${url}/seen/new/${key}` responds with the count.
 */
export async function startArrivalsServer(): Promise<LocalServer> {
  const counts = new Map<string, number>()
  return startTcpServer((socket) => {
    let received = ''
    let isCounted = false
    socket.on('data', (data) => {
      received += data.toString('latin1') // A character a byte, which is what a length counts.
      const end = received.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = received.slice(0, end)
      const [, method, name = '', connection = '', key = ''] = /^([A-Z]+) \/(\w+)\/(\w+)\/([\w-]+)/.exec(head) ?? []
      const isWhole = received.length >= end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
      if (method !== 'POST') {
        received = ''
        return respond(socket, head, name === 'seen' ? String(counts.get(key) ?? 0) : ok, connection, name)
      }
      if (!isCounted) counts.set(key, (counts.get(key) ?? 0) + 1)
      const treatment = createTreatments[Number(name)]
      const { head: onHead, part, whole } = (treatment && treatments[treatment]) ?? ({} as Treatment)
      if (!isCounted) onHead?.(socket)
      isCounted = !isWhole
      if (received.length > end + 4 + 1_000) part?.(socket)
      if (!isWhole) return
      received = ''
      whole?.(socket)
    })
  })
}

function respond(socket: Socket, head: string, body: string, connection: string, name: string): void {
  const asked = /access-control-request-headers: (.*)/i.exec(head)?.[1]
  const isClosed = connection === 'new'
  const headers =
    (asked ? `access-control-allow-headers: ${asked.trim()}\r\n` : '') + (isClosed ? 'connection: close\r\n' : '')
  socket.write(response(body, headers))
  const isClosedUnderTheNext = createTreatments[Number(name)]?.includes('under the request') && head.startsWith('GET')
  if (isClosed || isClosedUnderTheNext) socket.end()
}

function response(body: string, headers = ''): string {
  const type = 'content-type: application/json\r\n'
  return `HTTP/1.1 200 OK\r\n${anyOrigin}${type}${headers}content-length: ${body.length}\r\n\r\n${body}`
}
