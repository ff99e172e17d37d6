import { describe, expect, test, vi } from 'vitest'
import { createClient } from '../../../src/client/index.ts'
import { accountId, apiToken, connect, envelope, operations, rejection, serve, signalled, success } from '../setup.ts'

const reasons: [string, unknown][] = [
  ['an error of the user', new Error('the user went away')],
  ['a text', 'the user went away'],
  ['a falsy value', 0],
  ['nothing, which makes it an AbortError', undefined],
]

/** A client on the system's own clock: an abort has to end its delays. */
function patient(url: string, options: Parameters<typeof createClient>[0] = {}) {
  return createClient({ baseUrl: url, accountId, apiToken, ...options })
}

test.each(operations)('$operation with a signal that is aborted already sends nothing', async ({ run }) => {
  const server = await serve(success)
  const request = vi.fn()
  const reason = new Error('the user went away')
  const mcp = connect(server, { hooks: { request } })
  expect(await rejection(run(mcp, { signal: AbortSignal.abort(reason) }))).toBe(reason)
  expect(server.requests.length).toBe(0)
  expect(request).not.toHaveBeenCalled()
})

describe.each(reasons)('an abort for %s rejects at once with that reason', (_, reason) => {
  test('before the call', async () => {
    const signal = AbortSignal.abort(reason)
    expect(await rejection(connect(await serve(success)).servers.read('docs', { signal }))).toBe(signal.reason)
  })

  test('while the server is silent, and closes the connection', async () => {
    const controller = new AbortController()
    const closed = signalled()
    const server = await serve((_, response) => {
      response.on('close', closed.resolve)
      controller.abort(reason)
    })
    const error = await rejection(patient(server.url).servers.read('docs', { signal: controller.signal }))
    expect(error).toBe(controller.signal.reason)
    await closed.promise
    expect(server.requests.length).toBe(1)
  })

  test('while the body arrives, and closes the connection', async () => {
    const controller = new AbortController()
    const closed = signalled()
    const server = await serve((_, response) => {
      response.on('close', closed.resolve)
      response.writeHead(200).write('{"success":', () => setTimeout(() => controller.abort(reason), 20))
    })
    const error = await rejection(patient(server.url).servers.read('docs', { signal: controller.signal }))
    expect(error).toBe(controller.signal.reason)
    await closed.promise
  })

  test('during the delay before a retry, after which nothing is sent', async () => {
    const controller = new AbortController()
    const server = await serve({ status: 429, headers: { 'retry-after': '30' } }, success)
    const retry = () => queueMicrotask(() => controller.abort(reason))
    const mcp = patient(server.url, { hooks: { retry } })
    const start = performance.now()
    const error = await rejection(mcp.servers.read('docs', { signal: controller.signal }))
    expect(error).toBe(controller.signal.reason)
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(server.requests.length).toBe(1)
  })

  test('while a token is asked for, and nothing is sent', async () => {
    const controller = new AbortController()
    const server = await serve(success)
    const silent = () => {
      queueMicrotask(() => controller.abort(reason))
      return new Promise<string>(() => {})
    }
    const mcp = patient(server.url, { apiToken: silent })
    const error = await rejection(mcp.servers.read('docs', { signal: controller.signal }))
    expect(error).toBe(controller.signal.reason)
    expect(server.requests.length).toBe(0)
  })

  test.each([
    ['request', 0],
    ['response', 1],
    ['retry', 1],
  ])('from within a %s hook, after which nothing is sent', async (hook, sent) => {
    const controller = new AbortController()
    const server = await serve({ status: 503 }, success)
    const mcp = patient(server.url, { hooks: { [hook]: () => controller.abort(reason) } })
    const error = await rejection(mcp.servers.read('docs', { signal: controller.signal }))
    expect(error).toBe(controller.signal.reason)
    expect(server.requests.length).toBe(sent)
  })

  test('while a given fetch that does not listen to its signal is at work', async () => {
    const controller = new AbortController()
    const fetch = vi.fn(() => {
      queueMicrotask(() => controller.abort(reason))
      return new Promise<Response>(() => {})
    })
    const mcp = patient('http://localhost', { fetch })
    const error = await rejection(mcp.servers.read('docs', { signal: controller.signal }))
    expect(error).toBe(controller.signal.reason)
    expect(fetch).toHaveBeenCalledOnce()
  })
})

test.each(operations)('an abort of $operation is its end: it is not retried', async ({ run }) => {
  const controller = new AbortController()
  const retry = vi.fn()
  const server = await serve(() => controller.abort())
  const error = await rejection(run(connect(server, { hooks: { retry } }), { signal: controller.signal }))
  expect(error).toBe(controller.signal.reason)
  expect(retry).not.toHaveBeenCalled()
})

test("a signal of the user's that times out rejects with its own reason, not with our TimeoutError", async () => {
  const signal = AbortSignal.timeout(30)
  const server = await serve(() => {})
  const error = await rejection(patient(server.url).servers.read('docs', { signal }))
  expect(error).toBe(signal.reason)
  expect(error).toBeInstanceOf(DOMException)
})

test('an abort between two pages ends the list, after the items before it', async () => {
  const controller = new AbortController()
  const page = (id: string) => ({ body: envelope([{ id }], { total_pages: 3 }) })
  const server = await serve(page('a'), page('b'), page('c'))
  const seen: string[] = []
  const walk = async () => {
    for await (const { id } of connect(server).servers.list({}, { signal: controller.signal })) {
      seen.push(id)
      if (id === 'b') controller.abort()
    }
  }
  expect(await rejection(walk())).toBe(controller.signal.reason)
  expect(seen).toEqual(['a', 'b'])
  expect(server.requests.length).toBe(2)
})

test('an abort after the response changes nothing', async () => {
  const controller = new AbortController()
  const call = connect(await serve(success)).servers.read('docs', { signal: controller.signal })
  await call
  controller.abort()
  await expect(call).resolves.toEqual({ id: 'docs' })
})
