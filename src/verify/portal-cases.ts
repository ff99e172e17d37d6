import type { McpPortal, McpPortalUpdate, PortalServerAttachment } from '../client/index.ts'
import { differing, unmet } from './compare.ts'
import { type Cycle, expectListed, refused } from './cycle.ts'
import { orNothing } from './read-only.ts'
import type { Case } from './run.ts'

/** The life of a portal, between those of the servers behind it. */
export function portalCases(cycle: Cycle): Case[] {
  const { run, open, closed, portalId, portalHostname: hostname, cleanUp } = cycle
  const body = { id: portalId, name: 'Contract', hostname, description: 'Made by a contract test' }
  const first = { server_id: open.id, default_disabled: true, updated_tools: [{ name: 'search', alias: 'find-docs' }] }
  return [
    {
      name: 'creates a portal with a server behind it',
      run: async () => {
        const create = () => run.mcp.portals.create({ ...body, servers: [first] })
        const created = await cleanUp.creating('portals', portalId, create)
        for (const name of unmet(body, created))
          run.expect(false, `a portal is created with another '${name}' than was asked for`)
        expectServers(cycle, created, [first])
        const read = await readPortal(cycle)
        if (!read) return
        expectServers(cycle, read, [first])
        for (const name of differing(created, read))
          run.expect(false, `a portal is created with another '${name}' than it is read with`)
      },
    },
    {
      name: 'refuses a second portal of the same id',
      needsState: true,
      run: () =>
        run.expectRefusal('creating a second portal of the same id', refused, () => run.mcp.portals.create(body)),
    },
    { name: 'lists the portal', run: () => expectListed(cycle, 'portals', [portalId]) },
    {
      name: 'changes a portal, and only what it was told to',
      run: async () => {
        const before = await readPortal(cycle)
        const updated = await update(cycle, { name: 'Contract, renamed' })
        if (!before) return
        for (const name of differing(before, updated)) {
          run.expect(name === 'name' || name.startsWith('modified'), `an update of a portal changes its '${name}' too`)
        }
        const lost = Object.keys(before).filter((name) => !(name in updated))
        for (const name of lost) run.expect(false, `an update of a portal takes away its '${name}'`)
      },
    },
    {
      name: 'takes the servers of an update for the whole list',
      run: async () => {
        for (const servers of [[{ server_id: closed.id }], [], [first, { server_id: closed.id }]]) {
          expectServers(cycle, await update(cycle, { servers }), servers)
        }
      },
    },
  ]
}

/** Updates the portal, and tells how it is read afterwards. */
async function update(cycle: Cycle, { servers, ...body }: McpPortalUpdate): Promise<McpPortal> {
  const { run, portalId } = cycle
  const updated = await run.call(() => run.mcp.portals.update(portalId, servers ? { ...body, servers } : body))
  const read = (await readPortal(cycle)) ?? updated
  for (const name of unmet(body, updated))
    run.expect(false, `a portal is updated with another '${name}' than was asked for`)
  for (const name of unmet(body, read)) run.expect(false, `a portal that was updated is read with another '${name}'`)
  for (const name of differing(updated, read))
    run.expect(false, `a portal is updated with another '${name}' than it is read with`)
  return read
}

async function readPortal({ run, portalId }: Cycle): Promise<McpPortal | undefined> {
  const read = await orNothing(run.call(() => run.mcp.portals.read(portalId, { signal: run.signal })))
  run.expect(read !== undefined, 'a portal that was created is not found')
  return read
}

function expectServers({ run }: Cycle, { servers }: McpPortal, attached: PortalServerAttachment[]): void {
  const ids = (list: string[]) => list.toSorted().join(', ') || 'none'
  const found = ids(servers.map(({ id }) => id))
  const asked = ids(attached.map(({ server_id }) => server_id))
  run.expect(found === asked, `a portal has other servers than was asked for: ${found}, not ${asked}`)
  for (const { server_id, default_disabled, updated_tools = [] } of attached) {
    const server = servers.find(({ id }) => id === server_id)
    if (!server || default_disabled === undefined) continue
    run.expect(server.default_disabled === default_disabled, 'a portal does not keep default_disabled of its servers')
    const aliases = server.updated_tools?.map(({ name, portal_alias }) => `${name} ${portal_alias}`) ?? []
    for (const { name, alias } of updated_tools) {
      run.expect(aliases.includes(`${name} ${alias}`), `a portal does not keep the alias of a tool`)
    }
  }
}
