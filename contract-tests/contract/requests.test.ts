import { describe, expect, test } from 'vitest'
import { changed } from '../support/change.ts'
import { examplesOf, operations } from '../support/description.ts'
import { brief, exampleBody, exchange } from './exchange.ts'

const examples = operations.flatMap(({ operationId, requestBody }) =>
  examplesOf(requestBody).map(({ name, value }) => ({ operationId, name, value })),
)

test.each(examples)('$operationId may send the example $name', async ({ operationId, value }) => {
  expect(await exchange(operationId, { body: value })).toEqual({ violations: [], undocumented: [] })
})

describe('a query', () => {
  test.each(['', '?page=1&per_page=100&search=eng', '?search=12', '?search='])('%o is taken', async (query) => {
    expect((await exchange('listPortals', { query })).violations).toEqual([])
  })

  test.each([
    ['?page=0', '/page: 0; expected at least 1'],
    ['?per_page=101', '/per_page: 101; expected at most 100'],
    ['?page=first', '/page: "first"; expected a whole number'],
    ['?page=', '/page: ""; expected a whole number'],
    ['?page=1.5', '/page: "1.5"; expected a whole number'],
    ['?sort=name', '/sort: string; expected no such field'],
    ['?page=1&page=2', '/page: 2 values; expected one value'],
  ])('%o is a violation', async (query, found) => {
    expect(brief((await exchange('listServers', { query })).violations)).toEqual([`request query ${found}`])
  })

  test('of an operation that takes none is a violation', async () => {
    const { violations } = await exchange('readServer', { query: '?fields=id' })
    expect(brief(violations)).toEqual(['request query /fields: string; expected no such field'])
  })
})

describe('an id in the path', () => {
  test.each(['docs', 'a', 'under_score', 'a'.repeat(32), 'one-2-three'])('%o is taken', async (id) => {
    expect((await exchange('readServer', { id })).violations).toEqual([])
  })

  test.each([
    ['Docs', '"Docs"; expected text that matches ^[a-z0-9_]+(?:-[a-z0-9_]+)*$'],
    ['a'.repeat(33), '33 characters; expected at most 32 characters'],
    ['a/b', '"a/b"; expected text that matches ^[a-z0-9_]+(?:-[a-z0-9_]+)*$'],
  ])('%o is a violation', async (id, found) => {
    expect(brief((await exchange('deletePortal', { id })).violations)).toEqual([`request path /id: ${found}`])
  })
})

describe('a body', () => {
  const server = exampleBody('createServer')
  const portal = exampleBody('createPortal')

  test.each([
    ['lacks a required field', changed(server, '/hostname', undefined), '/hostname: missing; expected a value'],
    ['has a field of the wrong type', changed(server, '/name', 5), '/name: 5 (number); expected a string'],
    ['has null for a field', changed(server, '/name', null), '/name: null; expected a string'],
    [
      'has a value that is not listed',
      changed(server, '/auth_type', 'saml'),
      '/auth_type: "saml"; expected one of "oauth", "bearer", "unauthenticated"',
    ],
    [
      'has a text that is too long',
      changed(server, '/description', 'x'.repeat(513)),
      '/description: 513 characters; expected at most 512 characters',
    ],
    [
      'has a host name for a URL',
      changed(server, '/hostname', 'docs.example.com'),
      '/hostname: "docs.example.com"; expected a URL',
    ],
    [
      'has a field that is not documented',
      changed(server, '/url', 'https://a.example'),
      '/url: string; expected no such field',
    ],
    [
      'has one deep inside',
      changed(server, '/updated_tools', [{ name: 'a', renamed: true }]),
      '/updated_tools/0/renamed: boolean; expected no such field',
    ],
    ['is a list', [], ': a list; expected an object'],
    ['is not JSON', '{', ': not JSON; expected JSON'],
    ['is missing', undefined, ': missing; expected JSON'],
  ])('that %s is a violation', async (_, body, found) => {
    expect(brief((await exchange('createServer', { body })).violations)).toEqual([`request body ${found}`])
  })

  test('is checked in the servers of a portal and in their overrides', async () => {
    const body = changed(portal, '/servers/0', {
      server_id: 'docs',
      updated_tools: [{ name: 'a', alias: 1, renamed: 'b' }],
      enabled: true,
    })
    expect(brief((await exchange('createPortal', { body })).violations)).toEqual([
      'request body /servers/0/enabled: boolean; expected no such field',
      'request body /servers/0/updated_tools/0/renamed: string; expected no such field',
      'request body /servers/0/updated_tools/0/alias: 1 (number); expected a string',
    ])
  })

  test('of an operation that takes none is a violation', async () => {
    const { violations } = await exchange('syncServer', { body: {} })
    expect(brief(violations)).toEqual(['request body : present; expected none'])
  })

  test.each(['text/plain', 'application/json-seq', ''])('sent as %o is a violation', async (type) => {
    const { violations } = await exchange('createServer', { headers: { 'Content-Type': type } })
    expect(brief(violations)).toEqual([`request header /content-type: ${type || 'missing'}; expected application/json`])
  })

  test.each(['application/json; charset=utf-8', 'Application/JSON'])('may be sent as %o', async (type) => {
    expect((await exchange('createServer', { headers: { 'Content-Type': type } })).violations).toEqual([])
  })
})
