import type { CallOptions, McpPortals } from '../../src/client/index.ts'
import type { OperationId } from './description.ts'

/** What a call is made with; each operation takes what it needs of it. */
export interface Arguments {
  id: string
  query: object
  body: unknown
}

type Call = (mcp: McpPortals, given: Arguments, options?: CallOptions) => Promise<unknown>

/** Each operation of the description as a call of the client, past the types of its arguments. */
export const calls: Record<OperationId, Call> = {
  listPortals: (mcp, { query }, options) => mcp.portals.list(query, options),
  createPortal: (mcp, { body }, options) => mcp.portals.create(body as never, options),
  readPortal: (mcp, { id }, options) => mcp.portals.read(id, options),
  updatePortal: (mcp, { id, body }, options) => mcp.portals.update(id, body as never, options),
  deletePortal: (mcp, { id }, options) => mcp.portals.delete(id, options),
  listServers: (mcp, { query }, options) => mcp.servers.list(query, options),
  createServer: (mcp, { body }, options) => mcp.servers.create(body as never, options),
  readServer: (mcp, { id }, options) => mcp.servers.read(id, options),
  updateServer: (mcp, { id, body }, options) => mcp.servers.update(id, body as never, options),
  deleteServer: (mcp, { id }, options) => mcp.servers.delete(id, options),
  syncServer: (mcp, { id }, options) => mcp.servers.sync(id, options),
}
