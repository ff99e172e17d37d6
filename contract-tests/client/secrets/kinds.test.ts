/** What of a call is a secret, and what is not: a server repeats it, and an error shows it or does not. */
import { describe, expect, test } from 'vitest'
import { type ApiError, createClient, type McpPortals } from '../../../src/client/index.ts'
import { createClient as createLatest } from '../../../src/client/latest.ts'
import { accountId, connect, connectHttp, refusal, rejection, serve } from '../setup.ts'

const server = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' } as const

/** The error of a call whose server refuses it with this text. */
async function refusedWith(message: string, call: (mcp: McpPortals) => PromiseLike<unknown>, options: object = {}) {
  const { url } = await serve(refusal(400, { code: 7001, message, path: ['auth_credentials'] }))
  return (await rejection(call(connect({ url }, { apiToken: 'any-token', ...options })))) as ApiError
}

function expectHidden(error: ApiError) {
  expect(error.errors).toEqual([{ code: 7001, message: '[redacted]', path: ['auth_credentials'] }])
  expect(error.message).toContain('400 Bad Request (7001 [redacted] at auth_credentials) [')
}

const read = ({ servers }: McpPortals) => servers.read('docs')

describe('the value of a header that the caller set is a secret', () => {
  test.each([
    ['CF-Access-Client-Id', '88bf3b6d86161464f6509f7219099e57.access', '88bf3b6d86161464f6509f7219099e57.access'],
    ['CF-Access-Client-Secret', 's3cr3t-of-access', 's3cr3t-of-access'],
    ['CF-Access-Token', 'ey.token', 'ey.token'],
    ['X-Auth-Email', 'ann@example.com', 'ann@example.com'],
    ['X-Auth-Key', 'global-key', 'GLOBAL-KEY'],
    ['X-Auth-User-Service-Key', 'v1.0-key', 'v1.0-key'],
    ['Authorization', 'Bearer own-token', 'own-token'],
    ['Authorization', 'Basic bWU6czNjcjN0', 'bWU6czNjcjN0'],
    ['Proxy-Authorization', 'Basic bWU6czNjcjN0', 'bWU6czNjcjN0'],
    ['X-Whatever', 'what-ever', 'what-ever'],
    ['Cookie', 'a=first-1; CF_Authorization=second-2; b=third-3', 'first-1'],
    ['Cookie', 'a=first-1; CF_Authorization=second-2; b=third-3', 'second-2'],
    ['cookie', 'a=first-1;b=third-3', 'third-3'],
  ])('%s: %s', async (name, value, repeated) => {
    const headers = { [name]: value }
    expectHidden(await refusedWith(`got ${repeated}`, read, { headers }))
    expectHidden(await refusedWith(`got ${repeated}`, ({ servers }) => servers.read('docs', { headers })))
  })

  test.each([
    ['User-Agent', 'my-program/1.0'],
    ['Accept-Language', 'en-GB'],
    ['Content-Type', 'application/json'],
    ['Prefer', 'code=400'],
  ])('but not that of %s, which is harmless', async (name, value) => {
    const error = await refusedWith(`got ${value}`, read, { headers: { [name]: value } })
    expect(error.errors).toEqual([{ code: 7001, message: `got ${value}`, path: ['auth_credentials'] }])
  })
})

/** Bodies that hold a secret, as a program of either edition may send them. */
const bodies: [string, object, string[]][] = [
  ['auth_credentials', { auth_credentials: 'raw-token' }, ['raw-token']],
  ['auth_credentials with a scheme in front', { auth_credentials: 'Bearer raw-token' }, ['raw-token']],
  [
    'auth_credentials that are JSON text',
    { auth_credentials: JSON.stringify({ headers: { 'X-Key': 'key-one', Cookie: 'key-two' } }) },
    ['key-one', 'key-two'],
  ],
  [
    'auth_credentials that are JSON text in JSON text',
    { auth_credentials: JSON.stringify({ config: JSON.stringify({ client_secret: 'deep-one', port: 48151623 }) }) },
    ['deep-one', '48151623'],
  ],
  ['auth_credentials that are an object', { auth_credentials: { headers: [{ value: 'key-one' }] } }, ['key-one']],
  ['auth_credentials that are a number', { auth_credentials: 48151623 }, ['48151623']],
  ['client_secret', { client_secret: 'of-client' }, ['of-client']],
  ['both', { auth_credentials: 'raw-token', client_secret: 'of-client' }, ['raw-token', 'of-client']],
]

describe.each(bodies)('what stands in %s is a secret', (_, fields, secrets) => {
  const calls: [string, (mcp: McpPortals) => PromiseLike<unknown>][] = [
    ['servers.create', ({ servers }) => servers.create({ ...server, ...fields })],
    ['servers.update', ({ servers }) => servers.update('docs', fields)],
  ]
  test.each(calls)('of %s, whose error says what is wrong all the same', async (_, call) => {
    for (const secret of secrets) expectHidden(await refusedWith(`the value ${secret} is refused`, call))
    const error = await refusedWith('it is too long', call)
    expect(error.message).toContain('(7001 it is too long at auth_credentials)')
  })

  test('of either edition, and of the HTTP client', async () => {
    const { url: baseUrl } = await serve(refusal(400, { message: secrets.join(' ') }))
    const options = { baseUrl, accountId, apiToken: 'any-token' }
    for (const create of [createClient, createLatest]) {
      const error = (await rejection(create(options).servers.update('docs', fields))) as ApiError
      expect(error.errors).toEqual([{ message: '[redacted]' }])
    }
    const leaking = async () =>
      new Response(`{"got":"${secrets.join(' ')}`, { headers: { 'content-type': secrets[0]! } })
    const http = connectHttp({ url: baseUrl }, { fetch: leaking })
    const params = { path: { account_id: accountId, id: 'docs' } }
    const path = '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}'
    const error = await rejection(http.PUT(path, { params, body: fields as never }))
    for (const secret of secrets) expect(`${error} ${JSON.stringify(error)}`).not.toContain(secret)
  })
})

test.each(['t', 'id', 'mcp', 'na'])(
  'the token %j, as people give to mocks, garbles no word of ours or theirs',
  async (token) => {
    const { url } = await serve(refusal(400, { code: 7001, message: 'the name is too long', path: ['name'] }))
    const error = (await rejection(
      connect({ url }, { apiToken: token }).servers.update('docs', { name: 'x' }),
    )) as ApiError
    expect(error.errors).toEqual([{ code: 7001, message: 'the name is too long', path: ['name'] }])
    expect(error.message).toBe(
      `servers.update: 400 Bad Request (7001 the name is too long at name) [PUT /accounts/${accountId}/access/ai-controls/mcp/servers/docs]`,
    )
  },
)

test.each(['servers', 'accounts', 'access', 'name'])(
  'the token %j leaves paths and names of fields readable',
  async (token) => {
    const { url } = await serve(
      refusal(400, { code: 7001, message: 'too long', path: ['name'], source: { pointer: '/name' } }),
    )
    const error = (await rejection(
      connect({ url }, { apiToken: token }).servers.update('docs', { name: 'x' }),
    )) as ApiError
    expect(error.path).toBe(`/accounts/${accountId}/access/ai-controls/mcp/servers/docs`)
    expect(error.errors).toEqual([{ code: 7001, message: 'too long', path: ['name'], source: { pointer: '/name' } }])
  },
)
