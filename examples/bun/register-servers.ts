/**
 * Registers the MCP servers of servers.json that the account does not have yet, and syncs them. It takes account and token
 * from the environment:
 *
 *     bun add cloudflare-mcp-portals
 *     CLOUDFLARE_ACCOUNT_ID=… CLOUDFLARE_API_TOKEN=… bun register-servers.ts
 */
import { createClient, type McpServerCreate } from 'cloudflare-mcp-portals'
import servers from './servers.json' with { type: 'json' }

const mcp = createClient()

const known = new Set<string>()
for await (const { id } of mcp.servers.list({ per_page: 100 })) known.add(id)

for (const server of servers as McpServerCreate[]) {
  if (known.has(server.id)) {
    console.log(`${server.id}: already registered`)
    continue
  }
  await mcp.servers.create(server)
  const { status, error } = await mcp.servers.sync(server.id)
  console.log(`${server.id}: registered, ${status}${error ? `, ${error}` : ''}`)
}
