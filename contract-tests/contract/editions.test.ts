import { describe, expect, test } from 'vitest'
import { contractFetch, type Edition } from '../../src/contract/index.ts'
import { changed } from '../support/change.ts'
import type { OperationId } from '../support/description.ts'
import { accountId, baseUrl, brief, type Checked, exampleBody, exchange, type Given, successful } from './exchange.ts'

const server = successful('readServer')
const portal = successful('readPortal')
/** A portal as the latest edition has it. */
const newerPortal = changed(portal, '/result/servers/0/server_id', 'docs')
const asRead = (id: OperationId): Given => (/^(create|update)Portal$/.test(id) ? { response: newerPortal } : {})
const messages = ({ undocumented }: Checked): string[] => undocumented.map(({ message }) => message)

/** What of the latest edition a server may have, each at its pointer. */
const newer: [pointer: string, value: unknown, kind: 'field' | 'value'][] = [
  ['/result/authentication_status', 'connected', 'field'],
  ['/result/auth_config_summary', { auth_mode: 'manual', config: { issuer: 'https://a.example' } }, 'field'],
  ['/result/auth_config_summary', null, 'field'],
  ['/result/description', null, 'value'],
  ['/result/tools', null, 'value'],
  ['/result/prompts', null, 'value'],
  ['/result/updated_tools', null, 'value'],
  ['/result/updated_prompts', null, 'value'],
]

describe.each(newer)('a response with the %s %j', (pointer, value, kind) => {
  const given: Given = { response: changed(server, pointer, value) }

  test('is undocumented in the reference edition, which names the latest', async () => {
    const { violations, undocumented } = await exchange('readServer', given)
    expect(violations).toEqual([])
    expect(undocumented).toMatchObject([{ pointer, kind, edition: 'latest' }])
    expect(undocumented[0]!.message).toContain('; the latest edition has it')
  })

  test('is as the latest edition has it', async () => {
    expect(await exchange('readServer', given, { edition: 'latest' })).toEqual({ violations: [], undocumented: [] })
  })
})

const settings: [operation: 'createPortal' | 'updatePortal' | 'createServer' | 'updateServer', body: object][] = [
  ['createPortal', { ...Object(exampleBody('createPortal')), code_mode: 'opt_in' }],
  ['updatePortal', { code_mode: 'off' }],
  ['updatePortal', { description: null }],
  ['createServer', { ...Object(exampleBody('createServer')), client_secret: 'the-secret-of-the-wiki' }],
  ['updateServer', { auth_type: 'oauth' }],
  ['updateServer', { auth_credentials: null }],
  ['updateServer', { updated_tools: null }],
]

describe.each(settings)('a request of %s with %j', (id, body) => {
  test('is undocumented in the reference edition, and is sent', async () => {
    const { violations, undocumented } = await exchange(id, { body })
    expect(violations).toEqual([])
    expect(undocumented).toMatchObject([{ side: 'request', edition: 'latest' }])
  })

  test('is as the latest edition has it', async () => {
    expect(await exchange(id, { ...asRead(id), body }, { edition: 'latest' })).toEqual({
      violations: [],
      undocumented: [],
    })
  })
})

test.each<Edition>(['reference', 'latest'])(
  'a field that neither edition has is wrong in a request to %s',
  async (edition) => {
    const { violations, undocumented } = await exchange('updateServer', { body: { authtype: 'oauth' } }, { edition })
    expect(brief(violations)).toEqual(['request body /authtype: string; expected no such field'])
    expect(undocumented).toEqual([])
  },
)

test.each<Edition>(['reference', 'latest'])(
  'a wrong value of a newer field is wrong in a request to %s',
  async (edition) => {
    const { violations } = await exchange('updateServer', { body: { auth_type: 'saml' } }, { edition })
    expect(violations).toMatchObject([{ side: 'request', pointer: '/auth_type', received: '"saml"' }])
  },
)

test('a wrong value of a newer field is wrong in a response to the latest edition only', async () => {
  const given = { response: changed(server, '/result/auth_config_summary', { auth_mode: 5 }) }
  const reference = await exchange('readServer', given)
  expect(reference.violations).toEqual([])
  expect(brief(reference.undocumented).sort()).toEqual([
    'response body /result/auth_config_summary/auth_mode: 5 (number); expected a string',
    'response body /result/auth_config_summary: object; expected no such field',
  ])
  const { violations } = await exchange('readServer', given, { edition: 'latest' })
  expect(brief(violations)).toEqual([
    'response body /result/auth_config_summary/auth_mode: 5 (number); expected a string',
  ])
})

test('a field that only the latest edition requires is missing there', async () => {
  expect(await exchange('readPortal', { response: portal })).toEqual({ violations: [], undocumented: [] })
  const { violations } = await exchange('readPortal', { response: portal }, { edition: 'latest' })
  expect(brief(violations)).toEqual(['response body /result/servers/0/server_id: missing; expected a value'])
})

describe('a field of a request that only the response to it has', () => {
  const { result: read } = Object(newerPortal)

  test.each<Edition>(['reference', 'latest'])('is undocumented in the %s edition, not wrong', async (edition) => {
    const body = { ...Object(server).result, name: 'Docs' }
    const { violations, undocumented } = await exchange('updateServer', { body }, { edition })
    expect(violations).toEqual([])
    const fields = undocumented.filter((finding) => !finding.edition).map(({ pointer }) => pointer)
    expect(fields).toEqual(expect.arrayContaining(['/id', '/hostname', '/status', '/tools', '/created_at']))
    expect(fields).not.toContain('/name')
  })

  test('is said to be ignored', async () => {
    const { undocumented } = await exchange('updateServer', { body: { created_by: 'ann@example.com' } })
    expect(undocumented[0]!.message).toContain(
      'field /created_by (string) belongs to responses, and the API ignores it',
    )
  })

  test('may be in the servers of a portal, and in their overrides', async () => {
    const { violations, undocumented } = await exchange('updatePortal', { body: read })
    expect(violations).toEqual([])
    expect(undocumented.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/servers/0/id', '/servers/0/updated_tools/0/portal_alias']),
    )
  })

  test('does not hide a field that neither has', async () => {
    const { violations } = await exchange('updatePortal', { body: changed(read, '/servers/0/tolls', []) })
    expect(brief(violations)).toEqual(['request body /servers/0/tolls: list; expected no such field'])
  })

  test.each(['violation', 'pass'] as const)('is undocumented where unknown fields are a %s', async (unknownFields) => {
    const body = { colour: 'red', id: 'docs' }
    const { violations, undocumented } = await exchange('updateServer', { body }, { unknownFields })
    expect(undocumented).toMatchObject([{ pointer: '/id', kind: 'field' }])
    expect(violations).toHaveLength(unknownFields === 'pass' ? 0 : 1)
  })
})

describe('an operation that only the latest edition has', () => {
  const path = 'portals/engineering/servers/docs/effective-redirect-uri'
  const response = { success: true, result: { redirect_uri: 'https://mcp.example.com/callback', source: 'per_portal' } }

  async function read(edition: Edition, body: unknown, query = ''): Promise<Checked> {
    const checked: Checked = { violations: [], undocumented: [] }
    const fetch = contractFetch(async () => Response.json(body), {
      baseUrl,
      edition,
      onViolation: (violation) => checked.violations.push(violation),
      onUndocumented: (finding) => checked.undocumented.push(finding),
    })
    await fetch(`${baseUrl}/accounts/${accountId}/access/ai-controls/mcp/${path}${query}`)
    return checked
  }

  test('is undocumented in the reference edition', async () => {
    const checked = await read('reference', response)
    expect(checked.violations).toEqual([])
    expect(messages(checked)).toEqual([
      expect.stringMatching(
        /^readEffectiveRedirectUri: request: the reference edition has no operation .*; the latest/,
      ),
    ])
  })

  test('is checked as the latest edition has it', async () => {
    expect(await read('latest', response)).toEqual({ violations: [], undocumented: [] })
    const { violations } = await read('latest', { success: true, result: { source: 'per_portal' } }, '?page=1')
    expect(brief(violations)).toEqual([
      'request query /page: string; expected no such field',
      'response body /result/redirect_uri: missing; expected a value',
    ])
  })
})
