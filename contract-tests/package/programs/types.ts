// Needs no global of a runtime: it is compiled with and without them.
import {
  ApiError,
  type CallOptions,
  createClient,
  createHttpClient,
  type Fetch,
  type HttpClient,
  type List,
  type McpPortal,
  type McpPortalListEnvelope,
  type McpServer,
  type McpServerCreate,
  type ServerListResponse,
} from 'cloudflare-mcp-portals'
import { contractFetch } from 'cloudflare-mcp-portals/contract'
import { plan, readState } from 'cloudflare-mcp-portals/plan'

declare const send: Fetch
declare const undecided: string | undefined

const checked: Fetch = contractFetch(send)
const mcp = createClient({ accountId: undecided, apiToken: async () => 'token', fetch: checked, timeout: 1000 })
const options: CallOptions = { signal: undefined, maxRetries: 0, headers: { 'x-test': 'yes' } }
const create: McpServerCreate = {
  id: 'docs',
  name: 'Docs',
  hostname: 'https://docs.example.com/mcp',
  auth_type: 'oauth',
}

export const server: McpServer = await mcp.servers.create(create, options)
export const list: List<McpPortalListEnvelope, McpPortal> = mcp.portals.list({ search: 'eng', page: undefined })
export const hostnames: string[] = []
for await (const { hostname } of list) hostnames.push(hostname)
export const servers: ServerListResponse[] = (await mcp.servers.list({ search: undefined, per_page: 50 })).result

const http: HttpClient = createHttpClient({ apiToken: null, querySerializer: () => '', hooks: {} })
const { data, error, response } = await http.GET('/accounts/{account_id}/access/ai-controls/mcp/servers', {
  params: { path: { account_id: '023e105f4ecef8ad9ca31a8372d0c353' } },
})
export const status: number = response.status
export const total: number | undefined = data?.result_info?.total_count
export const codes: (number | undefined)[] | undefined = error?.errors.map(({ code }) => code)

export function rayIdOf(reason: unknown): string | undefined {
  return reason instanceof ApiError ? reason.rayId : undefined
}

export const steps: number = plan({ servers: [create] }, await readState(mcp)).steps.length

// @ts-expect-error an id is text
mcp.servers.read(1)
// @ts-expect-error a server has a kind of authentication
mcp.servers.create({ id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp' })
// @ts-expect-error only the latest edition has it
mcp.portals.update('docs', { code_mode: 'enforced' })
// @ts-expect-error what is left out is left out, not undefined
mcp.servers.update('docs', { name: undefined })
