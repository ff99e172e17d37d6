import type { McpServer, McpServerCreate } from '../../client/index.ts'
import { because, say } from '../run/messages.ts'
import type { Case } from '../run/run.ts'
import { expectMet, expectSame, findDifferences, findLost, getField } from './compare.ts'
import { type Cycle, expectListed, readServer, refused } from './cycle.ts'

const kind = 'server'

/** The life of two servers, up to the portals that they are behind. */
export function serverCases(cycle: Cycle): Case[] {
  const { open, closed, prefix, has } = cycle
  const lacks = () => (has.server ? undefined : because('no-server', {}))
  return [
    { name: 'creates a server', run: () => createOpen(cycle) },
    {
      name: 'refuses a second server of the same id',
      needsState: true,
      lacks,
      run: () => expectRefusedCreate(cycle, open),
    },
    {
      name: 'refuses a server without a URL',
      needsState: true,
      lacks,
      run: () => {
        const { hostname: _, ...body } = { ...open, id: `${prefix}-c` }
        return expectRefusedCreate(cycle, body)
      },
    },
    { name: 'keeps the credentials of a server to itself', lacks, run: () => createClosed(cycle) },
    {
      name: 'lists the servers that were created, page by page',
      lacks,
      run: () => expectListed(cycle, 'servers', has.closed ? [open.id, closed.id] : [open.id]),
    },
    { name: 'changes a server, and nothing else of it', lacks, run: () => changeServer(cycle) },
    { name: 'syncs a server', lacks, run: () => syncServer(cycle) },
    { name: 'keeps the alias of a tool of a server', lacks, run: () => overrideTool(cycle) },
  ]
}

async function createOpen(cycle: Cycle): Promise<void> {
  const { open, has } = cycle
  const created = await create(cycle, open)
  const found = await readServer(cycle, open.id)
  has.server = found !== undefined
  if (found) expectSame(cycle.run, { kind, id: open.id }, [created, 'when created'], [found, 'when read'])
}

async function createClosed(cycle: Cycle): Promise<void> {
  const { run, closed, has } = cycle
  run.secrets.addCredentials(closed.auth_credentials ?? '')
  await create(cycle, closed)
  has.closed = (await readServer(cycle, closed.id)) !== undefined
}

async function create({ run, cleanUp }: Cycle, body: McpServerCreate): Promise<McpServer> {
  const created = await cleanUp.creating('servers', body.id, () => run.mcp.servers.create(body))
  const { auth_credentials: _, ...shown } = body
  expectMet(run, { kind, id: body.id }, shown, [created, 'in the response'])
  return created
}

function expectRefusedCreate({ run, cleanUp }: Cycle, body: Omit<McpServerCreate, 'hostname'>): Promise<void> {
  return run.expectRefusal(refused, () =>
    // A body that lacks something is what has to be refused.
    cleanUp.creating('servers', body.id, () => run.mcp.servers.create(body as McpServerCreate)),
  )
}

async function changeServer(cycle: Cycle): Promise<void> {
  const { run, open } = cycle
  const of = { kind, id: open.id } as const
  const before = await readServer(cycle, open.id)
  const change = { name: `${open.name}, renamed` }
  const updated = await run.call(() => run.mcp.servers.update(open.id, change))
  expectMet(run, of, change, [updated, 'in the response'])
  const after = await readServer(cycle, open.id)
  if (!before || !after) return
  expectMet(run, of, change, [after, 'when read'])
  for (const field of findDifferences(before, after)) {
    if (field in change || field.startsWith('modified')) continue
    const values = { expected: getField(before, field), received: getField(after, field) }
    run.expect(false, () => say('changed-too', { ...of, change: 'name', field, ...values }))
  }
  for (const field of findLost(before, after)) {
    run.expect(false, () => say('removed-too', { ...of, change: 'name', field, expected: getField(before, field) }))
  }
}

async function syncServer(cycle: Cycle): Promise<void> {
  const { run, open } = cycle
  const { status: expected } = await run.call(() => run.mcp.servers.sync(open.id))
  const found = await readServer(cycle, open.id)
  cycle.tool = findTool(found?.tools)
  const received = found?.status
  if (!expected || !received) return
  const places = { where: 'in the result of a sync', elsewhere: 'when read' }
  run.expect(expected === received, () =>
    say('differs', { kind, id: open.id, field: 'status', expected, received, ...places }),
  )
}

/** The name of the first tool that a server offers; a server that waits for a login may have null for its tools. */
function findTool(tools: readonly Record<string, unknown>[] | null | undefined): string | undefined {
  const name = tools?.[0]?.name
  return typeof name === 'string' ? name : undefined
}

/** The API refuses an override of a tool that the server does not offer. */
async function overrideTool(cycle: Cycle): Promise<void> {
  const { run, open, tool } = cycle
  if (tool === undefined) return run.skip(because('no-tools', {}))
  const of = { kind, id: open.id } as const
  const change = { updated_tools: [{ name: tool, alias: 'find', enabled: true }] }
  expectMet(run, of, change, [await run.call(() => run.mcp.servers.update(open.id, change)), 'in the response'])
  const found = await readServer(cycle, open.id)
  if (found) expectMet(run, of, change, [found, 'when read'])
}
