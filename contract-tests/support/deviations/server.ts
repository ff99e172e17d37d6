import { toAccount } from '../../../src/mock/api/account.ts'
import { unauthorized } from '../../../src/mock/api/reply.ts'
import { serve } from '../../../src/mock/serve.ts'
import { createStart } from '../../../src/mock/start.ts'
import { type Account, type ApiAnswer, handle, refusal, world } from './handle.ts'
import { type Deviate, deviations } from './index.ts'

export const token = 'the-token-of-the-local-server'

export interface LocalServer {
  url: string
  /** What the account holds. */
  account: Account
  /** `METHOD path` of each request so far. */
  requests: string[]
  close(): Promise<void>
}

export interface LocalServerOptions {
  /** One thing that it does otherwise than documented: one of those that have a name, or another. */
  deviation?: string | Deviate
  /** How many servers and portals the account has from the start. */
  items?: number
  /** Called with each request before it is answered. */
  onRequest?: (line: string) => void | Promise<void>
}

/** In the place of an answer: the connection breaks, though what was asked for is done. */
export const lost: ApiAnswer = { status: 0, body: '' }

/** Starts the mock on this machine, with at most one thing that it does otherwise than documented. */
export async function startServer({ deviation, items = 3, onRequest }: LocalServerOptions = {}): Promise<LocalServer> {
  const account = accountOf(items)
  const requests: string[] = []
  const deviate = typeof deviation === 'string' ? deviations[deviation]! : (deviation ?? handle)
  const { url, close } = await serve(async (request) => {
    const { pathname, search } = new URL(request.url)
    const line = `${request.method} ${pathname}${search}`
    requests.push(line)
    const text = await request.text()
    await onRequest?.(line)
    const { status, body, type = 'application/json', headers } = answer(request, text, account, deviate)
    if (status === lost.status) throw new Error('the answer is lost')
    const payload = typeof body === 'string' ? body : JSON.stringify(body)
    return new Response(payload || null, { status, headers: { 'Content-Type': type, ...headers } })
  })
  return { url: `${url}/client/v4`, account, requests, close }
}

function answer({ method, url, headers }: Request, text: string, account: Account, deviate: Deviate): ApiAnswer {
  if (headers.get('Authorization') !== `Bearer ${token}`) return unauthorized()
  const { pathname, searchParams: query } = new URL(url)
  const found = /^\/client\/v4\/accounts\/[^/]+\/access\/ai-controls\/mcp\/(\w+)(?:\/([^/]+)(\/sync)?)?$/.exec(pathname)
  if (!found) return refusal(404, 7003, 'no such route')
  const [, collection = '', id, sync] = found
  try {
    const body = text ? JSON.parse(text) : {}
    return deviate(account, { method, collection, id, sync: sync !== undefined, query, body })
  } catch (error) {
    return refusal(400, 7001, String(error))
  }
}

function accountOf(items: number): Account {
  const numbers = Array.from({ length: items }, (_, index) => index + 1)
  const named = (number: number) => ({ id: `number-${number}`, name: `Number ${number}` })
  const start = createStart(world, {
    servers: numbers.map((number) => {
      const { id, name } = named(number)
      return { id, name, hostname: `https://${id}.example.com/mcp`, auth_type: 'oauth', description: name }
    }),
    portals: numbers.map((number) => {
      const { id, name } = named(number)
      return { id, name, hostname: `${id}.example.com`, servers: [{ server_id: id, default_disabled: true }] }
    }),
  })
  return toAccount(start)
}
