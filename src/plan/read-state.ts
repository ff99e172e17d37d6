import { listQuery } from '../../generated/operations.ts'
import type { PlanClient, ReadOptions, State } from './types.ts'

const [, maxPerPage] = listQuery.per_page ?? []

/**
 * Reads what an account has: both lists, whole, or it throws.
 *
 * @throws {McpPortalsError} when a call fails or a list is not whole.
 * @example
 * ```ts
 * import { readState } from 'cloudflare-mcp-portals/plan'
 *
 * const { servers, portals } = await readState(mcp)
 * ```
 */
export async function readState(mcp: PlanClient, { signal, concurrency = 6 }: ReadOptions = {}): Promise<State> {
  const query = maxPerPage === undefined ? {} : { per_page: maxPerPage }
  const options = { signal, concurrency }
  const [servers, portals] = await Promise.all([
    collect(mcp.servers.list(query, options)),
    collect(mcp.portals.list(query, options)),
  ])
  return { servers, portals }
}

async function collect<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of list) items.push(item)
  return items
}
