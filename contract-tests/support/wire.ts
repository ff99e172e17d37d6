import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** One request as it arrived, and what was answered. */
export interface WireExchange {
  method: string
  url: URL
  headers: IncomingHttpHeaders
  body: string
  status: number
  answerHeaders: Headers
  answer: string
}

/** A server between a client and the one under test, which hands everything on and keeps what it saw. */
export interface Wire {
  url: string
  exchanges: WireExchange[]
  close(): Promise<void>
}

const passedOn = ['authorization', 'content-type', 'prefer']
const ofTheConnection = ['connection', 'content-encoding', 'content-length', 'keep-alive', 'transfer-encoding']

/** Starts it on a free port of this machine. */
export async function startWire(target: string): Promise<Wire> {
  const exchanges: WireExchange[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const body = await text(request)
    const init: RequestInit = {
      method,
      headers: passedOn.flatMap((name) => (headers[name] ? [[name, String(headers[name])] as [string, string]] : [])),
    }
    if (body) init.body = body
    const answer = await fetch(target + url, init)
    const payload = await answer.text()
    exchanges.push({
      method,
      url: new URL(target + url),
      headers,
      body,
      status: answer.status,
      answerHeaders: answer.headers,
      answer: payload,
    })
    const answerHeaders = [...answer.headers].filter(([name]) => !ofTheConnection.includes(name))
    response.writeHead(answer.status, Object.fromEntries(answerHeaders)).end(payload)
  })
  // An idle connection that is closed just when it is used again would look like a failure of the client.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
