import { expect, test } from 'vitest'
import { createClient, NotFoundError } from '../../src/client/index.ts'
import { createMock } from '../../src/mock/index.ts'
import { serve } from '../../src/mock/serve.ts'
import { createWorld, docs, engineering } from './setup.ts'

test('what is created is listed, read, updated, and gone once it is deleted', async () => {
  const { mcp } = createWorld()
  const created = await mcp.servers.create(docs)
  expect(await mcp.servers.read('docs')).toEqual(created)
  expect(await mcp.servers.sync('docs')).toEqual({ status: 'ready', error: '' })
  const synced = await mcp.servers.read('docs')
  expect(synced.tools.map(({ name }) => name)).toEqual(['search', 'fetch'])

  const servers = [{ server_id: 'docs', updated_tools: [{ name: 'search', alias: 'find-docs' }] }]
  const portal = await mcp.portals.create({ ...engineering, servers })
  expect(portal.servers).toMatchObject([{ id: 'docs', updated_tools: [{ name: 'search', portal_alias: 'find-docs' }] }])
  await mcp.portals.update('engineering', { name: 'Platform' })
  expect((await mcp.portals.list()).result).toMatchObject([
    { id: 'engineering', name: 'Platform', servers: [{ id: 'docs' }] },
  ])

  expect(await mcp.servers.delete('docs')).toEqual(synced)
  expect((await mcp.portals.read('engineering')).servers).toEqual([])
  await mcp.portals.delete('engineering')
  await expect(mcp.portals.read('engineering')).rejects.toBeInstanceOf(NotFoundError)
  expect((await mcp.servers.list()).result).toEqual([])
})

test('it is the same over HTTP', async () => {
  const { url, close } = await serve(createMock().fetch)
  try {
    const mcp = createClient({ baseUrl: `${url}/client/v4`, accountId: 'account', apiToken: 'any' })
    await mcp.servers.create(docs)
    expect((await mcp.servers.list()).result).toMatchObject([docs])
  } finally {
    await close()
  }
})
