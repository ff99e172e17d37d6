import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createClientAt } from '../../src/client/client.ts'
import type { Clock } from '../../src/client/http/clock.ts'
import type { CallOptions, ClientOptions, McpPortals } from '../../src/client/index.ts'
import { accountId, apiToken } from '../support/account.ts'
import { calls } from '../support/calls.ts'
import { type Answer, type HttpServer, type Received, startHttpServer, startTcpServer } from '../support/http-server.ts'

export { accountId, apiToken }

export const root = `/accounts/${accountId}/access/ai-controls/mcp`

/** An answer in short: 200 and JSON unless it says otherwise. */
export interface Reply {
  status?: number
  headers?: Record<string, string>
  body?: unknown
}

type Answering = Reply | Answer

/** Answers as an API that is well. */
export const success: Answer = ({ method, url }, response) => {
  const isList = method === 'GET' && /\/(portals|servers)(\?.*)?$/.test(url)
  send(response, { body: envelope(isList ? [] : { id: 'docs' }) })
}

export function envelope(result: unknown, resultInfo?: object): object {
  return { success: true, errors: [], messages: [], result, ...(resultInfo && { result_info: resultInfo }) }
}

export function send(response: ServerResponse, { status = 200, headers = {}, body }: Reply): void {
  const isJson = body !== undefined && typeof body !== 'string'
  response.writeHead(status, { ...(isJson && { 'content-type': 'application/json' }), ...headers })
  response.end(isJson ? JSON.stringify(body) : body)
}

/** Starts a server for the running test, which gives these answers in turn, and the last one from then on. */
export async function serve(...answers: [Answering, ...Answering[]]): Promise<HttpServer> {
  const server = await startHttpServer((request: Received, response, number) => {
    const answer = answers[Math.min(number, answers.length) - 1] as Answering
    if (typeof answer === 'function') answer(request, response, number)
    else send(response, answer)
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

/** A clock whose waits take no time, and which remembers them. Of the jitter it always takes half. */
export interface TestClock extends Clock {
  waits: number[]
}

export function testClock(clock: Partial<Clock> = {}): TestClock {
  const waits: number[] = []
  const sleep = async (milliseconds: number) => {
    waits.push(milliseconds)
  }
  return { now: Date.now, random: () => 0.5, sleep, ...clock, waits }
}

/** A client of that server which waits for nothing. */
export function connect({ url }: { url: string }, options: ClientOptions = {}, clock: Clock = testClock()): McpPortals {
  return createClientAt(clock, { baseUrl: url, accountId, apiToken, ...options })
}

/** Each of the eleven operations as a call. */
export const operations = Object.entries(calls).map(([operation, call]) => ({
  operation,
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
