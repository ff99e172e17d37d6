/**
 * The main job from start to end: register an MCP server, read its tools, publish it in a portal under other names, and
 * clean up. It takes account, token and base URL from the environment; `npm start` runs it against a mock.
 */
import { createClient } from 'cloudflare-mcp-portals'

const mcp = createClient({
  hooks: { response: ({ method, path, status }) => console.log(`  ${method} ${path}: ${status}`) },
})

function step(title: string): void {
  console.log(`\n${title}`)
}

function show(result: unknown): void {
  console.log(`  ${JSON.stringify(result)}`)
}

step('Register a server')
const server = await mcp.servers.create({
  id: 'docs',
  name: 'Docs',
  hostname: 'https://docs.example.com/mcp',
  auth_type: 'unauthenticated',
})
show({ id: server.id, status: server.status })

step('Sync it, to read its tools')
show(await mcp.servers.sync('docs'))
const { tools } = await mcp.servers.read('docs')
// The live API has null here for a server that waits for a login.
show((tools ?? []).map(({ name }) => name))

step('Create a portal with the server attached and one tool renamed')
const portal = await mcp.portals.create({
  id: 'engineering',
  name: 'Engineering',
  hostname: 'mcp.example.com',
  servers: [{ server_id: 'docs', updated_tools: [{ name: 'search', alias: 'find-docs' }] }],
})
show({ id: portal.id, hostname: portal.hostname, servers: portal.servers.map(({ id }) => id) })

step('Read it: the tool has its other name')
const { servers } = await mcp.portals.read('engineering')
show(servers[0]?.updated_tools?.map(({ name, portal_alias }) => ({ name, portal_alias })))

step('Update both')
show({ name: (await mcp.servers.update('docs', { name: 'Product docs' })).name })
show({ name: (await mcp.portals.update('engineering', { name: 'Platform engineering' })).name })

step('List both, page by page')
for await (const { id, name } of mcp.servers.list({ per_page: 100 })) show({ server: id, name })
for await (const { id, name } of mcp.portals.list({ search: 'eng' })) show({ portal: id, name })

step('Delete both')
show({ deleted: (await mcp.portals.delete('engineering')).id })
show({ deleted: (await mcp.servers.delete('docs')).id })
