import { describe, expect, test } from 'vitest'
import { type ApiError, BadRequestError, type McpPortals, ServerError } from '../../../src/client/index.ts'
import { accountId, connect, rejection, root, serve, serveBytes } from '../setup.ts'

/** What a call rejects with when it gets this response. */
async function refused(status: number, body: unknown, headers: Record<string, string> = {}): Promise<ApiError> {
  const mcp = connect(await serve({ status, body, headers }), { maxRetries: 0 })
  return (await rejection(mcp.portals.read('eng'))) as ApiError
}

const where = `[GET ${root}/portals/eng]`
const html = '<html><body><h1>502 Bad Gateway</h1></body></html>'
const listed = (count: number) => Array.from({ length: count }, (_, code) => ({ code, message: 'x' }))

describe.each<[string, unknown, object[], string]>([
  [
    "the API's envelope",
    { success: false, errors: [{ code: 7001, message: 'bad name', path: ['name'] }], messages: [], result: null },
    [{ code: 7001, message: 'bad name', path: ['name'] }],
    ' (7001 bad name at name)',
  ],
  [
    'errors without codes',
    { errors: [{ message: 'bad' }, { message: 'worse' }] },
    [{ message: 'bad' }, { message: 'worse' }],
    ' (bad; worse)',
  ],
  ['errors without messages', { errors: [{ code: 10000 }] }, [{ code: 10000 }], ' (10000)'],
  ['errors that are texts', { errors: ['bad'] }, [{ message: 'bad' }], ' (bad)'],
  [
    'a problem with details',
    { type: 'about:blank', title: 'Bad', detail: 'Too long' },
    [{ message: 'Too long' }],
    ' (Too long)',
  ],
  ['a problem without details', { title: 'Bad', status: 400 }, [{ message: 'Bad' }], ' (Bad)'],
  ['a problem in the wrong form', { title: { text: 'Bad' } }, [], ' ({"title":{"text":"Bad"}})'],
  ['an empty list of errors', { success: false, errors: [] }, [], ' ({"success":false,"errors":[]})'],
  ['errors that are no list', { errors: { message: 'bad' } }, [], ' ({"errors":{"message":"bad"}})'],
  [
    'errors that are anything',
    { errors: [null, 7, [], { code: 'x', message: 1, path: 'name' }] },
    [{}, {}, {}, {}],
    ' (',
  ],
  ['JSON of another kind', { error: 'bad' }, [], ' ({"error":"bad"})'],
  ['null', 'null', [], ' (null)'],
  ['HTML', html, [], ` (${html})`],
  ['nothing', '', [], ''],
])('a refusal whose body is %s', (_, body, errors, detail) => {
  test('is an ApiError with whatever can be read', async () => {
    const error = await refused(400, body)
    expect(error).toBeInstanceOf(BadRequestError)
    expect(error.errors).toEqual(errors)
    expect(error.message).toContain(`portals.read: 400 Bad Request${detail}`)
    expect(error.message.endsWith(where)).toBe(true)
  })
})

test('paths that are no texts, or texts that would not turn into one, are left out', async () => {
  const { errors } = await refused(400, { errors: [{ message: 'bad', path: ['a', 0, null, { toString: 1 }, 'b'] }] })
  expect(errors).toEqual([{ message: 'bad', path: ['a', 'b'] }])
})

test('the remarks beside the errors are kept', async () => {
  const { messages } = await refused(400, { errors: [{ message: 'bad' }], messages: [{ code: 2, message: 'hint' }] })
  expect(messages).toEqual([{ code: 2, message: 'hint' }])
})

test('without remarks there are none', async () => {
  expect((await refused(400, html)).messages).toEqual([])
})

describe('a huge response', () => {
  const huge = 'x'.repeat(1_000_000)

  test.each([
    ['text', huge],
    ['one message', { errors: [{ message: huge }] }],
    ['a problem', { detail: huge }],
    ['a path', { errors: [{ message: 'bad', path: Array(100_000).fill(huge.slice(0, 9)) }] }],
    ['a long step of a path', { errors: [{ message: 'bad', path: [huge] }] }],
    ['many errors', { errors: listed(100_000) }],
    ['many remarks', { messages: listed(100_000) }],
  ])('of %s becomes an error of a few lines', async (_, body) => {
    const error = await refused(400, body)
    expect(error.message.length).toBeLessThan(600)
    expect(JSON.stringify(error).length).toBeLessThan(6_000)
  })

  test('is cut where the limits are', async () => {
    const { errors, message } = await refused(400, { errors: [{ message: huge, path: [huge] }, ...listed(30)] })
    expect(errors.length).toBe(20)
    expect(errors[0]).toEqual({ message: huge.slice(0, 1_000), path: [huge.slice(0, 200)] })
    expect(message).toBe(`portals.read: 400 Bad Request (${huge.slice(0, 400)}) ${where}`)
  })
})

test.each([
  [402, '402 Payment Required'],
  [503, '503 Service Unavailable'],
])("a status without a class of its own, %i, is named in the server's words", async (status, name) => {
  expect((await refused(status, '')).message).toBe(`portals.read: ${name} ${where}`)
})

/** The same for a status line that Node's server would not write. */
async function refusedBy(statusLine: string): Promise<ApiError> {
  const server = await serveBytes((socket) =>
    socket.once('data', () => socket.end(`HTTP/1.1 ${statusLine}\r\nContent-Length: 0\r\n\r\n`)),
  )
  return (await rejection(connect(server, { maxRetries: 0 }).portals.read('eng'))) as ApiError
}

test('a status without words is named by its number', async () => {
  expect((await refusedBy('500')).message).toBe(`portals.read: 500 ${where}`)
})

test('a status beyond all classes is a failure of the server', async () => {
  const error = await refusedBy('999 Request Denied')
  expect(error).toBeInstanceOf(ServerError)
  expect(error.message).toBe(`portals.read: 999 Request Denied ${where}`)
})

test('of long words in the status line the message has the beginning', async () => {
  expect((await refusedBy(`500 ${'No'.repeat(5_000)}`)).message).toBe(`portals.read: 500 ${'No'.repeat(100)} ${where}`)
})

test('the id of the request at Cloudflare is kept, if there is one', async () => {
  expect((await refused(400, '', { 'cf-ray': '8a1b2c3d4e5f-FRA' })).rayId).toBe('8a1b2c3d4e5f-FRA')
  expect((await refused(400, '')).rayId).toBeUndefined()
})

const refusedCalls: [string, string, string, (mcp: McpPortals) => PromiseLike<unknown>][] = [
  ['portals.list', 'GET', '/mcp/portals', ({ portals }) => portals.list()],
  ['portals.create', 'POST', '/mcp/portals', ({ portals }) => portals.create({} as never)],
  ['portals.read', 'GET', '/mcp/portals/eng', ({ portals }) => portals.read('eng')],
  ['portals.update', 'PUT', '/mcp/portals/eng', ({ portals }) => portals.update('eng', {})],
  ['portals.delete', 'DELETE', '/mcp/portals/eng', ({ portals }) => portals.delete('eng')],
  ['servers.list', 'GET', '/mcp/servers', ({ servers }) => servers.list({ search: 'x' })],
  ['servers.create', 'POST', '/mcp/servers', ({ servers }) => servers.create({} as never)],
  ['servers.read', 'GET', '/mcp/servers/docs', ({ servers }) => servers.read('docs')],
  ['servers.update', 'PUT', '/mcp/servers/docs', ({ servers }) => servers.update('docs', {})],
  ['servers.delete', 'DELETE', '/mcp/servers/docs', ({ servers }) => servers.delete('docs')],
  ['servers.sync', 'POST', '/mcp/servers/docs/sync', ({ servers }) => servers.sync('docs')],
  ['servers.read', 'GET', '/mcp/servers/sync', ({ servers }) => servers.read('sync')],
]

test.each(refusedCalls)('an error names the call that failed: %s as %s %s', async (operation, method, path, call) => {
  const error = (await rejection(call(connect(await serve({ status: 400 }))))) as ApiError
  const whole = `/accounts/${accountId}/access/ai-controls${path}`
  expect(error.message).toBe(`${operation}: 400 Bad Request [${method} ${whole}]`)
  expect(error).toMatchObject({ operation, method, path: whole })
})

test('a base URL with a path of its own is no part of the path that an error names', async () => {
  const { url } = await serve({ status: 400 })
  const error = await rejection(connect({ url: `${url}/accounts/proxy/v4/` }).portals.read('eng'))
  expect(error).toMatchObject({
    operation: 'portals.read',
    path: `/accounts/${accountId}/access/ai-controls/mcp/portals/eng`,
  })
})
