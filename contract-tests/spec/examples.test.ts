import { describe, expect, test } from 'vitest'
import {
  type LatestOperationId,
  latestOperations,
  type Operation,
  operations,
  successOf,
} from '../support/description.ts'

const editions: [name: string, all: Operation<LatestOperationId>[]][] = [
  ['reference', operations],
  ['latest', latestOperations],
]

// Specmatic, Microcks and Prism find the parts of an exchange by the name that their examples share.
describe.each(editions)('the named examples of the %s edition', (_, all) => {
  const named = (body: Operation['requestBody']): string[] =>
    Object.keys(body?.content['application/json'].examples ?? {})

  test.each(all)('of $operationId pair: a request and its success', (operation) => {
    const responses = named(operation.responses[successOf(operation)])
    expect(responses).not.toEqual([])
    if (operation.requestBody) expect(named(operation.requestBody)).toEqual(responses)
  })

  test.each(all)('of $operationId are on each id in its path', (operation) => {
    const names = named(operation.responses[successOf(operation)])
    const missing = operation.responses['404'] ? [...names, ...named(operation.responses['404'])] : names
    for (const { name, examples } of operation.parameters.filter(({ in: place }) => place === 'path')) {
      expect(Object.keys(examples), name).toEqual(expect.arrayContaining(missing))
    }
  })

  test.each(all)('of $operationId are on no parameter for nothing', (operation) => {
    const shared = new Set(all.flatMap(({ responses }) => Object.values(responses).flatMap((body) => named(body))))
    for (const { name, examples } of operation.parameters) {
      expect(
        Object.keys(examples).filter((example) => !shared.has(example)),
        name,
      ).toEqual([])
    }
  })
})
