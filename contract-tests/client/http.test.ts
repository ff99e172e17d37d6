import { expect, test, vi } from 'vitest'
import { ConnectionError, InvalidResponseError, type McpPortals, TimeoutError } from '../../src/client/index.ts'
import {
  accountId,
  apiToken,
  connect,
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

const read = ({ http }: McpPortals, signal?: AbortSignal) => http.GET(server, { params, ...(signal && { signal }) })
const create = ({ http }: McpPortals) => http.POST(servers, { params, body })

test('a call of mcp.http has a standard Response, and its data or its error', async () => {
  const failure = { success: false, errors: [{ code: 7002, message: 'not found' }] }
  const target = await serve(success, { status: 404, headers: { 'cf-ray': '8a1b' }, body: failure })
  const mcp = connect(target)
  const found = await read(mcp)
  expect(found.data).toMatchObject({ success: true, result: { id: 'docs' } })
  expect(found.response).toBeInstanceOf(Response)
  const missing = await read(mcp)
  expect(missing.error).toEqual(failure)
  expect(missing.response.status).toBe(404)
  expect(missing.response.statusText).toBe('Not Found')
  expect(missing.response.headers.get('cf-ray')).toBe('8a1b')
})

test('it carries token, headers, query and body', async () => {
  const target = await serve(success)
  const { http } = connect(target, { headers: { 'x-mine': 'yes' } })
  await http.GET(servers, { params: { ...params, query: { search: 'ä b', page: 2 } } })
  await http.POST(servers, { params, body })
  const [list, created] = target.requests
  expect(list).toMatchObject({ method: 'GET', url: `${root}/servers?search=%C3%A4%20b&page=2`, body: '' })
  expect(list?.headers).toMatchObject({ authorization: `Bearer ${apiToken}`, 'x-mine': 'yes' })
  expect(created).toMatchObject({ method: 'POST', url: `${root}/servers`, body: JSON.stringify(body) })
  expect(created?.headers['content-type']).toBe('application/json')
})

test('it is the same client each time, so that middleware stays', async () => {
  const target = await serve(success)
  const mcp = connect(target)
  expect(mcp.http).toBe(mcp.http)
  mcp.http.use({
    onRequest: ({ request }) => {
      request.headers.set('x-middleware', 'was here')
      return request
    },
    onResponse: ({ response }) => new Response('{"success":true,"result":{"id":"other"}}', response),
  })
  expect((await read(mcp)).data?.result.id).toBe('other')
  expect(target.requests[0]?.headers['x-middleware']).toBe('was here')
  expect((await mcp.servers.read('docs')).id).toBe('docs')
})

test('it is repeated as the methods are, and its last answer is handed over', async () => {
  const target = await serve({ status: 503 })
  const clock = testClock()
  const { response } = await read(connect(target, {}, clock))
  expect(response.status).toBe(503)
  expect(target.requests.length).toBe(3)
  expect(clock.waits).toEqual([250, 500])
})

test('what it repeats has the same body', async () => {
  const target = await serve({ status: 502 }, success)
  await connect(target).http.PUT(server, { params, body: { name: 'Docs' } })
  const [first, second] = target.requests
  expect(second).toEqual(first)
  expect(second?.body).toBe('{"name":"Docs"}')
})

test('a create is not repeated, but for a 429', async () => {
  const target = await serve({ status: 503 }, { status: 429, headers: { 'retry-after': '2' } }, success)
  const clock = testClock()
  const mcp = connect(target, {}, clock)
  expect((await create(mcp)).response.status).toBe(503)
  expect(target.requests.length).toBe(1)
  expect((await create(mcp)).response.status).toBe(200)
  expect(target.requests.length).toBe(3)
  expect(clock.waits).toEqual([2_000])
})

test('its time-outs and failed connections are errors of ours', async () => {
  const silent = connect(await serve(() => {}), { timeout: 50 })
  const lost = await rejection(read(silent))
  expect(lost).toBeInstanceOf(TimeoutError)
  expect(lost).toMatchObject({ operation: 'servers.read', attempts: 3 })
  const refused = await rejection(create(connect({ url: await refusingUrl() })))
  expect(refused).toBeInstanceOf(ConnectionError)
  expect(refused).toMatchObject({ operation: 'servers.create', attempts: 1, outcome: 'unknown' })
})

test('an abort rejects it with the reason', async () => {
  const controller = new AbortController()
  const reason = new Error('the user went away')
  const target = await serve(() => controller.abort(reason))
  expect(await rejection(read(connect(target), controller.signal))).toBe(reason)
  expect(await rejection(read(connect(target), AbortSignal.abort(reason)))).toBe(reason)
  expect(target.requests.length).toBe(1)
})

test('an answer without a body has none', async () => {
  const { data, response } = await read(connect(await serve({ status: 204 })))
  expect(data).toBeUndefined()
  expect(response.status).toBe(204)
  expect(response.body).toBeNull()
})

test('an answer that no standard Response can hold is an InvalidResponseError', async () => {
  const target = await serveBytes((socket) =>
    socket.once('data', () => socket.end('HTTP/1.1 999 Request Denied\r\nContent-Length: 2\r\n\r\nno')),
  )
  const error = await rejection(read(connect(target)))
  expect(error).toBeInstanceOf(InvalidResponseError)
  expect(error).toMatchObject({ status: 999, body: 'no' })
  expect(String(error)).toContain(': 999 that no standard Response can be made of: "no" [')
})

test.each([
  ['text/html', '<title>Just a moment...</title>'],
  ['application/json', '{"success":true,"resu'],
])('an answer of status 200 that is no JSON is an InvalidResponseError: %s', async (type, body) => {
  const error = await rejection(read(connect(await serve({ headers: { 'content-type': type }, body }))))
  expect(error).toBeInstanceOf(InvalidResponseError)
  expect(error).toMatchObject({ status: 200, contentType: type, body })
  expect(String(error)).toContain(`: 200 with a body that is not JSON but ${type}: `)
})

test('an answer of another status need not be JSON', async () => {
  const { error, response } = await read(connect(await serve({ status: 403, body: '<title>Blocked</title>' })))
  expect(error).toBe('<title>Blocked</title>')
  expect(response.status).toBe(403)
})

test('another base URL of one call gets the same check as that of the client', async () => {
  const fetch = vi.fn(async (_: string) => Response.json({ success: true, result: {} }))
  const at = (baseUrl: string) => ({ params, baseUrl })
  const withToken = connect({ url: 'https://api.example.com' }, { fetch })
  const error = (await rejection(withToken.http.GET(server, at('http://api.example.com')))) as Error
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toContain('would send the token to api.example.com unencrypted')
  expect(fetch).not.toHaveBeenCalled()

  await withToken.http.GET(server, at('https://other.example.com/v4'))
  const withoutToken = connect({ url: 'https://api.example.com' }, { fetch, apiToken: null })
  await withoutToken.http.GET(server, at('http://proxy.example.com'))
  expect(fetch.mock.calls.map(([url]) => new URL(url).host)).toEqual(['other.example.com', 'proxy.example.com'])
})
