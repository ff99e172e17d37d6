import { describe, expect, test } from 'vitest'
import { BadRequestError } from '../../src/client/index.ts'
import { badRequestsOf, fullestExample, type Path } from '../support/bad-requests.ts'
import { calls } from '../support/calls.ts'
import { operations, type Schema } from '../support/description.ts'
import { wiredClient } from '../support/wired-client.ts'

const wired = wiredClient()

const withBody = operations.filter(({ requestBody }) => requestBody)

describe.each(withBody)('$operationId', (operation) => {
  const schema = operation.requestBody?.content['application/json'].schema as Schema
  const cases = badRequestsOf(schema, fullestExample(operation)).map((bad) => ({ ...bad, field: bad.path.join('.') }))

  test.each(cases)('is refused for $field $reason', async ({ change, violation, path }) => {
    const body = structuredClone(fullestExample(operation))
    change(body)
    const call = calls[operation.operationId](wired.mcp, { id: 'docs', query: {}, body })
    await expect(call).rejects.toBeInstanceOf(BadRequestError)
    const violations = JSON.parse(wired.last().answerHeaders.get('sl-violations') ?? '[]')
    const location = locationOf(path, violation)
    expect(violations).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining(violation), location }),
    )
    for (const each of violations) expect(each.location).toEqual(location)
  })

  test('is not refused for a field that the spec does not have, which the API ignores', async () => {
    const body = { ...fullestExample(operation), colour: 'red' }
    await calls[operation.operationId](wired.mcp, { id: 'docs', query: {}, body })
    expect(wired.last().status).toBeLessThan(300)
  })
})

/** Prism reports a missing field where its parent is. */
function locationOf(path: Path, violation: string): string[] {
  const ofParent = violation.includes('property')
  return ['request', 'body', ...(ofParent ? path.slice(0, -1) : path).map(String)]
}

const lists = operations.filter(({ operationId }) => operationId.startsWith('list'))

describe.each(lists)('$operationId', (operation) => {
  test.each([
    ['page', 0],
    ['page', 1.5],
    ['per_page', 0],
    ['per_page', 101],
    ['per_page', 'many'],
  ])('is refused for %s %s by the client, and by whoever follows the spec', async (name, value) => {
    const sent = wired.count()
    const call = calls[operation.operationId](wired.mcp, { id: '', query: { [name]: value }, body: undefined })
    await expect(call).rejects.toThrow(new RegExp(`^${name}: expected a whole number from 1`))
    expect(wired.count()).toBe(sent)

    const path = operation.path.replace('{account_id}', 'a')
    const { status } = await wired.send(`${path}?${name}=${value}`)
    expect(status).toBe(400)
    const violations = JSON.parse(wired.last().answerHeaders.get('sl-violations') ?? '[]')
    expect(violations).toEqual([expect.objectContaining({ location: ['request', 'query', name] })])
  })
})
