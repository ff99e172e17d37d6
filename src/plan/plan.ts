import { toTopField } from './compare.ts'
import { pickSome } from './fields.ts'
import { checkPlanOptions, checkState, isSelected } from './options.ts'
import { parseDesired } from './parse-desired.ts'
import { findAttached, findMissing, planDeletions } from './steps/deletions.ts'
import { type PortalStep, toPortalCreate, toPortalUpdate } from './steps/portals.ts'
import { planServer } from './steps/servers.ts'
import { findShown } from './steps/shown.ts'
import { planSyncs } from './steps/syncs.ts'
import { findUnoffered, isKnown } from './steps/tools.ts'
import type { DesiredState, Plan, PlanOptions, Problem, Resource, State, Step, SyncStep } from './types.ts'

/**
 * Plans how an account gets from what it has to what is desired. It is pure: it calls nothing, and returns the same for the
 * same input. A field that is not stated is not touched; a list that is stated is whole.
 *
 * @throws {TypeError} when the desired state, the state or an option is wrong; the message names the field, and quotes no value.
 * @example
 * ```ts
 * import { plan, readState } from 'cloudflare-mcp-portals/plan'
 *
 * const desired = { servers: [{ id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' as const }] }
 * const { steps, problems } = plan(desired, await readState(mcp))
 * ```
 */
export function plan(desired: DesiredState, state: State, options: PlanOptions = {}): Plan {
  const wanted = parseDesired(desired)
  checkState(state)
  checkPlanOptions(options, wanted, state)
  const task = { wanted, state, options, ...findOthers(wanted, state, options) }
  const servers = planServers(task)
  const portals = planPortals(task, servers.steps)
  const syncs = planSyncs(servers.steps, portals, options.sync ?? [], state.servers)
  const problems = [
    ...servers.problems,
    ...findToolProblems(task, [...servers.steps, ...portals], syncs),
    ...findServerProblems(task, servers.steps, portals),
  ]
  return toJson({
    steps: [...servers.steps, ...syncs, ...portals, ...planDeletions(task.deleted)],
    unmanaged: task.unmanaged,
    notComparable: servers.notComparable,
    problems,
  })
}

/** What a plan is made from. */
interface Task {
  wanted: DesiredState
  state: State
  options: PlanOptions
  /** What the account has, is not stated, and is to be deleted. */
  deleted: State
  /** What the account has, is not stated, and stays. */
  unmanaged: Resource[]
}

function findOthers({ servers, portals }: DesiredState, state: State, options: PlanOptions) {
  const isOther = (stated: { id: string }[] = [], resource: Resource['resource'], id: string) =>
    !stated.some((each) => each.id === id) && isSelected(options, { resource, id })
  const others = {
    servers: state.servers.filter(({ id }) => isOther(servers, 'server', id)),
    portals: state.portals.filter(({ id }) => isOther(portals, 'portal', id)),
  }
  // Nothing is said about a list that is left out.
  const deleted = {
    servers: options.prune && servers ? others.servers : [],
    portals: options.prune && portals ? others.portals : [],
  }
  const unmanaged = [
    ...others.servers.map(({ id }): Resource => ({ resource: 'server', id })),
    ...others.portals.map(({ id }): Resource => ({ resource: 'portal', id })),
  ].filter(({ resource, id }) => !deleted[`${resource}s`].some((each) => each.id === id))
  return { deleted, unmanaged }
}

function planServers({ wanted, state, options }: Task) {
  const shown = findShown(state)
  const planned = (wanted.servers ?? [])
    .filter(({ id }) => isSelected(options, { resource: 'server', id }))
    .map((stated) => ({ id: stated.id, ...planServer(stated, findById(state.servers, stated.id), shown, options) }))
  return {
    steps: planned.flatMap(({ step }) => step ?? []),
    notComparable: planned.flatMap(({ id, hidden }) =>
      hidden.map((field) => ({ resource: 'server' as const, id, field })),
    ),
    problems: planned.flatMap(({ problems }) => problems),
  }
}

function planPortals({ wanted, state, options, deleted }: Task, servers: readonly Step[]): PortalStep[] {
  const replaced = new Set(servers.filter(({ action }) => action === 'replace').map(({ id }) => id))
  const stated = (wanted.portals ?? []).filter(({ id }) => isSelected(options, { resource: 'portal', id }))
  const others = state.portals.filter((portal) => !findById(stated, portal.id) && !deleted.portals.includes(portal))
  return [
    ...stated.map((portal) => {
      const seen = findById(state.portals, portal.id)
      return seen ? toPortalUpdate(portal, seen, replaced) : toPortalCreate(portal)
    }),
    ...others.map((portal) => toPortalUpdate({}, portal, replaced)),
  ].flatMap((step) => step ?? [])
}

/** Overrides that are to be sent and name what a server does not offer, as far as that is known. */
function findToolProblems({ wanted, state }: Task, steps: readonly Step[], syncs: readonly SyncStep[]): Problem[] {
  const known = (id: string) => {
    const server = findById(state.servers, id)
    return server && isKnown(server) && !findById(syncs, id) ? server : undefined
  }
  return steps.flatMap(({ resource, id, changes }) => {
    const isSent = (list: string) => changes.some((change) => toTopField(change) === list)
    if (resource === 'portal') {
      const attachments = isSent('servers') ? (findById(wanted.portals, id)?.servers ?? []) : []
      return attachments.flatMap((attachment) => {
        const server = known(attachment.server_id)
        return server ? findUnoffered({ resource, id }, `servers[${server.id}].`, attachment, server) : []
      })
    }
    const server = known(id)
    const stated = findById(wanted.servers, id)
    return server && stated
      ? findUnoffered({ resource, id }, '', pickSome(stated, changes.map(toTopField)), server)
      : []
  })
}

/** Portals that are to have a server which is not there. */
function findServerProblems(
  { state, deleted }: Task,
  servers: readonly Step[],
  portals: readonly PortalStep[],
): Problem[] {
  const existing = new Set([...state.servers, ...servers].map(({ id }) => id))
  const gone = new Set(deleted.servers.map(({ id }) => id))
  return findMissing(findAttached(state.portals, portals, deleted.portals), existing, gone)
}

function findById<Item extends { id: string }>(items: readonly Item[] | undefined, id: string): Item | undefined {
  return items?.find((item) => item.id === id)
}

/** A copy that shares nothing with the input, and is what `JSON.stringify` and `JSON.parse` make of it. */
function toJson(plan: Plan): Plan {
  return JSON.parse(JSON.stringify(plan))
}
