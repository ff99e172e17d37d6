import { expect, test } from 'vitest'
import { changed } from '../../support/change.ts'
import { type Operation, type OperationId, operations, resolve, type Schema } from '../../support/description.ts'
import { exchange, type Given, successful } from '../exchange.ts'
import { Tally } from './detect.ts'

const tally = new Tally()
const failure = { success: false, errors: [{ message: 'no' }] }
const statuses = [200, 201, 202, 203, 206, 302, 303, 307, 400, 402, 404, 405, 409, 410, 412, 413, 415, 418, 422, 451]

const isDescribed = ({ responses }: Operation, status: number): boolean => String(status) in responses

test.each(operations)('$operationId with a status that is not its own is undocumented', async (operation) => {
  const { operationId } = operation
  for (const status of statuses.filter((each) => !isDescribed(operation, each))) {
    const given = { status, response: status >= 400 ? failure : successful(operationId) }
    const where = { side: 'response', place: 'status', received: String(status) }
    await tally.detect('wrong status', operationId, given, 'undocumented', where)
  }
})

test.each(operations)(
  '$operationId with a failure where it succeeds, or the reverse, is a violation',
  async (operation) => {
    const { operationId } = operation
    const success = successful(operationId)
    const where = { side: 'response', place: 'body', pointer: '/success' }
    const failed = changed(success, '/success', false)
    await tally.detect('wrong success', operationId, { response: failed }, 'violation', where)
    for (const status of [...Object.keys(operation.responses), '500', '599']
      .map(Number)
      .filter((each) => each >= 400)) {
      const response = { ...failure, success: true }
      await tally.detect('wrong success', operationId, { status, response }, 'violation', { ...where, status })
    }
  },
)

/** What may come in the place of an envelope, and where that is wrong. */
function envelopes(id: OperationId): [Given, object][] {
  const envelope = Object(successful(id))
  const isList = Array.isArray(envelope.result)
  const body = { place: 'body', pointer: '' }
  return [
    [{ response: changed(envelope, '/result', undefined) }, { ...body, pointer: '/result' }],
    [{ response: changed(envelope, '/result', null) }, { ...body, pointer: '/result' }],
    [{ response: changed(envelope, '/result', isList ? {} : [envelope.result]) }, { ...body, pointer: '/result' }],
    [{ response: changed(envelope, '/success', undefined) }, { ...body, pointer: '/success' }],
    [{ response: changed(envelope, '/errors', {}) }, { ...body, pointer: '/errors' }],
    [{ response: changed(envelope, '/errors', null) }, { ...body, pointer: '/errors' }],
    [{ response: [envelope] }, body],
    [{ response: 'null' }, body],
    [{ response: '"text"' }, body],
    [{ response: '{"success":true,"result":' }, body],
    [{ response: '' }, body],
    [
      { contentType: 'text/html', response: '<html>' },
      { place: 'header', pointer: '/content-type' },
    ],
    [{ contentType: 'application/problem+json' }, { place: 'header', pointer: '/content-type' }],
  ]
}

test.each(operations)('$operationId with a wrong envelope is a violation', async ({ operationId }) => {
  for (const [given, where] of envelopes(operationId)) {
    await tally.detect('wrong envelope', operationId, given, 'violation', { side: 'response', ...where })
  }
})

/** The schema of the result or, for a list, of an item. */
function resultSchemaOf({ responses }: Operation): { name: string; required: string[] } {
  const envelope = resolve<Schema>(
    Object.entries(responses).find(([status]) => status.startsWith('2'))![1].content['application/json'].schema,
  )
  const { result } = envelope.properties!
  const held = result!.items ?? result!
  return { name: held.$ref!, required: resolve<Schema>(held).required ?? [] }
}

/** The result of the example or, for a list, its first item. */
const resultOf = (id: OperationId): object => [Object(successful(id)).result].flat()[0]

const isList = (id: OperationId): boolean => id.startsWith('list')

test.each(operations)('$operationId with the result of another operation is reported', async (operation) => {
  const { operationId: id } = operation
  const { name, required } = resultSchemaOf(operation)
  for (const other of operations) {
    const otherId = other.operationId
    if (resultSchemaOf(other).name === name && isList(otherId) === isList(id)) continue
    const { violations, undocumented } = await exchange(id, { response: successful(otherId) })
    // What lacks nothing that is required here is not wrong: what it has beside that is new.
    const isWrong = isList(id) !== isList(otherId) || required.some((field) => !(field in resultOf(otherId)))
    expect(isWrong ? violations : undocumented, `${id} with the result of ${otherId}`).not.toEqual([])
    if (!isWrong) expect(violations, `${id} with the result of ${otherId}`).toEqual([])
    tally.count('result of another')
  }
})

test.each(operations)('$operationId with something undocumented in its request is a violation', async (operation) => {
  const { operationId, requestBody } = operation
  const unknown = { side: 'request', place: 'query', pointer: '/undocumented' }
  await tally.detect('undocumented query', operationId, { query: '?undocumented=1' }, 'violation', unknown)
  if (requestBody) return
  const where = { side: 'request', place: 'body', pointer: '' }
  await tally.detect('undocumented body', operationId, { body: { name: 'Docs' } }, 'violation', where)
})

const wrongQueries: Record<string, string[]> = {
  page: ['0', '-1', 'x', '1.5', '', 'null'],
  per_page: ['0', '101', 'x', '2.5', '', 'null'],
}

test.each(operations)('$operationId with a wrong parameter is a violation', async ({ operationId, parameters }) => {
  for (const { in: place, name } of parameters) {
    for (const value of wrongQueries[name] ?? []) {
      const where = { side: 'request', place, pointer: `/${name}` }
      await tally.detect('wrong query', operationId, { query: `?${name}=${value}` }, 'violation', where)
    }
    if (name !== 'id') continue
    for (const id of ['Upper', 'two--hyphens', '-first', 'sp ace', 'sl/ash', 'x'.repeat(33), 'ü']) {
      const where = { side: 'request', place, pointer: '/id' }
      await tally.detect('wrong id', operationId, { id }, 'violation', where)
    }
  }
})

test('mutants of every kind were detected', () => {
  tally.expectKinds(
    'wrong status',
    'wrong success',
    'wrong envelope',
    'result of another',
    'undocumented query',
    'undocumented body',
    'wrong query',
    'wrong id',
  )
})
