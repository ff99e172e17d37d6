import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished, vi } from 'vitest'
import { createHttpClientAt } from '../../../src/client/http-client.ts'
import type { HttpClient, HttpClientOptions, RequestFetch } from '../../../src/client/index.ts'
import { accountId, apiToken, testClock } from '../setup.ts'

export const servers = '/accounts/{account_id}/access/ai-controls/mcp/servers'
export const server = '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}'
export const sync = '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}/sync'
export const params = { path: { account_id: accountId, id: 'docs' } }
export const body = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' } as const

/** Reads a server, with whatever options the test wants to try, right or wrong. */
export const read = (http: HttpClient, init: object = {}) => http.GET(server, { params, ...init })

/** Sends any body to a path that the spec does not have. */
export function post(http: HttpClient, bodySerializer: () => unknown, init: object = {}): Promise<unknown> {
  return Reflect.apply(http.POST, undefined, ['/any', { body: {}, bodySerializer, ...init }])
}

/** Calls any method and path, also such as the spec does not have. */
export function request(
  http: HttpClient,
  method: string,
  path: string,
  init: object = {},
): Promise<{ response: Response }> {
  return Reflect.apply(http.request, undefined, [method, path, init])
}

/** A client whose fetch keeps each `Request` that it gets, and responds. */
export function watch(options: HttpClientOptions = {}, respond: RequestFetch = async () => Response.json({})) {
  const fetch = vi.fn(respond)
  const http = createHttpClientAt(testClock(), { baseUrl: 'https://api.example.com/v4', apiToken, fetch, ...options })
  /** The last one that arrived. */
  const last = () => fetch.mock.lastCall?.[0] ?? new Request('about:blank')
  return { http, fetch, last }
}

/** Starts a server that keeps what it receives, byte for byte. */
export async function serveBuffers() {
  const received: { body: Buffer; headers: NodeJS.Dict<string | string[]> }[] = []
  const listening = createServer(async (message, response) => {
    received.push({ body: await buffer(message), headers: message.headers })
    // Once for each: a retry has to bring the same bytes.
    response.writeHead(received.length === 1 ? 503 : 200).end('{}')
  })
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void listening.close())
  return { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, received }
}
