import { describe, expect, test, vi } from 'vitest'
import { ConnectionError } from '../../../src/client/index.ts'
import { connect, connectHttp, rejection, serve, success } from '../setup.ts'
import { body, carriers, read, shownBy, token, viaHttp } from './carriers.ts'

/** Makes what a fetch throws of what it was given. */
type Throw = (sent: { request: Request; headers: Headers; body: string }) => unknown

function throwing(make: Throw) {
  return async (input: string | Request, init?: RequestInit) => {
    const request = new Request(input, init)
    throw make({ request, headers: request.headers, body: await request.clone().text() })
  }
}

class Named extends Error {
  override name = `Error of ${token}`
}

class Plain {
  get message(): string {
    return token
  }
}

const withStack = (text: string) => {
  const error = new Error(text)
  // Written when it is first read, and no more after that.
  if (error.stack) error.message = 'another message'
  return error
}
const deep = (error: unknown, depth: number) => {
  let chain = error
  for (let level = 0; level < depth; level++) chain = { cause: chain }
  return chain
}
const cyclic = (text: string) => {
  const error: Error & { self?: unknown } = new Error('cyclic')
  error.self = [error, { text }]
  return error
}
const authorization = (headers: Headers) => `sent ${headers.get('authorization')}`

/** What a fetch of the user's own may throw that holds what it was given. */
const thrown: [string, Throw][] = [
  ['a text', ({ headers }) => authorization(headers)],
  ['a message', ({ headers }) => new Error(authorization(headers))],
  ['a message of the body', ({ body }) => new Error(`sent ${body} with ${token}`)],
  ['a name', () => new Named('x')],
  ['a stack', ({ headers }) => withStack(authorization(headers))],
  ['a getter of its class', () => new Plain()],
  ['a code', ({ headers }) => Object.assign(new Error('x'), { code: authorization(headers) })],
  ['a cause', ({ headers }) => new Error('x', { cause: new Error(authorization(headers)) })],
  ['a cause of a cause', () => new Error('x', { cause: new Error('y', { cause: { token } }) })],
  ['a very deep cause', () => deep(new Error(token), 20_000)],
  ['an AggregateError', () => new AggregateError([new Error('x'), new Error(token)], 'all failed')],
  ['a DOMException', () => new DOMException(token, 'NetworkError')],
  ['a Request', ({ request }) => Object.assign(new Error('x'), { request })],
  ['Headers', ({ headers }) => Object.assign(new Error('x'), { config: { headers } })],
  ['headers of its own', ({ headers }) => Object.assign(new Error('x'), { headers: [...headers] })],
  ['a Response', ({ headers }) => Object.assign(new Error('x'), { response: new Response('', { headers }) })],
  ['a Map', () => Object.assign(new Error('x'), { map: new Map([[1, { token }]]) })],
  ['a Set', () => Object.assign(new Error('x'), { set: new Set([token]) })],
  ['a symbol', () => Object.assign(new Error('x'), { [Symbol('token')]: token })],
  ['a hidden field', () => Object.defineProperty(new Error('x'), 'token', { value: token })],
  ['the name of a field', () => Object.assign(new Error('x'), { [token]: true })],
  ['a function', () => Object.assign(new Error('x'), { retry: Object.assign(() => {}, { token }) })],
  ['a cycle', () => cyclic(token)],
  ['an object', (sent) => ({ ...sent, token })],
]

describe.each(thrown)('a given fetch that throws %s with secrets', (_, make) => {
  test.each([...carriers, ['PUT of the HTTP client', viaHttp] as const])(
    'makes %s show none of them',
    async (_, call) => {
      const { error, leaks } = await shownBy('http://localhost', call, { fetch: throwing(make) })
      expect(error).toBeInstanceOf(ConnectionError)
      expect(leaks).toEqual([])
      expect(error.cause).toBeInstanceOf(Error)
    },
  )
})

/** The cause of a read whose fetch throws this. */
async function causeOf(thrown: unknown): Promise<Error> {
  const { error } = await shownBy('http://localhost', read, { fetch: () => Promise.reject(thrown) })
  return error.cause as Error
}

test('a message with a secret is not shown at all', async () => {
  const thrown = new TypeError(`${token} was refused`)
  const { error } = await shownBy('http://localhost', read, { fetch: () => Promise.reject(thrown) })
  expect(error.message).toContain('the connection to localhost failed ([redacted])')
  expect(error.cause).toMatchObject({ name: 'TypeError', message: '[redacted]' })
})

test('the cause of what is no error has its text or its type', async () => {
  expect(await causeOf('offline')).toMatchObject({ name: 'Error', message: 'offline' })
  expect(await causeOf(`no ${token}`)).toMatchObject({ name: 'Error', message: '[redacted]' })
  expect(await causeOf({ token })).toMatchObject({ name: 'Error', message: 'object' })
})

test('the cause is a copy with what helps, and nothing else', async () => {
  const system = { code: 'ECONNREFUSED', syscall: 'connect', address: '127.0.0.1', port: 443 }
  const inner = Object.assign(new RangeError('too far'), { errno: -111, buffer: new Uint8Array(1_000_000) })
  const thrown = Object.assign(new TypeError('fetch failed', { cause: inner }), system, {
    request: new Request('http://localhost'),
    program: Array.from({ length: 20_000 }, () => ({})),
  })
  const cause = await causeOf(thrown)
  expect(cause).not.toBe(thrown)
  expect(cause).toMatchObject({ name: 'TypeError', message: 'fetch failed', ...system })
  expect(Object.keys(cause).sort()).toEqual(['address', 'code', 'name', 'port', 'syscall'])
  expect(cause.cause).toMatchObject({ name: 'RangeError', message: 'too far' })
  expect(Object.keys(cause.cause as Error)).toEqual(['name'])
})

test.each<[string, () => unknown]>([
  ['a getter of its message', () => Object.defineProperty({}, 'message', { get: fail })],
  ['a getter of its name', () => Object.defineProperty(new Error('x'), 'name', { get: fail })],
  ['a getter of its cause', () => Object.defineProperty(new Error('x'), 'cause', { get: fail })],
])('a thrown value that throws itself when it is read, by %s, is a failed connection', async (_, make) => {
  const { error, leaks } = await shownBy('http://localhost', read, { fetch: () => Promise.reject(make()) })
  expect(error).toBeInstanceOf(ConnectionError)
  expect(leaks).toEqual([])
})

function fail(): never {
  throw new Error(token)
}

describe('a token function', () => {
  test('is called for each attempt, of the methods as of the HTTP client', async () => {
    let number = 0
    const server = await serve({ status: 500 }, { status: 500 }, success, { status: 503 }, success)
    const apiToken = async () => `token-${++number}`
    const clients = { mcp: connect(server, { apiToken }), http: connectHttp(server, { apiToken }) }
    await read(clients)
    await viaHttp(clients)
    const sent = server.requests.map(({ headers }) => headers.authorization)
    expect(sent).toEqual([1, 2, 3, 4, 5].map((count) => `Bearer token-${count}`))
  })

  test('may return it without a promise', async () => {
    const server = await serve(success)
    await connect(server, { apiToken: () => 'token' }).servers.read('docs')
    expect(server.requests[0]?.headers.authorization).toBe('Bearer token')
  })

  test.each([
    [
      'throws',
      () =>
        vi.fn(() => {
          throw reason
        }),
    ],
    ['rejects', () => vi.fn(() => Promise.reject(reason))],
  ])('and %s rejects the call with that, once, and nothing is sent', async (_, make) => {
    const server = await serve(success)
    const apiToken = make()
    expect(await rejection(connect(server, { apiToken }).servers.create(body))).toBe(reason)
    expect(apiToken).toHaveBeenCalledOnce()
    expect(server.requests).toEqual([])
  })
})

const reason = new Error('the vault is sealed')
