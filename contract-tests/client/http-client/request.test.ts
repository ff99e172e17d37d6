import { createServer } from 'node:http'
import { describe, expect, test } from 'vitest'
import { connectHttp, serve, success } from '../setup.ts'
import { body, params, read, request, servers, watch } from './setup.ts'

describe('what a Request takes arrives in the Request that fetch gets, on every attempt:', () => {
  const values = {
    cache: 'no-store',
    credentials: 'include',
    integrity: 'sha256-AAAA',
    keepalive: true,
    mode: 'same-origin',
    referrer: 'https://docs.example.com/page',
    referrerPolicy: 'origin',
  } as const

  test.each(Object.entries(values))('%s: %s, of a call', async (name, value) => {
    const { http, fetch } = watch({}, async () => new Response('', { status: 503 }))
    await request(http, 'put', '/any', { body: {}, [name]: value })
    expect(fetch.mock.calls.map(([request]) => Reflect.get(request, name))).toEqual([value, value, value])
  })

  test.each(Object.entries(values))('%s: %s, of the client', async (name, value) => {
    const { http, last } = watch({ [name]: value })
    await read(http)
    expect(Reflect.get(last(), name)).toBe(value)
  })

  test('keepalive beside a body that must arrive once', async () => {
    const target = await serve(success)
    await connectHttp(target).POST(servers, { params, body, keepalive: true })
    expect(JSON.parse(target.requests[0]?.body ?? '')).toEqual(body)
  })

  test.each([
    ['priority', 'high'],
    ['next', { revalidate: 60 }],
    ['customProperty', 'value'],
  ])('%s, which a Request does not know, as a property', async (name, value) => {
    const { http, fetch } = watch({}, async () => new Response('', { status: 503 }))
    await read(http, { [name]: value })
    expect(fetch.mock.calls.map(([request]) => Reflect.get(request, name))).toEqual([value, value, value])
  })

  test('what middleware set on the request', async () => {
    const { http, last } = watch()
    http.use({ onRequest: ({ request }) => void Object.assign(request, { traceId: '8a1b' }) })
    await read(http)
    expect(last()).toHaveProperty('traceId', '8a1b')
  })
})

test('the options of this client are no properties of the Request', async () => {
  const { http, last } = watch({ timeout: 5_000, hooks: {} })
  await read(http, { timeout: 5_000, maxRetries: 1 })
  expect(Object.keys(last())).toEqual([])
})

test('the Request follows no redirect, whatever it is made of', async () => {
  const { http, last } = watch()
  http.use({ onRequest: ({ request }) => new Request(request, { redirect: 'follow' }) })
  await read(http)
  expect(last().redirect).toBe('manual')
})

test('a Request class of the client or of a call makes the Request that fetch gets', async () => {
  class OfClient extends Request {}
  class OfCall extends Request {}
  const { http, last } = watch({ Request: OfClient })
  await read(http)
  expect(last()).toBeInstanceOf(OfClient)
  await read(http, { Request: OfCall })
  expect(last()).toBeInstanceOf(OfCall)
})

test('the signal of the Request is aborted when that of the call is', async () => {
  const controller = new AbortController()
  const signals: AbortSignal[] = []
  const { http } = watch({}, async ({ signal }) => {
    signals.push(signal)
    controller.abort('enough')
    return new Promise(() => {})
  })
  await expect(read(http, { signal: controller.signal })).rejects.toBe('enough')
  expect(signals.map(({ aborted, reason }) => [aborted, reason])).toEqual([[true, 'enough']])
})

test('the options that a caller gives are left as they are', async () => {
  const { http } = watch()
  const init = Object.freeze({
    params: Object.freeze(params),
    headers: Object.freeze({ 'x-mine': 'yes' }),
    timeout: 5_000,
  })
  const before = structuredClone(init)
  await read(http, init)
  await read(http, init)
  expect(init).toEqual(before)
})

test('a method that nobody knows is sent as it is', async () => {
  const methods: (string | undefined)[] = []
  const target = createServer(({ method }, response) => {
    methods.push(method)
    response.end('{}')
  })
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  const { port } = Object(target.address())
  await request(connectHttp({ url: `http://127.0.0.1:${port}` }), 'link', '/any')
  target.close()
  expect(methods).toEqual(['LINK'])
})
