import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createClient } from '../../../src/client/index.ts'
import { createMock } from '../../../src/mock/index.ts'

const serverIds = Array.from({ length: 1000 }, (_, index) => `server-${index}`)
const portalIds = Array.from({ length: 200 }, (_, index) => `portal-${index}`)

function createLoaded() {
  const mock = createMock({
    servers: serverIds.map((id) => ({ id, name: id, hostname: `https://${id}.example.com/mcp`, auth_type: 'oauth' })),
    portals: portalIds.map((id, index) => ({
      id,
      name: id,
      hostname: `${id}.example.com`,
      servers: [0, 1, 2].map((offset) => ({ server_id: `server-${(index * 5 + offset) % 1000}` })),
    })),
  })
  const mcp = createClient({ fetch: mock.fetch, accountId: 'account', apiToken: 'any', maxRetries: 0 })
  return { mock, mcp }
}

/** Calls it for each number, so many at once. */
async function each(count: number, atOnce: number, call: (number: number) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) await call(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

test('10,000 requests, 50 at once, on 1,000 servers and 200 portals: no wrong response, and memory stays flat', async () => {
  const { mock, mcp } = createLoaded()
  const request = async (number: number) => {
    const server = serverIds[(number * 7) % 1000] ?? ''
    const portal = portalIds[(number * 7) % 200] ?? ''
    switch (number % 5) {
      case 0:
        return expect((await mcp.servers.read(server)).id).toBe(server)
      case 1:
        return expect((await mcp.portals.read(portal)).servers).toHaveLength(3)
      case 2:
        return expect((await mcp.servers.update(server, { name: `${number}` })).name).toBe(`${number}`)
      case 3:
        return expect((await mcp.servers.list({ page: 1 + (number % 10), per_page: 100 })).result).toHaveLength(100)
      default:
        return expect((await mcp.servers.sync(server)).status).toBe('ready')
    }
  }
  await each(10_000, 50, request)
  const first = heap()
  await each(3000, 50, request)
  expect(heap() - first).toBeLessThan(2_000_000)
  expect(mock.requests).toHaveLength(1000)
  const listed = []
  for await (const { id } of mcp.servers.list({ per_page: 100 })) listed.push(id)
  expect(listed).toEqual(serverIds)
}, 240_000)

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

function heap(): number {
  collectGarbage()
  return process.memoryUsage().heapUsed
}
