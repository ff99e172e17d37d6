import { describe, expect, test } from 'vitest'
import { accountId, apiToken } from '../support/account.ts'
import { type Arguments, calls } from '../support/calls.ts'
import { undescribed } from '../support/described.ts'
import { type Example, examplesOf, type Operation, operations, successOf } from '../support/description.ts'
import { wiredClient } from '../support/wired-client.ts'

const wired = wiredClient()
const queries: object[] = [{}, { page: 1, per_page: 100, search: 'eng' }]

function requestsOf({ method, path, requestBody }: Operation): [string, Arguments][] {
  const id = path.includes('/servers/') ? 'docs' : 'engineering'
  if (requestBody) return examplesOf(requestBody).map(({ name, value }) => [name, { id, query: {}, body: value }])
  const isList = method === 'GET' && !path.endsWith('{id}')
  return isList
    ? queries.map((query) => [JSON.stringify(query), { id, query, body: undefined }])
    : [['its id', { id, query: {}, body: undefined }]]
}

function answersOf(operation: Operation): Example[] {
  return examplesOf(operation.responses[successOf(operation)])
}

describe.each(operations)('$operationId', (operation) => {
  const isList = operation.operationId.startsWith('list')
  const call = calls[operation.operationId]
  const [first] = requestsOf(operation)

  test.each(requestsOf(operation))('sends %s as the description says, and nothing else', async (_, given) => {
    await call(wired.mcp, given)
    const { method, url, headers, body, answerHeaders } = wired.last()
    expect({ method, path: url.pathname }).toEqual({
      method: operation.method,
      path: operation.path.replace('{account_id}', accountId).replace('{id}', given.id),
    })
    expect(Object.fromEntries(url.searchParams)).toEqual(
      Object.fromEntries(Object.entries(given.query).map(([name, value]) => [name, String(value)])),
    )
    expect(body && JSON.parse(body)).toEqual(given.body ?? '')
    expect(headers.authorization).toBe(`Bearer ${apiToken}`)
    expect(answerHeaders.get('sl-violations')).toBeNull()
    expect(undescribed(wired.last())).toEqual([])
  })

  test.each(answersOf(operation))('hands through the answer of the example $name', async ({ name, value }) => {
    const result = await call(wired.mcp, first?.[1] as Arguments, { headers: { Prefer: `example=${name}` } })
    expect(result).toEqual(isList ? value : (value as { result: unknown }).result)
    expect(undescribed(wired.last())).toEqual([])
  })

  test(`is answered with ${successOf(operation)}`, async () => {
    await call(wired.mcp, first?.[1] as Arguments)
    expect(String(wired.last().status)).toBe(successOf(operation))
  })
})
