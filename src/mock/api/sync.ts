import type { Account } from './account.ts'
import { describeLogin, isManual } from './authentication.ts'
import type { Server } from './types.ts'
import type { World } from './world.ts'

/** Asks the upstream of a server what it offers. A failure is part of a success: the call itself went well. */
export function syncServer(account: Account, world: World, server: Server): Server {
  const synced = sync(world, describeLogin(server, {}, world))
  account.servers.set(server.id, synced)
  dropOverrides(account, synced)
  return synced
}

function sync({ clock, upstream }: World, server: Server): Server {
  const found = upstream(server.hostname)
  const last_synced = clock.second()
  if ('authentication' in found) return { ...server, status: 'waiting', tools: null, prompts: null }
  if (isManual(server)) return { ...server, last_synced }
  const { error_details: _, ...rest } = server
  if ('error' in found) return { ...rest, ...found, status: 'error', last_synced }
  const { tools = [], prompts = [] } = found
  return { ...rest, status: 'ready', error: '', tools, prompts, last_synced, last_successful_sync: last_synced }
}

/** An override of a tool that the upstream no longer offers is dropped, in the portals too. */
function dropOverrides(account: Account, server: Server): void {
  if (server.status !== 'ready') return
  dropUnoffered(server, server)
  for (const portal of account.portals.values()) {
    for (const attachment of portal.servers) if (attachment.server_id === server.id) dropUnoffered(attachment, server)
  }
}

interface Overridden {
  updated_tools?: { name: string }[] | null
  updated_prompts?: { name: string }[] | null
}

function dropUnoffered(overridden: Overridden, server: Server): void {
  for (const [list, offer] of lists) {
    const kept = overridden[list]?.filter(({ name }) => offers(server, offer, name))
    if (kept) overridden[list] = kept
  }
}

/** The lists of overrides, and what each of them overrides. */
export const lists = [
  ['updated_tools', 'tools'],
  ['updated_prompts', 'prompts'],
] as const

export function offers(server: Server, offer: 'tools' | 'prompts', name: string): boolean {
  return server[offer]?.some((capability) => capability.name === name) ?? false
}
