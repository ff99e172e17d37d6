import type {
  McpServer,
  McpServerCreate,
  McpServerListEnvelope,
  McpServerSync,
  McpServerUpdate,
} from '../../generated/schema.ts'
import type { Caller, ListQuery } from './caller.ts'
import type { List } from './list.ts'
import type { CallOptions, ListOptions } from './options.ts'

/** What a list of servers can be narrowed to. */
export type ServerListQuery = ListQuery<'listServers'>

/**
 * MCP servers. Every method throws a `TypeError` for a wrong id or option, before anything is sent, and an
 * `McpPortalsError` when the call fails.
 */
export interface Servers {
  /**
   * Lists servers: awaited one page with `result` and `result_info`, iterated every server from that page on.
   *
   * @param query `page` counts from 1; `per_page` is 1 to 100, 20 without it; `search` looks in ids and names.
   * @throws {BadRequestError} when the API refuses the query.
   * @example
   * ```ts
   * for await (const server of mcp.servers.list()) console.log(server.id, server.status)
   * ```
   */
  list(query?: ServerListQuery, options?: ListOptions): List<McpServerListEnvelope, McpServer>
  /**
   * Registers a server. It is not retried after a failure: the error's `outcome` is `unknown` where it may exist.
   *
   * @throws {BadRequestError} when the API refuses the body.
   * @example
   * ```ts
   * const server = await mcp.servers.create({
   *   id: 'docs',
   *   name: 'Docs',
   *   hostname: 'https://docs.example.com/mcp',
   *   auth_type: 'unauthenticated',
   * })
   * ```
   */
  create(body: McpServerCreate, options?: CallOptions): Promise<McpServer>
  /**
   * Reads a server with the tools and prompts of its last sync.
   *
   * @throws {NotFoundError} when the account has no server of this id.
   * @example
   * ```ts
   * const { tools, status } = await mcp.servers.read('docs')
   * ```
   */
  read(id: string, options?: CallOptions): Promise<McpServer>
  /**
   * Changes a server; its URL and kind of authentication can only be given when it is created. A list of overrides,
   * when given, is the whole list that it is to have.
   *
   * @throws {NotFoundError} when the account has no server of this id.
   * @throws {BadRequestError} when the API refuses the body.
   * @example
   * ```ts
   * await mcp.servers.update('docs', { updated_tools: [{ name: 'purge_index', enabled: false }] })
   * ```
   */
  update(id: string, body: McpServerUpdate, options?: CallOptions): Promise<McpServer>
  /**
   * Removes a server and resolves to what it was.
   *
   * @throws {NotFoundError} when the account has no server of this id.
   * @example
   * ```ts
   * await mcp.servers.delete('docs')
   * ```
   */
  delete(id: string, options?: CallOptions): Promise<McpServer>
  /**
   * Reads tools and prompts from the server. That it cannot be reached is in the result, not an error.
   *
   * @throws {NotFoundError} when the account has no server of this id.
   * @example
   * ```ts
   * const { status, error } = await mcp.servers.sync('docs')
   * if (error) console.warn(`docs is ${status}: ${error}`)
   * ```
   */
  sync(id: string, options?: CallOptions): Promise<McpServerSync>
}

export function createServers({ call, list }: Caller): Servers {
  return {
    list: (query, options) => list('listServers', query, options),
    create: (body, options) => call('createServer', { body }, options),
    read: (id, options) => call('readServer', { id }, options),
    update: (id, body, options) => call('updateServer', { id, body }, options),
    delete: (id, options) => call('deleteServer', { id }, options),
    sync: (id, options) => call('syncServer', { id }, options),
  }
}
