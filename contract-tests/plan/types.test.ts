import { createClient, syncUntilReady } from 'cloudflare-mcp-portals'
import { createClient as createLatestClient } from 'cloudflare-mcp-portals/latest'
import { createMock } from 'cloudflare-mcp-portals/mock'
import { apply, plan, readState } from 'cloudflare-mcp-portals/plan'
import { expect, test } from 'vitest'

test.each([
  ['the reference', createClient],
  ['the latest edition', createLatestClient],
])('a client with the types of %s can be planned with, without a cast', async (_, create) => {
  const mcp = create({ fetch: createMock().fetch, accountId: 'any', apiToken: 'any' })
  const server = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' as const }
  await apply(mcp, plan({ servers: [server] }, await readState(mcp)))
  expect(await syncUntilReady(mcp, 'docs')).toMatchObject({ id: 'docs', status: 'ready' })
})
