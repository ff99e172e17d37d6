import { readFileSync } from 'node:fs'
import { jsonpath } from 'json-p3'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { toName } from '../../src/drift/facts.ts'
import { parseSpec } from '../../src/drift/parse-spec.ts'

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const reference = JSON.parse(file('generated/openapi.json'))
const latest = JSON.parse(file('generated/latest/openapi.json'))
const mcp = '/accounts/{account_id}/access/ai-controls/mcp'

/** What the API has grown, by hand: `place field: type`, where the reference has another type or no such field. */
const codeMode = 'code_mode: string off|opt_in|default_on|enforced'
const ofServer = [
  'auth_config_summary: object or null',
  'auth_config_summary.auth_mode: string dcr|manual',
  'auth_config_summary.client_secret_version: number',
  'auth_config_summary.config: object',
  'auth_config_summary.config.authorization_endpoint: string',
  'auth_config_summary.config.issuer: string',
  'auth_config_summary.config.resource: string',
  'auth_config_summary.config.revocation_endpoint: string',
  'auth_config_summary.config.token_endpoint: string',
  'auth_config_summary.has_client_secret: boolean',
  'auth_config_summary.registration_info: object',
  'auth_config_summary.registration_info.client_id: string',
  'auth_config_summary.registration_info.redirect_uris: array of string',
  'auth_config_summary.registration_info.scope: string',
  'auth_config_summary.registration_info.token_endpoint_auth_method: string',
  'authentication_status: string not_required|required|connected|stale|manual',
  'description: string or null',
  'prompts: required array of map[unknown] or null',
  'tools: required array of map[unknown] or null',
  'updated_prompts: array of object or null',
  'updated_tools: array of object or null',
]
const ofAttached = [...ofServer, 'server_id: required string']
const ofEnvelope = ['errors', 'messages'].flatMap((list) => [
  `${list}: array of object`,
  `${list}[].code: number`,
  `${list}[].message: required string`,
  `${list}[].path: array of unknown`,
])
const below = (place: string, fields: string[]): string[] => fields.map((field) => `${place}${field}`)
const portal = (result: string): string[] => [
  `response ${result}${codeMode}`,
  ...below(`response ${result}servers[].`, ofAttached),
]
const ids = (...names: string[]): string[] => ['account_id', ...names].map((name) => `path ${name}: required string`)
const success = ['success: required boolean', 'result: required object', ...ofEnvelope]
const toolCalls = [
  'query granularity: string daily|monthly',
  'query aggregate: string true|false',
  'query tz: string',
  'query days: number',
  ...below('response ', success),
  'response result.granularity: string daily|monthly',
  'response result.aggregate: unknown',
  'response result.tz: string',
  'response result.start: number',
  'response result.end: number',
  'response result.series: array of object',
  'response result.series[].day: string',
  'response result.series[].count: number',
  'response result.total: number',
]

const additions: Record<string, string[]> = {
  [`GET ${mcp}/portals`]: portal('result[].'),
  [`POST ${mcp}/portals`]: [`body ${codeMode}`, ...portal('result.')],
  [`GET ${mcp}/portals/{id}`]: portal('result.'),
  [`PUT ${mcp}/portals/{id}`]: [
    `body ${codeMode}`,
    'body description: string or null',
    'body secure_web_gateway: boolean or null',
    ...portal('result.'),
  ],
  [`DELETE ${mcp}/portals/{id}`]: [`response result.${codeMode}`],
  [`GET ${mcp}/servers`]: below('response result[].', ofServer),
  [`POST ${mcp}/servers`]: [
    'body client_secret: string',
    'body description: string or null',
    ...below('response result.', ofServer),
  ],
  [`GET ${mcp}/servers/{id}`]: below('response result.', ofServer),
  [`PUT ${mcp}/servers/{id}`]: [
    'body auth_credentials: string or null',
    'body auth_type: string oauth|bearer|unauthenticated',
    'body client_secret: string',
    'body description: string or null',
    'body is_shared_oauth_callback_enabled: boolean or null',
    'body secure_web_gateway: boolean or null',
    'body updated_prompts: array of object or null',
    'body updated_tools: array of object or null',
    ...below('response result.', ofServer),
  ],
  [`DELETE ${mcp}/servers/{id}`]: below('response result.', ofServer),
  [`POST ${mcp}/servers/{id}/sync`]: [],
  [`GET ${mcp}/portals/{portal_id}/servers/{server_id}/effective-redirect-uri`]: [
    ...ids('portal_id', 'server_id'),
    ...below('response ', success),
    'response result.redirect_uri: required string',
    'response result.source: required string per_portal|shared_mcp22',
  ],
  [`GET ${mcp}/analytics/tool-calls/timeseries`]: [...ids(), ...toolCalls],
  [`GET ${mcp}/analytics/portals/{portal_id}/tool-calls/timeseries`]: [...ids('portal_id'), ...toolCalls],
  [`GET ${mcp}/analytics/servers/{server_id}/tool-calls/timeseries`]: [...ids('server_id'), ...toolCalls],
}

/** Every field of a document, as the list above writes it, by operation. */
function fieldsOf(document: unknown): Record<string, string[]> {
  const operations = parseSpec(document).operations.map((operation) => {
    const lines = operation.fields.map(({ place, path, required, type, enum: values }) =>
      [`${place} ${path}:`, required && 'required', type, values?.join('|')].filter(Boolean).join(' '),
    )
    return [toName(operation), lines]
  })
  return Object.fromEntries(operations)
}

describe('the latest edition', () => {
  const before = fieldsOf(reference)
  const after = fieldsOf(latest)

  test('has the operations of the reference, and four more', () => {
    expect(Object.keys(after).toSorted()).toEqual(Object.keys(additions).toSorted())
    expect(Object.keys(after)).toEqual(expect.arrayContaining(Object.keys(before)))
  })

  test.each(Object.keys(additions))('adds to %s what the API has grown, and nothing else', (name) => {
    const known = before[name] ?? []
    expect(after[name]!.filter((field) => !known.includes(field)).toSorted()).toEqual(additions[name]!.toSorted())
  })

  test('takes no field away', () => {
    const paths = (fields: string[]): string[] => fields.map((field) => field.split(':')[0]!)
    for (const [name, fields] of Object.entries(before)) {
      expect(paths(after[name]!), name).toEqual(expect.arrayContaining(paths(fields)))
    }
  })

  test('deprecates allow_code_mode, and keeps both secrets write-only', () => {
    const { schemas } = latest.components
    for (const name of ['McpPortal', 'DeletedMcpPortal', 'McpPortalCreate', 'McpPortalUpdate']) {
      expect(schemas[name].properties.allow_code_mode, name).toMatchObject({ type: 'boolean', deprecated: true })
    }
    for (const name of ['McpServerCreate', 'McpServerUpdate']) {
      const { auth_credentials, client_secret } = schemas[name].properties
      expect([auth_credentials.writeOnly, client_secret.writeOnly], name).toEqual([true, true])
    }
  })
})

interface Action {
  target: string
  [extension: string]: unknown
}

describe('each action of the overlay', () => {
  const overlay: { extends: string; actions: Action[] } = parse(file('spec/overlays/latest.yaml'))
  const countOf = (target: string, document: never): number => jsonpath.query(target, document).length

  // redocly does not report a target that matches nothing.
  test.each(overlay.actions)('changes everything that its target names: $target', ({ target }) => {
    const named = [...target.matchAll(/\[([^\]]+)\]/g)].map(([, names = '']) => names.split("', '").length)
    const expected = named.reduce((product, count) => product * count, 1)
    const found = Math.max(countOf(target, reference as never), countOf(target, latest as never))
    if (target.includes('*')) expect(found).toBeGreaterThanOrEqual(expected)
    else expect(found).toBe(expected)
  })

  test.each(overlay.actions)('says where it is written down, when, and how sure it is: $target', (action) => {
    expect(action['x-source']).toMatch(/.{8}/)
    expect(String(action['x-date'])).toMatch(/^2026-\d\d(-\d\d)?$/)
    expect(action['x-certainty']).toMatch(/^(documented|measured|guess)$/)
  })

  test('a target that names what is not there would be found', () => {
    expect(countOf("$.components.schemas['McpServer', 'McpServr'].properties", latest as never)).toBe(1)
  })
})

test('the entry ./latest exports the type of every schema that only the latest edition has', () => {
  const added = Object.keys(latest.components.schemas).filter((name) => !(name in reference.components.schemas))
  const exported = [...file('src/client/latest.ts').matchAll(/^ {2}(\w+),$/gm)].map(([, name]) => name)
  expect(exported.toSorted()).toEqual(added.toSorted())
})
