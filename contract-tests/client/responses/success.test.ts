import { describe, expect, test } from 'vitest'
import { ApiError, InvalidResponseError } from '../../../src/client/index.ts'
import { connect, envelope, itemsOf, operations, rejection, root, serve, success } from '../setup.ts'

const json = 'application/json'
const html = '<!doctype html><title>Just a moment...</title>'

/** Responses of status 200 that the API never gives: what is wrong, the content type, the body, how the message names it. */
const unusable: [string, string | undefined, string, string][] = [
  ['HTML', 'text/html; charset=UTF-8', html, 'with a body that is not JSON but text/html; charset=UTF-8: '],
  ['text of no stated type', undefined, 'ok', 'with a body that is not JSON but of no stated type: "ok"'],
  ['truncated JSON', json, '{"success":true,"result":{"id":"do', 'with a body that is not JSON but application/json: '],
  ['nothing but space', json, ' \n', 'with a body that is not JSON but application/json: " \\n"'],
  ['a text in JSON', json, '"ok"', "with JSON that is not the API's envelope: "],
  ['a number', json, '7', "with JSON that is not the API's envelope: "],
  ['null', json, 'null', "with JSON that is not the API's envelope: "],
  ['true', json, 'true', "with JSON that is not the API's envelope: "],
  ['an array', json, '[{"success":true}]', "with JSON that is not the API's envelope: "],
  ['an object', json, '{"id":"docs"}', "with JSON that is not the API's envelope: "],
  ['a result without success', json, '{"result":{"id":"docs"}}', "with JSON that is not the API's envelope: "],
  ['success in words', json, '{"success":"true","result":{}}', "with JSON that is not the API's envelope: "],
  ['success of 0', json, '{"success":0,"result":{}}', "with JSON that is not the API's envelope: "],
  ['success without a result', json, '{"success":true}', "with JSON that is not the API's envelope: "],
  ['a result of null', json, '{"success":true,"result":null}', "with JSON that is not the API's envelope: "],
  ['a result of text', json, '{"success":true,"result":"docs"}', "with JSON that is not the API's envelope: "],
]

describe.each(unusable)('status 200 with %s', (_, contentType, body, fault) => {
  test.each(operations)('rejects $operation, once, with what came', async ({ run, lostOutcome }) => {
    const server = await serve({ headers: contentType ? { 'content-type': contentType } : {}, body })
    const error = await rejection(run(connect(server)))
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(error).toMatchObject({ name: 'InvalidResponseError', status: 200, contentType, body, outcome: lostOutcome })
    expect(String(error)).toContain(`: 200 ${fault}`)
    expect(server.requests.length).toBe(1)
  })
})

test.each([
  ['an empty body', 200],
  ['an empty body', 201],
  ['no content', 204],
])('%s of status %i is no response of the API', async (_, status) => {
  const error = await rejection(connect(await serve({ status })).servers.read('docs'))
  expect(error).toBeInstanceOf(InvalidResponseError)
  expect(error).toMatchObject({ status, contentType: undefined, body: '' })
  expect(String(error)).toBe(
    `InvalidResponseError: servers.read: ${status} with an empty body [GET ${root}/servers/docs]`,
  )
})

test.each([
  ['one item', '{"success":true,"result":{"id":"docs"}}'],
  ['items that are no objects', '{"success":true,"result":[{"id":"docs"},"docs"]}'],
  ['items of null', '{"success":true,"result":[null]}'],
])('a list whose result is %s is no list', async (_, body) => {
  const error = await rejection(connect(await serve({ body })).servers.list())
  expect(error).toBeInstanceOf(InvalidResponseError)
})

test('an item whose result is a list is no item', async () => {
  const error = await rejection(connect(await serve({ body: envelope([{ id: 'docs' }]) })).servers.read('docs'))
  expect(error).toBeInstanceOf(InvalidResponseError)
})

test('of a long body the error holds the first 200 characters', async () => {
  const body = html.padEnd(1_000_000, 'x')
  const error = await rejection(connect(await serve({ headers: { 'content-type': 'text/html' }, body })).servers.list())
  expect(error).toMatchObject({ body: body.slice(0, 200) })
  expect(String(error).length).toBeLessThan(600)
})

test('of a long content type it holds as much', async () => {
  const type = `text/${'x'.repeat(5_000)}`
  const error = await rejection(connect(await serve({ headers: { 'content-type': type }, body: html })).servers.list())
  expect(error).toMatchObject({ contentType: type.slice(0, 200) })
  expect(String(error).length).toBeLessThan(600)
})

test.each(operations)('success false rejects $operation with the errors of the envelope', async ({ run }) => {
  const errors = [
    { code: 7001, message: 'name is too long', path: ['body', 'name'] },
    { code: 7002, message: 'no such server' },
  ]
  const messages = [{ code: 1, message: 'see the documentation' }]
  const server = await serve({ body: { success: false, errors, messages, result: null } })
  const error = await rejection(run(connect(server)))
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ name: 'ApiError', status: 200, errors, messages, attempts: 1, outcome: 'rejected' })
  expect(String(error)).toContain(': 200 without success (7001 name is too long at body.name; 7002 no such server) [')
  expect(server.requests.length).toBe(1)
})

test.each([200, 201, 202])('a result of status %i is handed over', async (status) => {
  const server = await serve({ status, body: envelope({ id: 'docs' }) })
  await expect(connect(server).servers.create({} as never)).resolves.toEqual({ id: 'docs' })
})

test('a byte order mark does not hurt', async () => {
  const server = await serve({ body: `\uFEFF${JSON.stringify(envelope({ id: 'docs' }))}` })
  await expect(connect(server).servers.read('docs')).resolves.toEqual({ id: 'docs' })
})

test('unknown fields and values come through, in items, lists and envelopes', async () => {
  const server = { id: 'docs', status: 'pondering', code_mode: { nested: [1, null] }, description: null }
  const page = { ...envelope([server], { page: 1, total_pages: 1, cursor: 'x' }), later: true }
  const mcp = connect(await serve({ body: page }, { body: envelope(server) }))
  await expect(mcp.servers.list()).resolves.toEqual(page)
  await expect(mcp.servers.read('docs')).resolves.toEqual(server)
})

describe('a response that names __proto__ and constructor', () => {
  const evil = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"id":"__proto__"'
  const bodies: [string, string][] = [
    ['in a result', `{${evil},"success":true,"result":{${evil}}}`],
    ['in a list', `{${evil},"success":true,"result":[{${evil}}],"result_info":{${evil},"total_pages":1}}`],
    ['in errors', `{${evil},"success":false,"errors":[{${evil},"code":1,"message":"no"}],"messages":[{${evil}}]}`],
    ['in an error', `{${evil},"title":"no"}`],
  ]

  test.each(bodies)('%s changes no prototype', async (_, body) => {
    const mcp = connect(await serve({ body }))
    for (const { run } of operations) await run(mcp).catch(() => {})
    await itemsOf(mcp.servers.list()).catch(() => {})
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(([] as unknown as Record<string, unknown>).polluted).toBeUndefined()
    expect((() => {}) as unknown as Record<string, unknown>).not.toHaveProperty('polluted')
  })

  test('hands them over as own fields', async () => {
    const body = `{"success":true,"result":{${evil}}}`
    const result = await connect(await serve({ body })).servers.read('docs')
    expect(Object.keys(result)).toEqual(['__proto__', 'constructor', 'id'])
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype)
  })
})

test('success is success for every operation', async () => {
  const mcp = connect(await serve(success))
  for (const { run } of operations) await run(mcp)
})
