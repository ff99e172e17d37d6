import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CallOptions, HttpClient, McpPortals } from '../../../src/client/index.ts'
import { type HttpServer, startHttpServer } from '../../support/http-server.ts'
import { accountId, connect, connectHttp, rejection, success } from '../setup.ts'

let server: HttpServer
let mcp: McpPortals
let http: HttpClient
beforeAll(async () => {
  server = await startHttpServer(success)
  mcp = connect(server)
  http = connectHttp(server)
})
afterAll(() => server.close())

type Call = (mcp: McpPortals, id: string, options?: CallOptions) => PromiseLike<unknown>

/** Every operation that takes an id, and the request that it has to become. */
const withId: [string, Call, string, string][] = [
  ['portals.read', ({ portals }, id, options) => portals.read(id, options), 'GET', 'portals/*'],
  ['portals.update', ({ portals }, id, options) => portals.update(id, {}, options), 'PUT', 'portals/*'],
  ['portals.delete', ({ portals }, id, options) => portals.delete(id, options), 'DELETE', 'portals/*'],
  ['servers.read', ({ servers }, id, options) => servers.read(id, options), 'GET', 'servers/*'],
  ['servers.update', ({ servers }, id, options) => servers.update(id, {}, options), 'PUT', 'servers/*'],
  ['servers.delete', ({ servers }, id, options) => servers.delete(id, options), 'DELETE', 'servers/*'],
  ['servers.sync', ({ servers }, id, options) => servers.sync(id, options), 'POST', 'servers/*/sync'],
  [
    'GET of the HTTP client',
    (_, id, options) =>
      http.GET('/accounts/{account_id}/access/ai-controls/mcp/portals/{id}', {
        params: { path: { account_id: (options?.accountId ?? accountId) as string, id } },
      }),
    'GET',
    'portals/*',
  ],
]

/** Makes the call and returns what it threw, if it did, and the requests that it sent. */
async function sentBy(call: PromiseLike<unknown>) {
  const before = server.requests.length
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return { error, requests: server.requests.slice(before) }
}

/** Asserts the only two things that may happen: a TypeError and silence, or this one operation with this one segment. */
async function expectOneSegment(call: PromiseLike<unknown>, segment: unknown, method: string, pattern: RegExp) {
  const { error, requests } = await sentBy(call)
  if (error) {
    expect(error).toBeInstanceOf(TypeError)
    expect(requests).toEqual([])
    return
  }
  expect(requests.length).toBe(1)
  const { url, method: sent } = requests[0] as { url: string; method: string }
  expect(sent).toBe(method)
  const [, found] = pattern.exec(url) ?? []
  expect(found, `${url} is another operation`).toBeDefined()
  expect(decodeURIComponent(found as string)).toBe(segment)
}

const patternOf = (path: string) =>
  new RegExp(`^/accounts/${accountId}/access/ai-controls/mcp/${path.replace('*', '([^/?#]+)')}$`)

/** Ids as nasty as they come, and any other text. */
const nasty = [
  '.',
  '..',
  '/',
  '\\',
  '?',
  '#',
  '%2e',
  '%2F',
  '%',
  ';',
  '&',
  '=',
  ' ',
  '\t',
  '\n',
  '\0',
  'sync',
  'docs',
  'ü',
  '🦊',
  '\ud800',
  '\udc00',
]
const anyId = fc.oneof(
  fc.array(fc.constantFrom(...nasty), { minLength: 0, maxLength: 6 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)

describe.each(withId)('whatever the id, %s', (_, call, method, path) => {
  test('reaches its own operation with exactly one segment, or nothing', async () => {
    const property = fc.asyncProperty(anyId, (id) => expectOneSegment(call(mcp, id), id, method, patternOf(path)))
    await fc.assert(property, { numRuns: 60 })
  })

  test('reaches its own operation whatever the account', async () => {
    const pattern = new RegExp(`^/accounts/([^/?#]+)/access/ai-controls/mcp/${path.replace('*', 'docs')}$`)
    const property = fc.asyncProperty(anyId, (account) =>
      expectOneSegment(call(mcp, 'docs', { accountId: account }), account, method, pattern),
    )
    await fc.assert(property, { numRuns: 30 })
  })
})

describe.each(withId)('%s', (_, call, method, path) => {
  test.each([
    ['docs', 'docs'],
    ['a_b-c9', 'a_b-c9'],
    ['a/b', 'a%2Fb'],
    ['/', '%2F'],
    ['../portals', '..%2Fportals'],
    ['..\\portals', '..%5Cportals'],
    ['a?b=c', 'a%3Fb%3Dc'],
    ['a#b', 'a%23b'],
    ['%2e%2e', '%252e%252e'],
    ['%2F', '%252F'],
    ['%', '%25'],
    [' ', '%20'],
    ['a b', 'a%20b'],
    ['a\r\nb', 'a%0D%0Ab'],
    ['...', '...'],
    ['ü', '%C3%BC'],
    ['🦊', '%F0%9F%A6%8A'],
    ['{id}', '%7Bid%7D'],
    ['$&', '%24%26'],
    ['__proto__', '__proto__'],
  ])('sends the id %j as %s', async (id, segment) => {
    const { error, requests } = await sentBy(call(mcp, id))
    expect(error).toBeUndefined()
    expect(requests).toMatchObject([
      { method, url: `/accounts/${accountId}/access/ai-controls/mcp/${path.replace('*', segment)}` },
    ])
  })

  test('sends an id of 10,000 characters whole', async () => {
    const id = 'xü'.repeat(5_000)
    const { requests } = await sentBy(call(mcp, id))
    expect(requests[0]?.url).toMatch(patternOf(path))
    expect(requests[0]?.url).toContain(encodeURIComponent(id))
  })

  test.each([
    ['', "id: '' cannot be a part of a path"],
    ['.', "id: '.' cannot be a part of a path"],
    ['..', "id: '..' cannot be a part of a path"],
    ['\ud800', 'id: holds half of a surrogate pair'],
    ['a\udfffb', 'id: holds half of a surrogate pair'],
    [null, 'id: expected a string, but it is null'],
    [7, 'id: expected a string, but it is number'],
    [true, 'id: expected a string, but it is boolean'],
    [['docs'], 'id: expected a string, but it is object'],
    [{ toString: () => '..' }, 'id: expected a string, but it is object'],
    [Symbol('docs'), 'id: expected a string, but it is symbol'],
    [() => 'docs', 'id: expected a string, but it is function'],
  ])('refuses the id %j before anything is sent', async (id, message) => {
    const { error, requests } = await sentBy(call(mcp, id as string))
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toBe(message)
    expect(requests).toEqual([])
  })

  test('refuses an id that is left out', async () => {
    const error = (await rejection(call(mcp, undefined as unknown as string))) as Error
    expect(error).toBeInstanceOf(TypeError)
    expect(error.message).toMatch(/^id: /)
  })

  test.each(['', '.', '..', '\ud800'])('refuses the account id %j by the name of the option', async (account) => {
    const { error, requests } = await sentBy(call(mcp, 'docs', { accountId: account }))
    expect(error).toBeInstanceOf(TypeError)
    expect((error as Error).message).toMatch(/^accountId: /)
    expect(requests).toEqual([])
  })
})
