import type { ServerResponse } from 'node:http'
import { type Received, startHttpServer } from '../../support/http-server.ts'
import type { Backend } from './backends.ts'

export interface Exchange {
  method: string
  url: URL
  body: string
  status: number
}

export interface Stage {
  url: string
  exchanges: Exchange[]
  close(): Promise<void>
}

const given = ['authorization', 'content-type']
const returned = ['content-type', 'retry-after']

/**
 * A server before a backend, which keeps what it saw and makes of each response one of a later version of the API: it has
 * fields that nobody knows yet, and the server `future` has values of enums that nobody knows. No list says how many pages it has.
 */
export async function startStage(backend: Backend): Promise<Stage> {
  const exchanges: Exchange[] = []
  async function answer({ method, headers, body, url: path }: Received, response: ServerResponse): Promise<void> {
    const init = { method, headers: pick(given, (name) => headers[name]), ...(body && { body }) }
    const reply = await backend(path, init)
    exchanges.push({ method, url: new URL(path, 'http://stage'), body, status: reply.status })
    const text = JSON.stringify(asOfLater(await reply.json(), path))
    const kept = pick(returned, (name) => reply.headers.get(name))
    response.writeHead(reply.status, kept).end(text)
  }
  const { url, close } = await startHttpServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)))
  })
  return { url, exchanges, close }
}

function pick(names: string[], find: (name: string) => unknown): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (find(name) ? [[name, String(find(name))]] : [])))
}

function asOfLater(envelope: { result?: object; result_info?: object }, path: string): unknown {
  const { result, result_info } = envelope
  return withNewerFields({
    ...envelope,
    ...(result_info && { result_info: { ...result_info, total_pages: undefined } }),
    ...(path.endsWith('/servers/future') && { result: { ...result, name: 'Future', ...newerValues(result) } }),
  })
}

function newerValues(server: object = {}): object {
  return { auth_type: 'passkey', ...('authentication_status' in server && { authentication_status: 'expired' }) }
}

function withNewerFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNewerFields)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, field]) => [name, withNewerFields(field)])
  return { ...Object.fromEntries(fields), introduced_later: { at: 1 } }
}
