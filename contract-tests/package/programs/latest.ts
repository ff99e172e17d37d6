// The latest edition: the same client, typed as the API is today. Needs no global of a runtime either.
import {
  ApiError,
  createClient,
  createHttpClient,
  type List,
  type McpPortal,
  type McpPortalCodeMode,
  type McpPortalListEnvelope,
  type McpServer,
  type McpServerUpdate,
  type ToolCallSeries,
} from 'cloudflare-mcp-portals/latest'
import { apply, type DesiredState, plan, readState } from 'cloudflare-mcp-portals/plan'

const mcp = createClient({ accountId: 'account', apiToken: 'token' })

export const list: List<McpPortalListEnvelope, McpPortal> = mcp.portals.list()
export const mode: McpPortalCodeMode | undefined = (await mcp.portals.update('docs', { code_mode: 'enforced' }))
  .code_mode
export const serverIds: string[] = []
for await (const { servers } of list) for (const { server_id } of servers) serverIds.push(server_id)

const server: McpServer = await mcp.servers.read('docs')
export const tools: number | undefined = server.tools?.length
export const status: 'not_required' | 'required' | 'connected' | 'stale' | 'manual' | undefined =
  server.authentication_status
const cleared: McpServerUpdate = { description: null, updated_tools: null, auth_type: 'oauth', client_secret: 'text' }
await mcp.servers.update('docs', cleared)

const http = createHttpClient({ apiToken: 'token' })
const { data } = await http.GET(
  '/accounts/{account_id}/access/ai-controls/mcp/analytics/servers/{server_id}/tool-calls/timeseries',
  { params: { path: { account_id: 'account', server_id: 'docs' }, query: { granularity: 'daily', days: 30 } } },
)
export const series: ToolCallSeries | undefined = data?.result
export const isApiError = (reason: unknown): boolean => reason instanceof ApiError

const desired: DesiredState = { portals: [{ id: 'docs', name: 'Docs', hostname: 'mcp.example.com', code_mode: 'off' }] }
export const done: number = (await apply(mcp, plan(desired, await readState(mcp)))).done.length

// @ts-expect-error a server that waits for its first authorization has no tools yet
export const count: number = server.tools.length
// @ts-expect-error no such mode
mcp.portals.update('docs', { code_mode: 'on' })
// @ts-expect-error the name of a portal cannot be cleared
mcp.portals.update('docs', { name: null })
