import { describe, expect, test, vi } from 'vitest'
import { createHttpClient, TimeoutError } from '../../../src/client/index.ts'
import { apiToken, connectHttp, rejection, serve, serveBytes, success } from '../setup.ts'
import { read, watch } from './setup.ts'

const silent = () => {}

describe('the timeout', () => {
  test('is that of the client', async () => {
    const error = (await rejection(read(connectHttp(await serve(silent), { timeout: 40, maxRetries: 0 })))) as Error
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error.message).toContain('no complete response within 40 ms')
  })

  test('is that of a call, where it has one', async () => {
    const http = connectHttp(await serve(silent), { timeout: 60_000, maxRetries: 0 })
    const error = (await rejection(read(http, { timeout: 40 }))) as Error
    expect(error).toMatchObject({ name: 'TimeoutError', operation: 'servers.read', attempts: 1, outcome: 'rejected' })
    expect(error.message).toContain('within 40 ms')
  })

  test('may be Infinity, and an abort still ends the call', async () => {
    const controller = new AbortController()
    const target = await serve(() => controller.abort('enough'))
    const call = read(connectHttp(target, { timeout: Infinity }), { signal: controller.signal })
    expect(await rejection(call)).toBe('enough')
  })

  test.each([
    ['json', {}],
    ['text', { parseAs: 'text' }],
    ['blob', { parseAs: 'blob' }],
    ['arrayBuffer', { parseAs: 'arrayBuffer' }],
  ])('also ends a body that stalls while it is read as %s', async (_, init) => {
    const target = await serve((_, response) => void response.writeHead(200).write('{"success":'))
    const error = await rejection(read(connectHttp(target, { timeout: 60, maxRetries: 0 }), init))
    expect(error).toMatchObject({ name: 'TimeoutError', operation: 'servers.read', attempts: 1 })
    expect(error).toBeInstanceOf(TimeoutError)
  })

  test('also ends the body of a failure, and a stream that stalls in the hands of the caller', async () => {
    const target = await serve(
      (_, response) => void response.writeHead(403).write('{"success":'),
      (_, response) => void response.writeHead(200).write('{"success":'),
    )
    const http = connectHttp(target, { timeout: 250, maxRetries: 0 })
    expect(await rejection(read(http))).toBeInstanceOf(TimeoutError)
    const { data } = await read(http, { parseAs: 'stream' })
    expect(await rejection(new Response(data as never).text())).toBeInstanceOf(TimeoutError)
  })

  test('is over once a body is read: a response that is kept is not aborted later', async () => {
    const aborted = vi.fn()
    const { http } = watch({ timeout: 30 }, async ({ signal }) => {
      signal.addEventListener('abort', aborted)
      return Response.json({})
    })
    await read(http)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(aborted).not.toHaveBeenCalled()
  })
})

test('an abort rejects with its reason, and before a call nothing is sent', async () => {
  const controller = new AbortController()
  const reason = new Error('the user went away')
  const target = await serve(() => controller.abort(reason))
  expect(await rejection(read(connectHttp(target), { signal: controller.signal }))).toBe(reason)
  expect(await rejection(read(connectHttp(target), { signal: AbortSignal.abort(reason) }))).toBe(reason)
  expect(target.requests.length).toBe(1)
})

test('an abort ends a body that is being read, with the reason', async () => {
  const target = await serve((_, response) => void response.writeHead(200).write('{"success":'))
  const controller = new AbortController()
  const reason = new Error('the user went away')
  setTimeout(() => controller.abort(reason), 40)
  expect(await rejection(read(connectHttp(target), { signal: controller.signal }))).toBe(reason)
})

test('a signal of the client ends every call', async () => {
  const controller = new AbortController()
  const http = connectHttp(await serve(silent), { signal: controller.signal })
  const calls = [read(http), read(http)].map((call) => rejection(call))
  setTimeout(() => controller.abort('closing'), 30)
  expect(await Promise.all(calls)).toEqual(['closing', 'closing'])
})

test('maxRetries is that of the client, and that of a call where it has one', async () => {
  const target = await serve({ status: 503 })
  const http = connectHttp(target, { maxRetries: 1 })
  await read(http)
  expect(target.requests.length).toBe(2)
  await read(http, { maxRetries: 3 })
  expect(target.requests.length).toBe(6)
  await read(http, { maxRetries: 0 })
  expect(target.requests.length).toBe(7)
})

describe('the fetch', () => {
  test('is that of a call, where it has one, with token and retries', async () => {
    const { http, fetch: ofClient } = watch()
    const fetch = vi.fn(async (_: Request) => new Response('', { status: 503 }))
    expect((await read(http, { fetch })).response.status).toBe(503)
    expect(fetch.mock.calls.map(([request]) => request.headers.get('authorization'))).toEqual(
      Array(3).fill(`Bearer ${apiToken}`),
    )
    expect(ofClient).not.toHaveBeenCalled()
  })

  test("is the runtime's own of that moment, where none is given", async () => {
    const http = createHttpClient({ baseUrl: 'https://api.example.com', apiToken })
    const replaced = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json({ success: true }))
    expect((await read(http)).data).toEqual({ success: true })
    expect(replaced).toHaveBeenCalledOnce()
    replaced.mockRestore()
  })

  test('is called by itself, as pages and Workers demand', async () => {
    let self: unknown = 'not called'
    const { http } = watch({
      async fetch(this: unknown) {
        self = this
        return Response.json({})
      },
    })
    await read(http)
    expect(self).toBeUndefined()
  })

  test('gets requestInitExt beside the request', async () => {
    const extension = { dispatcher: 'of the test' }
    const { http, fetch } = watch({ requestInitExt: extension })
    await read(http)
    expect(fetch.mock.lastCall?.[1]).toBe(extension)
  })
})

test('a timer that waits for the body of a stream keeps no process alive, and none is left after any other call', async () => {
  const target = await serve(success)
  const http = connectHttp(target)
  const countTimers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  // The test has one of its own; one of an earlier test may end meanwhile.
  const before = countTimers()
  await read(http)
  expect(countTimers()).toBeLessThanOrEqual(before)
  const { data } = await read(http, { parseAs: 'stream' })
  expect(countTimers()).toBeLessThanOrEqual(before)
  await new Response(data as never).text()
})

test('a connection that breaks within a body rejects, and the call does not hang', async () => {
  const target = await serveBytes((socket) =>
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"succ')
      setTimeout(() => socket.destroy(), 20)
    }),
  )
  await expect(read(connectHttp(target))).rejects.toThrow()
})
