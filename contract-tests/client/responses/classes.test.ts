import { expect, test } from 'vitest'
import * as client from '../../../src/client/index.ts'

const classes = Object.entries(client).filter(([name]) => name.endsWith('Error'))
// A failed sync is the error of no call.
const ofCalls = classes.filter(([name]) => name !== 'NotReadyError')
const call = { operation: 'portals.read', method: 'GET', path: '/', attempts: 2, outcome: 'unknown' } as const

test('there is a class for each kind of failure', () => {
  expect(classes.map(([name]) => name).sort()).toEqual([
    'ApiError',
    'AuthenticationError',
    'BadRequestError',
    'ConflictError',
    'ConnectionError',
    'InvalidResponseError',
    'McpPortalsError',
    'NotFoundError',
    'NotReadyError',
    'PermissionDeniedError',
    'RateLimitError',
    'ServerError',
    'TimeoutError',
  ])
})

test.each(ofCalls)('%s is an McpPortalsError with its own name, and holds the call', (name, Class) => {
  const error = new (Class as typeof client.McpPortalsError)('it failed', call)
  expect(error).toBeInstanceOf(Error)
  expect(error).toBeInstanceOf(client.McpPortalsError)
  expect(error).toMatchObject({ name, message: 'it failed', ...call })
  expect(String(error)).toBe(`${name}: it failed`)
  expect(error.stack?.startsWith(`${name}: it failed`)).toBe(true)
  expect(Object.keys(error)).not.toContain('name')
})

test("a class of the user's own may name itself", () => {
  class Violation extends client.McpPortalsError {
    constructor() {
      super('not as agreed')
      this.name = 'Violation'
    }
  }
  expect(String(new Violation())).toBe('Violation: not as agreed')
})
