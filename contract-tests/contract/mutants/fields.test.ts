import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Edition } from '../../../src/contract/index.ts'
import { parseSpec } from '../../../src/drift/parse-spec.ts'
import { changed } from '../../support/change.ts'
import {
  examplesOf,
  type LatestOperationId,
  latestOperations,
  type Operation,
  operations,
  type Schema,
  successOf,
} from '../../support/description.ts'
import { exchange } from '../exchange.ts'
import { Tally } from './detect.ts'
import { createMutants } from './mutate.ts'
import { placesIn, whole } from './whole.ts'

type AnyOperation = Operation<LatestOperationId>
type Content = AnyOperation['responses'][string]

const editions: { edition: Edition; all: AnyOperation[]; file: string }[] = [
  { edition: 'reference', all: operations, file: 'openapi.json' },
  { edition: 'latest', all: latestOperations, file: 'latest/openapi.json' },
]
const clean = { violations: [], undocumented: [] }

const getSchema = (body: Content): Schema => body.content['application/json'].schema
const withBody = (all: AnyOperation[]) =>
  all.flatMap(({ operationId, requestBody }) => (requestBody ? [{ operationId, requestBody }] : []))

/** A status that an entry of the spec stands for. */
const toStatus = (status: string): number => (status === 'default' ? 503 : Number(status))

describe.each(editions)('in the $edition edition', ({ edition, all, file }) => {
  const tally = new Tally(edition)

  describe('what is not mutated raises no alarm', () => {
    test.each(withBody(all))('in a request of $operationId', async ({ operationId, requestBody }) => {
      const [response] = latestSuccess(operationId)
      for (const body of [whole(getSchema(requestBody)), ...examplesOf(requestBody).map(({ value }) => value)]) {
        expect(await exchange(operationId, { body, ...(edition === 'latest' && { response }) }, { edition })).toEqual(
          clean,
        )
      }
    })

    test.each(all)('in a response to $operationId', async ({ operationId, responses }) => {
      for (const [key, response] of Object.entries(responses)) {
        const status = toStatus(key)
        const full = { ...Object(whole(getSchema(response))), success: status < 400 }
        for (const sent of [full, ...examplesOf(response).map(({ value }) => value)]) {
          expect(await exchange(operationId, { status, response: sent }, { edition })).toEqual(clean)
        }
      }
    })
  })

  test.each(withBody(all))(
    'every mutant of a request of $operationId is found',
    async ({ operationId, requestBody }) => {
      const [response] = edition === 'latest' ? latestSuccess(operationId) : []
      for (const { mutation, pointer, path, value } of createMutants(getSchema(requestBody))) {
        const where = { operationId, side: 'request', place: 'body', pointer }
        const given = { body: value, ...(response !== undefined && { response }) }
        const as = mutation === 'null' && latestAllowsNull(operationId, 'request', path) ? 'undocumented' : 'violation'
        await tally.detect(`request: ${mutation}`, operationId, given, as, where)
      }
    },
  )

  test.each(all)('every mutant of a response to $operationId is found', async ({ operationId, responses }) => {
    for (const [key, response] of Object.entries(responses)) {
      const status = toStatus(key)
      const mutants = createMutants(getSchema(response))
      const isRequired = (field: string) =>
        mutants.some(({ mutation, path }) => mutation === 'dropped' && path === field)
      const mayBeNull = (field: string) => /^result.*\w$/.test(field) && !isRequired(field)
      for (const { mutation, pointer, path, value } of mutants) {
        const mutated = pointer === '/success' ? value : changed(value, '/success', status < 400)
        const isNew =
          mutation === 'undocumented' ||
          mutation === 'outside the enum' ||
          (mutation === 'null' && (latestAllowsNull(operationId, key, path) || mayBeNull(path)))
        const where = { operationId, side: 'response', status, place: 'body', pointer }
        const kind = `${status < 400 ? 'success' : 'failure'}: ${mutation}`
        const as = isNew ? 'undocumented' : 'violation'
        await tally.detect(kind, operationId, { status, response: mutated }, as, where)
      }
    }
  })

  test('the mutants are of every field of bodies and successes', () => {
    const document = JSON.parse(readFileSync(new URL(`../../../generated/${file}`, import.meta.url), 'utf8'))
    for (const { method, path, fields } of parseSpec(document).operations) {
      const operation = all.find((other) => other.method === method && other.path === path)!
      const mutants = {
        body: operation.requestBody ? createMutants(getSchema(operation.requestBody)) : [],
        response: createMutants(getSchema(operation.responses[successOf(operation)]!)),
      }
      for (const { place, path: field, type, required, enum: values } of fields) {
        if (place !== 'body' && place !== 'response') continue
        const found = mutants[place].filter((mutant) => mutant.path === field).map(({ mutation }) => mutation)
        const expected = [
          required ? 'dropped' : [],
          type === 'unknown' ? [] : 'wrong type',
          values ? 'outside the enum' : [],
          type === 'unknown' || type.endsWith(' or null') ? [] : 'null',
        ].flat()
        expect(found, `${method} ${path} ${place} ${field}`).toEqual(expected)
      }
    }
  })

  test('mutants of every kind were detected', () => {
    const ofFields = ['dropped', 'wrong type', 'null', 'undocumented']
    const kinds = ['request', 'success', 'failure'].flatMap((part) => ofFields.map((kind) => `${part}: ${kind}`))
    tally.expectKinds(...kinds, 'request: outside the enum', 'success: outside the enum')
  })
})

describe('what only the latest edition has is undocumented in the reference edition, which names the latest', () => {
  const tally = new Tally('reference')

  test.each(operations)('in a response to $operationId', async ({ operationId, responses }) => {
    const success = responses[successOf({ responses })]!
    for (const { pointer, schema } of additionsTo(getSchema(success), latestSchema(operationId, 'success'))) {
      const response = changed(changed(whole(getSchema(success)), '/success', true), pointer, whole(schema))
      const where = { side: 'response', pointer, kind: 'field', edition: 'latest' }
      await tally.detect('newer field', operationId, { response }, 'undocumented', where)
    }
  })

  test.each(withBody(operations))('in a request of $operationId', async ({ operationId, requestBody }) => {
    const schema = getSchema(requestBody as Content)
    for (const addition of additionsTo(schema, latestSchema(operationId, 'request'))) {
      const body = changed(whole(schema), addition.pointer, whole(addition.schema))
      const where = { side: 'request', pointer: addition.pointer, kind: 'field', edition: 'latest' }
      await tally.detect('newer field', operationId, { body }, 'undocumented', where)
    }
  })

  test('newer fields were detected', () => tally.expectKinds('newer field'))
})

/** The places of a schema that another does not have, but for what is below one of them. */
function additionsTo(reference: Schema, latest: Schema): { pointer: string; schema: Schema }[] {
  const known = new Set(placesIn(reference).map(({ pointer }) => pointer))
  const added = placesIn(latest).filter(({ pointer }) => !known.has(pointer))
  return added.filter(({ pointer }) => !added.some((other) => pointer.startsWith(`${other.pointer}/`)))
}

function latestSchema(id: LatestOperationId, part: string): Schema {
  const operation = latestOperations.find(({ operationId }) => operationId === id)!
  if (part === 'request') return getSchema(operation.requestBody!)
  return getSchema(operation.responses[part === 'success' ? successOf(operation) : part]!)
}

/** The examples of a success, as the latest edition has them. */
function latestSuccess(id: LatestOperationId): unknown[] {
  const operation = latestOperations.find(({ operationId }) => operationId === id)!
  return examplesOf(operation.responses[successOf(operation)]).map(({ value }) => value)
}

function latestAllowsNull(id: LatestOperationId, part: string, path: string): boolean {
  const place = placesIn(latestSchema(id, part)).find((candidate) => candidate.path === path)
  return [place?.schema.type].flat().includes('null')
}
