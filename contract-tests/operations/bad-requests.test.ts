import { describe, expect, test } from 'vitest'
import { BadRequestError } from '../../src/client/index.ts'
import { calls } from '../support/calls.ts'
import { examplesOf, operations, resolve, type Schema } from '../support/description.ts'
import { wiredClient } from '../support/wired-client.ts'

const wired = wiredClient()

type Path = (string | number)[]
interface BadRequest {
  reason: string
  path: Path
  change(body: object): void
  violation: string
}

/** Every required or enumerated field below a schema, at the place where the example has it. */
function badRequestsOf(schema: Schema, example: unknown, path: Path = []): BadRequest[] {
  const { properties = {}, required = [], items, enum: values } = resolve<Schema>(schema)
  if (items) return badRequestsOf(items, (example as unknown[])[0], [...path, 0])
  if (values)
    return [change('a value outside the enum', path, 'none-of-these', 'must be equal to one of the allowed values')]
  return Object.entries(properties).flatMap(([name, field]) => {
    const value = (example as Record<string, unknown>)[name]
    if (value === undefined) {
      if (resolve<Schema>(field).items || required.includes(name))
        throw new Error(`The example lacks ${[...path, name].join('.')}`)
      return []
    }
    const below = badRequestsOf(field, value, [...path, name])
    if (!required.includes(name)) return below
    const wrong = resolve<Schema>(field).type === 'string' ? 7 : 'seven'
    return [
      change('without it', [...path, name], undefined, `must have required property '${name}'`),
      change('of a wrong type', [...path, name], wrong, `must be ${resolve<Schema>(field).type}`),
      ...below,
    ]
  })
}

function change(reason: string, path: Path, value: unknown, message: string): BadRequest {
  return {
    reason,
    path,
    violation: message,
    change: (body) => {
      const parent = path
        .slice(0, -1)
        .reduce((node, key) => (node as Record<string | number, object>)[key] as object, body)
      Object.assign(parent, { [path.at(-1) as string]: value })
    },
  }
}

/** The example that shows the most. */
function fullestExample(operation: (typeof operations)[number]): object {
  const examples = examplesOf(operation.requestBody).map(({ value }) => value as object)
  return examples.reduce((fullest, each) =>
    JSON.stringify(each).length > JSON.stringify(fullest).length ? each : fullest,
  )
}

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
