import ky, { type KyInstance } from 'ky'
import { type Connection, type Envelope, everyPage, type NewPortal, type Portal, pageSize } from './work.ts'

export function connect({ baseUrl, accountId, token, fetch }: Connection): KyInstance {
  const prefix = `${baseUrl}/accounts/${accountId}/access/ai-controls/mcp`
  return ky.create({ prefix, fetch, headers: { Authorization: `Bearer ${token}` } })
}

export async function read(call: KyInstance, id: string) {
  return (await call.get(`portals/${encodeURIComponent(id)}`).json<Envelope<Portal>>()).result
}

export function list(call: KyInstance) {
  return everyPage((page) =>
    call.get('portals', { searchParams: { page, per_page: pageSize } }).json<Envelope<Portal[]>>(),
  )
}

export async function create(call: KyInstance, portal: NewPortal) {
  return (await call.post('portals', { json: portal }).json<Envelope<Portal>>()).result
}
