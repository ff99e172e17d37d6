/** Registers an MCP server, publishes it in a portal, and takes both down again. */
import { createClient } from './mcp-portals/client/index.js'
import * as mcp from './mcp-portals/sdk.gen.js'

const { CLOUDFLARE_BASE_URL: baseUrl = '', CLOUDFLARE_ACCOUNT_ID: account_id = '', CLOUDFLARE_API_TOKEN } = process.env
// Without throwOnError, an answer is { data } or { error }, each with the type that the description gives it.
const client = createClient({ baseUrl, auth: () => CLOUDFLARE_API_TOKEN })
const given = { client, throwOnError: true as const }
const docs = { account_id, id: 'docs' }
const engineering = { account_id, id: 'engineering' }

const created = await mcp.createServer({
  ...given,
  path: { account_id },
  body: { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'unauthenticated' },
})
console.log(`createServer: ${created.data.result.id} is ${created.data.result.status}`)

const synced = await mcp.syncServer({ ...given, path: docs })
console.log(`syncServer: ${synced.data.result.status}`)

const server = await mcp.readServer({ ...given, path: docs })
console.log(`readServer: docs offers ${namesOf(server.data.result.tools)}`)

// Until somebody has logged in, nobody knows its tools.
const waiting = await mcp.readServer({ ...given, path: { account_id, id: 'waiting' } })
console.log(`readServer: waiting offers ${namesOf(waiting.data.result.tools) || 'nothing'}`)

const future = await mcp.readServer({ ...given, path: { account_id, id: 'future' } })
const { name, auth_type } = future.data.result
if (!['oauth', 'bearer', 'unauthenticated'].includes(auth_type)) {
  console.log(`readServer: ${name} has an auth_type that this client does not know`)
}

const changed = await mcp.updateServer({
  ...given,
  path: docs,
  body: {
    updated_tools: [
      { name: 'search', alias: 'search-docs' },
      { name: 'purge_index', enabled: false },
    ],
  },
})
const shown = changed.data.result.updated_tools?.filter(({ enabled }) => enabled !== false) ?? []
console.log(`updateServer: docs shows ${shown.map(({ name, alias }) => alias ?? name).join(', ')}`)

// An empty list takes all overrides back.
await mcp.updateServer({ ...given, path: docs, body: { updated_tools: [] } })

const servers = await all((page) => mcp.listServers({ ...given, path: { account_id }, query: { page, per_page: 50 } }))
console.log(`listServers: ${servers.length} servers`)

const published = await mcp.createPortal({
  ...given,
  path: { account_id },
  body: {
    id: 'engineering',
    name: 'Engineering',
    hostname: 'mcp.example.com',
    servers: [{ server_id: 'docs', on_behalf: true }],
  },
})
console.log(`createPortal: ${published.data.result.id} at ${published.data.result.hostname}`)

// What is left out stays as it is: the portal keeps its servers.
const renamed = await mcp.updatePortal({ ...given, path: engineering, body: { name: 'Platform engineering' } })
console.log(`updatePortal: ${renamed.data.result.name}`)

const portal = await mcp.readPortal({ ...given, path: engineering })
console.log(`readPortal: engineering publishes ${portal.data.result.servers.map(({ id }) => id).join(', ')}`)

for (const id of ['unknown', 'busy']) {
  const { error, response } = await mcp.readPortal({ client, path: { account_id, id } })
  const wait = `try again in ${response?.headers.get('retry-after')} s`
  if (error) console.log(`readPortal: ${response?.status}, ${response?.status === 429 ? wait : error.errors[0]?.code}`)
}

const portals = await all((page) => mcp.listPortals({ ...given, path: { account_id }, query: { page, per_page: 50 } }))
console.log(`listPortals: ${portals.length} portals`)

console.log(`deletePortal: ${(await mcp.deletePortal({ ...given, path: engineering })).data.result.id}`)
console.log(`deleteServer: ${(await mcp.deleteServer({ ...given, path: docs })).data.result.id}`)

function namesOf(tools: { [field: string]: unknown }[] | null): string {
  return tools?.map(({ name }) => name).join(', ') ?? ''
}

/** Every item of every page. The last page is the empty one: the API does not say how many there are. */
async function all<Item>(read: (page: number) => Promise<{ data: { result: Item[] } }>): Promise<Item[]> {
  const items: Item[] = []
  for (let page = 1; ; page++) {
    const { result } = (await read(page)).data
    if (result.length === 0) return items
    items.push(...result)
  }
}
