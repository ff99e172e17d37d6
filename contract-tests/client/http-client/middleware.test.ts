import { createPathBasedClient, wrapAsPathBasedClient } from 'openapi-fetch'
import { describe, expect, test, vi } from 'vitest'
import type { paths } from '../../../generated/schema.ts'
import { ConnectionError, type Middleware, TimeoutError } from '../../../src/client/index.ts'
import { apiToken, connectHttp, refusingUrl, rejection, serve, success } from '../setup.ts'
import { body, params, read, server, servers, watch } from './setup.ts'

/** Notes its steps, and leaves everything as it is. */
function note(name: string, steps: string[]): Middleware {
  return {
    onRequest: () => void steps.push(`${name} request`),
    onResponse: () => void steps.push(`${name} response`),
    onError: () => void steps.push(`${name} error`),
  }
}

describe('middleware', () => {
  test('of the client and of a call surrounds a call, and not each of its attempts', async () => {
    const steps: string[] = []
    const http = connectHttp(await serve({ status: 503 }, success))
    http.use(note('client', steps))
    await read(http, { middleware: [note('call', steps)] })
    expect(steps).toEqual(['client request', 'call request', 'call response', 'client response'])
  })

  test('is gone when it is ejected', async () => {
    const steps: string[] = []
    const { http } = watch()
    const middleware = note('client', steps)
    http.use(middleware)
    http.eject(middleware)
    await read(http)
    expect(steps).toEqual([])
  })

  test('knows path, parameters, options and an id of the call', async () => {
    const { http } = watch()
    const onRequest = vi.fn()
    http.use({ onRequest })
    await http.GET(server, { params, parseAs: 'text' })
    expect(onRequest.mock.lastCall?.[0]).toMatchObject({
      schemaPath: server,
      params,
      options: { baseUrl: 'https://api.example.com/v4', parseAs: 'text' },
      id: expect.any(String),
    })
  })

  test('changes the request, its body and its headers, in place or by another one', async () => {
    const target = await serve(success)
    const http = connectHttp(target)
    http.use({
      onRequest: ({ request }) => {
        request.headers.set('x-one', 'in place')
        return new Request(request, {
          headers: { ...Object.fromEntries(request.headers), 'x-two': 'another' },
          body: '{"name":"Other"}',
        })
      },
    })
    await http.PUT(server, { params, body: { name: 'Docs' } })
    expect(target.requests[0]).toMatchObject({
      body: '{"name":"Other"}',
      headers: { 'x-one': 'in place', 'x-two': 'another', authorization: `Bearer ${apiToken}` },
    })
  })

  test('responds in the place of the server', async () => {
    const { http, fetch } = watch()
    const cached = Response.json({ success: true, result: { id: 'cached' } })
    http.use({ onRequest: () => cached })
    const { data, response } = await read(http)
    expect(data?.result.id).toBe('cached')
    expect(response).toBe(cached)
    expect(fetch).not.toHaveBeenCalled()
  })

  test('changes the response', async () => {
    const http = connectHttp(await serve(success))
    http.use({
      onResponse: async ({ response }) =>
        Response.json({ ...Object(await response.json()), seen: true }, { status: 202 }),
    })
    const { data, response } = await read(http)
    expect(data).toMatchObject({ seen: true, result: { id: 'docs' } })
    expect(response.status).toBe(202)
  })

  test('gets the error of a failed call once the retries are over, and may turn it into a response', async () => {
    const { http, fetch } = watch({ timeout: 30, maxRetries: 1 }, () => new Promise(() => {}))
    const onError = vi.fn(() => Response.json({ success: true, result: { id: 'stale' } }))
    http.use({ onError })
    expect((await read(http)).data?.result.id).toBe('stale')
    expect(onError).toHaveBeenCalledOnce()
    expect(Object(onError.mock.calls[0]).at(0).error).toMatchObject({ name: 'TimeoutError', attempts: 2 })
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  test('may turn an error into another one, or leave it', async () => {
    const http = connectHttp({ url: await refusingUrl() }, { maxRetries: 0 })
    const seen: unknown[] = []
    http.use({ onError: ({ error }) => void seen.push(error) })
    const left = await rejection(read(http))
    expect(left).toBeInstanceOf(ConnectionError)
    expect(seen).toEqual([left])
    const other = new Error('offline')
    expect(await rejection(read(http, { middleware: [{ onError: () => other }] }))).toBe(other)
  })

  test('that throws rejects the call with what it throws, and nothing is sent', async () => {
    const { http, fetch } = watch()
    const reason = new RangeError('not today')
    http.use({ onRequest: () => Promise.reject(reason) })
    expect(await rejection(read(http))).toBe(reason)
    expect(fetch).not.toHaveBeenCalled()
  })

  test('that throws a SyntaxError before a response arrived rejects with that', async () => {
    const reason = new SyntaxError('of the middleware')
    expect(await rejection(read(watch().http, { middleware: [{ onRequest: () => Promise.reject(reason) }] }))).toBe(
      reason,
    )
  })

  test('that is none is refused', () => {
    expect(() => watch().http.use(Object({ request: () => {} }))).toThrow('Middleware must be an object')
  })
})

test('wrapAsPathBasedClient wraps it, with token, timeout and retries', async () => {
  const target = await serve({ status: 503 }, success, () => {})
  const byPath = wrapAsPathBasedClient(connectHttp(target))
  const { data } = await byPath[server].GET({ params })
  expect(data?.result.id).toBe('docs')
  expect(target.requests.map(({ headers }) => headers.authorization)).toEqual(Array(2).fill(`Bearer ${apiToken}`))
  const { POST } = byPath[servers]
  expect(await rejection(POST({ params, body, timeout: 30 }))).toBeInstanceOf(TimeoutError)
  expect(wrapAsPathBasedClient(watch().http)).toHaveProperty(server)
  expect(createPathBasedClient<paths>()).toHaveProperty(server)
})

test('a method works apart from its client, as request does', async () => {
  const { http, last } = watch()
  const { GET, request } = http
  await GET(servers, { params })
  expect(last().method).toBe('GET')
  await request('put', server, { params, body: { name: 'Docs' } })
  expect([last().method, await last().text()]).toEqual(['PUT', '{"name":"Docs"}'])
})

test('the client looks like that of openapi-fetch, and is no promise', async () => {
  const { http } = watch()
  expect(Object.keys(http)).toEqual([
    'request',
    'GET',
    'PUT',
    'POST',
    'DELETE',
    'OPTIONS',
    'HEAD',
    'PATCH',
    'TRACE',
    'use',
    'eject',
  ])
  expect(await http).toBe(http)
  expect(String(http)).toBe('[object Object]')
})
