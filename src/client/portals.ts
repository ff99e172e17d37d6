import type {
  DeletedMcpPortal,
  McpPortal,
  McpPortalCreate,
  McpPortalListEnvelope,
  McpPortalUpdate,
} from '../../generated/schema.ts'
import type { Caller, ListQuery } from './caller.ts'
import type { List } from './list.ts'
import type { CallOptions, ListOptions } from './options.ts'

/** What a list of portals can be narrowed to. */
export type PortalListQuery = ListQuery<'listPortals'>

/**
 * MCP portals. Every method throws a `TypeError` for a wrong id or option, before anything is sent, and an
 * `McpPortalsError` when the call fails.
 */
export interface Portals {
  /**
   * Lists portals: awaited one page with `result` and `result_info`, iterated every portal from that page on.
   *
   * @param query `page` counts from 1; `per_page` is 1 to 100, 20 without it; `search` looks in ids, names and host names.
   * @throws {BadRequestError} when the API refuses the query.
   * @example
   * ```ts
   * for await (const portal of mcp.portals.list({ search: 'eng' })) console.log(portal.hostname)
   * const { result, result_info } = await mcp.portals.list({ page: 2, per_page: 50 })
   * ```
   */
  list(query?: PortalListQuery, options?: ListOptions): List<McpPortalListEnvelope, McpPortal>
  /**
   * Creates a portal. It is not retried after a failure: the error's `outcome` is `unknown` where it may exist.
   *
   * @throws {BadRequestError} when the API refuses the body.
   * @example
   * ```ts
   * const portal = await mcp.portals.create({
   *   id: 'engineering',
   *   name: 'Engineering',
   *   hostname: 'mcp.example.com',
   *   servers: [{ server_id: 'docs', updated_tools: [{ name: 'search', alias: 'find-docs' }] }],
   * })
   * ```
   */
  create(body: McpPortalCreate, options?: CallOptions): Promise<McpPortal>
  /**
   * Reads a portal with the servers behind it.
   *
   * @throws {NotFoundError} when the account has no portal of this id.
   * @example
   * ```ts
   * const { servers } = await mcp.portals.read('engineering')
   * ```
   */
  read(id: string, options?: CallOptions): Promise<McpPortal>
  /**
   * Changes a portal. `servers`, when given, is the whole list that it is to have.
   *
   * @throws {NotFoundError} when the account has no portal of this id.
   * @throws {BadRequestError} when the API refuses the body.
   * @example
   * ```ts
   * await mcp.portals.update('engineering', { name: 'Platform engineering' })
   * ```
   */
  update(id: string, body: McpPortalUpdate, options?: CallOptions): Promise<McpPortal>
  /**
   * Deletes a portal and resolves to what it was, without its servers.
   *
   * @throws {NotFoundError} when the account has no portal of this id.
   * @example
   * ```ts
   * await mcp.portals.delete('engineering')
   * ```
   */
  delete(id: string, options?: CallOptions): Promise<DeletedMcpPortal>
}

export function createPortals({ call, list }: Caller): Portals {
  return {
    list: (query, options) => list('listPortals', query, options),
    create: (body, options) => call('createPortal', { body }, options),
    read: (id, options) => call('readPortal', { id }, options),
    update: (id, body, options) => call('updatePortal', { id, body }, options),
    delete: (id, options) => call('deletePortal', { id }, options),
  }
}
