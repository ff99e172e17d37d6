import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Deviate, deviations } from './deviations/index.ts'
import { type ApiAnswer, type ApiRequest, handle, refusal } from './handle.ts'
import { State } from './state.ts'

export const token = 'the-token-of-the-local-server'

export interface StatefulServer {
  url: string
  /** What the account holds. */
  state: State
  /** `METHOD path` of each request so far. */
  requests: string[]
  close(): Promise<void>
}

export interface StatefulOptions {
  /** One thing that it does otherwise than documented: one of those that have a name, or another. */
  deviation?: string | Deviate
  /** How many servers and portals the account has from the start. */
  items?: number
  /** Called with each request before it is answered. */
  onRequest?: (line: string) => void | Promise<void>
}

/** In the place of an answer: the connection breaks, though what was asked for is done. */
export const lost: ApiAnswer = { status: 0, body: '' }

/**
 * Starts a server on this machine that keeps what it is told, as the documented API does: ids conflict, lists have pages,
 * and deleting a server takes it out of its portals.
 */
export async function startStateful({
  deviation,
  items = 3,
  onRequest,
}: StatefulOptions = {}): Promise<StatefulServer> {
  const state = stateOf(items)
  const requests: string[] = []
  const deviate = typeof deviation === 'string' ? deviations[deviation]! : (deviation ?? handle)
  const server = createServer(async (message, response) => {
    const line = `${message.method} ${message.url}`
    requests.push(line)
    const body = await text(message)
    await onRequest?.(line)
    const answer = answerOf(
      { method: message.method!, url: message.url!, token: message.headers.authorization, body },
      (request) => deviate(state, request),
    )
    if (answer.status === lost.status) return response.destroy()
    const payload = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
    const headers = { 'Content-Type': answer.type ?? 'application/json', ...answer.headers }
    response.writeHead(answer.status, headers).end(payload)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/client/v4`,
    state,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface RawRequest {
  method: string
  url: string
  token: string | undefined
  body: string
}

function answerOf(raw: RawRequest, answer: (request: ApiRequest) => ApiAnswer): ApiAnswer {
  if (raw.token !== `Bearer ${token}`) return refusal(401, 10000, 'Authentication error')
  const { pathname, searchParams: query } = new URL(raw.url, 'http://localhost')
  const found = /^\/client\/v4\/accounts\/[^/]+\/access\/ai-controls\/mcp\/(\w+)(?:\/([^/]+)(\/sync)?)?$/.exec(pathname)
  if (!found) return refusal(404, 7003, 'no such route')
  const [, collection = '', id, sync] = found
  try {
    const body = raw.body ? JSON.parse(raw.body) : {}
    return answer({ method: raw.method, collection, id, sync: sync !== undefined, query, body })
  } catch (error) {
    return refusal(400, 7001, String(error))
  }
}

function stateOf(items: number): State {
  const state = new State()
  for (let number = 1; number <= items; number++) {
    const name = `Number ${number}`
    const id = `number-${number}`
    state.createServer({ id, name, hostname: `https://${id}.example.com/mcp`, auth_type: 'oauth', description: name })
    state.createPortal({
      id,
      name,
      hostname: `${id}.example.com`,
      servers: [{ server_id: id, default_disabled: true }],
    })
  }
  return state
}
