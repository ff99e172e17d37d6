import { describe, expect, test } from 'vitest'
import * as client from '../../src/client/index.ts'
import { calls } from '../support/calls.ts'
import { undescribed } from '../support/described.ts'
import { examplesOf, operations, successOf } from '../support/description.ts'
import { wiredClient } from '../support/wired-client.ts'

const wired = wiredClient()

/** The status that stands for each described one, and the class of its error. */
const errorOf: Record<string, [number, typeof client.ApiError]> = {
  400: [400, client.BadRequestError],
  401: [401, client.AuthenticationError],
  403: [403, client.PermissionDeniedError],
  404: [404, client.NotFoundError],
  429: [429, client.RateLimitError],
  default: [503, client.ServerError],
}

const cases = operations.flatMap((operation) =>
  Object.entries(operation.responses).flatMap(([status, response]) =>
    status === successOf(operation)
      ? []
      : examplesOf(response).map(({ name, value }) => ({ operation, status, example: name, value })),
  ),
)

test('every operation and every error status of the spec has a case', () => {
  const described = operations.flatMap(({ operationId, responses }) =>
    Object.keys(responses).map((status) => ({ operationId, status })),
  )
  const withoutCase = described.filter(
    ({ operationId, status }) => !(operationId in calls) || !(status in errorOf || status.startsWith('2')),
  )
  expect(withoutCase).toEqual([])
  expect(Object.keys(calls).length).toBe(operations.length)
})

describe.each(cases)(
  '$operation.operationId with the response $status, $example',
  ({ operation, status, example, value }) => {
    test('rejects with the error of that status, which names what the API listed', async () => {
      const [code, ErrorClass] = errorOf[status] as [number, typeof client.ApiError]
      const given = { id: 'docs', query: {}, body: examplesOf(operation.requestBody)[0]?.value }
      const error = await calls[operation.operationId](wired.mcp, given, {
        headers: { Prefer: `code=${code}, example=${example}` },
      }).catch((thrown: unknown) => thrown)

      const { errors } = value as client.ApiFailure
      expect(error).toBeInstanceOf(ErrorClass)
      expect(error).toMatchObject({ name: ErrorClass.name, status: code, errors, attempts: 1 })
      const { code: number, message, path } = errors[0] as client.ApiMessage
      const place = path ? ` at ${path.join('.')}` : ''
      expect(String(error)).toContain(`${code} `)
      expect(String(error)).toContain(number ? `(${number} ${message}${place})` : `(${message}${place})`)
      // Prism has the same statuses of its own, as problem+json: that would be no response of the spec.
      expect(wired.last().answerHeaders.get('content-type')).toBe('application/json')
      expect(undescribed(wired.last())).toEqual([])
    })
  },
)

test('a rate limit states after how many seconds to retry', async () => {
  const refused = wired.mcp.servers.read('docs', { headers: { Prefer: 'code=429' } })
  await expect(refused).rejects.toMatchObject({ retryAfter: 30 })
})
