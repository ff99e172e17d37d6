import { createClient } from 'cloudflare-mcp-portals'
import { createClient as createLatestClient } from 'cloudflare-mcp-portals/latest'
import { createMock } from 'cloudflare-mcp-portals/mock'
import { readState } from 'cloudflare-mcp-portals/plan'
import { expect, test } from 'vitest'

test.each([
  ['the reference', createClient],
  ['the latest edition', createLatestClient],
])('a client with the types of %s can be planned with, without a cast', async (_, create) => {
  const mcp = create({ fetch: createMock().fetch, accountId: 'any', apiToken: 'any' })
  expect(await readState(mcp)).toEqual({ servers: [], portals: [] })
})
