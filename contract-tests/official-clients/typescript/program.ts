/** The official TypeScript client on the mock: every call with every field that it knows, and both lists to their end. */
import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import Cloudflare from 'cloudflare'

const account_id = 'a86a8f5c339544d7bdc89926de14fb8c'
const updated_tools = [{ name: 'search', alias: 'find', description: 'Finds', enabled: true }]
const updated_prompts = [{ name: 'sum', alias: 'sum-up', description: 'Sums up', enabled: false }]
const client = new Cloudflare({
  apiToken: 'any',
  baseURL: process.env.CLOUDFLARE_BASE_URL,
  maxRetries: 0,
  timeout: 20_000,
})
const { portals, servers } = client.zeroTrust.access.aiControls.mcp

test('the life of a server and a portal', async () => {
  const server = {
    account_id,
    name: 'Docs',
    description: 'Documentation',
    auth_credentials: 'a-credential',
    client_secret: 'a-secret',
    is_shared_oauth_callback_enabled: true,
    secure_web_gateway: true,
    updated_tools,
    updated_prompts,
  }
  const hostname = 'https://docs.example.com/mcp'
  const created = await servers.create({ ...server, id: 'docs', hostname, auth_type: 'oauth' })
  deepEqual([created.id, created.auth_type, created.status], ['docs', 'oauth', 'waiting'])
  deepEqual(created.updated_tools, updated_tools)
  equal(created.auth_config_summary?.has_client_secret, true)
  ok(!/a-credential|a-secret/.test(JSON.stringify(created)))

  const updated = await servers.update('docs', { ...server, name: 'Product docs', description: null })
  deepEqual([updated.name, updated.description], ['Product docs', undefined])
  equal((await servers.sync('docs', { account_id })).status, 'ready')
  const read = await servers.read('docs', { account_id })
  deepEqual(
    read.tools.map(({ name }) => name),
    ['search', 'fetch'],
  )

  const attached = { server_id: 'docs', default_disabled: true, on_behalf: false, updated_tools, updated_prompts: [] }
  const portal = {
    account_id,
    name: 'Engineering',
    hostname: 'mcp.example.com',
    description: 'Tools',
    code_mode: 'enforced' as const,
    allow_code_mode: true,
    secure_web_gateway: true,
    servers: [attached],
  }
  const made = await portals.create({ ...portal, id: 'engineering' })
  deepEqual([made.code_mode, made.servers[0]?.server_id], ['enforced', 'docs'])
  equal(made.servers[0]?.updated_tools?.[0]?.portal_alias, 'find')
  deepEqual(made.servers[0]?.updated_prompts, [])
  await portals.update('engineering', { ...portal, name: 'Platform' })
  equal((await portals.read('engineering', { account_id })).name, 'Platform')
  equal((await portals.delete('engineering', { account_id })).id, 'engineering')
  equal((await servers.delete('docs', { account_id })).id, 'docs')
  await rejects(servers.read('docs', { account_id }), Cloudflare.NotFoundError)
  await rejects(
    portals.create({ account_id, id: 'Engineering', name: 'x', hostname: 'mcp.example.com' }),
    (error) => error instanceof Cloudflare.BadRequestError && error.errors[0]?.code === 7001,
  )
})

test('both lists come to an end', async () => {
  const ids = Array.from({ length: 45 }, (_, number) => `server-${number}`)
  for (const id of ids) {
    const hostname = 'https://docs.example.com/mcp'
    await servers.create({ account_id, id, name: id, hostname, auth_type: 'unauthenticated' })
    await portals.create({ account_id, id, name: id, hostname: 'mcp.example.com', servers: [{ server_id: id }] })
  }
  const listed: { servers: string[]; portals: string[] } = { servers: [], portals: [] }
  for await (const { id } of servers.list({ account_id })) listed.servers.push(id)
  for await (const { id } of portals.list({ account_id, per_page: 7 })) listed.portals.push(id)
  deepEqual(listed, { servers: ids, portals: ids })
})
