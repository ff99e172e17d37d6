import { createClient, type McpPortals } from 'cloudflare-mcp-portals'
import { type Connection, type NewPortal, pageSize } from './work.ts'

export function connect({ baseUrl, accountId, token, fetch }: Connection): McpPortals {
  return createClient({ baseUrl, accountId, apiToken: token, fetch })
}

export function read(mcp: McpPortals, id: string) {
  return mcp.portals.read(id)
}

export function list(mcp: McpPortals) {
  return mcp.portals.list({ per_page: pageSize })
}

export function create(mcp: McpPortals, portal: NewPortal) {
  return mcp.portals.create(portal)
}
