import { type Account, merge } from './account.ts'
import { describeLogin, waitsForLogin } from './authentication.ts'
import type { Server, ServerCreate, ServerUpdate } from './types.ts'
import { stampCreated, stampModified, type World } from './world.ts'

const defaults = { secure_web_gateway: false }

export function createServer(account: Account, world: World, body: ServerCreate): Server {
  const { auth_credentials, client_secret, ...fields } = body
  const { id, auth_type, hostname, name } = fields
  const lists = waitsForLogin(fields, world) ? { tools: null, prompts: null } : { tools: [], prompts: [] }
  const bare: Server = {
    id,
    auth_type,
    hostname,
    name,
    ...lists,
    ...defaults,
    status: 'waiting',
    ...stampCreated(world),
  }
  const server = describeLogin(merge(bare, fields, defaults), { auth_credentials, client_secret }, world)
  account.servers.set(id, server)
  return server
}

export function updateServer(account: Account, world: World, server: Server, body: ServerUpdate): Server {
  const { auth_credentials, client_secret, ...fields } = body
  const merged = { ...merge<Server>(server, fields, defaults), ...stampModified(world) }
  const isOther = merged.auth_type !== server.auth_type
  const updated = describeLogin(
    isOther ? { ...merged, status: 'waiting' } : merged,
    { auth_credentials, client_secret },
    world,
  )
  account.servers.set(server.id, updated)
  return updated
}

/** It leaves its portals. */
export function deleteServer(account: Account, { id }: Server): void {
  account.servers.delete(id)
  for (const portal of account.portals.values()) {
    portal.servers = portal.servers.filter(({ server_id }) => server_id !== id)
  }
}

export function isAttached({ portals }: Account, { id }: Server): boolean {
  return [...portals.values()].some(({ servers }) => servers.some(({ server_id }) => server_id === id))
}
