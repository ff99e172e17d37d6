import { describe, expect, test } from 'vitest'
import type { Respond } from '../../support/http-server.ts'
import { type Reply, refusingUrl, send, serve, serveBytes } from '../setup.ts'
import { carriers, credentials, leaksOf, marker, read, shownBy, token, viaHttp } from './carriers.ts'

const quoted = (text: string) => JSON.stringify(text).slice(1, -1)

// An error that is cut in the midst of a token, which ends in more than this, must not show the half of it.
const half = `Bearer tok-${marker}`

/** Responses that quote what they are given, which is all that is secret of the request. */
const echoes: [string, (secret: string) => Reply][] = [
  ['errors', (secret) => ({ status: 400, body: { errors: [{ code: 1, message: secret, path: [secret] }] } })],
  ['errors that are texts', (secret) => ({ status: 403, body: { errors: [secret] } })],
  ['remarks', (secret) => ({ status: 404, body: { errors: [], messages: [{ message: secret }] } })],
  ['an envelope without success', (secret) => ({ body: { success: false, errors: [{ message: secret }] } })],
  ['a problem', (secret) => ({ status: 409, body: { title: secret, detail: secret } })],
  ['a 429', (secret) => ({ status: 429, headers: { 'retry-after': '1' }, body: { errors: [{ message: secret }] } })],
  ['a failure', (secret) => ({ status: 503, body: secret })],
  ['HTML', (secret) => ({ status: 401, headers: { 'content-type': 'text/html' }, body: `<p>${secret}</p>` })],
  ['HTML of status 200', (secret) => ({ body: `<p>${secret}</p>` })],
  ['JSON of status 200 that is cut', (secret) => ({ body: `{"errors":["${quoted(secret)}` })],
  ['JSON that is no envelope', (secret) => ({ body: { sent: secret, again: [secret] } })],
  [
    'the last characters that an error shows',
    (secret) => ({ status: 400, body: 'x'.repeat(200 - half.length) + secret }),
  ],
  [
    'the last ones that it keeps',
    (secret) => ({ status: 400, body: { errors: [{ message: 'x'.repeat(1_000 - half.length) + secret }] } }),
  ],
  ['its content type', () => ({ headers: { 'content-type': `text/${token}` }, body: 'x' })],
  ['the id of the request', () => ({ status: 400, headers: { 'cf-ray': token } })],
  ['the host of a redirect', () => ({ status: 302, headers: { location: `https://${token}.example.com/` } })],
  ['the user of a redirect', () => ({ status: 302, headers: { location: `https://me:${token}@example.com/` } })],
  ['the query of a redirect', () => ({ status: 302, headers: { location: `/?token=${token}` }, body: token })],
]

const echoing =
  (echo: (secret: string) => Reply): Respond =>
  ({ headers, body }, response) =>
    send(response, echo([headers.authorization, headers['x-auth-key'], body, body && credentials].join(' ')))

describe.each(echoes)('a server that quotes secrets in %s', (_, echo) => {
  test.each(carriers)('makes %s show none of them', async (_, call) => {
    const { url } = await serve(echoing(echo))
    const { error, leaks } = await shownBy(url, call)
    expect(error).toMatchObject({ method: expect.any(String) })
    expect(leaks).toEqual([])
  })
})

test('a text with a secret is not shown at all, and the texts beside it are', async () => {
  const errors = (secret: string) => [
    { code: 7001, message: `no: ${secret}!` },
    { code: 7002, message: 'too long' },
  ]
  const { url } = await serve(echoing((secret) => ({ status: 400, body: { errors: errors(secret) } })))
  const { error } = await shownBy(url, read)
  expect(error.message).toContain('400 Bad Request (7001 [redacted]; 7002 too long) [')
})

test.each(carriers)('a status line that quotes the token makes %s show nothing of it', async (_, call) => {
  const { url } = await serveBytes((socket) =>
    socket.once('data', () => socket.end(`HTTP/1.1 418 ${token} is no teapot\r\nContent-Length: 0\r\n\r\n`)),
  )
  const { error, leaks } = await shownBy(url, call)
  expect(error.message).toContain('418 [redacted] [')
  expect(leaks).toEqual([])
})

test.each(carriers)('no response at all makes %s show nothing', async (_, call) => {
  const { url } = await serve(() => {})
  expect((await shownBy(url, call, { timeout: 30, maxRetries: 0 })).leaks).toEqual([])
  expect((await shownBy(await refusingUrl(), call)).leaks).toEqual([])
})

test('an error that the HTTP client throws shows nothing', async () => {
  const { url } = await serve(echoing((secret) => ({ body: `{"errors":["${quoted(secret)}` })))
  const { error, leaks } = await shownBy(url, viaHttp)
  expect(error.name).toBe('InvalidResponseError')
  expect(leaks).toEqual([])
})

test("keys in headers of the user's own are secrets too", async () => {
  const { url } = await serve(echoing((secret) => ({ status: 400, body: secret })))
  const headers = { 'X-Auth-Key': `key-${marker}`, 'X-Empty-Token': '' }
  const { error, leaks } = await shownBy(url, read, { apiToken: null, headers })
  expect(error.message).toContain('400 Bad Request ([redacted]')
  expect(leaks).toEqual([])
  const viaHeader = { authorization: `Bearer ${token}` }
  expect((await shownBy(url, read, { apiToken: null, headers: viaHeader })).leaks).toEqual([])
})

test('the tokens of earlier attempts are secrets too', async () => {
  const given: string[] = []
  const apiToken = () => {
    given.push(`${marker}-${given.length}`)
    return given.at(-1) as string
  }
  const { url } = await serve((_, response) => send(response, { status: 500, body: given.join(' ') }))
  const { error, leaks } = await shownBy(url, read, { apiToken })
  expect(given.length).toBe(3)
  expect(error.message).toContain('([redacted])')
  expect(leaks).toEqual([])
})

test.each([
  ['null', { auth_credentials: null }],
  ['a number', { auth_credentials: 7 }],
  ['an empty text', { auth_credentials: '' }],
  ['absent, but named', { description: 'auth_credentials' }],
])('credentials that are %s mask nothing', async (_, change) => {
  const { url } = await serve({ status: 400, body: { errors: [{ message: '7 null auth_credentials' }] } })
  const { error } = await shownBy(url, ({ mcp }) => mcp.servers.update('docs', change as object))
  expect(error.message).toContain('(7 null auth_credentials)')
})

test('a body that the user wrote in another form than JSON does not hurt', async () => {
  const { url } = await serve({ status: 400, body: { errors: [{ message: 'bad' }] } })
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const { error } = await shownBy(url, ({ mcp }) => mcp.servers.update('docs', { auth_credentials: 'x' }, { headers }))
  expect(error.message).toContain('400 Bad Request (bad)')
})

test('the walk of these tests finds a secret wherever one can be', () => {
  const hidden = Object.defineProperty({}, Symbol('hidden'), { value: { get: new Map([[1, [marker]]]) } })
  const places: unknown[] = [
    new Error(marker),
    new Error('x', { cause: new AggregateError([new Error(marker)]) }),
    Object.assign(new Error('x'), { request: new Request('http://localhost', { headers: { a: marker } }) }),
    hidden,
    { [marker]: 1 },
    { toJSON: () => marker },
    { toString: () => marker },
  ]
  for (const place of places) expect(leaksOf([place])).not.toEqual([])
})
