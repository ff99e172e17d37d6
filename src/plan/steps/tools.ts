/** The tools and prompts that overrides name: whether a server offers them, and for which servers that is to be found out. */
import type { CapabilityOverride } from '../../../generated/latest/schema.ts'
import type { Problem, Resource, ServerState, Step } from '../types.ts'
import type { PortalStep } from './portals.ts'

interface Overridden {
  updated_tools?: CapabilityOverride[] | null
  updated_prompts?: CapabilityOverride[] | null
}

/** The lists of overrides, and what each of them overrides. */
const lists = [
  ['updated_tools', 'tools'],
  ['updated_prompts', 'prompts'],
] as const

/** Whether anything of a server is overridden. */
export function hasOverrides(overridden: Overridden): boolean {
  return lists.some(([list]) => (overridden[list]?.length ?? 0) > 0)
}

/** Whether a server has been synced, so that its tools are known. */
export function isKnown({ status, tools, last_successful_sync }: ServerState): boolean {
  return tools !== null && (status === 'ready' || last_successful_sync !== undefined || tools.length > 0)
}

/** Overrides that name what a server does not offer. `prefix` is where in the resource they stand. */
export function findUnoffered(owner: Resource, prefix: string, stated: Overridden, server: ServerState): Problem[] {
  return lists.flatMap(([list, offer]) => {
    const offered = new Set(server[offer]?.map(({ name }) => name))
    const unoffered = stated[list]?.filter(({ name }) => !offered.has(name)) ?? []
    return unoffered.map(({ name }) => {
      const message = `server ${JSON.stringify(server.id)} offers no ${offer.slice(0, -1)} of this name`
      return { ...owner, field: `${prefix}${list}[${name}]`, message }
    })
  })
}

/** The servers of which a portal's step sends overrides, and whether it changes what it says of them. */
export function findOverridden({ body, changes }: PortalStep): { id: string; isChanged: boolean }[] {
  return (body.servers ?? []).filter(hasOverrides).map(({ server_id: id }) => {
    return { id, isChanged: changes.some(({ field }) => field.startsWith(`servers[${id}]`)) }
  })
}

/** Whether a step makes a server whose tools nobody knows yet. */
export function isNewServer({ action, resource }: Step): boolean {
  return resource === 'server' && (action === 'create' || action === 'replace')
}
