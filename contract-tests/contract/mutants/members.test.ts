import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Contract } from '../../../src/drift/facts.ts'
import { changed } from '../../support/change.ts'
import { examplesOf, type OperationId, operations, type Schema, successOf } from '../../support/description.ts'
import { exchange } from '../exchange.ts'
import { Tally } from './detect.ts'
import { createMutants, type Mutant } from './mutate.ts'
import { whole } from './whole.ts'

const reference = JSON.parse(
  readFileSync(new URL('../../support/reference/reference.json', import.meta.url), 'utf8'),
) as Contract
const tally = new Tally()

type Content = (typeof operations)[number]['responses'][string]

const getSchema = (body: Content): Schema => body.content['application/json'].schema
const withBody = operations.flatMap(({ operationId, requestBody }) =>
  requestBody ? [{ operationId, requestBody }] : [],
)

/** A status that an entry of the description stands for. */
const toStatus = (status: string): number => (status === 'default' ? 503 : Number(status))

describe('what is not mutated raises no alarm', () => {
  test.each(withBody)('in a request of $operationId', async ({ operationId, requestBody }) => {
    for (const body of [whole(getSchema(requestBody)), ...examplesOf(requestBody).map(({ value }) => value)]) {
      expect(await exchange(operationId, { body })).toEqual({ violations: [], undocumented: [] })
    }
  })

  test.each(operations)('in a response to $operationId', async ({ operationId, responses }) => {
    for (const [key, response] of Object.entries(responses)) {
      const status = toStatus(key)
      const full = { ...Object(whole(getSchema(response))), success: status < 400 }
      for (const sent of [full, ...examplesOf(response).map(({ value }) => value)]) {
        expect(await exchange(operationId, { status, response: sent })).toEqual({ violations: [], undocumented: [] })
      }
    }
  })
})

test.each(withBody)(
  'every mutant of a request of $operationId is a violation',
  async ({ operationId, requestBody }) => {
    for (const { mutation, pointer, value } of createMutants(getSchema(requestBody))) {
      const where = { operationId, side: 'request', place: 'body', pointer }
      await tally.detect(`request: ${mutation}`, operationId, { body: value }, 'violation', where)
    }
  },
)

test.each(operations)(
  'every mutant of a response to $operationId is a violation, or undocumented where it is new',
  async ({ operationId, responses }) => {
    for (const [key, response] of Object.entries(responses)) {
      const status = toStatus(key)
      for (const { mutation, pointer, path, value } of createMutants(getSchema(response))) {
        const mutated = pointer === '/success' ? value : changed(value, '/success', status < 400)
        const as = isNew(operationId, { mutation, path }) ? 'undocumented' : 'violation'
        const where = { operationId, side: 'response', status, place: 'body', pointer }
        await tally.detect(
          `${status < 400 ? 'success' : 'failure'}: ${mutation}`,
          operationId,
          { status, response: mutated },
          as,
          where,
        )
      }
    }
  },
)

/** New fields and new values of an enumeration are undocumented; so is null in a server's description, which upstream allows. */
function isNew(id: OperationId, { mutation, path }: Pick<Mutant, 'mutation' | 'path'>): boolean {
  if (mutation === 'undocumented' || mutation === 'outside the enum') return true
  const ofServer = id.includes('Server') ? /^result(\[\])?\.description$/ : /\.servers\[\]\.description$/
  return mutation === 'null' && ofServer.test(path)
}

test('the mutants are of every field that the reference has in bodies and responses', () => {
  for (const { method, path, fields } of reference.operations) {
    const described = operations.find((operation) => operation.method === method && operation.path === path)!
    const mutated = {
      body: described.requestBody ? createMutants(getSchema(described.requestBody)) : [],
      response: createMutants(getSchema(described.responses[successOf(described)]!)),
    }
    for (const { place, path: field, required, enum: values } of fields) {
      if (place !== 'body' && place !== 'response') continue
      const mutations = mutated[place].filter((mutant) => mutant.path === field).map(({ mutation }) => mutation)
      const expected = [required ? 'dropped' : [], 'wrong type', values ? 'outside the enum' : [], 'null'].flat()
      expect(mutations, `${method} ${path} ${place} ${field}`).toEqual(expected)
    }
  }
})

test('mutants of every kind were detected', () => {
  tally.expectKinds(
    'request: dropped',
    'request: wrong type',
    'request: outside the enum',
    'request: null',
    'request: undocumented',
    'success: dropped',
    'success: wrong type',
    'success: outside the enum',
    'success: null',
    'success: undocumented',
    'failure: dropped',
    'failure: wrong type',
    'failure: null',
    'failure: undocumented',
  )
})
