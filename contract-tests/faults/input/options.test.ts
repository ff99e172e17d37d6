import { afterEach, describe, expect, test, vi } from 'vitest'
import { type ClientOptions, createClient } from '../../../src/index.ts'
import { accountId, apiToken, connect, operations, rejection, root, serve, success } from '../setup.ts'

// What the machine has set is no part of a test.
const variables = ['CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_BASE_URL']
const without = (...names: string[]) => {
  for (const name of names) vi.stubEnv(name, undefined)
}
afterEach(() => {
  vi.unstubAllEnvs()
})

/** What creating a client throws; a fetch that would be called fails the test. */
function refusal(options: object): Error {
  without(...variables)
  const fetch = () => {
    throw new Error('something was sent')
  }
  try {
    createClient({ accountId, apiToken, fetch, ...options } as ClientOptions)
  } catch (error) {
    return error as Error
  }
  throw new Error('the options were accepted')
}

describe('a base URL over plain http', () => {
  test.each([
    'http://api.cloudflare.com/client/v4',
    'http://127.0.0.1.example.com',
    'http://127.0.0.example.com',
    'http://localhost.example.com',
    'http://mylocalhost',
    'http://10.0.0.1',
    'http://0.0.0.0',
    'http://128.0.0.1',
    'http://[::2]',
    'http://[2001:db8::1]',
  ])('to another machine is refused with a token: %s', (baseUrl) => {
    const error = refusal({ baseUrl })
    expect(error).toBeInstanceOf(TypeError)
    expect(error.message).toBe(
      `baseUrl: expected https:, because http: would send the token to ${new URL(baseUrl).hostname} unencrypted`,
    )
    expect(refusal({ baseUrl, apiToken: () => apiToken }).message).toBe(error.message)
  })

  test.each([
    'http://localhost:8080',
    'http://api.localhost',
    'http://127.0.0.1',
    'http://127.9.9.9:1/v4',
    'http://[::1]:8',
  ])('to this machine is taken: %s', (baseUrl) => {
    expect(() => createClient({ accountId, apiToken, baseUrl })).not.toThrow()
  })

  test('to another machine is taken without a token', () => {
    expect(() => createClient({ accountId, apiToken: null, baseUrl: 'http://proxy.internal' })).not.toThrow()
  })
})

test.each([
  ['docs.example.com', 'an absolute URL'],
  ['/client/v4', 'an absolute URL'],
  ['', 'an absolute URL'],
  [7, 'an absolute URL'],
  [new URL('https://api.example.com'), 'an absolute URL'],
  ['ftp://api.example.com', 'https:, not ftp:'],
  ['javascript:alert(1)', 'https:, not javascript:'],
  ['https://name@api.example.com', 'an origin and a path, without a user name, a password, a query or a fragment'],
  ['https://:secret@api.example.com', 'an origin and a path, without a user name, a password, a query or a fragment'],
  [
    'https://api.example.com?key=secret',
    'an origin and a path, without a user name, a password, a query or a fragment',
  ],
  ['https://api.example.com#secret', 'an origin and a path, without a user name, a password, a query or a fragment'],
])('the base URL %s is refused', (baseUrl, expected) => {
  const error = refusal({ baseUrl })
  expect(error).toBeInstanceOf(TypeError)
  expect(error.message).toBe(`baseUrl: expected ${expected}`)
})

test.each(['', '/', '///', '/client/v4', '/client/v4/', '/client/v4//'])('a base URL may end in "%s"', async (end) => {
  const server = await serve(success)
  await connect({ url: server.url + end }).servers.read('docs')
  expect(server.requests[0]?.url).toBe(`${end.replace(/\/+$/, '')}${root}/servers/docs`)
})

test.each([
  ['', 'an empty string'],
  ['secret\n', 'a string with characters that no token has'],
  ['secret\r\nx-evil: 1', 'a string with characters that no token has'],
  [' secret', 'a string with characters that no token has'],
  ['sec ret', 'a string with characters that no token has'],
  ['Bearer secret', 'a string with characters that no token has'],
  ['secret\0', 'a string with characters that no token has'],
  ['sécret', 'a string with characters that no token has'],
  ['=secret', 'a string with characters that no token has'],
  [7, 'number'],
  [{ secret: 'secret' }, 'object'],
  [['secret'], 'object'],
  [true, 'boolean'],
])('the token %j is refused without being quoted, given as it is or by a function', async (token, what) => {
  const message = `apiToken: expected a bearer token, but it is ${what}`
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
  expect(error.message).toBe('accountId: expected a string, but it is undefined')
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
  without(...variables)
  vi.stubEnv('CLOUDFLARE_API_TOKEN', '')
  expect(() => createClient({ accountId })).toThrow('neither this option nor CLOUDFLARE_API_TOKEN is set')
})

test('without any base URL the API of Cloudflare is called', async () => {
  without(...variables)
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
  // A call takes null as nothing said.
  const call = connect(server).servers.read('docs', { [name]: value })
  if (value === null) await call
  else expect(((await rejection(call)) as Error).message).toBe(message)
  expect(server.requests.length).toBe(value === null ? 1 : 0)
})

test.each([1, 2 ** 31 - 1, Infinity])('a time-out of %d is taken', async (timeout) => {
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
