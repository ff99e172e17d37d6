import { equal, rejectionOf } from './assert.ts'
import { accountId, type Case, type Stage, token } from './world.ts'

const url = 'https://docs.example.com/mcp'

function mocked({ lib, createMock }: Stage, options: Parameters<typeof createMock>[0] = {}) {
  const mock = createMock({ upstream: { [url]: { tools: [{ name: 'search' }] } }, ...options })
  const mcp = lib.createClient({ accountId, apiToken: token, baseUrl: 'https://mock.example.com', fetch: mock.fetch })
  return { mock, mcp }
}

/** The mock with a memory, in the same process or page, without a port. */
export const mockCases: Case[] = [
  {
    name: 'the mock remembers a whole life cycle',
    run: async (stage) => {
      const { mock, mcp } = mocked(stage)
      await mcp.servers.create({ id: 'docs', name: 'Docs', hostname: url, auth_type: 'unauthenticated' })
      equal((await mcp.servers.sync('docs')).status, 'ready', 'the status after a sync')
      equal((await mcp.servers.read('docs')).tools, [{ name: 'search' }], 'the tools of the server')
      const servers = [{ server_id: 'docs' }]
      await mcp.portals.create({ id: 'team', name: 'Team', hostname: 'mcp.example.com', servers })
      for (const [list, name] of [
        [mcp.servers.list({ per_page: 1 }), 'Docs'],
        [mcp.portals.list({ per_page: 1 }), 'Team'],
      ] as const) {
        const names: string[] = []
        for await (const { name } of list) names.push(name)
        equal(names, [name], 'what is listed')
      }
      const updated_tools = [{ name: 'search', alias: 'find-docs' }]
      await mcp.portals.update('team', { name: 'The team', servers: [{ server_id: 'docs', updated_tools }] })
      equal((await mcp.portals.read('team')).name, 'The team', 'the name of the portal')
      const [attached] = (await mcp.portals.read('team')).servers
      equal(attached?.updated_tools, [{ name: 'search', portal_alias: 'find-docs' }], 'the renamed tool')
      await mcp.servers.delete('docs')
      equal((await mcp.portals.read('team')).servers, [], 'the servers of the portal, once the server is deleted')
      await mcp.portals.delete('team')
      await rejectionOf(stage.lib.NotFoundError, mcp.portals.read('team'))
      equal(mock.state()[accountId], { servers: [], portals: [] }, 'what is left')
    },
  },
  {
    name: 'the mock goes wrong as it is told to',
    run: async (stage) => {
      const { mock, mcp } = mocked(stage)
      mock.fault({ operation: 'listServers', status: 503 })
      equal((await mcp.servers.list()).result, [], 'the list after a retry')
      mock.fault({ operation: 'createServer', drop: 'after' })
      const body = { id: 'docs', name: 'Docs', hostname: url, auth_type: 'unauthenticated' } as const
      const { outcome } = await rejectionOf(stage.lib.ConnectionError, mcp.servers.create(body))
      equal([outcome, (await mcp.servers.read('docs')).id], ['unknown', 'docs'], 'what became of the create')
    },
  },
]
