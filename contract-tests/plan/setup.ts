import { type ClientOptions, createClient } from 'cloudflare-mcp-portals'
import { type AccountState, createMock, type Mock, type MockOptions } from 'cloudflare-mcp-portals/mock'
import { apply, type DesiredState, type PlanOptions, plan, type Resource, readState } from 'cloudflare-mcp-portals/plan'
import { expect } from 'vitest'

/** A mock, and a client of it that does not retry. */
export function setup(options: MockOptions = {}, clientOptions: ClientOptions = {}) {
  const mock = createMock({ unset: 'null', ...options })
  const mcp = createClient({ fetch: mock.fetch, accountId: 'any', apiToken: 'any', maxRetries: 0, ...clientOptions })
  return {
    mock,
    mcp,
    /** What was sent that may have changed something, as in `updatePortal engineering`. */
    writes: () =>
      mock.requests
        .filter(({ method }) => method !== 'GET')
        .map(({ operation, path, body }) => `${operation} ${path.split('/')[7] ?? Object(body).id}`),
    planFor: async (desired: DesiredState, planOptions?: PlanOptions) =>
      plan(desired, await readState(mcp), planOptions),
    applyTo: async (desired: DesiredState, planOptions?: PlanOptions) =>
      apply(mcp, plan(desired, await readState(mcp), planOptions), { interval: 1 }),
  }
}

/** What every server of the mock offers unless it is told otherwise. */
const tools = [{ name: 'search' }, { name: 'fetch' }]

/** A mock that holds an account. Its servers have been synced. */
export function createAccount({ servers = [], portals }: DesiredState, options: MockOptions = {}) {
  const synced = { status: 'ready', tools, last_successful_sync: '2026-11-25 10:00:00' }
  return setup({ servers: servers.map((server) => ({ ...server, ...synced })), portals, ...options })
}

/** Expects that what the mock holds is as it is stated; what is not set may be absent. */
export function expectToHave(state: AccountState | undefined, { servers = [], portals = [] }: DesiredState): void {
  for (const stated of servers)
    expectFields(
      state?.servers.find(({ id }) => id === stated.id),
      stated,
    )
  for (const { servers: attachments, ...stated } of portals) {
    const portal = state?.portals.find(({ id }) => id === stated.id)
    expectFields(portal, stated)
    if (!attachments) continue
    expect(portal?.servers.map((each) => each.server_id).sort()).toEqual(
      attachments.map((each) => each.server_id).sort(),
    )
    for (const each of attachments) {
      expectFields(
        portal?.servers.find(({ server_id }) => server_id === each.server_id),
        each,
      )
    }
  }
}

function expectFields(resource: object | undefined, stated: object): void {
  for (const [name, value] of Object.entries(stated)) {
    const received: unknown = Reflect.get(resource ?? {}, name)
    if (Array.isArray(value)) expect(toOverrides(received ?? [], value), name).toEqual(toOverrides(value, value))
    else if (value === false || value === '') expect(received ?? value, name).toBe(value)
    else expect(received, name).toEqual(value)
  }
}

/** Overrides in the order of their names. That one is enabled may be there without being stated. */
function toOverrides(overrides: object, stated: { name: string; enabled?: boolean }[]) {
  const list: { name: string; enabled?: boolean }[] = Array.isArray(overrides) ? overrides : []
  const isUnstated = ({ name }: { name: string }) => stated.some((each) => each.name === name && !('enabled' in each))
  return list
    .map((each) => (isUnstated(each) && each.enabled ? { ...each, enabled: undefined } : each))
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** The ids of what a mock holds. */
export function idsOf(mock: Mock) {
  return toIds(mock.state().any ?? {})
}

export function toIds({ servers = [], portals = [] }: { servers?: { id: string }[]; portals?: { id: string }[] }) {
  return { servers: servers.map(({ id }) => id).sort(), portals: portals.map(({ id }) => id).sort() }
}

/** A resource as the mock holds it. */
export function findIn(mock: Mock, { resource, id }: Resource) {
  return mock.state().any?.[`${resource}s`].find((each) => each.id === id)
}
