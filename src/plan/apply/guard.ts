/** The check before a write: nobody may have changed since the plan what is about to be written over. */
import { findChanges, findDifferences, toTopField } from '../compare.ts'
import { toLabel, toSeenPortal } from '../fields.ts'
import { collectPortals } from '../read-state.ts'
import type { Change, Fields, PortalState, Resource, Seen, Step } from '../types.ts'
import { type Run, readSeen } from './run.ts'
import { Stop } from './stop.ts'

/** Checks a resource before a write. Returns whether it is already as the step is to leave it. */
export async function isAlreadySo(run: Run, step: Exclude<Step, { action: 'sync' }>): Promise<boolean> {
  const found = await readSeen(run, step)
  if (step.action === 'delete') {
    if (!found) return true
    refuseChanged(step, step.seen, found, findReplaced(run))
    return false
  }
  const isSo = found && step.notComparable.length === 0 && findChanges({ ...step.body }, found.fields).length === 0
  if (step.action === 'create') {
    if (found && !isSo) refuseChanged(step, undefined, found)
    return isSo === true
  }
  if (isSo && isAllIn(step.body, findDifferences(step.seen.fields, found.fields))) return true
  refuseChanged(step, step.seen, found, findReplaced(run))
  // Credentials may have changed too, which no response shows: only the time of the last change shows it.
  const isBlind = step.action === 'replace' || step.notComparable.length > 0
  if (isBlind && step.seen.modified_at !== found?.modified_at) {
    throw toStop(step, 'has changed', { fields: ['modified_at'], seen: step.seen, ...(found && { found }) })
  }
  return false
}

/** Stops where the portals that have a server are not those that the plan saw with it, or have it otherwise. */
export async function checkAttached(run: Run, id: string): Promise<PortalState[]> {
  const attached = await findAttached(run, id)
  const ignored = new Set([...findReplaced(run)].filter((each) => each !== id))
  const steps = run.plan.steps.flatMap((step) => (step.resource === 'portal' && 'seen' in step ? [step] : []))
  for (const portal of attached) {
    const step = steps.find((each) => each.id === portal.id)
    if (!step) throw toAttachedStop(portal, id)
    refuseChanged(step, step.seen, toSeenPortal(portal), ignored)
  }
  for (const step of steps) {
    if (!hasServer(step.seen, id) || attached.some((portal) => portal.id === step.id)) continue
    const found = await readSeen(run, step)
    if (found || step.action !== 'delete') refuseChanged(step, step.seen, found, ignored)
  }
  return attached
}

/** Stops where a server is about to be deleted behind a portal. */
export async function refuseAttached(run: Run, id: string): Promise<void> {
  const [portal] = await findAttached(run, id)
  if (portal) throw toAttachedStop(portal, id)
}

async function findAttached({ mcp, options }: Run, id: string): Promise<PortalState[]> {
  const portals = await collectPortals(mcp, options)
  return portals.filter(({ servers }) => servers.some((server) => server.id === id))
}

function toAttachedStop({ id: portal, ...rest }: PortalState, id: string): Stop {
  const fields = [`servers[${id}]`]
  return toStop({ resource: 'portal', id: portal }, 'has changed', {
    fields,
    found: toSeenPortal({ id: portal, ...rest }),
  })
}

function isAllIn(body: object, changes: Change[]): boolean {
  return changes.every((change) => toTopField(change) in body)
}

/** Stops where a resource is another than the plan saw. Of the servers of a portal, those in `ignored` are not looked at. */
function refuseChanged(
  resource: Resource,
  seen: Seen | undefined,
  found: Seen | undefined,
  ignored = new Set<string>(),
) {
  if (!seen) throw toStop(resource, 'has come into being', found && { found })
  if (!found) throw toStop(resource, 'is gone', { seen })
  const changes = findDifferences(without(seen, ignored), without(found, ignored))
  if (changes.length > 0) {
    throw toStop(resource, 'has changed', { fields: changes.map(({ field }) => field), seen, found })
  }
}

function toStop(resource: Resource, how: string, facts: Stop['facts'] = {}): Stop {
  const fields = facts.fields ? ` (${facts.fields.join(', ')})` : ''
  return new Stop('changed', `${toLabel(resource)} ${how} since the plan was made${fields}`, facts)
}

function hasServer({ fields }: Seen, id: string): boolean {
  return Array.isArray(fields.servers) && fields.servers.some((server) => server.server_id === id)
}

function without({ fields }: Seen, ids: ReadonlySet<string>): Fields {
  const { servers } = fields
  if (!Array.isArray(servers)) return fields
  return { ...fields, servers: servers.filter((server) => !ids.has(server.server_id)) }
}

/** The servers that the plan replaces: their portals lose them meanwhile. */
function findReplaced({ plan }: Run): Set<string> {
  return new Set(plan.steps.filter(({ action }) => action === 'replace').map(({ id }) => id))
}
