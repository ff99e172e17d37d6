import { describe, expect, test } from 'vitest'
import { createMock } from '../../src/mock/index.ts'
import { createWorld, docs, engineering, send, wiki } from './setup.ts'

describe('the options', () => {
  test.each([
    [null, /^options: expected an object, received null/],
    [[], /^options: expected an object/],
    [{ token: '' }, /^token: expected a text/],
    [{ edition: 'newest' }, /^edition: expected one of "latest", "reference", received "newest"/],
    [{ latency: -1 }, /^latency: expected milliseconds/],
    [{ strict: 'yes' }, /^strict: expected true or false/],
    [{ clock: 0 }, /^clock: expected a function/],
    [{ guesses: { idInUse: 410 } }, /^guesses\.idInUse: expected one of 400, 409, received 410/],
    [{ guesses: { weather: 'fine' } }, /^guesses\.weather: there is no such option/],
    [
      { upstream: { 'https://a.example.com': { tool: [] } } },
      /^upstream\['https:\/\/a\.example\.com'\]\.tool: there is no/,
    ],
    [{ upstream: { 'https://a.example.com': 7 } }, /^upstream\['https:\/\/a\.example\.com'\]: expected an object/],
    [{ server: [] }, /^server: there is no such option; known: servers, portals/],
    [{ servers: [docs, { ...docs, id: 'Wiki' }] }, /^servers\[1\]: id: expected text that matches/],
    [{ servers: [docs, docs] }, /^servers\[1\]: id is already in use/],
    [{ servers: [{ ...docs, tools: 'many' }] }, /^servers\[0\]\/tools: expected a list/],
    [{ portals: [{ ...engineering, servers: [{ server_id: 'docs' }] }] }, /^portals\[0\]: .*there is no server 'docs'/],
    [{ state: [] }, /^state: expected an object/],
    [{ state: { a: { servers: [docs] } } }, /^state\['a'\]\.portals has to be a list/],
    [{ state: { a: { servers: [], portals: [null] } } }, /^state\['a'\]\.portals\[0\]/],
  ])('%j are refused with a message that names what is wrong', (options, message) => {
    // @ts-expect-error what a program in JavaScript may pass
    expect(() => createMock(options)).toThrow(TypeError)
    // @ts-expect-error the same
    expect(() => createMock(options)).toThrow(message)
  })

  test('servers and portals are what each account has from the start, read-only fields included', async () => {
    const tools = [{ name: 'search' }]
    const portals = [{ ...engineering, servers: [{ server_id: 'docs' }] }]
    const { mock, mcp } = createWorld({ servers: [{ ...docs, tools, status: 'ready' }], portals })
    for (const accountId of ['one', 'two']) {
      expect((await mcp.servers.list({}, { accountId })).result).toMatchObject([{ ...docs, tools, status: 'ready' }])
      expect(await mcp.portals.read('engineering', { accountId })).toMatchObject({ servers: [{ id: 'docs', tools }] })
    }
    expect(Object.keys(mock.state())).toEqual(['one', 'two'])
  })

  test('a latency is before each response', async () => {
    const { mock } = createWorld({ latency: 50 })
    const begin = performance.now()
    await send(mock, 'GET', 'servers')
    expect(performance.now() - begin).toBeGreaterThan(45)
  })

  test('unset: null shows null for what nobody gave', async () => {
    const { mock } = createWorld({
      servers: [docs],
      portals: [{ ...engineering, servers: [{ server_id: 'docs' }] }],
      unset: 'null',
    })
    const nulls = { description: null, updated_tools: null, updated_prompts: null, auth_config_summary: null }
    expect((await send(mock, 'GET', 'servers')).result).toMatchObject([{ ...docs, ...nulls }])
    // No fact has null for a portal's own description.
    const portal = (await send(mock, 'GET', 'portals/engineering')).result
    expect(portal).toMatchObject({ servers: [nulls] })
    expect(portal).not.toHaveProperty('description')
  })
})

describe('accounts', () => {
  test('are told apart by the path, whatever their name', async () => {
    const { mcp } = createWorld()
    for (const accountId of ['one', '__proto__', 'constructor']) {
      expect((await mcp.servers.list({}, { accountId })).result).toEqual([])
      await mcp.servers.create({ ...docs, name: accountId }, { accountId })
      expect((await mcp.servers.list({}, { accountId })).result).toMatchObject([{ name: accountId }])
    }
  })
})

describe('the token', () => {
  const url = 'https://example.com/client/v4/accounts/account/access/ai-controls/mcp/servers'
  const ask = async (mock: ReturnType<typeof createMock>, headers: Record<string, string>) => {
    const response = await mock.fetch(url, { headers })
    return [response.status, (await response.json()).errors[0]?.code]
  }

  test('may be any, or an e-mail address and a key; none is 401 and 10000', async () => {
    const mock = createMock()
    expect(await ask(mock, { Authorization: 'Bearer any' })).toEqual([200, undefined])
    expect(await ask(mock, { 'X-Auth-Email': 'ann@example.com', 'X-Auth-Key': 'any' })).toEqual([200, undefined])
    expect(await ask(mock, {})).toEqual([401, 10000])
    expect(await ask(mock, { Authorization: 'Basic any' })).toEqual([401, 10000])
    expect(await ask(mock, { 'X-Auth-Key': 'any' })).toEqual([401, 10000])
  })

  test('is the one of the option where there is one', async () => {
    const mock = createMock({ token: 'the-one' })
    expect(await ask(mock, { Authorization: 'Bearer the-one' })).toEqual([200, undefined])
    expect(await ask(mock, { Authorization: 'Bearer another' })).toEqual([401, 10000])
  })
})

describe('the fetch of a mock', () => {
  test('takes whatever a fetch takes, and the paths of no operation are 404 and 7003', async () => {
    const { fetch } = createMock()
    const headers = { Authorization: 'Bearer any' }
    const url = 'https://example.com/accounts/account/access/ai-controls/mcp/servers'
    expect((await fetch(url, { headers })).status).toBe(200)
    expect((await fetch(new URL(url), { headers })).status).toBe(200)
    const body = new Blob([JSON.stringify(docs)])
    expect((await fetch(new Request(url, { method: 'POST', headers, body }))).status).toBe(201)
    for (const [path, method] of [
      ['/client/v4/zones', 'GET'],
      ['/accounts/account/access/ai-controls/mcp/gateways', 'GET'],
      ['/accounts/account/access/ai-controls/mcp/servers', 'DELETE'],
    ]) {
      const response = await fetch(`https://example.com${path}`, { method: method ?? 'GET', headers })
      expect([response.status, (await response.json()).errors[0].code]).toEqual([404, 7003])
    }
  })
})

describe('state, requests and reset', () => {
  test('a state is a copy, from which another mock goes on', async () => {
    const { mock } = createWorld({ servers: [docs] })
    await send(mock, 'POST', 'portals', { ...engineering, servers: [{ server_id: 'docs' }] })
    const state = mock.state()
    const shown = await send(mock, 'GET', 'portals/engineering')
    await send(mock, 'DELETE', 'servers/docs')
    const { mock: other } = createWorld({ state: JSON.parse(JSON.stringify(state)) })
    expect(await send(other, 'GET', 'portals/engineering')).toEqual(shown)
    await send(other, 'POST', 'servers', wiki)
    expect(state.account?.servers).toMatchObject([docs])
  })

  test('reset goes back to the start, or to a state', async () => {
    const { mock } = createWorld({ servers: [docs] })
    await send(mock, 'POST', 'servers', wiki)
    const state = mock.state()
    mock.reset()
    expect(mock.requests).toEqual([])
    expect((await send(mock, 'GET', 'servers')).result).toMatchObject([docs])
    mock.reset(state)
    expect((await send(mock, 'GET', 'servers')).result).toMatchObject([docs, wiki])
  })

  test('requests are what was received, the last thousand of it, and onRequest is called with each', async () => {
    const seen: unknown[] = []
    const { mock } = createWorld({ onRequest: (request) => seen.push(request) })
    await send(mock, 'POST', 'servers', { ...docs, client_secret: 'secret-1' })
    await send(mock, 'POST', 'servers', 'client_secret=secret-2')
    await send(mock, 'GET', 'servers?page=2')
    const path = '/accounts/account/access/ai-controls/mcp/servers'
    expect(mock.requests).toMatchObject([
      { operation: 'createServer', method: 'POST', path, status: 201, body: { ...docs, client_secret: '[redacted]' } },
      { operation: 'createServer', method: 'POST', path, status: 400, body: '[not JSON]' },
      { operation: 'listServers', method: 'GET', path: `${path}?page=2`, status: 200 },
    ])
    expect(seen).toEqual(mock.requests)
    for (let count = 0; count < 1000; count++) await send(mock, 'GET', 'portals')
    expect(mock.requests).toHaveLength(1000)
    expect(mock.requests[0]).toMatchObject({ operation: 'listPortals' })
  })
})
