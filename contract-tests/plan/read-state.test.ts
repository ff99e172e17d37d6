import { createClient, InvalidResponseError } from 'cloudflare-mcp-portals'
import { plan, readState } from 'cloudflare-mcp-portals/plan'
import { describe, expect, test } from 'vitest'
import { createAccount, setup } from './setup.ts'

const servers = Array.from({ length: 120 }, (_, at) => ({
  ...{ id: `s${at}`, name: `Server ${at}`, hostname: `https://s${at}.example.com/mcp` },
  auth_type: 'unauthenticated' as const,
}))
const portals = [
  { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com', servers: [{ server_id: 's1' }] },
]

describe('readState', () => {
  test('reads both lists whole, in pages as large as the API allows, and nothing twice', async () => {
    const { mcp, mock } = createAccount({ servers, portals })
    const state = await readState(mcp)
    expect(state.servers).toHaveLength(120)
    expect(mock.requests.map(({ operation }) => operation).sort()).toEqual([
      'listPortals',
      'listServers',
      'listServers',
    ])
    expect(plan({ servers, portals }, state).steps).toEqual([])
  })

  test('reads by itself what a list leaves out, and nothing else', async () => {
    const { mock } = createAccount({ servers: servers.slice(0, 3), portals })
    const brief = createClient({
      ...{ accountId: 'any', apiToken: 'any' },
      fetch: async (url, init) => {
        const response = await mock.fetch(url, init)
        const { result, ...rest } = await response.json()
        const short = Array.isArray(result) ? result.map(({ servers: _, ...each }) => each) : result
        return Response.json({ ...rest, result: short }, { status: response.status })
      },
    })
    expect((await readState(brief)).portals[0]?.servers).toMatchObject([{ id: 's1' }])
    expect(mock.requests.filter(({ operation }) => operation?.startsWith('read'))).toMatchObject([
      { operation: 'readPortal' },
    ])
  })

  test('throws where a list is not whole', async () => {
    const { mock } = createAccount({ servers, portals })
    const cut = createClient({
      ...{ accountId: 'any', apiToken: 'any' },
      fetch: async (url, init) => {
        const response = await mock.fetch(url, init)
        const body = await response.json()
        return Response.json({ ...body, result: body.result.slice(0, 50) })
      },
    })
    await expect(readState(cut)).rejects.toBeInstanceOf(InvalidResponseError)
  })

  test('rejects with the reason of its signal', async () => {
    const { mcp } = setup()
    const reason = new Error('enough')
    await expect(readState(mcp, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })
})
