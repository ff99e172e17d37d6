import { type Connection, type Envelope, everyPage, type NewPortal, type Portal, pageSize } from './work.ts'

type Call = <Result>(path: string, init?: RequestInit) => Promise<Envelope<Result>>

export function connect({ baseUrl, accountId, token, fetch }: Connection): Call {
  const portals = `${baseUrl}/accounts/${accountId}/access/ai-controls/mcp/portals`
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  return async (path, init) => {
    const response = await fetch(`${portals}${path}`, { headers, ...init })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    return response.json()
  }
}

export async function read(call: Call, id: string) {
  return (await call<Portal>(`/${encodeURIComponent(id)}`)).result
}

export function list(call: Call) {
  return everyPage((page) => call<Portal[]>(`?page=${page}&per_page=${pageSize}`))
}

export async function create(call: Call, portal: NewPortal) {
  return (await call<Portal>('', { method: 'POST', body: JSON.stringify(portal) })).result
}
