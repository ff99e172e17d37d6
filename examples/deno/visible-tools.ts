/**
 * Prints what people see behind each portal: the tools that are switched on, under their names there. It takes account and
 * token from the environment, and needs no other permission than to read these and to reach the API:
 *
 *     CLOUDFLARE_ACCOUNT_ID=… CLOUDFLARE_API_TOKEN=… deno task tools
 */
import { createClient, type McpPortalServer } from 'cloudflare-mcp-portals'

function visibleTools({ tools, updated_tools, default_disabled }: McpPortalServer): string[] {
  // The live API has null for the tools of a server that waits for a login, and for overrides that nobody gave.
  return (tools ?? []).flatMap(({ name }) => {
    const override = updated_tools?.find((candidate) => candidate.name === name)
    const isVisible = override?.enabled ?? !default_disabled
    return isVisible ? [override?.portal_alias ?? override?.server_alias ?? String(name)] : []
  })
}

const mcp = createClient()

for await (const portal of mcp.portals.list({ per_page: 100 })) {
  console.log(`${portal.name} (https://${portal.hostname})`)
  for (const server of portal.servers) console.log(`  ${server.name}: ${visibleTools(server).join(', ') || 'nothing'}`)
}
