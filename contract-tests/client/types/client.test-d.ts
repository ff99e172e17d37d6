import { createClient as createLatestClient } from 'cloudflare-mcp-portals/latest'
import nodeFetch from 'node-fetch'
import type { fetch as undici } from 'undici-types'
import { describe, expectTypeOf, test } from 'vitest'
import type {
  CapabilityOverride,
  DeletedMcpPortal,
  List,
  McpPortal,
  McpPortalListEnvelope,
  McpPortalServer,
  McpPortals,
  McpServer,
  McpServerListEnvelope,
  McpServerSync,
  PortalCapabilityOverride,
  PortalDeleteResponse,
  PortalServerAttachment,
  ServerSyncResponse,
} from '../../../src/client/index.ts'
import { createClient, toAttachments } from '../../../src/client/index.ts'

declare const mcp: McpPortals
const server = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' } as const
const portal = { id: 'engineering', name: 'Engineering', hostname: 'mcp.example.com' }

describe('the types of results', () => {
  test('are those of the description', () => {
    expectTypeOf(mcp.portals.list()).toEqualTypeOf<List<McpPortalListEnvelope, McpPortal>>()
    expectTypeOf(mcp.portals.create(portal)).toEqualTypeOf<Promise<McpPortal>>()
    expectTypeOf(mcp.portals.read('x')).toEqualTypeOf<Promise<McpPortal>>()
    expectTypeOf(mcp.portals.update('x', {})).toEqualTypeOf<Promise<McpPortal>>()
    expectTypeOf(mcp.portals.delete('x')).toEqualTypeOf<Promise<DeletedMcpPortal>>()
    expectTypeOf(mcp.servers.list()).toEqualTypeOf<List<McpServerListEnvelope, McpServer>>()
    expectTypeOf(mcp.servers.create(server)).toEqualTypeOf<Promise<McpServer>>()
    expectTypeOf(mcp.servers.read('x')).toEqualTypeOf<Promise<McpServer>>()
    expectTypeOf(mcp.servers.update('x', {})).toEqualTypeOf<Promise<McpServer>>()
    expectTypeOf(mcp.servers.delete('x')).toEqualTypeOf<Promise<McpServer>>()
    expectTypeOf(mcp.servers.sync('x')).toEqualTypeOf<Promise<McpServerSync>>()
  })

  test('have the fields that the reference gives each of them', () => {
    expectTypeOf<McpPortal['servers']>().toEqualTypeOf<McpPortalServer[]>()
    expectTypeOf<DeletedMcpPortal>().not.toHaveProperty('servers')
    expectTypeOf<McpServer['auth_type']>().toEqualTypeOf<'oauth' | 'bearer' | 'unauthenticated'>()
    expectTypeOf<McpServer['status']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<McpServer['tools']>().toEqualTypeOf<{ [key: string]: unknown }[]>()
    expectTypeOf<McpServer>().not.toHaveProperty('on_behalf')
    expectTypeOf<NonNullable<McpServer['updated_tools']>[number]>().toEqualTypeOf<CapabilityOverride>()
    expectTypeOf<NonNullable<McpPortalServer['updated_tools']>[number]>().toEqualTypeOf<PortalCapabilityOverride>()
  })

  test("also go by the reference's names", () => {
    expectTypeOf<PortalDeleteResponse>().toEqualTypeOf<DeletedMcpPortal>()
    expectTypeOf<ServerSyncResponse>().toEqualTypeOf<McpServerSync>()
  })

  test('are items where a list is iterated, and a page where it is awaited', async () => {
    for await (const item of mcp.portals.list()) expectTypeOf(item).toEqualTypeOf<McpPortal>()
    expectTypeOf(await mcp.servers.list()).toEqualTypeOf<McpServerListEnvelope>()
  })
})

describe('what does not compile', () => {
  test('a field that no body has', () => {
    // @ts-expect-error colour is no field
    mcp.servers.create({ ...server, colour: 'red' })
    // @ts-expect-error a server cannot be moved to another URL
    mcp.servers.update('docs', { hostname: 'https://elsewhere.example.com/mcp' })
    // @ts-expect-error a request says alias, not portal_alias
    mcp.portals.update('x', { servers: [{ server_id: 'docs', updated_tools: [{ name: 'a', portal_alias: 'b' }] }] })
  })

  test('the servers of a portal as they were read, which would lose every alias', async () => {
    const read = await mcp.portals.read('x')
    // @ts-expect-error the overrides are those of a response
    mcp.portals.update('x', { servers: read.servers.map(({ id, ...rest }) => ({ server_id: id, ...rest })) })
    for (const { id, updated_tools, updated_prompts } of read.servers) {
      // @ts-expect-error a response says portal_alias, not alias
      const tools: PortalServerAttachment = { server_id: id, updated_tools }
      // @ts-expect-error a response says portal_alias, not alias
      const prompts: PortalServerAttachment = { server_id: id, updated_prompts }
      mcp.portals.create({ ...portal, servers: [tools, prompts] })
    }
    const latest = createLatestClient()
    const readLatest = await latest.portals.read('x')
    // @ts-expect-error the overrides are those of a response
    latest.portals.update('x', { servers: readLatest.servers })
    latest.portals.update('x', { servers: toAttachments(readLatest) })
    mcp.portals.update('x', { servers: toAttachments(read) })
  })

  test('a body without a required field', () => {
    // @ts-expect-error auth_type is missing
    mcp.servers.create({ id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp' })
    // @ts-expect-error server_id is missing
    mcp.portals.create({ ...portal, servers: [{ on_behalf: true }] })
    // @ts-expect-error the body is missing
    mcp.portals.update('x')
  })

  test('a value outside an enum, or of another type', () => {
    // @ts-expect-error there is no such kind of authentication
    mcp.servers.create({ ...server, auth_type: 'basic' })
    // @ts-expect-error a page is a number
    mcp.portals.list({ page: '2' })
    // @ts-expect-error an id is a string
    mcp.portals.read(7)
    // @ts-expect-error a list takes no cursor
    mcp.portals.list({ cursor: 'x' })
  })
})

declare const undiciFetch: typeof undici

test('the fetch option takes the fetch of undici and of node-fetch as they are', () => {
  createClient({ fetch: undiciFetch })
  createClient({ fetch: nodeFetch })
})
