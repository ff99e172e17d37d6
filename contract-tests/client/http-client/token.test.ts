import { describe, expect, test } from 'vitest'
import type { HttpClient } from '../../../src/client/index.ts'
import { apiToken, connectHttp, serve, success } from '../setup.ts'
import { read, watch } from './setup.ts'

const elsewhere = (request: Request) => new Request('https://other.example.com/v4', request)

describe('the token does not go to another origin, not even on a retry, where', () => {
  test.each<[string, (http: HttpClient) => PromiseLike<unknown>]>([
    ['a call has another base URL', (http) => read(http, { baseUrl: 'https://other.example.com/v4' })],
    ['a call has another scheme', (http) => read(http, { baseUrl: 'http://api.example.com/v4' })],
    ['a call has another port', (http) => read(http, { baseUrl: 'https://api.example.com:8443/v4' })],
    ['a call has a subdomain', (http) => read(http, { baseUrl: 'https://api.example.com.evil.example/v4' })],
    [
      'middleware of a call makes another request',
      (http) => read(http, { middleware: [{ onRequest: ({ request }: { request: Request }) => elsewhere(request) }] }),
    ],
    [
      'middleware of the client makes another request',
      (http) => {
        http.use({ onRequest: ({ request }) => elsewhere(request) })
        return read(http)
      },
    ],
    [
      'a path serializer writes another address',
      (http) => read(http, { pathSerializer: () => 'https://other.example.com/v4' }),
    ],
  ])('%s', async (_, call) => {
    const { http, fetch } = watch({}, async () => new Response('', { status: 503 }))
    await call(http)
    expect(fetch.mock.calls.map(([request]) => request.headers.get('authorization'))).toEqual([null, null, null])
    expect(fetch.mock.calls.some(([{ url }]) => url.startsWith('https://api.example.com/'))).toBe(false)
  })

  test('a token function is not even called', async () => {
    let asked = 0
    const { http } = watch({ apiToken: () => `token-${++asked}` })
    await read(http, { baseUrl: 'https://other.example.com' })
    expect(asked).toBe(0)
  })
})

test('the token goes to another path of the same origin', async () => {
  const { http, last } = watch()
  await read(http, { baseUrl: 'https://api.example.com/other' })
  expect(last().headers.get('authorization')).toBe(`Bearer ${apiToken}`)
})

test('the token is in the copy that is sent, and never in a request that middleware sees or made', async () => {
  const { http, last } = watch()
  const seen: Request[] = []
  http.use({
    onRequest: ({ request }) => {
      const made = new Request(request, { headers: { 'x-made': 'yes' } })
      seen.push(request, made)
      return made
    },
    onResponse: ({ request }) => void seen.push(request),
  })
  await read(http)
  expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual([null, null, null])
  expect(last().headers.get('authorization')).toBe(`Bearer ${apiToken}`)
})

describe("an Authorization header of the user's own stays, given", () => {
  test.each<[string, (http: HttpClient) => PromiseLike<unknown>]>([
    ['with a call', (http) => read(http, { headers: { AUTHORIZATION: 'Basic mine' } })],
    ['as Headers', (http) => read(http, { headers: new Headers({ authorization: 'Basic mine' }) })],
    ['as pairs', (http) => read(http, { headers: [['authorization', 'Basic mine']] })],
    [
      'by middleware',
      (http) => {
        http.use({ onRequest: ({ request }) => request.headers.set('authorization', 'Basic mine') })
        return read(http)
      },
    ],
  ])('%s', async (_, call) => {
    const target = await serve(success)
    await call(connectHttp(target))
    expect(target.requests[0]?.headers.authorization).toBe('Basic mine')
  })

  test('with the client', async () => {
    const target = await serve(success)
    await read(connectHttp(target, { headers: { authorization: 'Basic mine' } }))
    expect(target.requests[0]?.headers.authorization).toBe('Basic mine')
  })
})

test('a token function is called before each attempt, within its timeout', async () => {
  const target = await serve({ status: 503 }, success)
  let asked = 0
  await read(connectHttp(target, { apiToken: async () => `token-${++asked}` }))
  expect(target.requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])

  const silent = connectHttp(target, { apiToken: () => new Promise<string>(() => {}), timeout: 30, maxRetries: 0 })
  await expect(read(silent)).rejects.toMatchObject({ name: 'TimeoutError', outcome: 'rejected' })
})

test('no token is sent where apiToken is null', async () => {
  const target = await serve(success)
  await read(connectHttp(target, { apiToken: null }))
  expect(target.requests[0]?.headers).not.toHaveProperty('authorization')
})
