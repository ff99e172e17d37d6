import type { McpPortal, McpServer, McpServerCreate } from '../../client/index.ts'
import { hints, say } from '../run/messages.ts'
import type { Run } from '../run/run.ts'
import type { CleanUp } from './clean-up.ts'
import { type Collection, type Item, toKind } from './compare.ts'
import { orUndefined, readOperation } from './read-only.ts'
import { walk } from './walk.ts'

/** The statuses with which a body may be refused: which of them a duplicate gets is not documented. */
export const refused = [400, 409, 422]

/** What the cases of a life cycle are about. */
export interface Cycle {
  run: Run
  cleanUp: CleanUp
  /** Ids and names begin with it: those of a server, of one with credentials, and of the portal. */
  prefix: string
  open: McpServerCreate
  closed: McpServerCreate
  portalId: string
  portalHostname: string
  /** What was created: without it some cases have nothing to say. */
  has: { server: boolean; closed: boolean; portal: boolean }
  /** A tool that the first server offers: the API refuses an override of any other. */
  tool: string | undefined
}

/** What was created has to be found. */
export async function readServer({ run }: Cycle, id: string): Promise<McpServer | undefined> {
  const found = await orUndefined(run.call(() => run.mcp.servers.read(id, { signal: run.signal })))
  expectFound(run, 'servers', id, found)
  return found
}

/** What was created has to be found. */
export async function readPortal({ run, portalId: id }: Cycle): Promise<McpPortal | undefined> {
  const found = await orUndefined(run.call(() => run.mcp.portals.read(id, { signal: run.signal })))
  expectFound(run, 'portals', id, found)
  return found
}

function expectFound(run: Run, collection: Collection, id: string, found: Item | undefined): void {
  if (found || run.isStateless) return
  run.report(
    'violation',
    say('created-but-not-found', { kind: toKind(collection), id, operation: readOperation[collection] }),
  )
  run.hints.add(hints.stateless)
}

/** A search finds all of these and nothing else, on pages of one too. */
export async function expectListed(
  { run, prefix: search }: Cycle,
  collection: Collection,
  ids: string[],
): Promise<void> {
  for (const size of [100, 1]) {
    const { items, problems } = await walk(run, collection, { per_page: size, search })
    for (const problem of problems) run.expect(false, () => problem)
    const found = items.map(({ id }) => id)
    for (const id of ids) run.expect(found.includes(id), () => say('search-misses', { search, collection, size, id }))
    for (const id of found) {
      run.expect(ids.includes(id), () => say('search-finds-others', { search, collection, size, id }))
    }
  }
}
