import { type Example, examplesOf, type Operation, operations, successOf } from '../../support/description.ts'
import type { Examples } from './world.ts'

/** What the cases need of the spec, to be handed to a runtime as JSON. */
export function examplesForCases(): Examples {
  const calls = operations.map((operation) => [
    operation.operationId,
    {
      body: firstOf(examplesOf(operation.requestBody)),
      response: firstOf(examplesOf(operation.responses[successOf(operation)])),
    },
  ])
  const refusals = operations.flatMap(({ responses }: Operation) => Object.entries(responses))
  const failures = refusals
    .filter(([status]) => status.startsWith('4'))
    .map(([status, response]) => [status, firstOf(examplesOf(response))])
  return { calls: Object.fromEntries(calls), failures: Object.fromEntries(failures) }
}

function firstOf([example]: Example[]): unknown {
  return example?.value
}
