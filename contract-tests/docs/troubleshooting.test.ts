/** docs/troubleshooting.md has each of these messages as a client really throws it, and no other. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type ClientOptions, createClient, type McpPortals, syncUntilReady } from '../../src/client/index.ts'
import { createMock } from '../../src/mock/index.ts'
import {
  connect,
  envelope,
  itemsOf,
  type Reply,
  refusal,
  refusingUrl,
  rejection,
  serve,
  serveBytes,
} from '../client/setup.ts'

type Produce = () => Promise<unknown>

const accountId = '023e105f4ecef8ad9ca31a8372d0c353'
const options: ClientOptions = { accountId, apiToken: 'the-token', maxRetries: 0 }
const portal = { id: 'eng', name: 'Engineering', hostname: 'mcp.example.com' }
const html = (status: number): Reply => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: '<h1>Not here</h1>',
})

/** What reading a server rejects with where the API, or what stands in front of it, responds like this. */
const readOf =
  (reply: Reply, more: ClientOptions = {}): Produce =>
  async () =>
    rejection(connect(await serve(reply), { ...options, ...more }).servers.read('docs'))

/** What a client rejects with whose API is this mock. */
const onMock =
  (mock: Parameters<typeof createMock>[0], call: (mcp: McpPortals) => PromiseLike<unknown>): Produce =>
  () =>
    rejection(call(createClient({ ...options, fetch: createMock(mock).fetch })))

const made = (wrong: ClientOptions) => async () =>
  rejection(Promise.resolve().then(() => createClient({ ...options, ...wrong })))

const upstream = 'https://docs.example.com/mcp'
const server = { id: 'docs', name: 'Docs', hostname: upstream, auth_type: 'oauth' as const }
const synced = (of: NonNullable<Parameters<typeof createMock>[0]>['upstream']) =>
  onMock({ upstream: of }, async (mcp) => {
    await mcp.servers.create(server)
    return syncUntilReady(mcp, 'docs', { timeout: 1, interval: 1_000 })
  })

const produced: [string, Produce][] = [
  ['no token', made({ apiToken: undefined })],
  ['a token with its scheme', made({ apiToken: 'Bearer the-token' })],
  ['a token with a newline', made({ apiToken: 'the-token\n' })],
  ['a base URL without a scheme', made({ baseUrl: 'api.cloudflare.com' })],
  ['plain http to another machine', made({ baseUrl: 'http://proxy.example.com' })],
  [
    'no account',
    () =>
      rejection(Promise.resolve().then(() => createClient({ ...options, accountId: undefined }).portals.read('eng'))),
  ],
  [
    'an account with a newline',
    () =>
      rejection(
        Promise.resolve().then(() => createClient({ ...options, accountId: `${accountId}\n` }).portals.read('eng')),
      ),
  ],
  [
    'a page that is too long',
    () => rejection(Promise.resolve().then(() => createClient(options).portals.list({ per_page: 500 }))),
  ],
  ['a wrong token', readOf(refusal(401, { code: 10000, message: 'Authentication error' }))],
  [
    'a malformed token',
    readOf(
      refusal(400, {
        code: 6003,
        message: 'Invalid request headers',
        error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
      }),
    ),
  ],
  ['a token without the permission', readOf(refusal(403, { code: 10000, message: 'Authentication error' }))],
  ['a wrong account', readOf(refusal(404, { code: 7003, message: 'Could not route to the requested resource' }))],
  ['an unknown id', onMock({}, (mcp) => mcp.portals.read('eng'))],
  ['an id that the API does not take', onMock({}, (mcp) => mcp.portals.create({ ...portal, id: 'No capitals' }))],
  ['a proxy that wants a password', readOf({ status: 407, body: '' })],
  ['too many requests', readOf(refusal(429, { code: 971, message: 'Too many requests' }))],
  ['too many requests for long', readOf({ status: 429, headers: { 'retry-after': '120' }, body: '' })],
  ['a failure of the API', readOf(refusal(500, { code: 7000, message: 'Internal error' }))],
  ["a 404 that is not the API's", readOf(html(404))],
  ['a page instead of JSON', readOf(html(200))],
  ['a login page in front', readOf({ status: 301, headers: { location: 'https://login.example.com/' } })],
  ['a cache in between', readOf({ status: 304 })],
  ['nothing in the body', readOf({ status: 200, body: '' })],
  ['JSON of something else', readOf({ body: { portals: [] } })],
  ['a closed port', async () => rejection(connect({ url: await refusingUrl() }, options).servers.read('docs'))],
  // Longer than a label of DNS may be, so that nobody is asked for it.
  [
    'an unknown host',
    async () => rejection(connect({ url: `https://${'api'.repeat(22)}.example.com` }, options).servers.read('docs')),
  ],
  [
    'a certificate that nobody signed',
    async () => rejection(connect({ url: await selfSigned() }, options).servers.read('docs')),
  ],
  [
    'a connection that breaks',
    async () => {
      const reset = await serveBytes((socket) => socket.once('data', () => socket.resetAndDestroy()))
      return rejection(connect(reset, options).portals.create(portal))
    },
  ],
  [
    'a server that is silent',
    async () => {
      const silent = await serveBytes(() => {})
      return rejection(connect(silent, { ...options, timeout: 100 }).portals.create(portal))
    },
  ],
  [
    'a list that ends too early',
    async () => {
      const short = await serve(
        { body: envelope([{ id: 'docs' }], { page: 1, per_page: 20, count: 1, total_count: 2 }) },
        {
          body: envelope([], { page: 2, per_page: 20, count: 0, total_count: 2 }),
        },
      )
      return rejection(itemsOf(connect(short, options).servers.list()))
    },
  ],
  [
    'a server that the API cannot reach',
    synced({
      [upstream]: { error: 'The server responded 404', error_details: { retryable: false, status_code: 404 } },
    }),
  ],
  ['a server that waits for a login', synced({ [upstream]: { authentication: 'required' } })],
  ['a server that stays busy', synced({ [upstream]: { error: 'Busy', error_details: { retryable: true } } })],
]

const page = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8')
const rows = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, message]) => message)

const messages: string[] = []

/** What differs from run to run has a name in the page. */
function toRow(error: unknown): string {
  expect(error).toBeInstanceOf(Error)
  const { name, message } = error as Error
  return `${name}: ${message}`
    .replaceAll(accountId, 'ACCOUNT')
    .replace(/127\.0\.0\.1:\d+/, 'HOST')
    .replace(/(api){22}/, 'api')
}

async function selfSigned(): Promise<string> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }])
  const tls = createServer({ key, cert })
  await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void tls.close())
  return `https://127.0.0.1:${(tls.address() as AddressInfo).port}`
}

describe('docs/troubleshooting.md', () => {
  test.each(produced)('has the message of %s', async (_, produce) => {
    const message = toRow(await produce())
    messages.push(message)
    expect(rows).toContain(message)
  })
  test('has no message that nothing produces', () => {
    expect(rows.filter((row) => !messages.includes(row!))).toEqual([])
  })
})
