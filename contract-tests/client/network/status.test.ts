import { describe, expect, test } from 'vitest'
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  NotFoundError,
  PermissionDeniedError,
  ServerError,
} from '../../../src/client/index.ts'
import { connect, creates, refusal, rejection, repeatable, root, serve, success, testClock } from '../setup.ts'

const transient = [408, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530]
// Without 407, which fetch itself makes a failed connection of, and 421, which fetch itself sends again: its standard says so.
const final = [
  ...[
    402, 405, 406, 410, 411, 412, 413, 414, 415, 416, 417, 418, 420, 422, 423, 424, 425, 426, 428, 430, 431, 451, 499,
  ],
  ...[501, 505, 506, 507, 508, 510, 511, 519, 528, 529, 531, 599],
]

describe.each(transient)('status %i', (status) => {
  test('is retried, and the next response counts', async () => {
    const server = await serve({ status }, success)
    const clock = testClock()
    await expect(connect(server, {}, clock).servers.read('docs')).resolves.toEqual({ id: 'docs' })
    expect(server.requests.length).toBe(2)
    expect(clock.delays).toEqual([250])
  })

  test('becomes an error that counts the attempts when it stays', async () => {
    const server = await serve({ status })
    const clock = testClock()
    const error = await rejection(connect(server, {}, clock).servers.read('docs'))
    expect(error).toBeInstanceOf(status < 500 ? ApiError : ServerError)
    expect(error).toMatchObject({ status, attempts: 3, outcome: 'rejected' })
    expect(String(error)).toContain(`, after 3 attempts [GET ${root}/servers/docs]`)
    expect(server.requests.length).toBe(3)
    expect(clock.delays).toEqual([250, 500])
  })

  test.each(creates)('is not retried by $operation, whose outcome is unknown', async ({ run }) => {
    const server = await serve({ status }, success)
    const error = await rejection(run(connect(server)))
    expect(error).toMatchObject({ status, attempts: 1, outcome: 'unknown' })
    expect(String(error)).not.toContain('attempts')
    expect(server.requests.length).toBe(1)
  })
})

test.each(repeatable)('$operation is retried with the same request', async ({ run }) => {
  const server = await serve({ status: 503 }, { status: 502 }, success)
  await run(connect(server))
  const [first, second, third] = server.requests
  expect(second).toEqual(first)
  expect(third).toEqual(first)
})

test.each(final)('status %i is not retried', async (status) => {
  const server = await serve({ status }, success)
  const error = await rejection(connect(server).servers.delete('docs'))
  expect(error).toBeInstanceOf(status < 500 ? ApiError : ServerError)
  expect(error).toMatchObject({ status, attempts: 1, outcome: status < 500 ? 'rejected' : 'unknown' })
  expect(server.requests.length).toBe(1)
})

describe.each([
  [400, BadRequestError, 'Bad Request'],
  [401, AuthenticationError, 'Unauthorized'],
  [403, PermissionDeniedError, 'Forbidden'],
  [404, NotFoundError, 'Not Found'],
  [409, ConflictError, 'Conflict'],
])('status %i', (status, ErrorClass, phrase) => {
  test.each([...creates, ...repeatable])('rejects $operation at once with its own class of error', async ({ run }) => {
    const server = await serve(refusal(status, { code: 7000, message: 'no' }), success)
    const error = await rejection(run(connect(server)))
    expect(error).toBeInstanceOf(ErrorClass)
    expect(error).toMatchObject({ name: ErrorClass.name, status, attempts: 1, outcome: 'rejected' })
    expect(String(error)).toContain(`: ${status} ${phrase} (7000 no)`)
    expect(server.requests.length).toBe(1)
  })
})

test.each([
  [0, 1],
  [1, 2],
  [4, 5],
])('maxRetries %i sends %i requests at most', async (maxRetries, requests) => {
  const server = await serve({ status: 500 })
  const ofClient = await rejection(connect(server, { maxRetries }).portals.read('eng'))
  expect(ofClient).toMatchObject({ attempts: requests })
  const tried = requests > 1 ? `, after ${requests} attempts` : ''
  expect(String(ofClient)).toContain(`: 500 Internal Server Error${tried} [`)
  expect(server.requests.length).toBe(requests)

  const ofCall = await rejection(connect(server).portals.read('eng', { maxRetries }))
  expect(ofCall).toMatchObject({ attempts: requests })
  expect(server.requests.length).toBe(2 * requests)
})

test('the error of a call that fails in another way each time is that of the last response', async () => {
  const server = await serve({ status: 500 }, { status: 503 }, refusal(404))
  await expect(connect(server).portals.read('eng')).rejects.toMatchObject({ status: 404, attempts: 3 })
})
