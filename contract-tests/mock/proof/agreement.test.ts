import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startPrism } from '../../../scripts/prism.ts'
import { createMock, type MockOptions } from '../../../src/mock/index.ts'
import { anyOf } from '../../support/arbitrary.ts'
import { badRequestsOf, fullestExample } from '../../support/bad-requests.ts'
import { latestOperations, operations, type Schema } from '../../support/description.ts'
import { docs, engineering } from '../setup.ts'

type Body = Record<string, unknown>

/** What Prism accepts, since it has no memory, and the mock refuses by a rule of docs/mock.md. */
const exceptions: [rule: string, is: (operationId: string, body: Body) => boolean][] = [
  ['a PUT in which nothing can be set', (id, body) => id.startsWith('update') && Object.keys(body).length === 0],
  [
    'allow_code_mode beside code_mode',
    (_, { code_mode: mode, allow_code_mode: allow }) =>
      mode !== undefined && allow !== undefined && allow !== (mode !== 'off'),
  ],
]

const documents = {
  reference: { operations, file: undefined },
  latest: {
    operations: latestOperations,
    file: new URL('../../../generated/latest/openapi.yaml', import.meta.url).pathname,
  },
}

/** On a connection of its own: a kept one may be closed by Prism in the moment in which a request takes it. */
function fetchOnce(url: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('Connection', 'close')
  return fetch(url, { ...init, headers })
}

/** The state that a request needs: the servers that it names, and what it changes. */
function stateFor(path: string, id: string, body: Body): MockOptions {
  const attachments = (body.servers ?? []) as { server_id: string }[]
  const isCreate = !path.includes('{id}')
  const ids = new Set([...attachments.map(({ server_id }) => server_id), ...(isCreate ? [] : [id])])
  return {
    servers: [...ids].map((server) => ({ ...docs, id: server })),
    portals: isCreate ? [] : [{ ...engineering, id }],
  }
}

describe.each(['reference', 'latest'] as const)('Prism and the mock, on the %s edition', (edition) => {
  const { operations, file } = documents[edition]
  let prism: Awaited<ReturnType<typeof startPrism>> | undefined
  let prismUrl = ''
  beforeAll(async () => {
    prism = file === undefined ? undefined : await startPrism({ document: file })
    prismUrl = prism?.url ?? inject('baseUrl')
  })
  afterAll(() => prism?.close())

  /** The status from each of the two. */
  async function ask(method: string, path: string, body: unknown, state: MockOptions, token = 'Bearer any') {
    const init: RequestInit = {
      method,
      headers: { ...(token && { Authorization: token }), 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }
    const ofPrism = await fetchOnce(prismUrl + path, init)
    const ofMock = await createMock({ ...state, edition }).fetch(`https://example.com${path}`, init)
    await Promise.all([ofPrism.body?.cancel(), ofMock.body?.cancel()])
    return [ofPrism.status, ofMock.status]
  }

  const toPath = (template: string, id = 'docs') =>
    template.replace('{account_id}', 'account').replace(/\{(\w*id)\}/g, encodeURIComponent(id))

  test.each(operations.filter(({ requestBody }) => requestBody))(
    'accept any valid body of $operationId, with the same status',
    async ({ operationId, method, path, requestBody }) => {
      const schema = requestBody?.content['application/json'].schema as Schema
      await fc.assert(
        fc.asyncProperty(anyOf(schema) as fc.Arbitrary<Body>, async (body) => {
          const [prism, mock] = await ask(method, toPath(path), body, stateFor(path, 'docs', body))
          expect(prism).toBeLessThan(300)
          const isException = exceptions.some(([, is]) => is(operationId, body))
          expect(mock).toBe(isException ? 400 : prism)
        }),
        { numRuns: 60 },
      )
    },
  )

  test.each(operations.filter(({ parameters }) => parameters.some((parameter) => parameter.in === 'query')))(
    'accept any valid query of $operationId',
    async ({ path, parameters }) => {
      const queries = parameters.filter((parameter) => parameter.in === 'query')
      const anyQuery = fc.record(Object.fromEntries(queries.map(({ name, schema }) => [name, anyOf(schema)])), {
        requiredKeys: [],
      })
      await fc.assert(
        fc.asyncProperty(anyQuery, async (query) => {
          const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
          expect(await ask('GET', `${toPath(path)}?${search}`, undefined, stateFor('{id}', 'docs', {}))).toEqual([
            200, 200,
          ])
        }),
        { numRuns: 40 },
      )
    },
  )

  test.each(operations.filter(({ path, requestBody }) => path.includes('{id}') && !requestBody))(
    'reach $operationId with any valid id',
    async ({ method, path, parameters }) => {
      const schema = parameters.find(({ name }) => name === 'id')?.schema as Schema
      await fc.assert(
        fc.asyncProperty(anyOf(schema) as fc.Arbitrary<string>, async (id) => {
          expect(await ask(method, toPath(path, id), undefined, stateFor(path, id, {}))).toEqual([200, 200])
        }),
        { numRuns: 20 },
      )
    },
  )

  test.each(operations)('refuse $operationId without a token', async ({ method, path, requestBody }) => {
    const body = requestBody && {}
    expect(await ask(method, toPath(path), body, {}, '')).toEqual([401, 401])
  })

  test.each([
    ['page', '0'],
    ['page', '1.5'],
    ['page', 'one'],
    ['per_page', '0'],
    ['per_page', '101'],
    ['per_page', 'many'],
  ])('refuse the query %s=%s', async (name, value) => {
    for (const collection of ['servers', 'portals']) {
      const path = `/accounts/account/access/ai-controls/mcp/${collection}?${name}=${value}`
      expect(await ask('GET', path, undefined, {})).toEqual([400, 400])
    }
  })
})

describe('Prism and the mock', () => {
  const withBody = operations.filter(({ requestBody }) => requestBody)

  test.each(withBody)('refuse each bad body of $operationId', async (operation) => {
    const example = fullestExample(operation)
    const schema = operation.requestBody?.content['application/json'].schema as Schema
    const path = operation.path.replace('{account_id}', 'account').replace('{id}', 'docs')
    const bad = badRequestsOf(schema, example)
    expect(bad.length).toBeGreaterThan(3)
    for (const { change, path: field } of bad) {
      const body = structuredClone(example)
      change(body)
      const init = {
        method: operation.method,
        headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }
      const ofPrism = await fetchOnce(inject('baseUrl') + path, init)
      const mock = createMock(stateFor(operation.path, 'docs', { servers: [{ server_id: 'docs' }] }))
      const ofMock = await mock.fetch(`https://example.com${path}`, init)
      expect([ofPrism.status, ofMock.status]).toEqual([400, 400])
      const { errors } = await ofMock.json()
      expect(errors).toContainEqual({ code: 7001, message: expect.any(String), path: ['body', ...field] })
      await ofPrism.body?.cancel()
    }
  })
})
