import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountId } from '../support/account.ts'
import { anyOf } from '../support/arbitrary.ts'
import { calls } from '../support/calls.ts'
import { undescribed } from '../support/described.ts'
import { operations, type Schema } from '../support/description.ts'
import { wiredClient } from '../support/wired-client.ts'

const wired = wiredClient()
const numRuns = 40

const withBody = operations.filter(({ requestBody }) => requestBody)
const ids = operations.filter(({ path }) => path.includes('{id}'))
const lists = operations.filter(({ operationId }) => operationId.startsWith('list'))

describe.each(withBody)('$operationId', ({ operationId, requestBody }) => {
  test('is accepted with any body that the description allows, which arrives unchanged', async () => {
    const bodies = anyOf(requestBody?.content['application/json'].schema as Schema)
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        await calls[operationId](wired.mcp, { id: 'docs', query: {}, body })
        expect(JSON.parse(wired.last().body)).toEqual(body)
        expect(wired.last().answerHeaders.get('sl-violations')).toBeNull()
        expect(undescribed(wired.last())).toEqual([])
      }),
      { numRuns },
    )
  })
})

describe.each(lists)('$operationId', ({ operationId, parameters }) => {
  test('is accepted with any query that the description allows, which arrives unchanged', async () => {
    const members = parameters.filter((parameter) => parameter.in === 'query')
    const queries = fc.record(Object.fromEntries(members.map(({ name, schema }) => [name, anyOf(schema)])), {
      requiredKeys: [],
    })
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        await calls[operationId](wired.mcp, { id: '', query, body: undefined })
        const sent = Object.entries(query).map(([name, value]) => [name, String(value)])
        expect(Object.fromEntries(wired.last().url.searchParams)).toEqual(Object.fromEntries(sent))
        expect(undescribed(wired.last())).toEqual([])
      }),
      { numRuns },
    )
  })
})

describe.each(ids)('$operationId', ({ operationId, parameters, method, path }) => {
  test('is reached with any id that the description allows', async () => {
    const schema = parameters.find(({ name }) => name === 'id')?.schema as Schema
    await fc.assert(
      fc.asyncProperty(anyOf(schema), async (id) => {
        await calls[operationId](wired.mcp, { id: id as string, query: {}, body: {} })
        expect(wired.last().method).toBe(method)
        expect(wired.last().url.pathname).toBe(path.replace('{account_id}', accountId).replace('{id}', id as string))
      }),
      { numRuns: 20 },
    )
  })
})
