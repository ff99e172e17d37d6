import createClient, { type Client } from 'openapi-fetch'
import type { paths } from '../../generated/schema.ts'
import { type Connection, everyPage, type NewPortal, pageSize } from './work.ts'

interface Connected {
  http: Client<paths>
  account_id: string
}

export function connect({ baseUrl, accountId, token, fetch }: Connection): Connected {
  const http = createClient<paths>({ baseUrl, fetch, headers: { Authorization: `Bearer ${token}` } })
  return { http, account_id: accountId }
}

export async function read({ http, account_id }: Connected, id: string) {
  const { data, error } = await http.GET('/accounts/{account_id}/access/ai-controls/mcp/portals/{id}', {
    params: { path: { account_id, id } },
  })
  if (!data) throw new Error(JSON.stringify(error))
  return data.result
}

export function list({ http, account_id }: Connected) {
  return everyPage(async (page) => {
    const { data, error } = await http.GET('/accounts/{account_id}/access/ai-controls/mcp/portals', {
      params: { path: { account_id }, query: { page, per_page: pageSize } },
    })
    if (!data) throw new Error(JSON.stringify(error))
    return data
  })
}

export async function create({ http, account_id }: Connected, portal: NewPortal) {
  const { data, error } = await http.POST('/accounts/{account_id}/access/ai-controls/mcp/portals', {
    params: { path: { account_id } },
    body: portal,
  })
  if (!data) throw new Error(JSON.stringify(error))
  return data.result
}
