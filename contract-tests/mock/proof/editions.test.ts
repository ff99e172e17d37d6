import { createClient as createLatestClient } from 'cloudflare-mcp-portals/latest'
import { describe, expect, test } from 'vitest'
import { createMock, type MockOptions } from '../../../src/mock/index.ts'
import { verify } from '../../../src/verify/index.ts'
import { findMessages, findUnmet } from '../../verify/against.ts'
import { checked, type Edition } from '../checked.ts'
import { docs, engineering, send } from '../setup.ts'

const editions: Edition[] = ['reference', 'latest']

const filled: MockOptions = {
  servers: [
    { ...docs, description: 'Documentation', updated_tools: [{ name: 'search', alias: 'find', enabled: true }] },
    { ...docs, id: 'closed', hostname: 'https://closed.example.com/mcp', auth_type: 'oauth' },
    { ...docs, id: 'manual', auth_type: 'oauth', auth_credentials: '{"auth_mode":"manual","config":{"issuer":"me"}}' },
  ],
  portals: [{ ...engineering, servers: ['docs', 'closed', 'manual'].map((server_id) => ({ server_id })) }],
  upstream: { 'https://closed.example.com/mcp': { authentication: 'required' } },
}

describe.each(editions)('in the %s edition', (edition) => {
  test.each([
    ['empty', {}],
    ['with servers of every kind', filled],
    ['with null for what nobody gave', { ...filled, unset: 'null' as const }],
    ['with total_pages', { ...filled, totalPages: true }],
  ])('verify --write passes every case on an account that is %s, and finds nothing new', async (_, options) => {
    const mock = createMock({ ...options, edition })
    const client = { accountId: 'account', apiToken: 'any', fetch: mock.fetch }
    const { cases } = await verify({ client, edition, write: true })
    expect(findUnmet(cases)).toEqual([])
    expect(findMessages(cases, 'undocumented')).toEqual([])
    expect(cases.length).toBeGreaterThan(15)
  })

  test.each([undefined, 'null'] as const)(
    'every response is valid by its schema, and has no other field (what nobody gave: %s)',
    async (unset) => {
      const mock = createMock({ ...filled, edition, ...(unset && { unset }) })
      const strict = { fetch: checked(mock.fetch, edition) }
      for (const id of ['docs', 'closed', 'manual', 'none']) {
        await send(strict, 'GET', `servers/${id}`)
        await send(strict, 'POST', `servers/${id}/sync`)
        await send(strict, 'PUT', `servers/${id}`, { name: 'Other', description: null, updated_prompts: [] })
        await send(strict, 'PUT', `servers/${id}`, { name: 7 })
      }
      await send(strict, 'GET', 'servers')
      await send(strict, 'GET', 'servers?per_page=0')
      await send(strict, 'POST', 'servers', { ...docs, id: 'other', client_secret: 'x', auth_type: 'oauth' })
      await send(strict, 'POST', 'servers', docs)
      const servers = [{ server_id: 'docs', updated_tools: [{ name: 'search', alias: 'look' }] }]
      await send(strict, 'PUT', 'portals/engineering', { servers, code_mode: 'enforced' })
      await send(strict, 'PUT', 'portals/engineering', {})
      await send(strict, 'GET', 'portals')
      await send(strict, 'GET', 'portals/engineering')
      await send(strict, 'DELETE', 'portals/engineering')
      await send(strict, 'DELETE', 'servers/docs')
      expect(mock.requests.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 201, 400, 404]))
    },
  )

  test.each([
    ['absent', undefined],
    ['null', edition === 'latest' ? null : undefined],
  ] as const)(
    'null clears a description, which a server then has as %s where nobody gave one',
    async (unset, shown) => {
      const mock = createMock({ ...filled, portals: [{ ...engineering, description: 'Tools' }], edition, unset })
      const fetch = checked(mock.fetch, edition)
      const mcp = createLatestClient({ fetch, accountId: 'account', apiToken: 'any' })
      for (const returned of [
        await mcp.servers.update('docs', { description: null }),
        await mcp.servers.read('docs'),
      ]) {
        expect(returned.description).toBe(shown)
        expect(Object.hasOwn(returned, 'description')).toBe(shown === null)
        expect(returned.updated_tools).toHaveLength(1)
      }
      const portals = [
        await mcp.portals.update('engineering', { description: null }),
        await mcp.portals.read('engineering'),
      ]
      for (const returned of portals) expect(returned).not.toHaveProperty('description')
    },
  )

  test.each([401, 403, 429, 500])('a refusal with %i is valid by its schema', async (status) => {
    const mock = createMock({ edition, faults: [{ status }] })
    const { body } = await send({ fetch: mock.fetch }, 'GET', 'servers')
    expect(body).toMatchObject({ success: false, errors: [{ message: expect.any(String) }] })
  })
})

test('the operations that only the latest edition has respond in its form', async () => {
  const mock = createMock({ ...filled, clock: () => new Date('2026-11-25T23:30:00.000Z') })
  const latest = { fetch: checked(mock.fetch, 'latest') }
  await send(mock, 'PUT', 'servers/manual', { is_shared_oauth_callback_enabled: true })
  const redirectOf = async (id: string) =>
    (await send(latest, 'GET', `portals/engineering/servers/${id}/effective-redirect-uri`)).result
  expect(await redirectOf('docs')).toEqual({
    redirect_uri: 'https://mcp.example.com/oauth/callback',
    source: 'per_portal',
  })
  expect(await redirectOf('manual')).toMatchObject({ source: 'shared_mcp22' })
  expect((await send(latest, 'GET', 'portals/engineering/servers/none/effective-redirect-uri')).status).toBe(404)

  const path = 'analytics/tool-calls/timeseries'
  const { result } = await send(latest, 'GET', `${path}?days=2&tz=%2B01:00&aggregate=true`)
  expect(result).toEqual({
    granularity: 'daily',
    aggregate: true,
    tz: '+01:00',
    start: Date.parse('2026-11-25T00:00:00+01:00'),
    end: Date.parse('2026-11-27T00:00:00+01:00'),
    series: [
      { day: '2026-11-25', count: 0 },
      { day: '2026-11-26', count: 0 },
    ],
    total: 0,
  })
  expect((await send(latest, 'GET', `${path}?granularity=monthly`)).result.series).toEqual([
    { day: '2026-11-01', count: 0 },
  ])
  expect((await send(latest, 'GET', path)).result.series).toHaveLength(7)
  expect((await send(latest, 'GET', `${path}?days=180`)).status).toBe(400)
  expect((await send(latest, 'GET', 'analytics/portals/engineering/tool-calls/timeseries')).status).toBe(200)
  expect((await send(latest, 'GET', 'analytics/servers/docs/tool-calls/timeseries')).status).toBe(200)
  expect((await send(latest, 'GET', 'analytics/servers/none/tool-calls/timeseries')).status).toBe(404)
})
