import { describe, expect, test, vi } from 'vitest'
import { ConnectionError, type HttpClient } from '../../../src/client/index.ts'
import { connectHttp, refusingUrl, rejection, serve, serveBytes, signalled, success, testClock } from '../setup.ts'
import { body, params, post, read, request, server, servers, sync } from './setup.ts'

const mcp = '/accounts/{account_id}/access/ai-controls/mcp'

describe('of the operations of either edition,', () => {
  test.each([
    ['GET', servers, 3],
    ['PUT', server, 3],
    ['DELETE', server, 3],
    ['POST', sync, 3],
    ['GET', `${mcp}/analytics/tool-calls/timeseries`, 3],
    ['POST', servers, 1],
    ['POST', `${mcp}/portals`, 1],
  ])('%s %s is sent %i times at most', async (method, path, most) => {
    const target = await serve({ status: 503 })
    await request(connectHttp(target), method, path, { params, body: method === 'GET' ? undefined : body })
    expect(target.requests.length).toBe(most)
  })
})

describe('of the paths that the spec lacks,', () => {
  test.each([
    ['GET', '/user/tokens/verify', 3],
    ['HEAD', '/user/tokens/verify', 3],
    ['OPTIONS', '/zones/{id}', 3],
    ['PUT', '/zones/{id}', 3],
    ['DELETE', '/zones/{id}', 3],
    ['POST', '/zones', 1],
    ['POST', '/zones/sync', 1],
    ['POST', '/servers/docs/sync', 1],
    ['PATCH', server, 1],
    ['PATCH', '/zones/{id}', 1],
    ['LINK', '/zones/{id}', 1],
    ['UNLINK', '/zones/{id}', 1],
    ['PROPPATCH', sync, 1],
  ])('%s %s is sent %i times at most', async (method, path, most) => {
    const target = await serve({ status: 503 })
    await request(connectHttp(target), method, path, { params })
    expect(target.requests.length).toBe(most)
  })
})

describe('a create is sent once, and a sync is retried, whatever ends the address:', () => {
  test.each([
    '',
    'origin=/sync',
    'to=/servers/docs/sync',
    'a=b#/sync',
    'x=/accounts/a/access/ai-controls/mcp/servers/b/sync',
  ])('the query %j', async (query) => {
    const target = await serve({ status: 503 })
    const http = connectHttp(target)
    await http.POST(servers, { params, body, querySerializer: () => query })
    expect(target.requests.length).toBe(1)
    await http.POST(sync, { params, querySerializer: () => query })
    expect(target.requests.length).toBe(4)
  })

  test('an id that looks like a path', async () => {
    const target = await serve({ status: 503 })
    await request(connectHttp(target), 'POST', '/zones/{id}', { params: { path: { id: 'a/sync' } }, body: {} })
    expect(target.requests.length).toBe(1)
  })
})

describe('an operation is known below the base URL', () => {
  test.each<[string, object, object]>([
    ['of the client', { baseUrl: '/client/v4' }, {}],
    ['of the client, with a slash at its end', { baseUrl: '/client/v4/' }, {}],
    ['of a call', {}, { baseUrl: '/another/v4' }],
  ])('%s', async (_, options: { baseUrl?: string }, init: { baseUrl?: string }) => {
    const target = await serve({ status: 503 })
    const seen: string[] = []
    const hooks = {
      request: ({ operation, path }: { operation: string; path: string }) => void seen.push(`${operation} ${path}`),
    }
    const at = ({ baseUrl }: { baseUrl?: string }) => (baseUrl ? { baseUrl: target.url + baseUrl } : {})
    const http = connectHttp(target, { hooks, maxRetries: 0, ...at(options) })
    await request(http, 'POST', sync, { params, ...at(init) })
    expect(seen).toEqual([
      `servers.sync ${sync.replace('{account_id}', params.path.account_id).replace('{id}', 'docs')}`,
    ])
  })
})

test('the last response is the result, after the delays of the methods', async () => {
  const target = await serve({ status: 503 })
  const clock = testClock()
  expect((await read(connectHttp(target, {}, clock))).response.status).toBe(503)
  expect(clock.delays).toEqual([250, 500])
})

describe('a 429 Too Many Requests is retried, a create too,', () => {
  test.each<[string, object, number]>([
    ['after the time of its header', { headers: { 'retry-after': '2' } }, 2_000],
    ['after the time of its body, where the header has none', { body: { retry_after: 7 } }, 7_000],
    [
      'after the time of its body, where the header is 0',
      { headers: { 'retry-after': '0' }, body: { retry_after: 7 } },
      7_000,
    ],
    ['after a short delay, where it states no time', {}, 250],
  ])('%s', async (_, limited, delay) => {
    const target = await serve({ status: 429, ...limited }, success)
    const clock = testClock()
    expect((await connectHttp(target, {}, clock).POST(servers, { params, body })).response.status).toBe(200)
    expect(clock.delays).toEqual([delay])
    expect(target.requests[1]).toEqual(target.requests[0])
  })

  test('and the last one can be read whole', async () => {
    const limited = { success: false, errors: [{ code: 971, message: 'slow down' }], retry_after: 7 }
    const target = await serve({ status: 429, body: limited })
    const { error, response } = await read(connectHttp(target))
    expect([response.status, error, target.requests.length]).toEqual([429, limited, 3])
  })
})

test('a response that is retried is not left open', async () => {
  const closed = [signalled(), signalled()]
  let number = 0
  const target = await serve((_, response) => {
    const which = closed[number++]
    if (!which) return void response.end('{}')
    response.on('close', which.resolve)
    response.writeHead(503).write('a body that does not end')
  })
  await read(connectHttp(target))
  await Promise.all(closed.map(({ promise }) => promise))
})

describe('a failed connection', () => {
  test('is a ConnectionError, and is retried where that is safe', async () => {
    const http = connectHttp({ url: await refusingUrl() })
    const error = await rejection(read(http))
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error).toMatchObject({ operation: 'servers.read', attempts: 3, outcome: 'rejected' })
    const create = http.POST(servers, { params, body })
    expect(await rejection(create)).toMatchObject({ operation: 'servers.create', attempts: 1, outcome: 'unknown' })
  })

  test.each<[string, (http: HttpClient) => PromiseLike<unknown>]>([
    ['a create', (http) => http.POST(servers, { params, body })],
    ['a POST to a path that the spec lacks', (http) => post(http, () => '{"id":"docs"}')],
    ['a PATCH', (http) => request(http, 'PATCH', server, { params, body: {} })],
  ])('after %s was read does not make the runtime send it again', async (_, call) => {
    let arrivals = 0
    const target = await serveBytes((socket) => {
      socket.on('data', (data) => {
        arrivals += data.toString().split(' HTTP/1.1\r\n').length - 1
        setTimeout(() => socket.destroy(), 10)
      })
    })
    expect(await rejection(call(connectHttp(target)))).toMatchObject({ attempts: 1, outcome: 'unknown' })
    expect(arrivals).toBe(1)
  })

  test('of a given fetch has a clean copy of its error as the cause', async () => {
    const thrown = Object.assign(new Error('no route'), { code: 'EHOSTUNREACH', request: { secret: 'x' } })
    const http = connectHttp({ url: 'http://localhost' }, { fetch: () => Promise.reject(thrown) })
    const error = (await rejection(read(http))) as ConnectionError
    expect(error.cause).toMatchObject({ message: 'no route', code: 'EHOSTUNREACH' })
    expect(error.cause).not.toHaveProperty('request')
  })
})

test('a create is not sent again by the runtime after a 421 Misdirected Request', async () => {
  const target = await serve({ status: 421 })
  const { response } = await connectHttp(target).POST(servers, { params, body })
  expect([response.status, target.requests.length]).toEqual([421, 1])
  expect(target.requests[0]).toMatchObject({ body: JSON.stringify(body) })
  expect(target.requests[0]?.headers).toMatchObject({ 'content-length': String(JSON.stringify(body).length) })
})

test('the hooks are called as for the methods', async () => {
  const target = await serve({ status: 503 }, success)
  const hooks = { request: vi.fn(), response: vi.fn(), retry: vi.fn() }
  await read(connectHttp(target, { hooks }))
  const event = { operation: 'servers.read', method: 'GET' }
  expect(hooks.request.mock.calls).toMatchObject([[{ ...event, attempt: 1 }], [{ ...event, attempt: 2 }]])
  expect(hooks.response.mock.calls).toMatchObject([[{ ...event, status: 503 }], [{ ...event, status: 200 }]])
  expect(hooks.retry.mock.calls).toMatchObject([[{ ...event, reason: 'status', status: 503, delay: 250 }]])
})
