import type { McpServer, McpServerCreate } from '../index.ts'
import { CleanUp } from './clean-up.ts'
import { differing, unmet } from './compare.ts'
import type { VerifyOptions } from './index.ts'
import { portalCases } from './portal-cases.ts'
import { freshId, orNothing } from './read-only.ts'
import type { Case, Run } from './run.ts'
import { type Collection, walk } from './walk.ts'

/** The statuses with which a body may be refused. */
const refused = [400, 409, 422]

/** What the cases of a life cycle are about. */
export interface Cycle {
  run: Run
  cleanUp: CleanUp
  /** Ids, all beginning with the same: that of a server, of one with credentials, and of the portal. */
  prefix: string
  open: McpServerCreate
  closed: McpServerCreate
  portalId: string
  portalHostname: string
  /** Whether the server was created: without it the other cases have nothing to say. */
  isBegun: boolean
}

/** What can be verified with changes: two servers and a portal from their creation to their end. */
export function lifeCycle(run: Run, { serverUrl, portalHostname }: VerifyOptions): Case[] {
  const prefix = freshId()
  const hostname = serverUrl ?? `https://${prefix}.example.com/mcp`
  const secret = crypto.randomUUID()
  const open = { id: `${prefix}-a`, name: 'Contract A', hostname, description: 'Made by a contract test' }
  const closed = { ...open, id: `${prefix}-b`, name: 'Contract B', auth_credentials: secret }
  const cycle: Cycle = {
    run,
    cleanUp: new CleanUp(run),
    prefix,
    open: { ...open, auth_type: 'unauthenticated' },
    closed: { ...closed, auth_type: 'bearer' },
    portalId: prefix,
    portalHostname: portalHostname ?? `${prefix}.example.com`,
    isBegun: false,
  }
  const cases = [...serverCases(cycle), ...portalCases(cycle), ...lastCases(cycle)]
  const needing = cases.map((each, index) => (index === 0 ? each : { ...each, run: () => whenBegun(cycle, each) }))
  return [...needing, { name: 'has nothing left of all that', always: true, run: () => cycle.cleanUp.finish() }]
}

async function whenBegun({ run, isBegun }: Cycle, each: Case): Promise<void> {
  if (isBegun) await each.run()
  else run.fail('not run, for no server was created')
}

function serverCases(cycle: Cycle): Case[] {
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

/** A search finds all of these and nothing else, on pages of one too. */
export async function expectListed({ run, prefix }: Cycle, collection: Collection, ids: string[]): Promise<void> {
  for (const per_page of [100, 1]) {
    const { items, problems } = await walk(run, collection, { per_page, search: prefix })
    for (const problem of problems) run.expect(false, problem)
    const found = items.map(({ id }) => id)
    for (const id of ids)
      run.expect(
        found.includes(id),
        `a search does not find '${id}' among the ${collection}, with per_page ${per_page}`,
      )
    for (const id of found)
      run.expect(ids.includes(id), `a search for '${prefix}' among the ${collection} finds '${id}'`)
  }
}

async function changeServer(cycle: Cycle): Promise<void> {
  const { run, open } = cycle
  const before = await readServer(cycle, open.id)
  const change = { name: 'Contract A, renamed', updated_tools: [{ name: 'search', alias: 'find', enabled: false }] }
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

/** The end of both servers and of the portal. */
function lastCases({ run, open, portalId }: Cycle): Case[] {
  const gone = (collection: Collection, id: string) =>
    run.expectRefusal(`reading one of the ${collection} that was deleted`, [404], () => run.mcp[collection].read(id))
  return [
    {
      name: 'deletes a server, which leaves its portals',
      run: async () => {
        const deleted = await run.call(() => run.mcp.servers.delete(open.id))
        run.expect(deleted.id === open.id, 'a deletion answers with another server')
        await gone('servers', open.id)
        const portal = await orNothing(run.call(() => run.mcp.portals.read(portalId, { signal: run.signal })))
        const isBehind = portal?.servers.some(({ id }) => id === open.id) ?? false
        run.expect(!isBehind, 'a server that was deleted is still behind a portal')
        await run.expectRefusal('deleting a server twice', [404], () => run.mcp.servers.delete(open.id))
      },
    },
    {
      name: 'deletes a portal',
      run: async () => {
        const deleted = await run.call(() => run.mcp.portals.delete(portalId))
        run.expect(deleted.id === portalId, 'a deletion answers with another portal')
        await gone('portals', portalId)
        await run.expectRefusal('deleting a portal twice', [404], () => run.mcp.portals.delete(portalId))
      },
    },
  ]
}
