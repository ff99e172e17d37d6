// Nothing is annotated here: its declarations have to name every type themselves.
import { createClient, createHttpClient } from 'cloudflare-mcp-portals'
import { contractFetch } from 'cloudflare-mcp-portals/contract'
import { createClient as createLatest } from 'cloudflare-mcp-portals/latest'
import { createMock } from 'cloudflare-mcp-portals/mock'
import { plan, readState } from 'cloudflare-mcp-portals/plan'

export const mcp = createClient()
export const latest = createLatest()
export const http = createHttpClient({ apiToken: 'any' })
export const mock = createMock()
export const checked = contractFetch()
export const list = () => mcp.servers.list()

export const read = (id: string) =>
  http.GET('/accounts/{account_id}/access/ai-controls/mcp/portals/{id}', { params: { path: { account_id: 'a', id } } })
export const middleware = { onRequest: http.use }
export const state = () => readState(latest)
export const planOf = async () => plan({ servers: [] }, await state())
export default { mcp, http }
