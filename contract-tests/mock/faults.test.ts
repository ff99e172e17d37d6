import { describe, expect, test } from 'vitest'
import { createClient, InvalidResponseError, RateLimitError, TimeoutError } from '../../src/client/index.ts'
import { createMock } from '../../src/mock/index.ts'
import { createWorld, docs, send } from './setup.ts'

describe('a fault', () => {
  test('happens once to the next request, unless it says how often and to what', async () => {
    const { mock } = createWorld()
    mock.fault({ status: 503 })
    expect((await send(mock, 'GET', 'servers')).status).toBe(503)
    expect((await send(mock, 'GET', 'servers')).status).toBe(200)
    mock.fault({ operation: 'listServers', times: 2, status: 500 })
    const statuses = []
    for (const path of ['portals', 'servers', 'servers', 'servers'])
      statuses.push((await send(mock, 'GET', path)).status)
    expect(statuses).toEqual([200, 500, 500, 200])
  })

  test('that is for ever ends with reset, which brings back those of the options', async () => {
    const { mock } = createWorld({ faults: [{ operation: 'readServer', status: 418 }] })
    mock.fault({ operation: 'listServers', times: Infinity, status: 500 })
    expect((await send(mock, 'GET', 'servers')).status).toBe(500)
    mock.reset()
    expect((await send(mock, 'GET', 'servers')).status).toBe(200)
    expect((await send(mock, 'GET', 'servers/docs')).status).toBe(418)
  })

  test('of a status does nothing else, and has the envelope of a refusal', async () => {
    const { mock, mcp } = createWorld()
    mock.fault({ status: 403 })
    const { status, body } = await send(mock, 'POST', 'servers', docs)
    expect({ status, body }).toMatchObject({
      status: 403,
      body: { success: false, errors: [{ code: 10000 }], result: null },
    })
    expect((await mcp.servers.list()).result).toEqual([])
  })

  test('of retryAfter is a 429 that says when to come back', async () => {
    const { mock, mcp } = createWorld()
    mock.fault({ retryAfter: 7 })
    const error = await mcp.servers.list().then(undefined, (reason) => reason)
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toMatchObject({ retryAfter: 7, rayId: expect.stringMatching(/^[0-9a-f]{16}-MCK$/) })
  })

  test('of html is a page that no API sends', async () => {
    const { mock, mcp } = createWorld()
    mock.fault({ html: true, status: 200 })
    await expect(mcp.servers.list()).rejects.toBeInstanceOf(InvalidResponseError)
    mock.fault({ html: true })
    await expect(mcp.servers.list()).rejects.toMatchObject({ status: 502 })
  })

  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('of drop: %s breaks the connection, with %i servers created', async (drop, created) => {
    const { mock, mcp } = createWorld()
    mock.fault({ drop })
    await expect(mcp.servers.create(docs)).rejects.toMatchObject({ name: 'ConnectionError', outcome: 'unknown' })
    expect((await mcp.servers.list()).result).toHaveLength(created)
    expect(mock.requests[0]).not.toHaveProperty('status')
  })

  test('of stall sends half a body, until whoever waits gives up', async () => {
    const { mock } = createWorld()
    const mcp = createClient({ fetch: mock.fetch, accountId: 'account', apiToken: 'any', timeout: 100, maxRetries: 0 })
    mock.fault({ stall: true })
    await expect(mcp.servers.create(docs)).rejects.toBeInstanceOf(TimeoutError)
    expect((await mcp.servers.list()).result).toHaveLength(1)
  })

  test('of delay makes a request wait, which an abort ends at once with its own reason', async () => {
    const { mock } = createWorld()
    mock.fault({ delay: 50 })
    const begin = performance.now()
    expect((await send(mock, 'GET', 'servers')).status).toBe(200)
    expect(performance.now() - begin).toBeGreaterThan(45)
    mock.fault({ delay: 60_000 })
    const controller = new AbortController()
    const url = 'https://example.com/accounts/account/access/ai-controls/mcp/servers'
    const waiting = mock.fetch(url, { signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
  })

  test('can be asked for by Prefer: code=429, as of Prism', async () => {
    const { mock } = createWorld()
    const url = 'https://example.com/accounts/account/access/ai-controls/mcp/servers'
    const ask = async (Prefer: string) =>
      (await mock.fetch(url, { headers: { Authorization: 'Bearer any', Prefer } })).status
    expect(await ask('code=429')).toBe(429)
    expect(await ask('respond-async, code="503"')).toBe(503)
    expect(await ask('code=200')).toBe(200)
    expect(await ask('example=404')).toBe(200)
  })

  test.each([
    [{ operation: 'listServer' }, '\'operation\' of a fault cannot be "listServer"'],
    [{ times: 0 }, "'times' of a fault cannot be 0"],
    [{ status: 99 }, "'status' of a fault cannot be 99"],
    [{ delay: -1 }, "'delay' of a fault cannot be -1"],
    [{ drop: 'never' }, '\'drop\' of a fault cannot be "never"'],
    [{ colour: 'red' }, "a fault has no 'colour'"],
    [null, 'a fault has to be an object'],
  ])('%j is refused with a message that names what is wrong', (fault, message) => {
    // @ts-expect-error what a program in JavaScript may pass
    expect(() => createMock().fault(fault)).toThrow(new TypeError(message))
    // @ts-expect-error the same
    expect(() => createMock({ faults: [fault] })).toThrow(new TypeError(message))
  })
})
