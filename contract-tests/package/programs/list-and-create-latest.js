import { createClient } from 'cloudflare-mcp-portals/latest'

async function listAndCreate() {
  const mcp = createClient()
  const hostname = 'https://docs.example.com/mcp'
  const server = await mcp.servers.create({ id: 'docs', name: 'Docs', hostname, auth_type: 'unauthenticated' })
  console.log(`created ${server.id}`)
  for await (const portal of mcp.portals.list()) console.log(`portal ${portal.hostname}`)
}

listAndCreate()
