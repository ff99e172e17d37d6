import { createReadStream } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Duplex, PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import nodeFetch, { type BodyInit as NodeFetchBody } from 'node-fetch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractFetch } from '../../src/contract/index.ts'
import { accountId, exampleBody, operation, successful } from './exchange.ts'

/** What arrived: all of it that a client decides. */
interface Arrived {
  method: string | undefined
  url: string | undefined
  headers: string[]
  body: string
}

const arrived: Arrived[] = []
const large = JSON.stringify({
  ...Object(successful('listServers')),
  messages: [{ code: 1, message: 'x'.repeat(200_000) }],
})
let server: Server
let url: string

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await buffer(request).then(
      (bytes) => bytes.toString('latin1'),
      () => 'broken',
    )
    const { method, url, rawHeaders } = request
    arrived.push({ method, url, headers: rawHeaders.map((each) => each.replace(/boundary=.*/, '')), body })
    const isCreate = method === 'POST'
    response.writeHead(isCreate ? 201 : 200, { 'Content-Type': 'application/json', 'X-Twice': ['a', 'b'] })
    response.end(isCreate ? JSON.stringify(successful('createServer')) : large)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { path } = operation('createServer')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path.replace('{account_id}', accountId)}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const text = JSON.stringify(exampleBody('createServer'))
const bytes = new TextEncoder().encode(text)
const quiet = { onViolation() {}, onUndocumented() {} }
const form = new FormData()
form.set('name', 'Docs')

async function* chunks(all: Iterable<Uint8Array | string>) {
  yield* all
}

class Init {
  readonly method = 'POST'
  readonly headers = { 'content-type': 'application/json' }
  readonly duplex = 'half'
  readonly body = new Blob([text]).stream()
}

const post = (body: unknown, init: object = {}): RequestInit =>
  ({
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-mine': 'ü' },
    duplex: 'half',
    body,
    ...init,
  }) as RequestInit
const withoutType = (body: unknown) => post(body, { headers: {} })

const requests: [string, () => [input: string | URL | Request, init?: RequestInit]][] = [
  ['a text', () => [url, post(text)]],
  ['a text without a content type', () => [url, withoutType(text)]],
  ['a text with half of a surrogate pair', () => [url, post('{"name":"\ud800"}')]],
  ['nothing', () => [url, post(undefined)]],
  ['an empty text', () => [url, post('')]],
  ['bytes', () => [url, post(bytes)]],
  ['the bytes of a buffer', () => [url, post(bytes.buffer)]],
  ['bytes that are no UTF-8', () => [url, post(new Uint8Array([0xff, 0x00, 0xfe]))]],
  ['a part of a buffer', () => [url, post(new DataView(bytes.buffer, 1, 3))]],
  ['a Blob with its own content type', () => [url, withoutType(new Blob([text], { type: 'application/json' }))]],
  ['a Blob without one', () => [url, withoutType(new Blob([text]))]],
  ['form data', () => [url, withoutType(form)]],
  ['parameters', () => [url, withoutType(new URLSearchParams({ name: 'Docs' }))]],
  ['a stream', () => [url, post(new Blob([text]).stream())]],
  ['an async iterable', () => [url, post(chunks([bytes.slice(0, 9), bytes.slice(9)]))]],
  ['an empty async iterable', () => [url, post(chunks([]))]],
  ['a stream of Node', () => [url, post(Readable.from([Buffer.from(bytes)]))]],
  ['a file', () => [url, post(createReadStream(fileURLToPath(import.meta.url)))]],
  ['a duplex of Node', () => [url, post(Duplex.from([Buffer.from(bytes)]))]],
  ['a transform of Node', () => [url, post(new PassThrough().end(bytes))]],
  ['a Request', () => [new Request(url, post(text))]],
  ['a Request with a stream', () => [new Request(url, post(new Blob([text]).stream()))]],
  ['a Request and another body', () => [new Request(url, post('{}')), { body: text }]],
  ['a Request in place of the init', () => [url, new Request(url, post(text))]],
  ['an init of a class, with a stream', () => [url, new Init() as RequestInit]],
  ['a URL', () => [new URL(url), post(text)]],
  ['a method in lower case', () => [url, post(text, { method: 'post' })]],
  ['no init', () => [url]],
]

describe('contractFetch sends what the fetch sends', () => {
  test.each(requests)('%s', async (_, call) => {
    arrived.length = 0
    const plain = await fetch(...call())
    const checked = await contractFetch(fetch, quiet)(...call())
    expect(arrived).toHaveLength(2)
    expect(arrived[1]).toEqual(arrived[0])
    expect(await checked.text()).toBe(await plain.text())
    expect(checked.url).toBe(plain.url)
    expect(Object.fromEntries(checked.headers)).toEqual({
      ...Object.fromEntries(plain.headers),
      date: expect.any(String),
    })
  })

  test('a body larger than is checked', async () => {
    arrived.length = 0
    const huge = Array.from({ length: 20 }, () => Buffer.alloc(1024 * 1024, ' '))
    const found: string[] = []
    const checked = contractFetch(fetch, { onUndocumented: ({ message }) => found.push(message) })
    await checked(url, post(chunks(huge)))
    await checked(url, post(new Blob(huge).stream()))
    expect(arrived.map(({ body }) => body.length)).toEqual([20 * 1024 * 1024, 20 * 1024 * 1024])
    expect(found.map((message) => message.replace(/ \[.*/, ''))).toEqual(
      Array(2).fill(
        'createServer: request: the body is unreadable, or too long to be checked; expected one that can be read',
      ),
    )
  })
})

describe('contractFetch fails as the fetch fails', () => {
  const broken = new Error('the file is gone')
  async function* breaks() {
    yield bytes.slice(0, 9)
    throw broken
  }
  const used = new Request('http://127.0.0.1/accounts/a/access/ai-controls/mcp/servers', post(text))
  const locked = new Blob([text]).stream()
  locked.getReader()

  test.each<[string, () => [input: string | Request, init?: RequestInit]]>([
    ['an async iterable that breaks', () => [url, post(breaks())]],
    ['a stream of Node that breaks', () => [url, post(Readable.from(breaks()))]],
    ['a stream that breaks', () => [url, post(Readable.toWeb(Readable.from(breaks())))]],
    ['a stream that is locked', () => [url, post(locked)]],
    ['a Request that is used', () => [used]],
  ])('for %s', async (_, call) => {
    await used.text().catch(() => {})
    const describeError = ({ name, message, cause }: Error) => ({ name, message, cause: String(cause) })
    const plain = await fetch(...call()).then(String, describeError)
    expect(await contractFetch(fetch, quiet)(...call()).then(String, describeError)).toEqual(plain)
  })

  test('if the connection breaks within a response, when its body is read', async () => {
    const breaking = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
      response.write('{"success"')
      setTimeout(() => response.destroy(), 20)
    })
    await new Promise<void>((resolve) => breaking.listen(0, '127.0.0.1', resolve))
    const { port } = breaking.address() as AddressInfo
    const response = await contractFetch(fetch, quiet)(url.replace(/:\d+/, `:${port}`))
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('terminated')
    breaking.close()
  })
})

describe('contractFetch around node-fetch', () => {
  const checked = contractFetch(nodeFetch as never, quiet)

  test.each<[string, () => NodeFetchBody]>([
    ['a text', () => text],
    ['a stream of Node', () => Readable.from([Buffer.from(bytes)])],
    ['a file', () => createReadStream(fileURLToPath(import.meta.url))],
  ])('sends %s as it is', async (_, body) => {
    arrived.length = 0
    await nodeFetch(url, { method: 'POST', body: body() })
    await checked(url, { method: 'POST', body: body() } as never)
    expect(arrived[1]).toEqual(arrived[0])
  })

  test('returns a response of its class, and of any size', async () => {
    const response = await checked(url)
    expect(response).toBeInstanceOf((await nodeFetch(url)).constructor)
    expect(response.url).toBe(url)
    expect(await response.text()).toBe(large)
  })
})

test('a response that a test makes by hand needs no more than text() or json()', async () => {
  const result = successful('readServer')
  const url = `https://api.cloudflare.com/client/v4/accounts/a/access/ai-controls/mcp/servers/docs`
  const headers = { get: () => 'application/json' }
  for (const made of [{ text: async () => JSON.stringify(result) }, { json: async () => result }]) {
    const violations: string[] = []
    const fetch = async () => ({ status: 200, headers, ...made }) as unknown as Response
    const checked = contractFetch(fetch, { onViolation: ({ message }) => violations.push(message) })
    expect(await (await checked(url, {})).json()).toEqual(result)
    expect(violations).toEqual([])
  }
})
