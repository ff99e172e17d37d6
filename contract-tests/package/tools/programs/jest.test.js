const { ConflictError, createClient, McpPortalsError, NotFoundError } = require('cloudflare-mcp-portals')
const { ContractViolationError, contractFetch } = require('cloudflare-mcp-portals/contract')
const { createMock } = require('cloudflare-mcp-portals/mock')
const spec = require('cloudflare-mcp-portals/openapi.json')

const account = { accountId: '023e105f4ecef8ad9ca31a8372d0c353', apiToken: 'any', baseUrl: 'http://localhost' }
const docs = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'unauthenticated' }

test('what is created is read', async () => {
  const mcp = createClient({ ...account, fetch: contractFetch(createMock().fetch) })
  await mcp.servers.create(docs)
  expect(await mcp.servers.read('docs')).toMatchObject({ name: 'Docs' })
})

test('an error is of its class and of those above it', async () => {
  const mcp = createClient({ ...account, maxRetries: 0, fetch: createMock().fetch })
  const error = await mcp.servers.read('nothing').catch((thrown) => thrown)
  expect(error).toBeInstanceOf(NotFoundError)
  expect(error).toBeInstanceOf(McpPortalsError)
  expect(error).toBeInstanceOf(Error)
  expect(error).not.toBeInstanceOf(ConflictError)
})

test('a violation of the contract is an error of the main entry', async () => {
  const wrong = contractFetch(async () => Response.json({ success: true, result: { id: 7 } }))
  const error = await createClient({ ...account, fetch: wrong })
    .servers.read('docs')
    .catch((thrown) => thrown)
  expect(error).toBeInstanceOf(ContractViolationError)
  expect(error).toBeInstanceOf(McpPortalsError)
})

test('the spec is found', () => {
  expect(spec.openapi).toMatch(/^3\.1/)
})
