import type { McpServerCreate } from '../client/index.ts'
import type { CleanUp } from './clean-up.ts'
import type { Run } from './run.ts'
import { type Collection, walk } from './walk.ts'

/** The statuses with which a body may be refused. */
export const refused = [400, 409, 422]

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
