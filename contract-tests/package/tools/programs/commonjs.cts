import { createClient, NotFoundError } from 'cloudflare-mcp-portals'
import { contractFetch } from 'cloudflare-mcp-portals/contract'
import { createMock } from 'cloudflare-mcp-portals/mock'

import spec = require('cloudflare-mcp-portals/openapi.json')

async function main(): Promise<void> {
  const fetch = contractFetch(createMock().fetch)
  const mcp = createClient({ accountId: 'any', apiToken: 'any', baseUrl: 'http://localhost', fetch })
  await mcp.servers.read('nothing').catch((error: unknown) => console.log(error instanceof NotFoundError, spec.openapi))
}

main()
