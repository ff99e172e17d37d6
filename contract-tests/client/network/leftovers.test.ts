import { getEventListeners } from 'node:events'
import { expect, test, vi } from 'vitest'
import { createClient, type RetryEvent } from '../../../src/client/index.ts'
import type { Respond } from '../../support/http-server.ts'
import {
  accountId,
  apiToken,
  connect,
  envelope,
  rejection,
  send,
  serve,
  signalled,
  success,
  testClock,
} from '../setup.ts'

const partOf =
  (status: number, headers: Record<string, string> = {}): Respond =>
  (_, response) =>
    response.writeHead(status, headers).write('{"success":false,"errors":[')

const retried: [string, Respond][] = [
  ['503', partOf(503)],
  ['503 with Retry-After', partOf(503, { 'retry-after': '5' })],
  ['429 with Retry-After', partOf(429, { 'retry-after': '5' })],
]

test.each(retried)('the socket of a %s is released before the delay, not after the body', async (_, failure) => {
  const closed = signalled()
  const server = await serve((request, response, number) => {
    response.on('close', closed.resolve)
    failure(request, response, number)
  }, success)
  // The delay ends when the server has seen the connection close, which no one else does.
  const clock = testClock({ sleep: () => closed.promise })
  await expect(connect(server, {}, clock).servers.read('docs')).resolves.toEqual({ id: 'docs' })
})

test('the body of the last failure is read: it says why', async () => {
  const failure = { status: 503, body: { success: false, errors: [{ code: 1, message: 'maintenance' }] } }
  const server = await serve(failure)
  await expect(connect(server).servers.read('docs')).rejects.toThrow('(1 maintenance)')
})

test('a body that cannot be cancelled, or that is none, does not hurt', async () => {
  const cancel = vi.fn(() => Promise.reject(new Error('not now')))
  const responses = [new Response(new ReadableStream({ cancel }), { status: 503 }), new Response(null, { status: 503 })]
  const fetch = async () => responses.shift() ?? Response.json(envelope({ id: 'docs' }))
  const reasons: string[] = []
  const retry = ({ reason }: RetryEvent) => void reasons.push(reason)
  const mcp = connect({ url: 'http://localhost' }, { fetch, hooks: { retry } })
  await expect(mcp.servers.read('docs')).resolves.toEqual({ id: 'docs' })
  expect(cancel).toHaveBeenCalledOnce()
  expect(reasons).toEqual(['status', 'status'])
})

const timersOf = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

test('10,000 calls that succeed, fail, are retried and stall leave no listener and no timer', {
  timeout: 120_000,
}, async () => {
  const stalled: Respond = () => {}
  const busy = { status: 503, headers: { 'retry-after': '0.001' } }
  const server = await serve((request, response, number) => {
    if (number % 500 === 0) return stalled(request, response, number)
    if (number % 10 === 0) return send(response, busy)
    if (number % 7 === 0) return send(response, { status: 404 })
    send(response, { body: envelope({ id: 'docs' }) })
  })
  const mcp = createClient({ baseUrl: server.url, accountId, apiToken: () => apiToken })
  const { signal } = new AbortController()
  const listen = signal.addEventListener
  let most = 0
  signal.addEventListener = (...given: Parameters<typeof listen>) => {
    listen.apply(signal, given)
    most = Math.max(most, getEventListeners(signal, 'abort').length)
  }
  const timers = timersOf()
  const worker = async () => {
    for (let calls = 0; calls < 500; calls++) await mcp.servers.read('docs', { signal, timeout: 200 }).catch(() => {})
  }
  await Promise.all(Array.from({ length: 20 }, worker))

  expect(server.requests.length).toBeGreaterThan(10_000)
  // Node 20 warns from the eleventh on.
  expect(most).toBe(1)
  expect(getEventListeners(signal, 'abort')).toEqual([])
  expect(timersOf()).toBeLessThanOrEqual(timers)
})

test('an aborted call leaves no listener and no timer either', async () => {
  const server = await serve(() => {})
  const timers = timersOf()
  const controllers = Array.from({ length: 100 }, () => new AbortController())
  const calls = controllers.map(({ signal }) => rejection(connect(server).servers.read('docs', { signal })))
  await vi.waitUntil(() => server.requests.length === controllers.length)
  for (const controller of controllers) controller.abort()
  await Promise.all(calls)
  expect(controllers.flatMap(({ signal }) => getEventListeners(signal, 'abort'))).toEqual([])
  expect(timersOf()).toBeLessThanOrEqual(timers)
})
