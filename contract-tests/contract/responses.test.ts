import { describe, expect, test } from 'vitest'
import { changed } from '../support/change.ts'
import { examplesOf, type OperationId, operations } from '../support/description.ts'
import { brief, exchange, successful } from './exchange.ts'

const examples = operations.flatMap(({ operationId, responses }) =>
  Object.entries(responses).flatMap(([status, response]) =>
    examplesOf(response).map(({ name, value }) => ({ operationId, status, name, value })),
  ),
)

test.each(examples)(
  '$operationId may respond with $status and the example $name',
  async ({ operationId, status, value }) => {
    const statuses = status === 'default' ? [500, 502, 503, 520] : [Number(status)]
    for (const each of statuses) {
      expect(await exchange(operationId, { status: each, response: value })).toEqual({
        violations: [],
        undocumented: [],
      })
    }
  },
)

const server = successful('readServer')
const page = successful('listServers')
const readServer = (response: unknown) => exchange('readServer', { response })

/** Each operation, with each failure that the spec has of it. */
const refusals = operations.flatMap(({ operationId, responses }) =>
  Object.keys(responses)
    .map(Number)
    .filter((status) => status >= 400)
    .map((status) => [operationId, status] as const),
)

describe('a response as the live API is known to send it passes', () => {
  test.each([
    ['times in either format', changed(server, '/result/created_at', '2026-03-11 15:00:58')],
    ['a status that no list names', changed(server, '/result/status', 'active')],
    ['an error that is empty', changed(server, '/result/error', '')],
    ['no errors and messages', changed(changed(server, '/errors', undefined), '/messages', undefined)],
    ['errors and messages that are empty', { ...Object(server), errors: [], messages: [] }],
    [
      'a tool with fields of its own',
      changed(server, '/result/tools', [{ name: 'a', annotations: { readOnlyHint: true } }]),
    ],
  ])('with %s', async (_, response) => {
    expect(await readServer(response)).toEqual({ violations: [], undocumented: [] })
  })

  test.each(refusals)('with null for the result beside the errors: %s with %i', async (id, status) => {
    const errors = [{ code: 7001, message: 'no' }]
    const response = { success: false, errors, messages: [], result: null }
    expect(await exchange(id, { status, response })).toEqual({ violations: [], undocumented: [] })
    const news = await exchange(id, { status, response: { ...response, outcome: null } })
    expect(news).toMatchObject({ violations: [], undocumented: [{ pointer: '/outcome' }] })
  })

  test('with result_info', async () => {
    const whole = { page: 1, per_page: 50, count: 2, total_count: 2, total_pages: 1 }
    expect(await exchange('listServers', { response: changed(page, '/result_info', whole) })).toEqual({
      violations: [],
      undocumented: [],
    })
  })
})

describe('a response with more than the spec has is undocumented', () => {
  test.each([
    ['a new field', changed(server, '/result/region', 'weur'), '/result/region: string; expected no such field'],
    [
      'a new field of the envelope',
      changed(server, '/result_info', {}),
      '/result_info: object; expected no such field',
    ],
    [
      'a new kind of authentication',
      changed(server, '/result/auth_type', 'saml'),
      '/result/auth_type: "saml"; expected one of "oauth", "bearer", "unauthenticated"',
    ],
    [
      'null for the description of a server',
      changed(server, '/result/description', null),
      '/result/description: null; expected a string',
    ],
    ['null for any optional field', changed(server, '/result/status', null), '/result/status: null; expected a string'],
  ])('with %s', async (_, response, found) => {
    const { violations, undocumented } = await readServer(response)
    expect(violations).toEqual([])
    expect(brief(undocumented)).toEqual([`response body ${found}`])
  })

  test('once for all items of a list', async () => {
    const result = [1, 2, 3].map((number) => ({
      ...Object(server).result,
      id: `s${number}`,
      code_mode: true,
      name: 'a',
    }))
    const { undocumented } = await exchange('listServers', { response: changed(page, '/result', result) })
    expect(brief(undocumented)).toEqual(['response body /result/0/code_mode: boolean; expected no such field'])
  })

  test.each<[OperationId, number]>([
    ['createServer', 200],
    ['readServer', 206],
    ['createPortal', 409],
    ['listServers', 404],
    ['deletePortal', 302],
  ])('of %s with the status %i', async (id, status) => {
    const failure = { success: false, errors: [{ message: 'no' }] }
    const { violations, undocumented } = await exchange(id, { status, ...(status >= 400 && { response: failure }) })
    expect(violations).toEqual([])
    expect(undocumented.map(({ kind, place, received, message }) => ({ kind, place, received, message }))).toEqual([
      {
        kind: 'status',
        place: 'status',
        received: String(status),
        message: expect.stringContaining(`${id}: response ${status}: status is ${status}; expected one of `),
      },
    ])
  })

  test.each([
    [502, 'text/html', '<html>'],
    [403, 'text/plain; charset=UTF-8', 'error code: 1020'],
    [520, '', ''],
  ])('refusal %i of what stands in front of the API, as %o', async (status, contentType, response) => {
    const { violations, undocumented } = await exchange('readServer', { status, contentType, response })
    expect(violations).toEqual([])
    expect(undocumented).toMatchObject([{ kind: 'body', place: 'header', pointer: '/content-type', status }])
  })
})

describe('a response that breaks the spec is a violation', () => {
  test.each([
    ['lacks a required field', changed(server, '/result/tools', undefined), '/result/tools: missing; expected a value'],
    [
      'has a field of the wrong type',
      changed(server, '/result/error_details', { mcp_code: '-32600' }),
      '/result/error_details/mcp_code: "-32600" (string); expected a number',
    ],
    ['has null for a required field', changed(server, '/result/name', null), '/result/name: null; expected a string'],
    ['has null for a tool', changed(server, '/result/tools', [null]), '/result/tools/0: null; expected an object'],
    ['has no result', changed(server, '/result', undefined), '/result: missing; expected a value'],
    ['has null for the result', changed(server, '/result', null), '/result: null; expected an object'],
    ['has a list for the result', changed(server, '/result', []), '/result: a list; expected an object'],
    ['has no success', changed(server, '/success', undefined), '/success: missing; expected a value'],
    [
      'has false for success',
      changed(server, '/success', false),
      '/success: false; expected true beside the status 200',
    ],
    [
      'shows credentials',
      changed(server, '/result/auth_credentials', 'hidden'),
      '/result/auth_credentials: string; expected no such field',
    ],
    ['is but a text', '"docs"', ': "docs" (string); expected an object'],
    ['is not JSON', '{"success":true', ': not JSON; expected JSON'],
    ['is empty', '', ': missing; expected JSON'],
  ])('where it %s', async (_, response, found) => {
    const { violations, undocumented } = await readServer(response)
    expect(undocumented).toEqual([])
    expect(brief(violations)).toEqual([`response body ${found}`])
  })

  test.each(['text/html', 'text/plain', ''])('where a success is sent as %o', async (contentType) => {
    const { violations } = await exchange('readServer', { contentType })
    expect(brief(violations)).toEqual([
      `response header /content-type: ${contentType || 'missing'}; expected application/json`,
    ])
  })

  test('where a failure has true for success, or no errors', async () => {
    const { violations } = await exchange('readServer', { status: 404, response: { success: true, result: {} } })
    expect(brief(violations)).toEqual([
      'response body /success: true; expected false beside the status 404',
      'response body /errors: missing; expected a value',
    ])
  })
})
