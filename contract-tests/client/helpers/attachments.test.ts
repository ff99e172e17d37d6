import { createClient, toAttachments } from 'cloudflare-mcp-portals'
import { createClient as createLatestClient } from 'cloudflare-mcp-portals/latest'
import { createMock } from 'cloudflare-mcp-portals/mock'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const account = { accountId: 'any', apiToken: 'any' }
const servers = ['docs', 'crm', 'wiki'].map((id) => ({
  ...{ id, name: id, hostname: `https://${id}.example.com/mcp`, auth_type: 'oauth' as const },
  // Its own name for a tool is beside the portal's in a response.
  updated_tools: [{ name: 'search', alias: 'look-up', description: 'Looks up' }],
}))
const portal = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }

const overrides = fc.uniqueArray(
  fc.record(
    { name: fc.constantFrom('search', 'fetch'), alias: fc.string(), description: fc.string(), enabled: fc.boolean() },
    { requiredKeys: ['name'] },
  ),
  { selector: ({ name }) => name },
)
const attachments = fc.subarray(servers.map(({ id }) => id)).chain((ids) =>
  fc.tuple(
    ...ids.map((server_id) =>
      fc.record(
        {
          server_id: fc.constant(server_id),
          default_disabled: fc.boolean(),
          on_behalf: fc.boolean(),
          updated_tools: overrides,
          updated_prompts: overrides,
        },
        { requiredKeys: ['server_id'] },
      ),
    ),
  ),
)

test.each([
  ['the reference', 'reference' as const, 'absent' as const],
  ['the latest edition', 'latest' as const, 'absent' as const],
  ['the latest edition with null for no list', 'latest' as const, 'null' as const],
])('an update with the attachments of a portal, read in %s, changes nothing', async (_, edition, unset) => {
  await fc.assert(
    fc.asyncProperty(attachments, async (attached) => {
      const portals = [{ ...portal, servers: attached }]
      const mock = createMock({ servers, portals, edition, unset, guesses: { unofferedTool: 'accepted' } })
      const mcp = createClient({ ...account, fetch: mock.fetch })
      const { servers: read } = await mcp.portals.read('engineering')
      const before = mock.state().any?.portals ?? []
      await mcp.portals.update('engineering', { servers: toAttachments({ servers: read }) })
      expect(mock.requests.at(-1)?.status).toBe(200)
      expect(withoutTime(mock.state().any?.portals ?? [])).toEqual(withoutTime(before))
      expect(before).toHaveLength(1)
    }),
  )
})

test('one server more keeps the aliases of the others', async () => {
  const updated_tools = [{ name: 'search', alias: 'find' }]
  const mock = createMock({ servers, portals: [{ ...portal, servers: [{ server_id: 'docs', updated_tools }] }] })
  const mcp = createLatestClient({ ...account, fetch: mock.fetch })
  const read = await mcp.portals.read('engineering')
  const { servers: attached } = await mcp.portals.update('engineering', {
    servers: [...toAttachments(read), { server_id: 'crm' }],
  })
  expect(attached.map(({ id }) => id)).toEqual(['docs', 'crm'])
  expect(attached[0]?.updated_tools).toMatchObject([{ name: 'search', portal_alias: 'find' }])
})

test('nothing that no request knows is sent', () => {
  const read = {
    ...{ id: 'docs', name: 'Docs', status: 'ready', tools: [], on_behalf: true },
    updated_tools: [{ name: 'search', portal_alias: 'find', server_alias: 'look-up', server_description: 'Looks up' }],
    updated_prompts: null,
  }
  expect(toAttachments({ servers: [read] })).toEqual([
    { server_id: 'docs', on_behalf: true, updated_tools: [{ name: 'search', alias: 'find' }] },
  ])
})

test.each([undefined, null, {}, { servers: null }, { servers: 'docs' }])(
  '%j is no portal with its servers',
  (portal) => {
    expect(() => toAttachments(portal as never)).toThrow(new TypeError('portal: expected one with its servers'))
  },
)

const withoutTime = (portals: { modified_at?: string }[]) => portals.map(({ modified_at: _, ...rest }) => rest)
