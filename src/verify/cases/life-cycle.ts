import type { VerifyOptions } from '../options.ts'
import { because, say } from '../run/messages.ts'
import type { Case, Run } from '../run/run.ts'
import { CleanUp } from './clean-up.ts'
import { type Collection, toKind } from './compare.ts'
import type { Cycle } from './cycle.ts'
import { portalCases } from './portals.ts'
import { createId, orUndefined } from './read-only.ts'
import { serverCases } from './servers.ts'

/** What can be verified with changes: two servers and a portal from their creation to their end. */
export function lifeCycle(run: Run, options: VerifyOptions): Case[] {
  const prefix = createId()
  const server = (letter: string) => ({
    id: `${prefix}-${letter}`,
    name: `${prefix} ${letter}`,
    hostname: options.serverUrl ?? `https://${prefix}.example.com/${letter}/mcp`,
    description: 'Made by a contract test',
  })
  const cycle: Cycle = {
    run,
    cleanUp: new CleanUp(run, prefix, options),
    prefix,
    open: { ...server('a'), auth_type: 'unauthenticated' },
    closed: { ...server('b'), auth_type: 'bearer', auth_credentials: crypto.randomUUID() },
    portalId: prefix,
    portalHostname: options.portalHostname ?? `${prefix}.example.com`,
    has: { server: false, closed: false, portal: false },
    tool: undefined,
  }
  return [
    ...serverCases(cycle),
    ...portalCases(cycle),
    ...lastCases(cycle),
    { name: 'leaves nothing behind', always: true, run: () => cycle.cleanUp.finish() },
  ]
}

/** The end of both servers and of the portal. */
function lastCases(cycle: Cycle): Case[] {
  const { open, portalId, has } = cycle
  return [
    {
      name: 'deletes a server, and takes it out of its portals',
      lacks: () => (has.server ? undefined : because('no-server', {})),
      run: async () => {
        await expectDeleted(cycle, 'servers', open.id)
        if (has.portal) await expectDetached(cycle)
      },
    },
    {
      name: 'deletes a portal',
      lacks: () => (has.portal ? undefined : because('no-portal', {})),
      run: () => expectDeleted(cycle, 'portals', portalId),
    },
  ]
}

/** The response names what was deleted, which can then be neither read nor deleted. */
async function expectDeleted({ run }: Cycle, collection: Collection, id: string): Promise<void> {
  const remove = () => run.mcp[collection].delete(id)
  const { id: received } = await run.call<{ id: string }>(remove)
  const places = { where: 'in the request', elsewhere: 'in the response' }
  const other = () => say('differs', { kind: toKind(collection), id, field: 'id', expected: id, received, ...places })
  run.expect(received === id, other)
  await run.expectRefusal([404], () => run.mcp[collection].read(id))
  await run.expectRefusal([404], remove)
}

async function expectDetached({ run, open, portalId }: Cycle): Promise<void> {
  const portal = await orUndefined(run.call(() => run.mcp.portals.read(portalId, { signal: run.signal })))
  const isAttached = portal?.servers.some(({ id }) => id === open.id) ?? false
  run.expect(!isAttached, () => say('still-attached', { id: portalId, server: open.id }))
}
