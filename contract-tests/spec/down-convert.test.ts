import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Prism, startPrism } from '../../scripts/prism.ts'
import { description, examplesOf, operations, successOf } from '../support/description.ts'
import { contractOf } from './contract-of.ts'

const root = join(import.meta.dirname, '../..')
const file = join(root, 'generated/openapi-3.0.json')
const converted = JSON.parse(readFileSync(file, 'utf8'))

describe('the contract of generated/openapi-3.0.json', () => {
  test('is that of generated/openapi.json: operations, fields, requiredness, enums and limits', () => {
    expect(contractOf(description).length).toBeGreaterThan(200)
    expect(contractOf(converted)).toEqual(contractOf(description))
  })

  test.each([
    ['a renamed field', '"total_pages"', '"pages"'],
    ['a field that is no longer required', '"required":["success","result"]', '"required":["success"]'],
    ['a value less', '"enum":["oauth","bearer",', '"enum":["oauth",'],
    ['a limit that is gone', '"maxLength":512', '"x":512'],
    ['another type', '"total_count":{"type":"integer"', '"total_count":{"type":"string"'],
    ['another operation', '"operationId":"syncServer"', '"operationId":"sync"'],
    ['a response less', '"404"', '"410"'],
  ])('would differ by %s', (_change, from, to) => {
    const text = JSON.stringify(converted)
    expect(text).toContain(from)
    expect(contractOf(JSON.parse(text.replace(from, to)))).not.toEqual(contractOf(description))
  })

  test('has the same server, tags, security, prose and examples', () => {
    for (const key of ['servers', 'tags', 'security']) expect(converted[key]).toEqual(description[key])
    expect(converted.components.securitySchemes).toEqual(description.components.securitySchemes)
    expect(converted.components.examples).toEqual(description.components.examples)
    expect(proseOf(converted.paths)).toEqual(proseOf(description.paths))
    expect(proseOf(converted.components)).toEqual(proseOf(description.components))
  })
})

test('generated/openapi-3.0.json is OpenAPI 3.0 and keeps the rules of the house', async () => {
  expect(converted.openapi).toMatch(/^3\.0\./)
  const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js')
  const { stderr } = await promisify(execFile)(process.execPath, [redocly, 'lint', file], { cwd: root })
  expect(stderr).toContain('Your API description is valid')
}, 30_000)

describe('a mock that knows only generated/openapi-3.0.json', () => {
  let mock: Prism

  beforeAll(async () => {
    mock = await startPrism({ document: file })
  })
  afterAll(() => mock.close())

  test.each(
    operations.flatMap((operation) => Object.keys(operation.responses).map((status) => ({ operation, status }))),
  )('responds to $operation.operationId with $status as the mock of 3.1 does', async ({ operation, status }) => {
    const path = operation.path.replace('{account_id}', 'any').replace('{id}', 'docs')
    const [body] = examplesOf(operation.requestBody)
    const code = status === 'default' ? '500' : status
    const responses = [mock.url, inject('baseUrl')].map(async (base) => {
      const response = await fetch(base + path, {
        method: operation.method,
        headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json', Prefer: `code=${code}` },
        ...(body && { body: JSON.stringify(body.value) }),
      })
      return { status: response.status, body: await response.json() }
    })
    const [ours, other] = await Promise.all(responses)
    expect(ours).toEqual(other)
    expect(ours?.status).toBe(Number(code))
  })

  test.each(operations.filter(({ requestBody }) => requestBody))('refuses a wrong $operationId', async (operation) => {
    const response = await fetch(mock.url + operation.path.replace('{account_id}', 'any').replace('{id}', 'docs'), {
      method: operation.method,
      headers: { Authorization: 'Bearer any', 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 7, unknown: true }),
    })
    expect(response.status).toBe(400)
  })

  test('knows every documented success', () => {
    expect(operations.map(successOf).sort()).toEqual([...Array(9).fill('200'), '201', '201'])
  })
})

function proseOf(node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    (key === 'description' || key === 'summary') && typeof value === 'string' ? [value] : proseOf(value),
  )
}
