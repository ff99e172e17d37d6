import { createClient, type McpServer, NotFoundError } from 'cloudflare-mcp-portals'
import { contractFetch } from 'cloudflare-mcp-portals/contract'
import { createMock } from 'cloudflare-mcp-portals/mock'

const account = { accountId: '023e105f4ecef8ad9ca31a8372d0c353', apiToken: 'any', baseUrl: 'http://localhost' }

declare function test(name: string, run: () => Promise<void>): void
declare function expect(value: unknown): { toBe(other: unknown): void; toBeInstanceOf(type: unknown): void }

test('a TypeScript program in CommonJS creates and reads', async () => {
  const mcp = createClient({ ...account, fetch: contractFetch(createMock().fetch) })
  const hostname = 'https://docs.example.com/mcp'
  const created: McpServer = await mcp.servers.create({ id: 'docs', name: 'Docs', hostname, auth_type: 'oauth' })
  expect(created.id).toBe('docs')
  expect(await mcp.servers.read('nothing').catch((error: unknown) => error)).toBeInstanceOf(NotFoundError)
})
