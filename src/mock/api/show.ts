import type {
  CapabilityOverride,
  DeletedMcpPortal,
  McpServerSync,
  PortalCapabilityOverride,
  ResultInfo,
} from '../../../generated/latest/schema.ts'
import type { Account } from './account.ts'
import type { PortalServer, Server, StoredPortal } from './types.ts'
import type { World } from './world.ts'

/** A server as responses show it. */
export function showServer({ unset }: World, server: Server): Server {
  return unset === 'absent' ? server : { ...unsetInServer, ...server }
}

const unsetInServer = { description: null, updated_tools: null, updated_prompts: null, auth_config_summary: null }

/** What the response to a sync has of a server. */
export function showSync({ status, error, error_details }: Server): McpServerSync {
  return {
    ...(status !== undefined && { status }),
    ...(error !== undefined && { error }),
    ...(error_details && { error_details }),
  }
}

/** A portal without its servers, as the response to a delete shows it. */
export function showDeleted({ servers: _, ...portal }: StoredPortal): DeletedMcpPortal {
  return portal
}

/** A portal with its servers as they are now. */
export function showPortal({ servers }: Account, world: World, portal: StoredPortal) {
  const shown = portal.servers.flatMap((attachment): PortalServer[] => {
    const server = servers.get(attachment.server_id)
    return server ? [showAttached(world, server, attachment)] : []
  })
  return { ...showDeleted(portal), servers: shown }
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

/** One page of the items in whose texts the search is found. A page past the end is empty. */
export function toPage<T>(
  all: Iterable<T>,
  query: URLSearchParams,
  textsOf: (item: T) => string[],
  { totalPages, guesses }: World,
): { items: T[]; info: ResultInfo } {
  const page = Number(query.get('page') ?? 1)
  const per_page = Number(query.get('per_page') ?? 20)
  const fold = (text: string) => (guesses.searchIgnoresCase ? text.toLowerCase() : text)
  const search = fold(query.get('search') ?? '')
  const found = [...all].filter((item) => search === '' || textsOf(item).some((text) => fold(text).includes(search)))
  const items = found.slice((page - 1) * per_page, page * per_page)
  const total_count = found.length
  const total_pages = Math.ceil(total_count / per_page)
  return { items, info: { count: items.length, page, per_page, total_count, ...(totalPages && { total_pages }) } }
}
