import { checkObject } from '../client/options.ts'
import type { DesiredState, PlanOptions, Resource, State } from './types.ts'

const flags = ['prune', 'replace', 'resend'] as const

/** Refuses what is no state of an account. */
export function checkState(state: State): void {
  if (Array.isArray(state?.servers) && Array.isArray(state?.portals)) return
  throw new TypeError('state: expected what readState resolves to, with servers and portals')
}

/** Refuses options that mean nothing for what is desired and what was read. Throws a `TypeError` that names the option. */
export function checkPlanOptions(options: PlanOptions, desired: DesiredState, state: State): void {
  checkObject('options', options)
  for (const name of flags) {
    const value: unknown = options[name]
    if (value !== undefined && typeof value !== 'boolean') throw new TypeError(`${name}: expected true or false`)
  }
  const isThere = (list: 'servers' | 'portals', id: string) =>
    [...(desired[list] ?? []), ...state[list]].some((each) => each.id === id)
  const { sync = [], only } = options
  if (!Array.isArray(sync)) throw new TypeError('sync: expected a list of ids')
  for (const id of sync)
    if (!isThere('servers', id)) throw new TypeError(`sync: there is no server ${JSON.stringify(id)}`)
  if (only === undefined) return
  const [, list, id] = /^(servers|portals)(?:\/(.+))?$/s.exec(only) ?? []
  if (list !== 'servers' && list !== 'portals') {
    throw new TypeError('only: expected servers, portals, servers/ID or portals/ID')
  }
  if (id !== undefined && !isThere(list, id)) throw new TypeError(`only: there is no ${only}`)
}

/** Whether the option `only` lets a plan look at a resource. */
export function isSelected({ only }: PlanOptions, { resource, id }: Resource): boolean {
  return only === undefined || only === `${resource}s` || only === `${resource}s/${id}`
}
