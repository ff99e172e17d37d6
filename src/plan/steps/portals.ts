/** What there is to do with portals: create, update, attach replaced servers again. */
import type { McpPortalCreate } from '../../../generated/latest/schema.ts'
import { requestFields } from '../../../generated/operations.ts'
import { findChanges, mergeAttachments, toTopField } from '../compare.ts'
import { pick, pickSome, toPortalFields, toSeenPortal } from '../fields.ts'
import type { CreateStep, PortalState, UpdateStep } from '../types.ts'
import { reasons, toUpdateReason } from './reason.ts'

export type PortalStep = (CreateStep | UpdateStep) & { resource: 'portal' }

/** The creation of a portal that is stated. */
export function toPortalCreate(stated: McpPortalCreate): PortalStep {
  const { id, ...wanted } = stated
  const changes = findChanges(wanted, {})
  return {
    ...{ action: 'create', resource: 'portal', id, body: stated },
    ...{ changes, notComparable: [], reason: reasons.create },
  }
}

/** The update of a portal to what is wanted of it; it attaches again what the servers in `replaced` lose. */
export function toPortalUpdate(
  { id: _, ...wanted }: Partial<McpPortalCreate>,
  seen: PortalState,
  replacements: ReadonlySet<string>,
): PortalStep | undefined {
  const fields = toPortalFields(seen)
  const before = fields.servers ?? []
  const servers = wanted.servers ? mergeAttachments(wanted.servers, before) : before
  const changes = findChanges(wanted, { ...fields })
  const replaced = before.map(({ server_id }) => server_id).filter((id) => replacements.has(id))
  const again = replaced.filter((id) => servers.some(({ server_id }) => server_id === id))
  if (changes.length === 0 && again.length === 0) return undefined
  const names = changes.map(toTopField)
  const body = {
    ...pickSome(pick(wanted, requestFields.McpPortalUpdate), names),
    ...((again.length > 0 || names.includes('servers')) && { servers }),
  }
  return {
    ...{ action: 'update', resource: 'portal', id: seen.id, body, seen: toSeenPortal(seen), replaced },
    ...{ changes, notComparable: [], reason: toUpdateReason(changes.length, again) },
  }
}
