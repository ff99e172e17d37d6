import { describe, expect, test, vi } from 'vitest'
import { ConnectionError, type HttpClient, InvalidResponseError, TimeoutError } from '../../src/client/index.ts'
import {
  accountId,
  apiToken,
  connectHttp,
  refusal,
  refusingUrl,
  rejection,
  root,
  serve,
  serveBytes,
  success,
  testClock,
} from './setup.ts'

const servers = '/accounts/{account_id}/access/ai-controls/mcp/servers'
const server = '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}'
const params = { path: { account_id: accountId, id: 'docs' } }
const body = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' } as const

const read = (http: HttpClient, init: object = {}) => http.GET(server, { params, ...init })
const create = (http: HttpClient) => http.POST(servers, { params, body })

test('a call has a standard Response, and its data or its error', async () => {
  const refused = refusal(404, { code: 7002, message: 'not found' })
  const http = connectHttp(await serve(success, { ...refused, headers: { 'cf-ray': '8a1b' } }))
  const found = await read(http)
  expect(found.data).toMatchObject({ success: true, result: { id: 'docs' } })
  expect(found.response).toBeInstanceOf(Response)
  const missing = await read(http)
  expect(missing.error).toEqual(refused.body)
  expect(missing.response.status).toBe(404)
  expect(missing.response.statusText).toBe('Not Found')
  expect(missing.response.headers.get('cf-ray')).toBe('8a1b')
})

test('the response is the very one that the fetch returned', async () => {
  const given = Response.json({ success: true, result: {} })
  const { response } = await read(connectHttp({ url: 'http://localhost' }, { fetch: async () => given }))
  expect(response).toBe(given)
})

test('token, headers, query and body are sent', async () => {
  const target = await serve(success)
  const http = connectHttp(target, { headers: { 'x-mine': 'yes' } })
  await http.GET(servers, { params: { ...params, query: { search: 'ä b', page: 2 } } })
  await http.POST(servers, { params, body })
  const [list, created] = target.requests
  expect(list).toMatchObject({ method: 'GET', url: `${root}/servers?search=%C3%A4%20b&page=2`, body: '' })
  expect(list?.headers).toMatchObject({ authorization: `Bearer ${apiToken}`, 'x-mine': 'yes' })
  expect(created).toMatchObject({ method: 'POST', url: `${root}/servers`, body: JSON.stringify(body) })
  expect(created?.headers['content-type']).toBe('application/json')
})

test('middleware changes requests and responses until it is ejected', async () => {
  const target = await serve(success)
  const http = connectHttp(target)
  const middleware = {
    onRequest: ({ request }: { request: Request }) => {
      request.headers.set('x-middleware', 'was here')
      return request
    },
    onResponse: ({ response }: { response: Response }) =>
      new Response('{"success":true,"result":{"id":"other"}}', response),
  }
  http.use(middleware)
  expect((await read(http)).data?.result.id).toBe('other')
  expect(target.requests[0]?.headers['x-middleware']).toBe('was here')
  http.eject(middleware)
  expect((await read(http)).data?.result.id).toBe('docs')
  expect(target.requests[1]?.headers).not.toHaveProperty('x-middleware')
})

describe('retries', () => {
  test('are those of the methods, and the last response is the result', async () => {
    const target = await serve({ status: 503 })
    const clock = testClock()
    const { response } = await read(connectHttp(target, {}, clock))
    expect(response.status).toBe(503)
    expect(target.requests.length).toBe(3)
    expect(clock.delays).toEqual([250, 500])
  })

  test('send the same body again', async () => {
    const target = await serve({ status: 502 }, success)
    await connectHttp(target).PUT(server, { params, body: { name: 'Docs' } })
    const [first, second] = target.requests
    expect(second).toEqual(first)
    expect(second?.body).toBe('{"name":"Docs"}')
  })

  test('are not made of a create, but for a 429', async () => {
    const target = await serve({ status: 503 }, { status: 429, headers: { 'retry-after': '2' } }, success)
    const clock = testClock()
    const http = connectHttp(target, {}, clock)
    expect((await create(http)).response.status).toBe(503)
    expect(target.requests.length).toBe(1)
    expect((await create(http)).response.status).toBe(200)
    expect(target.requests.length).toBe(3)
    expect(clock.delays).toEqual([2_000])
  })

  test.each([
    ['GET', '/user/tokens/verify', 3],
    ['PUT', '/zones/{id}', 3],
    ['DELETE', '/zones/{id}', 3],
    ['OPTIONS', '/zones/{id}', 3],
    ['POST', '/zones', 1],
    ['PATCH', '/zones/{id}', 1],
    ['POST', '/zones/sync', 1],
  ] as const)(
    'of a path that the spec lacks follow its method: %s %s is sent %i times at most',
    async (method, path, requests) => {
      const target = await serve({ status: 503 })
      await connectHttp(target).request(method.toLowerCase() as 'get', path as never, { params } as never)
      expect(target.requests.length).toBe(requests)
    },
  )

  test.each([
    ['a query that ends in /sync', '?next=/sync'],
    ['a query that looks like an item', '?of=servers/docs'],
  ])('are not made of a create whose address has %s', async (_, search) => {
    const target = await serve({ status: 503 })
    const querySerializer = () => search.slice(1)
    await connectHttp(target).POST(servers, { params, body, querySerializer })
    expect(target.requests.map(({ url }) => url)).toEqual([`${root}/servers${search}`])
  })
})

test('timeouts and failed connections are errors of ours', async () => {
  const silent = connectHttp(await serve(() => {}), { timeout: 50 })
  const lost = await rejection(read(silent))
  expect(lost).toBeInstanceOf(TimeoutError)
  expect(lost).toMatchObject({ operation: 'servers.read', attempts: 3, outcome: 'rejected' })
  const refused = await rejection(create(connectHttp({ url: await refusingUrl() })))
  expect(refused).toBeInstanceOf(ConnectionError)
  expect(refused).toMatchObject({ operation: 'servers.create', attempts: 1, outcome: 'unknown' })
})

test('a call has its own timeout, number of retries and fetch', async () => {
  const target = await serve(() => {})
  const http = connectHttp(target, { timeout: 60_000, maxRetries: 0 })
  const error = (await rejection(read(http, { timeout: 40, maxRetries: 1 }))) as Error
  expect(error).toMatchObject({ name: 'TimeoutError', attempts: 2 })
  expect(error.message).toContain('within 40 ms')

  const fetch = vi.fn(async (_: Request) => Response.json({ success: true, result: {} }, { status: 201 }))
  expect((await read(http, { fetch })).response.status).toBe(201)
  expect(fetch.mock.calls[0]?.[0].headers.get('authorization')).toBe(`Bearer ${apiToken}`)
})

test('an abort rejects with the reason', async () => {
  const controller = new AbortController()
  const reason = new Error('the user went away')
  const target = await serve(() => controller.abort(reason))
  expect(await rejection(read(connectHttp(target), { signal: controller.signal }))).toBe(reason)
  expect(await rejection(read(connectHttp(target), { signal: AbortSignal.abort(reason) }))).toBe(reason)
  expect(target.requests.length).toBe(1)
})

describe('a response', () => {
  test('without a body has none', async () => {
    const { data, response } = await read(connectHttp(await serve({ status: 204 })))
    expect(data).toBeUndefined()
    expect(response.status).toBe(204)
    expect(response.body).toBeNull()
  })

  test('of a status that no constructor of a Response takes is the native one', async () => {
    const target = await serveBytes((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 999 Request Denied\r\nContent-Length: 2\r\n\r\nno')),
    )
    const { error, response } = await read(connectHttp(target))
    expect([response.status, response.statusText, error]).toEqual([999, 'Request Denied', 'no'])
  })

  test.each([
    ['text/html', '<title>Just a moment...</title>'],
    ['application/json', '{"success":true,"resu'],
  ])('of status 200 that is no JSON is an InvalidResponseError: %s', async (type, body) => {
    const error = await rejection(read(connectHttp(await serve({ headers: { 'content-type': type }, body }))))
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(error).toMatchObject({ status: 200, contentType: type, outcome: 'rejected' })
    expect(String(error)).toContain(': 200 with a body that is not JSON')
  })

  test('of another status need not be JSON', async () => {
    const http = connectHttp(await serve({ status: 403, body: '<title>Blocked</title>' }))
    const { error, response } = await read(http)
    expect(error).toBe('<title>Blocked</title>')
    expect(response.status).toBe(403)
  })

  test('keeps its bytes', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const http = connectHttp(await serve((_, response) => void response.end(bytes)))
    const { data } = await http.GET(server, { params, parseAs: 'arrayBuffer' })
    expect(new Uint8Array(data ?? new ArrayBuffer())).toEqual(bytes)
  })
})

test.each([301, 302, 303, 307, 308])('a redirect of status %i rejects, and is not followed', async (status) => {
  const target = await serve(success)
  const origin = await serve({ status, headers: { location: target.url } }, success)
  const error = await rejection(read(connectHttp(origin)))
  expect(error).toBeInstanceOf(InvalidResponseError)
  expect(String(error)).toContain(`: ${status} redirects to ${target.url}, which an API call never follows [`)
  expect([origin.requests.length, target.requests.length]).toEqual([1, 0])
})

describe('the token', () => {
  const ok = async () => Response.json({ success: true, result: {} })
  const tokenOf = (fetch: { mock: { calls: [Request][] } }) => fetch.mock.calls[0]?.[0].headers.get('authorization')

  test.each<[string, (http: HttpClient) => PromiseLike<unknown>]>([
    ['by the base URL of a call', (http) => read(http, { baseUrl: 'https://other.example.com/v4' })],
    [
      'by a request that middleware makes',
      (http) => {
        http.use({ onRequest: ({ request }) => new Request('https://other.example.com/v4', request) })
        return read(http)
      },
    ],
    ['by another port', (http) => read(http, { baseUrl: 'https://api.example.com:8443' })],
  ])('does not go to another origin, given %s', async (_, call) => {
    const fetch = vi.fn((_: Request) => ok())
    await call(connectHttp({ url: 'https://api.example.com' }, { fetch }))
    expect(fetch).toHaveBeenCalledOnce()
    expect(tokenOf(fetch)).toBeNull()
  })

  test('is in the copy that is sent, and not in the request that middleware sees', async () => {
    const target = await serve(success)
    const http = connectHttp(target)
    const seen: (string | null)[] = []
    const requests: Request[] = []
    http.use({
      onRequest: ({ request }) => void requests.push(request),
      onResponse: ({ request }) => void requests.push(request),
    })
    await read(http)
    for (const { headers } of requests) seen.push(headers.get('authorization'))
    expect(seen).toEqual([null, null])
    expect(target.requests[0]?.headers.authorization).toBe(`Bearer ${apiToken}`)
  })

  test("leaves a header Authorization of the user's own", async () => {
    const target = await serve(success)
    await read(connectHttp(target), { headers: { Authorization: 'Basic mine' } })
    expect(target.requests[0]?.headers.authorization).toBe('Basic mine')
  })
})

test.each(['follow', 'manual'])('redirect: %s is refused, of the client as of a call', async (redirect) => {
  const target = await serve(success)
  expect(() => connectHttp(target, { redirect } as object)).toThrow('redirect: a redirect always rejects')
  const error = (await rejection(read(connectHttp(target), { redirect }))) as Error
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toMatch(/^redirect: /)
  expect(target.requests).toEqual([])
})
