import type { Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ProxyOptions, startProxy } from '../../src/proxy/index.ts'
import { type Message, open, type RawServer, serveRaw } from './wire.ts'

/** A message to be written, and where the writing breaks off. */
interface Written {
  start: string
  headers: [name: string, value: string][]
  framing: 'none' | 'length' | 'chunked' | 'end'
  pieces: string[]
  trailers: [name: string, value: string][]
}

interface Exchange {
  request: Written
  response: Written
  /** What the server does in the place of a whole response. */
  breaks: 'not' | 'closes at once' | 'resets at once' | 'closes in the body' | 'resets in the body'
}

/** What each side saw. */
interface Seen {
  arrived: Message | undefined
  returned: Message | undefined
  /** How the connection ended if it ended before a whole response. */
  broken: 'closed' | 'reset' | undefined
}

let current: Exchange
let arrived: Message | undefined
let server: RawServer
const proxies: { url: string; close(): Promise<unknown> }[] = []
const standard = { edition: 'reference', unknownFields: 'violation' } as const
const start = async (options: Partial<ProxyOptions> = {}) => {
  const proxy = await startProxy({ upstream: `${server.url}/client/v4`, timeout: 30_000, standard, ...options })
  proxies.push(proxy)
  return proxy.url
}

beforeAll(async () => {
  server = await serveRaw(async (socket, reader) => {
    for (;;) {
      arrived = await reader.next()
      if (!arrived) return
      const { response, breaks } = current
      const isHead = arrived.start.startsWith('HEAD ')
      if (breaks === 'resets at once') return void socket.resetAndDestroy()
      if (breaks === 'closes at once') return void socket.end()
      const bytes = toBytes(response)
      if (breaks !== 'not') {
        await write(socket, isHead ? [] : bytes.slice(0, -1))
        return void (breaks === 'closes in the body' ? socket.end() : socket.resetAndDestroy())
      }
      await write(socket, isHead ? bytes.slice(0, 1) : bytes)
      if (response.framing === 'end') return void socket.end()
    }
  })
})

afterAll(async () => {
  for (const proxy of proxies) await proxy.close()
  await server.close()
})

/** The head, then each piece of the body in a write of its own. */
function toBytes({ start, headers, framing, pieces, trailers }: Written): string[] {
  const framed: [string, string][] =
    framing === 'length'
      ? [['Content-Length', String(pieces.join('').length)]]
      : framing === 'chunked'
        ? [['transfer-encoding', 'chunked']]
        : []
  const head = [start, ...[...headers, ...framed].map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
  if (framing !== 'chunked') return [head, ...pieces]
  const end = ['0', ...trailers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
  return [head, ...pieces.filter(Boolean).map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`), end]
}

async function write(socket: Socket, pieces: string[]): Promise<void> {
  for (const piece of pieces) {
    await new Promise<void>((resolve) => socket.write(Buffer.from(piece, 'latin1'), () => resolve()))
  }
}

async function exchange(url: string, given: Exchange): Promise<Seen> {
  current = given
  arrived = undefined
  const { socket, reader } = await open(url)
  await write(socket, toBytes(given.request))
  const returned = await reader.next(!given.request.start.startsWith('HEAD '))
  socket.destroy()
  return {
    arrived: withoutConnection(arrived),
    returned: withoutConnection(returned),
    broken: returned ? undefined : reader.end,
  }
}

/** What belongs to the connection, and the name of the server, are not the message's. */
function withoutConnection(message: Message | undefined): Message | undefined {
  if (!message) return undefined
  const ofConnection = /^(host|connection|keep-alive|transfer-encoding)$/i
  return { ...message, headers: message.headers.filter(([name]) => !ofConnection.test(name)) }
}

const token = fc.stringMatching(/^[A-Za-z][A-Za-z0-9!#$%&'*+.^_`|~-]{0,12}$/)
const reserved =
  /^(host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|content-length|expect|cookie)$/i
const name = fc.oneof(
  token,
  fc.constantFrom('Accept', 'authorization', 'Date', 'X-Twice', 'x-twice', 'Content-Type', 'Accept-Encoding'),
)
const value = fc.stringMatching(/^[!-~\u00a1-\u00ff](?:[\t -~\u00a1-\u00ff]{0,40}[!-~\u00a1-\u00ff])?$/)
const fields = fc
  .array(
    fc.tuple(
      name.filter((each) => !reserved.test(each)),
      value,
    ),
    { maxLength: 6 },
  )
  .map(grouped)
const piece = fc.oneof(
  fc.uint8Array({ maxLength: 64 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.integer({ min: 0, max: 300_000 }).map((size) => 'x'.repeat(size)),
)
const pieces = fc.array(piece, { maxLength: 4 })
const trailers = fc
  .array(
    fc.tuple(
      token.map((each) => `x-${each}`),
      value,
    ),
    { maxLength: 2 },
  )
  .map(grouped)

/** The values of one name are in their order; those of different names may change places. */
function grouped(all: [string, string][]): [string, string][] {
  const lower = all.map(([each]) => each.toLowerCase())
  return all
    .map(([each, value], at): [string, string] => [all[lower.indexOf(lower[at]!)]![0] && each, value])
    .sort(([a], [b]) => lower.indexOf(a.toLowerCase()) - lower.indexOf(b.toLowerCase()))
    .map(([each, value]) => [all[lower.indexOf(each.toLowerCase())]![0], value])
}

const path = fc
  .array(fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@%-]{0,9}$/), { maxLength: 5 })
  .map((segments) => ['/client/v4', ...segments].join('/'))
const ofThisApi = fc.constantFrom('', '/docs', '/docs/sync', '/%64ocs').map((end) => {
  return `/client/v4/accounts/a/access/ai-controls/mcp/servers${end}`
})
const target = fc
  .tuple(fc.oneof(path, ofThisApi), fc.stringMatching(/^(\?[A-Za-z0-9=&%.~-]{0,20})?$/))
  .map((parts) => parts.join(''))

const request = fc
  .record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
    target,
    headers: fields,
    framing: fc.constantFrom('none', 'length', 'chunked'),
    pieces,
    trailers,
  })
  .map(({ method, target, headers, ...rest }): Written => {
    const host: [string, string] = ['Host', 'proxied.example']
    return {
      start: `${method} ${target} HTTP/1.1`,
      headers: [host, ...headers],
      ...rest,
      ...(rest.framing === 'none' && { pieces: [] }),
    }
  })

const response = fc
  .record({
    status: fc.constantFrom(200, 201, 202, 204, 206, 301, 304, 400, 404, 429, 500, 503, 599),
    reason: fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,20}[A-Za-z]$/),
    headers: fields,
    framing: fc.constantFrom('length', 'chunked', 'end'),
    pieces,
    trailers,
  })
  .map(({ status, reason, ...rest }): Written => {
    const start = `HTTP/1.1 ${status} ${reason}`
    return status === 204 || status === 304 ? { start, ...rest, framing: 'none', pieces: [] } : { start, ...rest }
  })

const breaks = fc.constantFrom('closes at once', 'resets at once', 'closes in the body', 'resets in the body')
const exchanges = fc.record({
  request,
  response,
  breaks: fc.oneof({ weight: 4, arbitrary: fc.constant('not') }, { weight: 1, arbitrary: breaks }),
}) as fc.Arbitrary<Exchange>

describe.each<[string, Partial<ProxyOptions>]>([
  ['as it is', {}],
  ['with --refuse', { refuse: true, standard: { edition: 'latest', unknownFields: 'pass' } }],
])('the proxy, %s', (_, options) => {
  test('hands on whatever is sent, and whatever comes back, as it is', async () => {
    const proxy = await start(options)
    await fc.assert(
      fc.asyncProperty(exchanges, async (given) => {
        // A request that the proxy refuses does not arrive.
        fc.pre(!options.refuse || !given.request.start.includes('/mcp/'))
        const plain = await exchange(server.url, given)
        const proxied = await exchange(proxy, given)
        expect(proxied.arrived).toEqual(plain.arrived)
        expect(proxied.broken).toBe(plain.broken)
        const framing = {
          ...plain.returned,
          framing: plain.returned?.framing === 'end' ? 'chunked' : plain.returned?.framing,
        }
        if (plain.returned) expect(proxied.returned).toEqual(framing)
      }),
      { numRuns: Number(process.env.RUNS ?? 200), interruptAfterTimeLimit: 40_000 },
    )
  })
})
