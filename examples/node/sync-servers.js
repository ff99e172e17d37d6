/**
 * For a scheduled job: syncs every MCP server and ends with exit code 1 when one is not ready. It takes account and token
 * from the environment:
 *
 *     npm install cloudflare-mcp-portals
 *     CLOUDFLARE_ACCOUNT_ID=… CLOUDFLARE_API_TOKEN=… node sync-servers.js
 */
import process from 'node:process'
import { createClient } from 'cloudflare-mcp-portals'

const mcp = createClient()

for await (const { id, name } of mcp.servers.list({ per_page: 100 })) {
  const { status, error } = await mcp.servers.sync(id)
  console.log(`${name}: ${status}${error ? `, ${error}` : ''}`)
  if (status !== 'ready') process.exitCode = 1
}
