import type { McpServer, McpServerCreate } from '../client/index.ts'
import { differing, unmet } from './compare.ts'
import { type Cycle, expectListed, refused } from './cycle.ts'
import { orNothing } from './read-only.ts'
import type { Case } from './run.ts'

/** The life of two servers, up to the portals that they are behind. */
export function serverCases(cycle: Cycle): Case[] {
  const { run, open, closed, prefix } = cycle
  return [
    { name: 'creates a server', run: () => createFirst(cycle) },
    {
      name: 'refuses a second server of the same id',
      needsState: true,
      run: () => expectRefusedCreation(cycle, 'creating a second server of the same id', open),
    },
    {
      name: 'refuses a server without a URL',
      needsState: true,
      run: () => {
        const { hostname: _, ...body } = { ...open, id: `${prefix}-c` }
        return expectRefusedCreation(cycle, 'creating a server without a URL', body as McpServerCreate)
      },
    },
    {
      name: 'keeps the credentials of a server to itself',
      run: async () => {
        run.keepSecret(closed.auth_credentials!)
        await createServer(cycle, closed)
        await readServer(cycle, closed.id)
      },
    },
    { name: 'lists what was created, page by page', run: () => expectListed(cycle, 'servers', [open.id, closed.id]) },
    { name: 'changes a server, and only what it was told to', run: () => changeServer(cycle) },
    { name: 'syncs a server', run: () => syncServer(cycle) },
  ]
}

async function createFirst(cycle: Cycle): Promise<void> {
  const { run, open } = cycle
  const created = await createServer(cycle, open)
  cycle.isBegun = true
  const read = await readServer(cycle, open.id)
  for (const name of read ? differing(created, read) : [])
    run.expect(false, `a server is created with another '${name}' than it is read with`)
}

async function createServer({ run, cleanUp }: Cycle, body: McpServerCreate): Promise<McpServer> {
  const created = await cleanUp.creating('servers', body.id, () => run.mcp.servers.create(body))
  const { auth_credentials: _, ...shown } = body
  for (const name of unmet(shown, created))
    run.expect(false, `a server is created with another '${name}' than was asked for`)
  return created
}

async function readServer({ run }: Cycle, id: string): Promise<McpServer | undefined> {
  const read = await orNothing(run.call(() => run.mcp.servers.read(id, { signal: run.signal })))
  run.expect(read !== undefined, 'a server that was created is not found')
  return read
}

function expectRefusedCreation({ run, cleanUp }: Cycle, what: string, body: McpServerCreate): Promise<void> {
  return run.expectRefusal(what, refused, () =>
    cleanUp.creating('servers', body.id, () => run.mcp.servers.create(body)),
  )
}

async function changeServer(cycle: Cycle): Promise<void> {
  const { run, open } = cycle
  const before = await readServer(cycle, open.id)
  const change = { name: 'Contract a, renamed', updated_tools: [{ name: 'search', alias: 'find', enabled: false }] }
  const updated = await run.call(() => run.mcp.servers.update(open.id, change))
  const after = await readServer(cycle, open.id)
  if (!before || !after) return
  for (const name of unmet(change, updated))
    run.expect(false, `a server is updated with another '${name}' than was asked for`)
  for (const name of unmet(change, after)) run.expect(false, `a server that was updated is read with another '${name}'`)
  for (const name of differing(before, after)) {
    run.expect(name in change || name.startsWith('modified'), `an update of a server changes its '${name}' too`)
  }
  const lost = Object.keys(before).filter((name) => !(name in after))
  for (const name of lost) run.expect(false, `an update of a server takes away its '${name}'`)
}

async function syncServer(cycle: Cycle): Promise<void> {
  const { run, open } = cycle
  const { status } = await run.call(() => run.mcp.servers.sync(open.id))
  const read = await readServer(cycle, open.id)
  run.expect(
    !status || !read || read.status === status,
    `a sync says ${status}, but the server is read as ${read?.status}`,
  )
}
