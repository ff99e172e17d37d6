/** The official TypeScript client on Prism with the latest edition: nothing is refused but what should be. */
import { rejects } from 'node:assert/strict'
import { test } from 'node:test'
import Cloudflare from 'cloudflare'

const account_id = 'a86a8f5c339544d7bdc89926de14fb8c'
const overrides = [{ name: 'search', alias: 'find', description: 'Finds', enabled: true }]
const { portals, servers } = new Cloudflare({
  apiToken: 'any',
  baseURL: process.env.CLOUDFLARE_PRISM_URL,
  maxRetries: 0,
  timeout: 20_000,
}).zeroTrust.access.aiControls.mcp
const server = {
  account_id,
  name: 'Docs',
  description: null,
  auth_credentials: 'a-credential',
  client_secret: 'a-secret',
  is_shared_oauth_callback_enabled: true,
  secure_web_gateway: true,
  updated_tools: overrides,
  updated_prompts: overrides,
}
const portal = {
  account_id,
  name: 'Engineering',
  hostname: 'mcp.example.com',
  description: 'Tools',
  code_mode: 'enforced' as const,
  allow_code_mode: true,
  secure_web_gateway: true,
  servers: [
    {
      server_id: 'docs',
      default_disabled: true,
      on_behalf: false,
      updated_tools: overrides,
      updated_prompts: overrides,
    },
  ],
}
const created = { ...server, id: 'docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' as const }

test('every call with every field is taken', async () => {
  await servers.create(created)
  await servers.update('docs', server)
  await servers.read('docs', { account_id })
  await servers.sync('docs', { account_id })
  await servers.delete('docs', { account_id })
  await servers.list({ account_id, page: 1, per_page: 100, search: 'docs' })
  await portals.create({ ...portal, id: 'engineering' })
  await portals.update('engineering', portal)
  await portals.read('engineering', { account_id })
  await portals.delete('engineering', { account_id })
  await portals.list({ account_id, page: 1, per_page: 100, search: 'eng' })
})

test('what should be refused is', async () => {
  const refused = (call: Promise<unknown>) => rejects(call, Cloudflare.BadRequestError)
  await refused(servers.create({ ...created, id: 'Two--hyphens' }))
  await refused(servers.create({ ...created, description: 'x'.repeat(513) }))
  await refused(portals.create({ ...portal, id: 'engineering', hostname: 'https://mcp.example.com' }))
  await refused(portals.list({ account_id, per_page: 101 }))
  // @ts-expect-error the client knows it too
  await refused(portals.update('engineering', { account_id, code_mode: 'on' }))
})
