/** Responses as tests make them by hand: read where they can be, else named for what they lack. */
import { describe, expect, test, vi } from 'vitest'
import {
  ApiError,
  BadRequestError,
  InvalidResponseError,
  type McpPortals,
  McpPortalsError,
  RateLimitError,
  ServerError,
} from '../../../src/client/index.ts'
import { contractFetch } from '../../../src/contract/index.ts'
import { accountId, connect, connectHttp, creates, rejection, testClock } from '../setup.ts'

const server = { url: 'http://localhost' }
const envelope = { success: true, result: { id: 'docs' } }
const text = async () => JSON.stringify(envelope)
const refused = async () => JSON.stringify({ success: false, errors: [{ code: 7001, message: 'no' }] })

/** As it is, and checked on its way. */
const wrappers: [string, (fetch: () => Promise<Response>) => () => Promise<unknown>][] = [
  ['as it is', (fetch) => fetch],
  ['through contractFetch', (fetch) => contractFetch(fetch, { onViolation() {}, onUndocumented() {} }) as never],
]

describe.each(wrappers)('a response that a test made by hand, %s,', (_, wrap) => {
  /** A client whose every request gets this. */
  const given = (response: unknown, options: object = {}, clock = testClock()) =>
    connect(server, { fetch: wrap(async () => response as Response) as never, ...options }, clock)

  test.each<[string, object]>([
    ['a status and text()', { status: 200, text }],
    ['a text() that is no promise', { status: 200, text: () => JSON.stringify(envelope) }],
    ['json() alone', { ok: true, json: async () => envelope }],
    ['headers that are a plain object', { status: 200, headers: {}, text }],
    ['headers that are a Map', { status: 200, headers: new Map(), text }],
  ])('with %s is read', async (_, response) => {
    expect(await given(response).servers.read('docs')).toEqual({ id: 'docs' })
  })

  test.each<[string, object, unknown, object]>([
    ['a refusal', { status: 400, text: refused }, BadRequestError, { errors: [{ code: 7001, message: 'no' }] }],
    ['a refusal of json() alone', { status: 400, json: async () => JSON.parse(await refused()) }, BadRequestError, {}],
    ['a failure', { status: 503, text: refused }, ServerError, { attempts: 3 }],
    ['no success', { ok: false, text: refused }, ApiError, { status: 200 }],
    ['a page', { status: 200, text: async () => '<h1>Hello</h1>' }, InvalidResponseError, { contentType: undefined }],
    ['a redirect', { status: 302, text: async () => '' }, InvalidResponseError, { status: 302 }],
  ])('without headers or status text is the error that it says: %s', async (_, response, Class, fields) => {
    for (const headers of [undefined, {}, { 'x-mine': 'a' }]) {
      const error = await rejection(given({ ...response, headers }).servers.read('docs'))
      expect(error).toBeInstanceOf(Class)
      expect(error).toMatchObject(fields)
      expect(String(error)).not.toMatch(/undefined|null/)
    }
  })

  test('has the headers of a plain object read, in any case', async () => {
    const headers = { 'Retry-After': ' 7 ', 'CF-Ray': '8a1b-FRA' }
    const clock = testClock()
    const error = await rejection(given({ status: 429, headers, text: refused }, {}, clock).servers.read('docs'))
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toMatchObject({ retryAfter: 7, rayId: '8a1b-FRA', attempts: 3 })
    expect(clock.delays).toEqual([7_000, 7_000])
    const moved = { status: 302, headers: { Location: 'https://login.example.com/' }, text: async () => '' }
    expect(String(await rejection(given(moved).servers.read('docs')))).toContain(
      'redirects to https://login.example.com',
    )
  })

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an empty object', {}, 'an object without text()'],
    ['a status alone', { status: 200 }, 'an object without text()'],
    ['a text in the place of text()', { status: 200, text: '{}' }, 'an object without text()'],
    ['a list', [], 'an object without text()'],
    ['a text', '{"success":true}', '{"success":true}'],
    ['the token', 'token-of-the-test', '[redacted]'],
  ])('that is none but %s is named as wrong, once, by every call', async (_, resolved, named) => {
    const calls = [...creates, { operation: 'readServer', run: (mcp: McpPortals) => mcp.servers.read('docs') }]
    for (const { operation, run } of calls) {
      const fetch = vi.fn(async () => resolved as Response)
      const options = { fetch: wrap(fetch) as never, apiToken: 'token-of-the-test' }
      const error = await rejection(run(connect(server, options)))
      expect(error).toBeInstanceOf(McpPortalsError)
      expect(String(error)).toContain(`the given fetch resolved to ${named}, not to a response`)
      expect(error).toMatchObject({ outcome: operation === 'readServer' ? 'rejected' : 'unknown' })
      expect(fetch).toHaveBeenCalledOnce()
    }
  })
})

describe('of the HTTP client, whose openapi-fetch reads more of a response,', () => {
  const read = (response: object) => {
    const http = connectHttp(server, { fetch: async () => response as Response })
    const params = { path: { account_id: accountId, id: 'docs' } }
    return http.GET('/accounts/{account_id}/access/ai-controls/mcp/servers/{id}', { params })
  }

  test('a response that a test made by hand is read where it has headers', async () => {
    const { data, response } = await read({
      status: 200,
      ok: true,
      headers: new Headers(),
      text,
      json: async () => envelope,
    })
    expect(data).toEqual(envelope)
    expect(response.status).toBe(200)
  })

  test.each([
    ['text()', {}],
    ['headers', { status: 200, ok: true, text }],
    ['headers', { status: 200, ok: true, text, headers: {} }],
  ])('one without %s is named for that', async (lacks, response) => {
    const error = await rejection(read(response))
    expect(error).toBeInstanceOf(McpPortalsError)
    expect(String(error)).toContain(`the given fetch resolved to an object without ${lacks}, not to a response [GET `)
  })
})
