import type { McpPortal, McpPortalUpdate, PortalServerAttachment } from '../../client/index.ts'
import { because, say } from '../run/messages.ts'
import type { Case } from '../run/run.ts'
import { expectMet, expectSame, findDifferences, findLost, getField } from './compare.ts'
import { type Cycle, expectListed, readPortal, refused } from './cycle.ts'

const kind = 'portal'

/** The life of a portal, between those of the servers behind it. */
export function portalCases(cycle: Cycle): Case[] {
  const { run, portalId, has, cleanUp } = cycle
  const lacks = () => (has.portal ? undefined : because('no-portal', {}))
  const duplicate = () => cleanUp.creating('portals', portalId, () => run.mcp.portals.create(createBody(cycle)))
  return [
    {
      name: 'creates a portal with a server behind it',
      lacks: () => (has.server ? undefined : because('no-server', {})),
      run: () => createPortal(cycle),
    },
    {
      name: 'refuses a second portal of the same id',
      needsState: true,
      lacks,
      run: () => run.expectRefusal(refused, duplicate),
    },
    { name: 'lists the portal that was created', lacks, run: () => expectListed(cycle, 'portals', [portalId]) },
    { name: 'changes a portal, and nothing else of it', lacks, run: () => changePortal(cycle) },
    { name: 'replaces the servers of a portal with those of an update', lacks, run: () => replaceServers(cycle) },
  ]
}

function createBody({ prefix, portalId: id, portalHostname: hostname }: Cycle) {
  return { id, name: prefix, hostname, description: 'Made by a contract test' }
}

/** The first server as it is attached, with an override of a tool if it offers one. */
function firstAttachment({ open, tool }: Cycle): PortalServerAttachment {
  const overrides = tool === undefined ? {} : { updated_tools: [{ name: tool, alias: 'find-docs' }] }
  return { server_id: open.id, default_disabled: true, ...overrides }
}

async function createPortal(cycle: Cycle): Promise<void> {
  const { run, portalId: id, cleanUp, has } = cycle
  const body = createBody(cycle)
  const servers = [firstAttachment(cycle)]
  const created = await cleanUp.creating('portals', id, () => run.mcp.portals.create({ ...body, servers }))
  expectMet(run, { kind, id }, body, [created, 'in the response'])
  expectServers(cycle, created, servers)
  const found = await readPortal(cycle)
  has.portal = found !== undefined
  if (!found) return
  expectServers(cycle, found, servers)
  expectSame(run, { kind, id }, [created, 'when created'], [found, 'when read'])
}

async function changePortal(cycle: Cycle): Promise<void> {
  const { run, portalId: id, prefix } = cycle
  const before = await readPortal(cycle)
  const updated = await update(cycle, { name: `${prefix}, renamed` })
  if (!before) return
  for (const field of findDifferences(before, updated)) {
    if (field === 'name' || field.startsWith('modified')) continue
    const values = { expected: getField(before, field), received: getField(updated, field) }
    run.expect(false, () => say('changed-too', { kind, id, change: 'name', field, ...values }))
  }
  for (const field of findLost(before, updated)) {
    run.expect(false, () => say('removed-too', { kind, id, change: 'name', field, expected: getField(before, field) }))
  }
}

async function replaceServers(cycle: Cycle): Promise<void> {
  const { closed, has } = cycle
  const first = firstAttachment(cycle)
  const second = has.closed ? [{ server_id: closed.id }] : []
  for (const servers of [second, [], [first, ...second]]) {
    expectServers(cycle, await update(cycle, { servers }), servers)
  }
}

/** Updates the portal, and resolves to what it is read as afterwards. */
async function update(cycle: Cycle, { servers, ...body }: McpPortalUpdate): Promise<McpPortal> {
  const { run, portalId: id } = cycle
  const updated = await run.call(() => run.mcp.portals.update(id, servers ? { ...body, servers } : body))
  expectMet(run, { kind, id }, body, [updated, 'in the response'])
  const found = (await readPortal(cycle)) ?? updated
  expectMet(run, { kind, id }, body, [found, 'when read'])
  expectSame(run, { kind, id }, [updated, 'when updated'], [found, 'when read'])
  return found
}

function expectServers({ run, portalId: id }: Cycle, { servers }: McpPortal, attached: PortalServerAttachment[]): void {
  const received = servers.map((server) => server.id).toSorted()
  const expected = attached.map(({ server_id }) => server_id).toSorted()
  run.expect(received.join() === expected.join(), () => say('other-servers', { id, received, expected }))
  for (const attachment of attached) {
    const server = servers.find((it) => it.id === attachment.server_id)
    if (server) expectAttached({ run, portalId: id }, server, attachment)
  }
}

/** What a response does not repeat it does not contradict. */
function expectAttached(
  { run, portalId: id }: Pick<Cycle, 'run' | 'portalId'>,
  server: McpPortal['servers'][number],
  { server_id, default_disabled: expected, updated_tools = [] }: PortalServerAttachment,
): void {
  const received = server.default_disabled
  const where = { where: 'in the request', elsewhere: `in portal ${id}` }
  if (expected !== undefined && received !== undefined) {
    const message = () =>
      say('differs', { kind: 'server', id: server_id, field: 'default_disabled', expected, received, ...where })
    run.expect(expected === received, message)
  }
  const overrides = server.updated_tools
  if (!overrides) return
  for (const { name: tool, alias } of updated_tools) {
    const shown = overrides.find(({ name }) => name === tool)?.portal_alias
    run.expect(shown === alias, () => say('lost-override', { id, tool, expected: alias, received: shown }))
  }
}
