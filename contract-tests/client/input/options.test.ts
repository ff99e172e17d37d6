import { afterEach, expect, test, vi } from 'vitest'
import { createClient } from '../../../src/client/index.ts'
import { accountId, apiToken, connect, operations, rejection, root, serve, success } from '../setup.ts'
import { refusal, without } from './refusal.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each([
  ['', 'is an empty string'],
  ['secret\n', 'holds U+000A at its end'],
  ['secret \t', 'holds U+0020 at its end'],
  ['secret\r\nx-evil: 1', 'holds U+000D at position 7'],
  [' secret', 'holds U+0020 at position 1'],
  ['sec ret', 'holds U+0020 at position 4'],
  ['Bearer secret', "begins with 'Bearer ', which the client adds"],
  ['bearer  secret', "begins with 'Bearer ', which the client adds"],
  ['secret\0', 'holds U+0000 at position 7'],
  ['sécret', 'holds U+00E9 at position 2'],
  ['s🦊cret', 'holds U+1F98A at position 2'],
  ['"secret"', 'holds U+0022 at position 1'],
  ['=secret', "has '=' before its end"],
  ['sec=ret', "has '=' before its end"],
  [7, 'is number'],
  [{ secret: 'secret' }, 'is object'],
  [['secret'], 'is object'],
  [true, 'is boolean'],
])('the token %j is refused without being quoted, given as it is or by a function', async (token, fault) => {
  const message = `apiToken: expected a bearer token, but it ${fault}`
  const error = refusal({ apiToken: token })
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toBe(message)

  const server = await serve(success)
  const late = (await rejection(connect(server, { apiToken: () => token as string }).servers.read('docs'))) as Error
  expect(late).toBeInstanceOf(TypeError)
  expect(late.message).toBe(message)
  expect(server.requests).toEqual([])
})

test.each(['a', 'Az09-._~+/', 'padded=='])('the token %s is sent as a bearer token', async (token) => {
  const server = await serve(success)
  await connect(server, { apiToken: token }).servers.read('docs')
  expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${token}`)
})

test('a token of null is not sent', async () => {
  const server = await serve(success)
  await connect(server, { apiToken: null }).servers.read('docs')
  expect(server.requests[0]?.headers).not.toHaveProperty('authorization')
})

test('no token at all is refused by the name of the option', () => {
  const error = refusal({ apiToken: undefined })
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toBe('apiToken: neither this option nor CLOUDFLARE_API_TOKEN is set')
})

test.each(operations)('$operation without an account id is refused by the name of the option', async ({ run }) => {
  without('CLOUDFLARE_ACCOUNT_ID')
  const server = await serve(success)
  const error = (await rejection(run(connect(server, { accountId: undefined })))) as Error
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toBe('accountId: neither this option nor CLOUDFLARE_ACCOUNT_ID is set')
  expect(server.requests).toEqual([])
})

test('account id, token and base URL are taken from the environment where no option is given', async () => {
  const server = await serve(success)
  vi.stubEnv('CLOUDFLARE_ACCOUNT_ID', 'from-environment')
  vi.stubEnv('CLOUDFLARE_API_TOKEN', 'token-from-environment')
  vi.stubEnv('CLOUDFLARE_BASE_URL', server.url)
  await createClient().servers.read('docs')
  await connect(server).servers.read('docs')
  const [first, second] = server.requests
  expect(first?.url).toContain('/accounts/from-environment/')
  expect(first?.headers.authorization).toBe('Bearer token-from-environment')
  expect(second?.url).toContain(`/accounts/${accountId}/`)
  expect(second?.headers.authorization).toBe(`Bearer ${apiToken}`)
})

test('an empty variable of the environment is none', () => {
  without('CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_BASE_URL')
  vi.stubEnv('CLOUDFLARE_API_TOKEN', '')
  expect(() => createClient({ accountId })).toThrow('neither this option nor CLOUDFLARE_API_TOKEN is set')
})

test('without any base URL the API of Cloudflare is called', async () => {
  without('CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_BASE_URL')
  const fetch = vi.fn(async (_: string) => Response.json({ success: true, result: {} }))
  await createClient({ accountId, apiToken, fetch }).servers.read('docs')
  expect(fetch.mock.calls[0]?.[0]).toBe(`https://api.cloudflare.com/client/v4${root}/servers/docs`)
})

test('a runtime that has no environment, or hides it, needs options', () => {
  vi.stubGlobal('process', undefined)
  try {
    expect(() => createClient({ accountId })).toThrow(TypeError)
    vi.stubGlobal('process', {
      get env() {
        throw new Error('NotCapable: requires env access')
      },
    })
    expect(() => createClient({ accountId })).toThrow('neither this option nor CLOUDFLARE_API_TOKEN is set')
  } finally {
    vi.unstubAllGlobals()
  }
})

const timeouts = [0, -1, NaN, -Infinity, 2 ** 31, '60', null, Symbol('x')]
const retries = [-1, 0.5, NaN, Infinity, '2', null]

test.each([
  ...timeouts.map((timeout) => ['timeout', timeout, 'milliseconds from 1 to 2147483647, or Infinity']),
  ...retries.map((maxRetries) => ['maxRetries', maxRetries, '0 or more']),
] as [string, unknown, string][])('%s %s is refused, of the client as of a call', async (name, value, expected) => {
  const message = `${name}: expected ${expected}, but it is ${String(value)}`
  const error = refusal({ [name]: value })
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toBe(message)

  const server = await serve(success)
  // A call takes null for nothing given.
  const call = connect(server).servers.read('docs', { [name]: value })
  if (value === null) await call
  else expect(((await rejection(call)) as Error).message).toBe(message)
  expect(server.requests.length).toBe(value === null ? 1 : 0)
})

test.each([1, 2 ** 31 - 1, Infinity])('a timeout of %d is taken', async (timeout) => {
  expect(() => createClient({ accountId, apiToken, timeout })).not.toThrow()
})

test('a fetch that is no function is refused', () => {
  expect(refusal({ fetch: 'fetch' }).message).toBe('fetch: expected a function')
})

test.each(['abort', {}, new AbortController()])('a signal that is none is refused: %j', async (signal) => {
  const server = await serve(success)
  const error = (await rejection(connect(server).servers.read('docs', { signal: signal as AbortSignal }))) as Error
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toBe('signal: expected an AbortSignal')
  expect(server.requests).toEqual([])
})

test.each([undefined, null])('a signal of %s is none', async (signal) => {
  const call = connect(await serve(success)).servers.read('docs', { signal: signal as undefined })
  await expect(call).resolves.toEqual({ id: 'docs' })
})

test('headers of the client and of the call are sent, those of the call first', async () => {
  const server = await serve(success)
  const mcp = connect(server, { headers: { 'x-client': 'a', 'x-both': 'client', 'user-agent': 'mine' } })
  await mcp.servers.read('docs', { headers: { 'x-call': 'b', 'x-both': 'call' } })
  expect(server.requests[0]?.headers).toMatchObject({
    'x-client': 'a',
    'x-call': 'b',
    'x-both': 'call',
    'user-agent': 'mine',
    authorization: `Bearer ${apiToken}`,
  })
})

test('headers of one call are not sent with the next', async () => {
  const server = await serve(success)
  const mcp = connect(server)
  await mcp.servers.read('docs', { headers: { 'x-call': 'b' } })
  await mcp.servers.read('docs')
  expect(server.requests[1]?.headers).not.toHaveProperty('x-call')
})

test('the account of a call takes precedence over that of the client', async () => {
  const server = await serve(success)
  await connect(server).servers.read('docs', { accountId: 'other' })
  expect(server.requests[0]?.url).toContain('/accounts/other/access/')
})

test('importing the module and making a client sends nothing and starts nothing', async () => {
  const server = await serve(success)
  connect(server)
  expect(server.requests).toEqual([])
})
