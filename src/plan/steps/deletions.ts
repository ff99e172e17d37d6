import { toLabel, toPortalFields, toSeenPortal, toSeenServer } from '../fields.ts'
import type { DeleteStep, PortalState, Problem, Resource, Seen, State } from '../types.ts'
import type { PortalStep } from './portals.ts'
import { reasons } from './reason.ts'

/** The deletions: portals first, so that no server is deleted behind a portal. */
export function planDeletions({ portals, servers }: State): DeleteStep[] {
  const toStep = (resource: Resource['resource'], id: string, seen: Seen): DeleteStep => {
    return { action: 'delete', resource, id, seen, changes: [], notComparable: [], reason: reasons.delete }
  }
  return [
    ...portals.map((portal) => toStep('portal', portal.id, toSeenPortal(portal))),
    ...servers.map((server) => toStep('server', server.id, toSeenServer(server))),
  ]
}

/** Which servers each portal has once the steps are done, but for the portals that are deleted. */
export function findAttached(
  seen: readonly PortalState[],
  steps: readonly PortalStep[],
  deleted: readonly PortalState[],
): { portal: string; servers: string[] }[] {
  const kept = seen.filter((portal) => !deleted.includes(portal))
  const before = kept.map((portal) => ({ portal: portal.id, servers: toPortalFields(portal).servers ?? [] }))
  const after = steps.flatMap(({ id, body }) => (body.servers ? [{ portal: id, servers: body.servers }] : []))
  const all = new Map([...before, ...after].map(({ portal, servers }) => [portal, servers]))
  return [...all].map(([portal, servers]) => ({ portal, servers: servers.map(({ server_id }) => server_id) }))
}

/** Portals that would have a server which is not there then. */
export function findMissing(
  attached: ReturnType<typeof findAttached>,
  existing: ReadonlySet<string>,
  deleted: ReadonlySet<string>,
): Problem[] {
  return attached.flatMap(({ portal, servers }) =>
    servers
      .filter((id) => deleted.has(id) || !existing.has(id))
      .map((id): Problem => {
        const label = toLabel({ resource: 'server', id })
        const message = deleted.has(id)
          ? `the portal has ${label}, which this plan deletes`
          : `there is no ${label}, in the account or among what is planned`
        return { resource: 'portal', id: portal, field: `servers[${id}]`, message }
      }),
  )
}
