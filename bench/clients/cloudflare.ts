import Cloudflare from 'cloudflare'
import { type Connection, type NewPortal, pageSize } from './work.ts'

interface Connected {
  client: Cloudflare
  account_id: string
}

export function connect({ baseUrl, accountId, token, fetch }: Connection): Connected {
  return { client: new Cloudflare({ apiToken: token, baseURL: baseUrl, fetch }), account_id: accountId }
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
