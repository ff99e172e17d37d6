import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test, vi } from 'vitest'
import type { Hooks } from '../../src/client/index.ts'
import { accountId, connect, connectHttp, refusingUrl, rejection, root, serve, success, testClock } from './setup.ts'

const of = (operation: string, method: string, path: string) => ({
  operation,
  method,
  path: `/accounts/${accountId}/access/ai-controls/mcp${path}`,
})
const read = of('servers.read', 'GET', '/servers/docs')

/** Hooks that write down their events, in order. */
function watching(): { hooks: Hooks; events: [string, object][] } {
  const events: [string, object][] = []
  const keep = (name: string) => (event: object) => void events.push([name, event])
  return { hooks: { request: keep('request'), response: keep('response'), retry: keep('retry') }, events }
}

test('a call that is retried reports each request, response and delay', async () => {
  const { hooks, events } = watching()
  const unwell = { status: 503, headers: { 'cf-ray': '8a1b-FRA' } }
  const tooMany = { status: 429, headers: { 'retry-after': '3' } }
  // The time passes by a second whenever somebody looks.
  let time = 0
  const clock = testClock({ now: () => (time += 1_000) })
  await connect(await serve(unwell, tooMany, success), { hooks }, clock).servers.read('docs')
  const arrived = { duration: expect.toSatisfy((ms: number) => ms > 0 && ms % 1_000 === 0), rayId: undefined }
  expect(events).toEqual([
    ['request', { ...read, attempt: 1 }],
    ['response', { ...read, attempt: 1, ...arrived, status: 503, rayId: '8a1b-FRA' }],
    ['retry', { ...read, attempt: 1, reason: 'status', status: 503, delay: 250 }],
    ['request', { ...read, attempt: 2 }],
    ['response', { ...read, attempt: 2, ...arrived, status: 429 }],
    ['retry', { ...read, attempt: 2, reason: 'status', status: 429, delay: 3_000 }],
    ['request', { ...read, attempt: 3 }],
    ['response', { ...read, attempt: 3, ...arrived, status: 200 }],
  ])
})

test('a connection that fails reports the requests and the delays', async () => {
  const { hooks, events } = watching()
  const create = of('portals.create', 'POST', '/portals')
  const mcp = connect({ url: await refusingUrl() }, { hooks, maxRetries: 1 })
  await rejection(mcp.servers.read('docs'))
  await rejection(mcp.portals.create({} as never))
  expect(events).toEqual([
    ['request', { ...read, attempt: 1 }],
    ['retry', { ...read, attempt: 1, reason: 'connection', status: undefined, delay: 250 }],
    ['request', { ...read, attempt: 2 }],
    ['request', { ...create, attempt: 1 }],
  ])
})

test('a timeout is the reason of the retry', async () => {
  const { hooks, events } = watching()
  await rejection(connect(await serve(() => {}), { hooks, timeout: 50, maxRetries: 1 }).servers.read('docs'))
  expect(events.map(([name]) => name)).toEqual(['request', 'retry', 'request'])
  expect(events[1]?.[1]).toEqual({ ...read, attempt: 1, reason: 'timeout', status: undefined, delay: 250 })
})

test('the duration of a response is from its own request to the end of its body', async () => {
  const response = vi.fn()
  let time = 0
  const clock = testClock({ now: () => time })
  const fetch = async () => {
    time += 40
    const text = async () => {
      time += 2
      return '{"success":true,"result":{}}'
    }
    return Object.assign(new Response(), { text })
  }
  const request = () => {
    time += 1_000
  }
  await connect({ url: 'http://localhost' }, { fetch, hooks: { request, response } }, clock).servers.read('docs')
  expect(response).toHaveBeenCalledWith(expect.objectContaining({ duration: 42 }))
})

test('a response of any status is reported, and a call that is refused before it is sent is not', async () => {
  const { hooks, events } = watching()
  const mcp = connect(await serve({ status: 404 }, { status: 302 }), { hooks })
  await rejection(mcp.servers.read('..'))
  expect(events).toEqual([])
  await rejection(mcp.servers.read('docs'))
  await rejection(mcp.servers.read('docs'))
  expect(events.map(([name, event]) => [name, (event as { status?: number }).status])).toEqual([
    ['request', undefined],
    ['response', 404],
    ['request', undefined],
    ['response', 302],
  ])
})

test('every page of a list is reported', async () => {
  const request = vi.fn()
  const page = (id: string) => ({ body: { success: true, result: [{ id }], result_info: { total_pages: 2 } } })
  const list = connect(await serve(page('a'), page('b')), { hooks: { request } }).portals.list({ search: 'x' })
  for await (const { id } of list) expect(id).toBeDefined()
  expect(request.mock.calls).toEqual(Array(2).fill([{ ...of('portals.list', 'GET', '/portals'), attempt: 1 }]))
})

test('calls of the HTTP client are reported too, under the name of the operation', async () => {
  const { hooks, events } = watching()
  const server = await serve(success)
  const http = connectHttp(server, { hooks })
  const params = { path: { account_id: accountId, id: 'docs' } }
  await http.POST('/accounts/{account_id}/access/ai-controls/mcp/servers/{id}/sync', { params })
  await http.GET('/user/tokens/verify' as never, {} as never)
  await http.PATCH('/accounts/{account_id}/access/ai-controls/mcp/servers/{id}' as never, { params } as never)
  await http.GET('/accounts/{account_id}/access/ai-controls/mcp/servers/{id}/tools' as never, { params } as never)
  expect(events.filter(([name]) => name === 'request').map(([, event]) => event)).toEqual([
    { ...of('servers.sync', 'POST', '/servers/docs/sync'), attempt: 1 },
    { operation: 'http', method: 'GET', path: '/user/tokens/verify', attempt: 1 },
    { ...of('http', 'PATCH', '/servers/docs'), attempt: 1 },
    { ...of('http', 'GET', '/servers/docs/tools'), attempt: 1 },
  ])
  expect(server.requests[0]?.url).toBe(`${root}/servers/docs/sync`)
})

describe.each(['request', 'response', 'retry'])('a %s hook', (name) => {
  test('that throws rejects the call with what it threw', async () => {
    const thrown = new Error('the log is full')
    const hook = () => {
      throw thrown
    }
    const mcp = connect(await serve({ status: 500 }), { hooks: { [name]: hook } })
    expect(await rejection(mcp.servers.read('docs'))).toBe(thrown)
  })

  test('that rejects when its call has long ended does not end the process', async () => {
    const { url } = await serve({ status: 500 })
    const hook = `async () => { await wait(150); throw new Error('too late') }`
    const program = `
      import { setTimeout as wait } from 'node:timers/promises'
      import { createClient } from ${JSON.stringify(new URL('../../src/client/index.ts', import.meta.url).href)}
      const given = { baseUrl: '${url}', accountId: '${accountId}', apiToken: 'any', hooks: { ${name}: ${hook} } }
      const mcp = createClient(given)
      const names = await Promise.all([
        mcp.servers.read('docs', { timeout: 50, maxRetries: 1 }).catch(({ name }) => name),
        mcp.servers.read('docs', { signal: AbortSignal.timeout(50) }).catch(({ name }) => name),
        mcp.servers.create({}, { signal: AbortSignal.timeout(50) }).catch(({ name }) => name),
        Array.fromAsync(mcp.servers.list({}, { concurrency: 4, signal: AbortSignal.timeout(50) })).catch(({ name }) => name),
      ])
      await wait(400)
      console.log(names.length)`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
    expect(stdout).toBe('4\n')
  })

  test('may be the only one', async () => {
    const hook = vi.fn()
    await connect(await serve({ status: 500 }, success), { hooks: { [name]: hook } }).servers.read('docs')
    expect(hook).toHaveBeenCalledTimes(name === 'retry' ? 1 : 2)
  })

  test('keeps its own this', async () => {
    class Log {
      seen = 0
      request(): void {
        this.seen++
      }
      response(): void {
        this.seen++
      }
      retry(): void {
        this.seen++
      }
    }
    const hooks = new Log()
    await connect(await serve({ status: 500 }, success), { hooks }).servers.read('docs')
    expect(hooks.seen).toBe(5)
  })
})

describe('the rate limit', () => {
  const limits = { ratelimit: '"default";r=50;t=30', 'ratelimit-policy': '"default";q=1200;w=300' }
  const read = { remaining: 50, reset: 30, limit: 1_200, window: 300 }
  const none = { remaining: undefined, reset: undefined, limit: undefined, window: undefined }

  test('is unknown before the first response, and then what the last response states', async () => {
    const mcp = connect(await serve({ status: 404, headers: limits }, { ...limits, status: 404 }))
    expect(mcp.rateLimit).toBeUndefined()
    await rejection(mcp.servers.read('docs'))
    expect(mcp.rateLimit).toEqual(read)
    await rejection(mcp.servers.read('docs'))
    expect(mcp.rateLimit).toBeUndefined()
  })

  test.each<[string, Record<string, string>, object | undefined]>([
    ['both headers', limits, read],
    [
      'spaces',
      { ratelimit: '"default"; r=7 ;  t=8', 'ratelimit-policy': '"a";q=1;  w=2' },
      { remaining: 7, reset: 8, limit: 1, window: 2 },
    ],
    ['nothing left', { ratelimit: '"default";r=0;t=0' }, { ...none, remaining: 0, reset: 0 }],
    ['the policy alone', { 'ratelimit-policy': '"default";q=1200;w=300' }, { ...none, limit: 1_200, window: 300 }],
    ['a header of another form', { ratelimit: 'limit=5, remaining=3' }, none],
    ['empty headers', { ratelimit: '', 'ratelimit-policy': '' }, undefined],
  ])('is read from %s', async (_, headers, rateLimit) => {
    const mcp = connect(await serve({ status: 404, headers }))
    await rejection(mcp.servers.read('docs'))
    expect(mcp.rateLimit).toEqual(rateLimit)
  })

  test('is known after a response that is retried', async () => {
    const responses = [new Response('', { status: 503, headers: limits })]
    const fetch = async () => responses.pop() ?? Promise.reject(new Error('offline'))
    const mcp = connect({ url: 'http://localhost' }, { fetch })
    await rejection(mcp.servers.read('docs'))
    expect(mcp.rateLimit).toEqual(read)
  })
})
