import { describe, expect, test } from 'vitest'
import { examplesOf, operations } from '../support/description.ts'
import { brief, exampleBody, exchange } from './exchange.ts'
import { changed } from './mutants/change.ts'

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
    ['?page=0', '/page: at least 1, not 0'],
    ['?per_page=101', '/per_page: at most 100, not 101'],
    ['?page=first', '/page: a whole number, not "first"'],
    ['?page=', '/page: a whole number, not ""'],
    ['?page=1.5', '/page: a whole number, not "1.5"'],
    ['?sort=name', '/sort: no such field, not a string'],
    ['?page=1&page=2', '/page: one value, not 2 values'],
  ])('%o is a violation', async (query, found) => {
    expect(brief((await exchange('listServers', { query })).violations)).toEqual([`request query ${found}`])
  })

  test('of an operation that takes none is a violation', async () => {
    const { violations } = await exchange('readServer', { query: '?fields=id' })
    expect(brief(violations)).toEqual(['request query /fields: no such field, not a string'])
  })
})

describe('an id in the path', () => {
  test.each(['docs', 'a', 'under_score', 'a'.repeat(32), 'one-2-three'])('%o is taken', async (id) => {
    expect((await exchange('readServer', { id })).violations).toEqual([])
  })

  test.each([
    ['Docs', 'text of the form ^[a-z0-9_]+(?:-[a-z0-9_]+)*$, not "Docs"'],
    ['a'.repeat(33), 'at most 32 characters, not 33 characters'],
    ['a/b', 'text of the form ^[a-z0-9_]+(?:-[a-z0-9_]+)*$, not "a/b"'],
  ])('%o is a violation', async (id, found) => {
    expect(brief((await exchange('deletePortal', { id })).violations)).toEqual([`request path /id: ${found}`])
  })
})

describe('a body', () => {
  const server = exampleBody('createServer')
  const portal = exampleBody('createPortal')

  test.each([
    ['lacks a required field', changed(server, '/hostname', undefined), '/hostname: a field, not none'],
    ['has a field of the wrong type', changed(server, '/name', 5), '/name: a string, not a number'],
    ['has null for a field', changed(server, '/description', null), '/description: a string, not null'],
    [
      'has a value that is not listed',
      changed(server, '/auth_type', 'saml'),
      '/auth_type: one of "oauth", "bearer", "unauthenticated", not "saml"',
    ],
    [
      'has a text that is too long',
      changed(server, '/description', 'x'.repeat(513)),
      '/description: at most 512 characters, not 513 characters',
    ],
    [
      'has a host name for a URL',
      changed(server, '/hostname', 'docs.example.com'),
      '/hostname: a URL, not "docs.example.com"',
    ],
    [
      'has a field that is not documented',
      changed(server, '/url', 'https://a.example'),
      '/url: no such field, not a string',
    ],
    [
      'has one deep inside',
      changed(server, '/updated_tools', [{ name: 'a', renamed: true }]),
      '/updated_tools/0/renamed: no such field, not a boolean',
    ],
    ['is a list', [], ': an object, not a list'],
    ['is not JSON', '{', ': JSON, not text that is none'],
    ['is missing', undefined, ': a body, not none'],
  ])('that %s is a violation', async (_, body, found) => {
    expect(brief((await exchange('createServer', { body })).violations)).toEqual([`request body ${found}`])
  })

  test('is checked in the servers of a portal and in their overrides', async () => {
    const body = changed(portal, '/servers/0', {
      server_id: 'docs',
      updated_tools: [{ name: 'a', alias: 1, portal_alias: 'b' }],
      enabled: true,
    })
    expect(brief((await exchange('createPortal', { body })).violations)).toEqual([
      'request body /servers/0/enabled: no such field, not a boolean',
      'request body /servers/0/updated_tools/0/portal_alias: no such field, not a string',
      'request body /servers/0/updated_tools/0/alias: a string, not a number',
    ])
  })

  test('of an operation that takes none is a violation', async () => {
    const { violations } = await exchange('syncServer', { body: {} })
    expect(brief(violations)).toEqual(['request body : no body, not one'])
  })

  test('that an update cannot change is a violation', async () => {
    const { violations } = await exchange('updateServer', { body: { hostname: 'https://docs.example.com/mcp' } })
    expect(brief(violations)).toEqual(['request body /hostname: no such field, not a string'])
  })

  test.each(['text/plain', 'application/json-seq', ''])('sent as %o is a violation', async (type) => {
    const { violations } = await exchange('createServer', { headers: { 'Content-Type': type } })
    expect(brief(violations)).toEqual([`request header /content-type: application/json, not ${type || 'none'}`])
  })

  test.each(['application/json; charset=utf-8', 'Application/JSON'])('may be sent as %o', async (type) => {
    expect((await exchange('createServer', { headers: { 'Content-Type': type } })).violations).toEqual([])
  })
})
