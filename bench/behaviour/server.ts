import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that misbehaves in one way, and keeps what reached it. */
export interface BadServer {
  url: string
  requests: { method: string; path: string; authorization: string | undefined }[]
  close(): void
}

export async function badServer(
  respond: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<BadServer> {
  const requests: BadServer['requests'] = []
  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request
    requests.push({ method, path, authorization: headers.authorization })
    request.resume().on('end', () => respond(request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close }
}

/** Responds in the envelope of the API. */
export function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
