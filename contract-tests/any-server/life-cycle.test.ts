import { afterAll, describe, expect, test } from 'vitest'
import { undescribed } from '../support/described.ts'
import { operations } from '../support/description.ts'
import { wiredClient } from '../support/wired-client.ts'

const wired = wiredClient()
const name = process.env.CONTRACT_BASE_URL === undefined ? undefined : `contract-${Date.now().toString(36)}`
// The mock answers with the examples of the description whatever it is asked, so the names are theirs.
const [serverId, portalId] = name === undefined ? ['docs', 'engineering'] : [name, name]
const reached = new Set<string>()

/** Calls, and checks what went over the wire against the description. */
async function described<T>(call: Promise<T>, operationId: string): Promise<T> {
  const result = await call
  expect(undescribed(wired.last())).toEqual([])
  reached.add(operationId)
  return result
}

describe('the life of a server and a portal', () => {
  afterAll(async () => {
    if (name === undefined) return
    await wired.mcp.portals.delete(portalId).catch(() => {})
    await wired.mcp.servers.delete(serverId).catch(() => {})
  })

  test('begins with registering the server, which can then be read', async () => {
    const { servers } = wired.mcp
    const body = {
      id: serverId,
      name: 'Docs',
      hostname: 'https://docs.example.com/mcp',
      auth_type: 'unauthenticated',
    } as const
    expect(await described(servers.create(body), 'createServer')).toMatchObject(body)
    expect(await described(servers.read(serverId), 'readServer')).toMatchObject(body)
  })

  test('goes on with a sync, which tells the state of the server', async () => {
    const outcome = await described(wired.mcp.servers.sync(serverId), 'syncServer')
    expect(outcome).toHaveProperty('status')
  })

  test('goes on with a portal that has the server behind it', async () => {
    const { portals } = wired.mcp
    const body = { id: portalId, name: 'Engineering', hostname: process.env.CONTRACT_HOSTNAME ?? 'mcp.example.com' }
    const portal = await described(portals.create({ ...body, servers: [{ server_id: serverId }] }), 'createPortal')
    expect(portal).toMatchObject({ ...body, servers: [{ id: serverId }] })
    expect(await described(portals.read(portalId), 'readPortal')).toMatchObject(body)
  })

  test('shows both in the lists', async () => {
    const { portals, servers } = wired.mcp
    const serverPage = await described(servers.list({ search: serverId }), 'listServers')
    const portalPage = await described(portals.list({ search: portalId }), 'listPortals')
    expect(serverPage.result.map(({ id }) => id)).toContain(serverId)
    expect(portalPage.result.map(({ id }) => id)).toContain(portalId)
  })

  test('goes on with other names for both', async () => {
    const server = wired.mcp.servers.update(serverId, { name: 'Product docs' })
    const portal = wired.mcp.portals.update(portalId, { name: 'Platform engineering' })
    expect(await described(server, 'updateServer')).toMatchObject({ id: serverId, name: 'Product docs' })
    expect(await described(portal, 'updatePortal')).toMatchObject({ id: portalId, name: 'Platform engineering' })
  })

  test('ends with deleting both, the portal without its servers', async () => {
    const portal = await described(wired.mcp.portals.delete(portalId), 'deletePortal')
    expect(portal).toMatchObject({ id: portalId })
    expect(portal).not.toHaveProperty('servers')
    expect(await described(wired.mcp.servers.delete(serverId), 'deleteServer')).toMatchObject({ id: serverId })
  })

  test('has used every operation of the description', () => {
    expect([...reached].sort()).toEqual(operations.map(({ operationId }) => operationId).sort())
  })
})
