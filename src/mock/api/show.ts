import type { CapabilityOverride, McpServerSync, PortalCapabilityOverride } from '../../client/index.ts'
import type { Account } from './account.ts'
import type { PortalServer, Server, StoredPortal } from './types.ts'
import type { World } from './world.ts'

/** A server as responses show it. */
export function showServer({ unset }: World, server: Server): Server {
  return unset === 'absent' ? server : { ...unsetInServer, ...server }
}

const unsetInServer = { description: null, updated_tools: null, updated_prompts: null, auth_config_summary: null }

/** What the response to a sync tells of a server. */
export function showSync({ status, error, error_details }: Server): McpServerSync {
  return {
    ...(status !== undefined && { status }),
    ...(error !== undefined && { error }),
    ...(error_details && { error_details }),
  }
}

/** A portal without its servers, as the response to a delete shows it. */
export function showDeleted({ unset }: World, { servers: _, ...portal }: StoredPortal) {
  return unset === 'absent' ? portal : { description: null, ...portal }
}

/** A portal with its servers as they are now. */
export function showPortal({ servers }: Account, world: World, portal: StoredPortal) {
  const shown = portal.servers.flatMap((attachment): PortalServer[] => {
    const server = servers.get(attachment.server_id)
    return server ? [showAttached(world, server, attachment)] : []
  })
  return { ...showDeleted(world, portal), servers: shown }
}

function showAttached(world: World, server: Server, attachment: StoredPortal['servers'][number]): PortalServer {
  const { updated_tools, updated_prompts, ...settings } = attachment
  const { updated_tools: ownTools, updated_prompts: ownPrompts, ...rest } = server
  const shown = showServer(world, rest)
  return {
    ...shown,
    ...settings,
    ...(updated_tools && { updated_tools: updated_tools.map((override) => showOverride(override, ownTools)) }),
    ...(updated_prompts && { updated_prompts: updated_prompts.map((override) => showOverride(override, ownPrompts)) }),
  }
}

/** What a request calls `alias` is `portal_alias` in a portal; beside it stands what the server itself has. */
function showOverride(
  { name, enabled, alias, description }: CapabilityOverride,
  ofServer: CapabilityOverride[] | null | undefined,
): PortalCapabilityOverride {
  const own = ofServer?.find((override) => override.name === name)
  return {
    name,
    ...(enabled !== undefined && { enabled }),
    ...(alias !== undefined && { portal_alias: alias }),
    ...(description !== undefined && { portal_description: description }),
    ...(own?.alias !== undefined && { server_alias: own.alias }),
    ...(own?.description !== undefined && { server_description: own.description }),
  }
}
