import { BasePortals } from 'cloudflare/resources/zero-trust/access/ai-controls/mcp/portals'
import { createClient } from 'cloudflare/tree-shakable'
import { type Connection, type NewPortal, pageSize } from './work.ts'

type Connected = ReturnType<typeof connect>

export function connect({ baseUrl, accountId, token, fetch }: Connection) {
  const client = createClient({ apiToken: token, baseURL: baseUrl, fetch, resources: [BasePortals] })
  return { client, account_id: accountId }
}

export function read({ client, account_id }: Connected, id: string) {
  return client.zeroTrust.access.aiControls.mcp.portals.read(id, { account_id })
}

export function list({ client, account_id }: Connected) {
  return client.zeroTrust.access.aiControls.mcp.portals.list({ account_id, per_page: pageSize })
}

export function create({ client, account_id }: Connected, portal: NewPortal) {
  return client.zeroTrust.access.aiControls.mcp.portals.create({ account_id, ...portal })
}
