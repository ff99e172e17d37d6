/** Registers an MCP server, publishes it in a portal, and takes both down again. */
import { createClient } from './mcp-portals/client/index.js'
import * as mcp from './mcp-portals/sdk.gen.js'
import type { ResultInfo } from './mcp-portals/types.gen.js'

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
console.log(`readServer: docs offers ${server.data.result.tools.map(({ name }) => name).join(', ')}`)

const renamed = await mcp.updateServer({
  ...given,
  path: docs,
  body: { updated_tools: [{ name: 'search', alias: 'search-docs' }] },
})
const shown = renamed.data.result.updated_tools?.map(({ name, alias }) => alias ?? name) ?? []
console.log(`updateServer: docs shows ${shown.join(', ')}`)

const servers = await all((page) => mcp.listServers({ ...given, path: { account_id }, query: { page, per_page: 50 } }))
console.log(`listServers: ${servers.map(({ id }) => id).join(', ')}`)

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

const portal = await mcp.readPortal({ ...given, path: engineering })
console.log(`readPortal: engineering publishes ${portal.data.result.servers.map(({ id }) => id).join(', ')}`)

// What is left out stays as it is: the portal keeps its servers.
const changed = await mcp.updatePortal({ ...given, path: engineering, body: { name: 'Platform engineering' } })
console.log(`updatePortal: ${changed.data.result.name}`)

const portals = await all((page) => mcp.listPortals({ ...given, path: { account_id }, query: { page, per_page: 50 } }))
console.log(`listPortals: ${portals.map(({ id }) => id).join(', ')}`)

// The mock answers with the status that this header names.
const unknown = await mcp.readPortal({
  client,
  path: { account_id, id: 'unknown' },
  headers: { Prefer: 'code=404' },
})
if (unknown.error && unknown.response?.status === 404) {
  const [problem] = unknown.error.errors
  console.log(`readPortal: 404, ${problem?.code} ${problem?.message}`)
}

console.log(`deletePortal: ${(await mcp.deletePortal({ ...given, path: engineering })).data.result.id}`)
console.log(`deleteServer: ${(await mcp.deleteServer({ ...given, path: docs })).data.result.id}`)

/** Every item of every page. */
async function all<Item>(
  read: (page: number) => Promise<{ data: { result: Item[]; result_info?: ResultInfo } }>,
): Promise<Item[]> {
  const items: Item[] = []
  for (let page = 1; ; page++) {
    const { result, result_info } = (await read(page)).data
    items.push(...result)
    if (page >= (result_info?.total_pages ?? 0)) return items
  }
}
