import { createClient, syncUntilReady } from 'cloudflare-mcp-portals'
import { createClient as createLatestClient } from 'cloudflare-mcp-portals/latest'
import { createMock } from 'cloudflare-mcp-portals/mock'
import { apply, plan, readState } from 'cloudflare-mcp-portals/plan'
import { expect, test } from 'vitest'

const server = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' as const }
const options = () => ({ fetch: createMock().fetch, accountId: 'any', apiToken: 'any' })

// Compiled, each is the proof that no cast is needed.
test('a client with the types of the reference can be planned with, and waited for', async () => {
  const mcp = createClient(options())
  await apply(mcp, plan({ servers: [server] }, await readState(mcp)))
  expect(await syncUntilReady(mcp, 'docs')).toMatchObject({ id: 'docs', status: 'ready' })
})

test('a client with the types of the latest edition can be planned with, and waited for', async () => {
  const mcp = createLatestClient(options())
  await apply(mcp, plan({ servers: [server] }, await readState(mcp)))
  const { authentication_status } = await syncUntilReady(mcp, 'docs')
  expect(authentication_status).toBe('connected')
})
