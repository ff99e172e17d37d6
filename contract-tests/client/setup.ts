import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createClientAt } from '../../src/client/client.ts'
import type { Clock } from '../../src/client/http/clock.ts'
import { createHttpClientAt } from '../../src/client/http-client.ts'
import type { CallOptions, ClientOptions, HttpClient, HttpClientOptions, McpPortals } from '../../src/client/index.ts'
import { accountId, apiToken } from '../support/account.ts'
import { calls } from '../support/calls.ts'
import {
  type HttpServer,
  type Received,
  type Respond,
  startHttpServer,
  startTcpServer,
} from '../support/http-server.ts'

export { accountId, apiToken }

export const root = `/accounts/${accountId}/access/ai-controls/mcp`

/** A response in short: 200 and JSON unless it says otherwise. */
export interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

type Responding = Reply | Respond

/** Responds as an API that is well. */
export const success: Respond = ({ method, url }, response) => {
  const isList = method === 'GET' && /\/(portals|servers)(\?.*)?$/.test(url)
  send(response, { body: envelope(isList ? [] : { id: 'docs' }) })
}

/** What the API itself responds with to a request that it refuses. */
export function refusal(status: number, ...errors: object[]): Reply {
  return { status, body: { success: false, errors, messages: [], result: null } }
}

export function envelope(result: unknown, resultInfo?: object): object {
  return { success: true, errors: [], messages: [], result, ...(resultInfo && { result_info: resultInfo }) }
}

export function send(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  const isJson = body !== undefined && typeof body !== 'string'
  response.writeHead(status, { ...(isJson && { 'content-type': 'application/json' }), ...headers })
  response.end(isJson ? JSON.stringify(body) : body)
}

/** Starts a server for the running test, which gives these responses in turn, and the last one from then on. */
export async function serve(...responses: [Responding, ...Responding[]]): Promise<HttpServer> {
  const server = await startHttpServer((request: Received, response, number) => {
    const next = responses[Math.min(number, responses.length) - 1] as Responding
    if (typeof next === 'function') next(request, response, number)
    else send(response, next)
  })
  onTestFinished(() => server.close())
  return server
}

/** The same of a server that writes whatever bytes the test wants. */
export async function serveBytes(onConnection: (socket: Socket) => void): Promise<{ url: string }> {
  const server = await startTcpServer(onConnection)
  onTestFinished(() => server.close())
  return server
}

/** The URL of a server that is gone. */
export async function refusingUrl(): Promise<string> {
  const { url, close } = await startTcpServer(() => {})
  await close()
  return url
}

/** A clock whose delays take no time, and which remembers them. Of the jitter it always takes half. */
export interface TestClock extends Clock {
  delays: number[]
}

export function testClock(clock: Partial<Clock> = {}): TestClock {
  const delays: number[] = []
  let passed = 0
  const sleep = async (milliseconds: number) => {
    delays.push(milliseconds)
    passed += milliseconds
  }
  return { now: () => Date.now() + passed, random: () => 0.5, sleep, ...clock, delays }
}

/** A client of that server whose delays take no time. */
export function connect({ url }: { url: string }, options: ClientOptions = {}, clock: Clock = testClock()): McpPortals {
  return createClientAt(clock, { baseUrl: url, accountId, apiToken, ...options })
}

/** The same of the openapi-fetch client. */
export function connectHttp(
  { url }: { url: string },
  options: HttpClientOptions = {},
  clock: Clock = testClock(),
): HttpClient {
  return createHttpClientAt(clock, { baseUrl: url, apiToken, ...options })
}

/** Each of the eleven operations as a call, and its outcome when no response can be read. */
export const operations = Object.entries(calls).map(([operation, call]) => ({
  operation,
  lostOutcome: /^(list|read)/.test(operation) ? ('rejected' as const) : ('unknown' as const),
  run: (mcp: McpPortals, options?: CallOptions) =>
    call(mcp, { id: 'docs', query: {}, body: { name: 'Docs' } }, options),
}))

/** The two that must not be sent twice, and all the others. */
export const creates = operations.filter(({ operation }) => operation.startsWith('create'))
export const repeatable = operations.filter((operation) => !creates.includes(operation))

/** What a promise rejects with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`expected a rejection, but it resolved to ${JSON.stringify(value)}`)
    },
    (reason) => reason,
  )
}

/** A promise that the test resolves, such as when the server sees something. */
export function signalled(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** Every item of a list. */
export async function itemsOf<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of list) items.push(item)
  return items
}
