import type { ServerState, Step, SyncStep } from '../types.ts'
import type { PortalStep } from './portals.ts'
import { findOverridden, isKnown, isNewServer } from './tools.ts'

/**
 * The syncs: of servers that are new, of those that are asked for, and of those that were never synced and of which a portal's
 * step states overrides. Where a portal's step has overrides, the sync waits for the tools.
 */
export function planSyncs(
  servers: readonly Step[],
  portals: readonly PortalStep[],
  asked: readonly string[],
  seen: readonly ServerState[],
): SyncStep[] {
  const created = servers.filter(isNewServer).map(({ id }) => id)
  const named = portals.flatMap(findOverridden)
  const changed = named.filter(({ isChanged }) => isChanged).map(({ id }) => id)
  const unknown = seen.filter((server) => !isKnown(server) && changed.includes(server.id)).map(({ id }) => id)
  return [...new Set([...created, ...asked, ...unknown])].map((id) => {
    const isNew = created.includes(id)
    const reason = isNew ? 'it is new' : asked.includes(id) ? 'it was asked for' : 'its tools are not known'
    const wait = isNew ? named.some((each) => each.id === id) : changed.includes(id)
    const because = wait ? ', and a portal overrides some of its tools' : ''
    return { action: 'sync', resource: 'server', id, wait, changes: [], notComparable: [], reason: reason + because }
  })
}
