/** What a call of a method refuses before anything is sent. */
import { describe, expect, test } from 'vitest'
import { createClient, type McpPortals } from '../../../src/client/index.ts'
import { accountId, apiToken, connect, operations, rejection, serve, success } from '../setup.ts'
import { refusal } from './refusal.ts'

/** Asserts that a call throws a `TypeError` with these words, and that nothing arrives. */
async function expectRefusal(call: (mcp: McpPortals) => PromiseLike<unknown>, message: string) {
  const server = await serve(success)
  const mcp = connect(server)
  // An async function: whether it throws or rejects makes no difference to who awaits it.
  const error = await rejection((async () => call(mcp))())
  expect(error).toEqual(new TypeError(message))
  expect(server.requests).toEqual([])
}

/** What no object of fields is. */
const noObjects: [string, unknown][] = [
  ['null', null],
  ['a text', 'docs'],
  ['a number', 7],
  ['a list', [{ id: 'docs' }]],
  ['a Map', new Map([['id', 'docs']])],
  ['a Date', new Date()],
  ['a promise that nobody awaited', Promise.resolve({ id: 'docs' })],
  ['a function', () => ({})],
]

describe.each(noObjects)('%s', (_, value) => {
  test.each([
    ['portals.create', ({ portals }: McpPortals) => portals.create(value as never)],
    ['portals.update', ({ portals }: McpPortals) => portals.update('docs', value as never)],
    ['servers.create', ({ servers }: McpPortals) => servers.create(value as never)],
    ['servers.update', ({ servers }: McpPortals) => servers.update('docs', value as never)],
  ])('is no body of %s', async (_, call) => {
    await expectRefusal(call, 'body: expected a plain object')
  })

  test('is no query', async () => {
    await expectRefusal(({ servers }) => servers.list(value as never), 'query: expected a plain object')
    await expectRefusal(({ portals }) => portals.list(value as never), 'query: expected a plain object')
  })

  test.each(operations)('is no options of $operation', async ({ run }) => {
    await expectRefusal((mcp) => run(mcp, value as never), 'options: expected a plain object')
  })

  test('is no options of a client, and no hooks', () => {
    expect(() => createClient(value as never)).toThrow(new TypeError('options: expected a plain object'))
    expect(refusal({ hooks: value })).toEqual(new TypeError('hooks: expected a plain object'))
  })
})

test('a create or an update without a body is refused', async () => {
  const message = 'body: expected a plain object'
  await expectRefusal(({ servers }) => Reflect.apply(servers.create, servers, []), message)
  await expectRefusal(({ portals }) => Reflect.apply(portals.update, portals, ['docs']), message)
})

test('an object without a prototype, and one of a class, are bodies as any other', async () => {
  class Settings {
    name = 'Docs'
  }
  const server = await serve(success)
  await connect(server).servers.update('docs', Object.assign(Object.create(null), { name: 'Docs' }))
  await connect(server).servers.update('docs', new Settings())
  expect(server.requests.map(({ body }) => body)).toEqual(Array(2).fill('{"name":"Docs"}'))
})

test('a body that JSON cannot hold is refused', async () => {
  const cycle: { name: string; self?: object } = { name: 'Docs' }
  cycle.self = cycle
  const server = await serve(success)
  const error = await rejection(connect(server).servers.update('docs', cycle))
  expect(String(error)).toMatch(/^TypeError: body: .*circular/)
  expect(String(await rejection(connect(server).servers.update('docs', { name: 1n } as never)))).toMatch(
    /^TypeError: body: .*BigInt/,
  )
  expect(server.requests).toEqual([])
})

test.each<[object, string]>([
  [{ page: 0 }, 'page: expected a whole number from 1, but it is 0'],
  [{ page: -1 }, 'page: expected a whole number from 1, but it is -1'],
  [{ page: 1.5 }, 'page: expected a whole number from 1, but it is 1.5'],
  [{ page: '2' }, 'page: expected a whole number from 1, but it is 2'],
  [{ page: null }, 'page: expected a whole number from 1, but it is null'],
  [{ per_page: 0 }, 'per_page: expected a whole number from 1 to 100, but it is 0'],
  [{ per_page: 101 }, 'per_page: expected a whole number from 1 to 100, but it is 101'],
  [{ per_page: Number.NaN }, 'per_page: expected a whole number from 1 to 100, but it is NaN'],
  [{ per_page: Infinity }, 'per_page: expected a whole number from 1 to 100, but it is Infinity'],
  [{ search: 'a\ud800' }, 'search: holds half of a surrogate pair'],
  [{ search: 7 }, 'search: expected a string, but it is number'],
  [{ search: null }, 'search: expected a string, but it is null'],
  [{ cursor: 'x' }, 'query: cursor is no parameter of a list'],
  [{ signal: AbortSignal.timeout(1_000) }, 'query: signal is no parameter of a list; options come after it'],
  [{ timeout: 1_000 }, 'query: timeout is no parameter of a list; options come after it'],
  [{ maxRetries: 0 }, 'query: maxRetries is no parameter of a list; options come after it'],
  [{ headers: {} }, 'query: headers is no parameter of a list; options come after it'],
  [{ accountId: 'a' }, 'query: accountId is no parameter of a list; options come after it'],
  [{ concurrency: 4 }, 'query: concurrency is no parameter of a list; options come after it'],
])('the query %j of a list is refused, awaited or iterated', async (query, message) => {
  await expectRefusal(({ servers }) => servers.list(query as never), message)
  await expectRefusal(
    ({ portals }) =>
      portals
        .list(query as never)
        [Symbol.asyncIterator]()
        .next(),
    message,
  )
})

test('the limits themselves are taken, and undefined is as good as nothing', async () => {
  const server = await serve(success)
  const { servers } = connect(server)
  await servers.list({ page: 1, per_page: 1, search: '' })
  await servers.list({ page: 1e6, per_page: 100, search: undefined })
  expect(server.requests.map(({ url }) => url.split('?')[1])).toEqual([
    'page=1&per_page=1&search=',
    'page=1000000&per_page=100',
  ])
})

test.each(['a\n', '\ta', 'a b', 'a\u00a0', 'a\u2028', '\ufeffa', 'a\u200b', 'a\u0000', '\u202ea'])(
  'the account id %j is refused, of the client as of a call',
  async (account) => {
    const message = 'accountId: holds white space or a control character'
    const server = await serve(success)
    const mcp = connect(server, { accountId: account })
    for (const { run } of operations) expect(await rejection(run(mcp))).toEqual(new TypeError(message))
    expect(server.requests).toEqual([])
    await expectRefusal((ours) => ours.servers.read('docs', { accountId: account }), message)
  },
)

test.each([
  ['a text', 'x'],
  ['a number', 1],
  ['an object', {}],
  ['true', true],
])('a hook that is %s is refused when the client is made', (_, hook) => {
  for (const name of ['request', 'response', 'retry'])
    expect(refusal({ hooks: { [name]: hook } })).toEqual(new TypeError(`hooks.${name}: expected a function`))
})

test('hooks that are left out, and those of a class, are taken', () => {
  class Log {
    request() {}
  }
  for (const hooks of [{}, { request: undefined }, { request: async () => {} }, new Log()])
    expect(() => createClient({ accountId, apiToken, hooks })).not.toThrow()
})

test.each<[string, unknown]>([
  ['pairs', [['x-a', 'b']]],
  ['a Map', new Map([['x-a', 'b']])],
  ['a text', 'x-a: b'],
  ['Headers', new Headers({ 'x-a': 'b' })],
])('headers that are %s are refused by name, and not left out unseen', async (_, headers) => {
  expect(refusal({ headers })).toEqual(new TypeError('headers: expected a plain object'))
  await expectRefusal(
    ({ servers }) => servers.read('docs', { headers: headers as never }),
    'headers: expected a plain object',
  )
})

test.each<[string, object, string]>([
  ['a newline', { 'X-Mine': 's3cr3t\nx' }, 'headers: X-Mine: holds a character that no header may'],
  ['a letter beyond Latin-1', { 'X-Mine': 's3cr3t €' }, 'headers: X-Mine: holds a character that no header may'],
  ['a number', { 'X-Mine': 5 }, 'headers: X-Mine: expected a string, but it is number'],
  ['null', { 'X-Mine': null }, 'headers: X-Mine: expected a string, but it is object'],
  ['a name that is none', { 'X Mine': 's3cr3t' }, 'headers: "X Mine" is no name of a header'],
])('a header with %s is refused by its name, and its value is not quoted', async (_, headers, message) => {
  expect(refusal({ headers })).toEqual(new TypeError(message))
  await expectRefusal(({ servers }) => servers.read('docs', { headers: headers as never }), message)
})
