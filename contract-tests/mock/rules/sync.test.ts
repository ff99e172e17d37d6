import { describe, expect, test } from 'vitest'
import type { Upstream } from '../../../src/mock/index.ts'
import { createWorld, docs, engineering, send } from '../setup.ts'

const url = docs.hostname
const failure = { error: 'The server answered 404', error_details: { status_code: 404, retryable: false } }
const login = { authentication: 'required' } as const

/** A mock whose clock moves by a second at each look, and whose upstream a test can change. */
function createMoving(first?: Upstream) {
  let seconds = 0
  const upstream: Record<string, Upstream> = first ? { [url]: first } : {}
  const clock = () => new Date(Date.UTC(2026, 10, 25, 10, 0, seconds++))
  const { mock } = createWorld({ servers: [docs], upstream, clock })
  return {
    mock,
    upstream,
    sync: async () => (await send(mock, 'POST', 'servers/docs/sync')).result,
    read: async () => (await send(mock, 'GET', 'servers/docs')).result,
  }
}

describe('a sync', () => {
  test('of a server that nothing is said about finds search and fetch', async () => {
    const { sync, read } = createMoving()
    expect(await sync()).toEqual({ status: 'ready', error: '' })
    const server = await read()
    expect(server.tools.map(({ name }: { name: string }) => name)).toEqual(['search', 'fetch'])
    expect(server).toMatchObject({ status: 'ready', error: '', prompts: [] })
    expect(server.last_synced).toMatch(/^2026-11-25 10:00:\d\d$/)
    expect(server.last_successful_sync).toBe(server.last_synced)
  })

  test('reads the tools and prompts that its upstream offers at that moment', async () => {
    const { upstream, sync, read } = createMoving({
      tools: [{ name: 'ask', title: 'Ask' }],
      prompts: [{ name: 'sum' }],
    })
    await sync()
    expect(await read()).toMatchObject({ tools: [{ name: 'ask', title: 'Ask' }], prompts: [{ name: 'sum' }] })
    upstream[url] = { tools: [] }
    await sync()
    expect(await read()).toMatchObject({ tools: [], prompts: [] })
  })

  test('that fails is a 200: the server has the error, and keeps its tools', async () => {
    const { mock, upstream, sync, read } = createMoving()
    await sync()
    const before = await read()
    upstream[url] = failure
    expect(await send(mock, 'POST', 'servers/docs/sync')).toMatchObject({
      status: 200,
      result: { status: 'error', ...failure },
    })
    const after = await read()
    expect(after).toEqual({ ...before, status: 'error', ...failure, last_synced: after.last_synced })
    expect(after.last_synced > before.last_synced).toBe(true)
    delete upstream[url]
    expect(await sync()).toEqual({ status: 'ready', error: '' })
    expect(await read()).not.toHaveProperty('error_details')
  })

  test('of a server that somebody has to log in to first leaves it waiting, with null for its tools', async () => {
    const { upstream, sync, read } = createMoving(login)
    expect(await sync()).toEqual({ status: 'waiting' })
    expect(await read()).toMatchObject({ authentication_status: 'required', tools: null, prompts: null })
    delete upstream[url]
    expect(await sync()).toEqual({ status: 'ready', error: '' })
    expect(await read()).toMatchObject({ authentication_status: 'not_required' })
  })

  test('of a server with manual OAuth changes nothing but last_synced', async () => {
    const { mock } = createWorld()
    const auth_credentials = JSON.stringify({ auth_mode: 'manual', config: {}, registration_info: {} })
    const created = await send(mock, 'POST', 'servers', { ...docs, auth_type: 'oauth', auth_credentials })
    expect((await send(mock, 'POST', 'servers/docs/sync')).result).toEqual({ status: 'waiting' })
    expect((await send(mock, 'GET', 'servers/docs')).result).toEqual({
      ...created.result,
      last_synced: '2026-11-25 10:00:00',
    })
  })

  test('drops an override of a tool that is no longer offered, in portals too', async () => {
    const { mock, upstream, sync, read } = createMoving()
    await sync()
    const updated_tools = [{ name: 'search', enabled: false }, { name: 'fetch' }]
    await send(mock, 'PUT', 'servers/docs', { updated_tools })
    await send(mock, 'POST', 'portals', { ...engineering, servers: [{ server_id: 'docs', updated_tools }] })
    upstream[url] = { tools: [{ name: 'fetch' }] }
    await sync()
    expect((await read()).updated_tools).toEqual([{ name: 'fetch' }])
    const portal = (await send(mock, 'GET', 'portals/engineering')).result
    expect(portal.servers[0].updated_tools).toEqual([{ name: 'fetch' }])
  })
})
