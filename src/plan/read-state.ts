import { listQuery } from '../../generated/operations.ts'
import { checkObject } from '../client/options.ts'
import type { PlanClient, PortalState, ReadOptions, ServerState, State } from './types.ts'

const [, maxPerPage] = listQuery.per_page ?? []
const query = maxPerPage === undefined ? {} : { per_page: maxPerPage }

/**
 * Reads what an account has: both lists, whole, or it throws. What a list leaves out of a resource is read by itself.
 *
 * @throws {McpPortalsError} when a call fails or a list is not whole.
 * @throws {TypeError} when an option is wrong.
 * @example
 * ```ts
 * import { readState } from 'cloudflare-mcp-portals/plan'
 *
 * const { servers, portals } = await readState(mcp)
 * ```
 */
export async function readState(mcp: PlanClient, options: ReadOptions = {}): Promise<State> {
  checkObject('options', options)
  const [servers, portals] = await Promise.all([collectServers(mcp, options), collectPortals(mcp, options)])
  return { servers, portals }
}

function collectServers(mcp: PlanClient, { signal, concurrency = 6 }: ReadOptions): Promise<ServerState[]> {
  const options = { signal, concurrency }
  const isWhole = (server: ServerState) => server.tools !== undefined && server.hostname !== undefined
  return collect(mcp.servers.list(query, options), isWhole, ({ id }) => mcp.servers.read(id, { signal }), concurrency)
}

/** All portals of an account. */
export function collectPortals(mcp: PlanClient, { signal, concurrency = 6 }: ReadOptions): Promise<PortalState[]> {
  const options = { signal, concurrency }
  const isWhole = ({ servers }: PortalState) => servers !== undefined
  return collect(mcp.portals.list(query, options), isWhole, ({ id }) => mcp.portals.read(id, { signal }), concurrency)
}

/** All items of a list, each as the list has it or, where that is not whole, as it is read by itself. */
async function collect<Item>(
  list: AsyncIterable<Item>,
  isWhole: (item: Item) => boolean,
  read: (item: Item) => Promise<Item>,
  concurrency: number,
): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of list) items.push(item)
  const missing = [...items.keys()].filter((at) => items.slice(at, at + 1).some((item) => !isWhole(item)))
  const readNext = async () => {
    for (let at = missing.shift(); at !== undefined; at = missing.shift()) {
      for (const item of items.slice(at, at + 1)) items[at] = await read(item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, missing.length) }, readNext))
  return items
}
