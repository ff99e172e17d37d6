import { CleanUp } from './clean-up.ts'
import type { Cycle } from './cycle.ts'
import type { VerifyOptions } from './options.ts'
import { portalCases } from './portal-cases.ts'
import { freshId, orNothing } from './read-only.ts'
import type { Case, Run } from './run.ts'
import { serverCases } from './server-cases.ts'
import type { Collection } from './walk.ts'

/** What can be verified with changes: two servers and a portal from their creation to their end. */
export function lifeCycle(run: Run, { serverUrl, portalHostname }: VerifyOptions): Case[] {
  const prefix = freshId()
  const server = (letter: string) => ({
    id: `${prefix}-${letter}`,
    name: `Contract ${letter}`,
    hostname: serverUrl ?? `https://${prefix}.example.com/${letter}/mcp`,
    description: 'Made by a contract test',
  })
  const cycle: Cycle = {
    run,
    cleanUp: new CleanUp(run),
    prefix,
    open: { ...server('a'), auth_type: 'unauthenticated' },
    closed: { ...server('b'), auth_type: 'bearer', auth_credentials: crypto.randomUUID() },
    portalId: prefix,
    portalHostname: portalHostname ?? `${prefix}.example.com`,
    isBegun: false,
  }
  const cases = [...serverCases(cycle), ...portalCases(cycle), ...lastCases(cycle)]
  const needing = cases.map((each, index) => (index === 0 ? each : { ...each, run: () => whenBegun(cycle, each) }))
  return [...needing, { name: 'is left as it was found', always: true, run: () => cycle.cleanUp.finish() }]
}

async function whenBegun({ run, isBegun }: Cycle, each: Case): Promise<void> {
  if (isBegun) await each.run()
  else run.fail('not run, for no server was created')
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
