import { type $Fetch, ofetch } from 'ofetch'
import { type Connection, type Envelope, everyPage, type NewPortal, type Portal, pageSize } from './work.ts'

export function connect({ baseUrl, accountId, token, fetch }: Connection): $Fetch {
  const baseURL = `${baseUrl}/accounts/${accountId}/access/ai-controls/mcp/portals`
  return ofetch.create({ baseURL, headers: { Authorization: `Bearer ${token}` } }, { fetch })
}

export async function read(call: $Fetch, id: string) {
  return (await call<Envelope<Portal>>(`/${encodeURIComponent(id)}`)).result
}

export function list(call: $Fetch) {
  return everyPage((page) => call<Envelope<Portal[]>>('', { query: { page, per_page: pageSize } }))
}

export async function create(call: $Fetch, portal: NewPortal) {
  return (await call<Envelope<Portal>>('', { method: 'POST', body: portal })).result
}
