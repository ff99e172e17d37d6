import { describe, expect, test, vi } from 'vitest'
import { ConnectionError } from '../../../src/client/index.ts'
import { connect, rejection, serve, success } from '../setup.ts'
import { body, carriers, token, told, viaHttp } from './carriers.ts'

type Throw = (init: RequestInit & { headers: Headers }, url: string) => unknown

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
  ['a Request', (init, url) => Object.assign(new Error('x'), { request: new Request(url, init) })],
  ['Headers', ({ headers }) => Object.assign(new Error('x'), { config: { headers } })],
  ['headers of its own', ({ headers }) => Object.assign(new Error('x'), { headers: [...headers] })],
  ['a Response', ({ headers }) => Object.assign(new Error('x'), { response: new Response('', { headers }) })],
  ['a Map', () => Object.assign(new Error('x'), { map: new Map([[1, { token }]]) })],
  ['a Set', () => Object.assign(new Error('x'), { set: new Set([token]) })],
  ['a symbol', () => Object.assign(new Error('x'), { [Symbol('token')]: token })],
  ['a hidden member', () => Object.defineProperty(new Error('x'), 'token', { value: token })],
  ['the name of a member', () => Object.assign(new Error('x'), { [token]: true })],
  ['a function', () => Object.assign(new Error('x'), { retry: Object.assign(() => {}, { token }) })],
  ['a cycle', () => cyclic(token)],
  ['an object', (init) => ({ ...init, token })],
]

describe.each(thrown)('a given fetch that throws %s with secrets', (_, make) => {
  test.each([...carriers, ['http.PUT', viaHttp] as const])('makes %s tell none of them', async (_, call) => {
    const fetch = async (url: string, init: RequestInit) => {
      throw make(init as Parameters<Throw>[0], url)
    }
    const { error, leaks } = await told('http://localhost', call, { fetch })
    expect(error).toBeInstanceOf(ConnectionError)
    expect(leaks).toEqual([])
    expect(error.cause).toBeInstanceOf(Error)
  })
})

const [, read] = carriers[1] as (typeof carriers)[0]

test('what is told of such an error is the rest of it', async () => {
  const fetch = async () => {
    throw new TypeError(`${token} was refused`)
  }
  const { error } = await told('http://localhost', read, { fetch })
  expect(error.message).toContain('the connection failed ([redacted] was refused)')
  expect(error.cause).toMatchObject({ name: 'TypeError', message: '[redacted] was refused' })
})

test('of what is no error, its text or its type is told', async () => {
  const causeOf = async (value: unknown) => {
    const fetch = () => Promise.reject(value)
    return (await told('http://localhost', read, { fetch })).error.cause
  }
  expect(await causeOf(`no ${token}`)).toMatchObject({ name: 'Error', message: 'no [redacted]' })
  expect(await causeOf({ token })).toMatchObject({ name: 'Error', message: 'object' })
})

test.each([
  [
    'an error with headers',
    Object.assign(new Error('x'), { headers: new Headers({ a: 'b' }), map: new Map([[1, 2]]) }),
  ],
  ['a request', Object.assign(new Error('x'), { request: new Request('http://localhost', { headers: { a: 'b' } }) })],
  [
    'an object without a prototype',
    Object.assign(Object.create(null), { a: [null, undefined, 1n, Symbol('x'), () => {}] }),
  ],
])('%s without secrets is the cause as it is', async (_, cause) => {
  const fetch = () => Promise.reject(cause)
  expect((await told('http://localhost', read, { fetch })).error.cause).toBe(cause)
})

test('a cause that leads to half of the program is not shown either, and is told all the same', async () => {
  const cause = Object.assign(new RangeError('too far'), { program: Array.from({ length: 20_000 }, () => ({})) })
  const { error } = await told('http://localhost', read, { fetch: () => Promise.reject(cause) })
  expect(error.cause).not.toBe(cause)
  expect(error.cause).toMatchObject({ name: 'RangeError', message: 'too far' })
})

test('what cannot be looked at is not shown', async () => {
  const cause = {
    get headers() {
      throw new Error(token)
    },
  }
  const { error } = await told('http://localhost', read, { fetch: () => Promise.reject(cause) })
  expect(error.cause).toMatchObject({ name: 'Error', message: 'object' })
})

describe('a function that gives the token', () => {
  test('is asked for each try, of the methods as of mcp.http', async () => {
    let number = 0
    const server = await serve({ status: 500 }, { status: 500 }, success, { status: 503 }, success)
    const mcp = connect(server, { apiToken: async () => `token-${++number}` })
    await mcp.servers.read('docs')
    await viaHttp(mcp)
    const sent = server.requests.map(({ headers }) => headers.authorization)
    expect(sent).toEqual([1, 2, 3, 4, 5].map((count) => `Bearer token-${count}`))
  })

  test('may give it without a promise', async () => {
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
