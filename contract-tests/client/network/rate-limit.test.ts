import { describe, expect, test } from 'vitest'
import { RateLimitError, ServerError } from '../../../src/client/index.ts'
import { connect, operations, rejection, serve, success, testClock } from '../setup.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const inSeconds = (seconds: number) => new Date(now + seconds * 1000).toUTCString()
const backOff = 250

/** A 429 with this header, if any, and this body. */
function tooMany(header: string | undefined, body: unknown = '') {
  return { status: 429, headers: header === undefined ? {} : { 'retry-after': header }, body }
}

test.each(operations)('$operation is retried after a 429', async ({ run }) => {
  const server = await serve(tooMany('7'), tooMany('11'), success)
  const clock = testClock()
  await run(connect(server, {}, clock))
  const [first, second, third] = server.requests
  expect(second).toEqual(first)
  expect(third).toEqual(first)
  expect(clock.delays).toEqual([7_000, 11_000])
})

test.each(operations)('$operation gives up when the 429 stays, and nothing has happened', async ({ run }) => {
  const server = await serve(tooMany('1'))
  const error = await rejection(run(connect(server)))
  expect(error).toBeInstanceOf(RateLimitError)
  expect(error).toMatchObject({ status: 429, attempts: 3, outcome: 'rejected', retryAfter: 1 })
  expect(server.requests.length).toBe(3)
})

test.each([
  ['1', '', 1_000],
  ['60', '', 60_000],
  ['2.25', '', 2_250],
  [inSeconds(30), '', 30_000],
  [inSeconds(60), '', 60_000],
  ['Sunday, 22-Nov-26 10:00:09 GMT', '', 9_000],
  ['7', { retry_after: 30 }, 7_000],
  ['0', { retry_after: 5 }, 5_000],
  ['0', { error: { retry_after: 5.25 } }, 5_250],
  [undefined, { retry_after: '12' }, 12_000],
  [undefined, '{ "retry_after" : 60 }', 60_000],
  [undefined, 'error 1015 {"retry_after":31, "ray":', 31_000],
  ['-5', { retry_after: 5 }, 5_000],
  ['soon', { retry_after: 5 }, 5_000],
  [inSeconds(-1), { retry_after: 5 }, 5_000],
])('a 429 with Retry-After %s and body %j is retried after that delay, never earlier', async (header, body, delay) => {
  const clock = testClock({ now: () => now })
  await connect(await serve(tooMany(header, body), success), {}, clock).servers.read('docs')
  expect(clock.delays).toEqual([delay])
})

test.each([
  [undefined, ''],
  ['0', ''],
  ['0.0', ''],
  ['-5', ''],
  ['', ''],
  ['soon', ''],
  // Date.parse takes the next three for the years 2045, 2099 and 2001.
  ['wait 45', ''],
  ['junk 2099', ''],
  ['x -5', ''],
  ['5 seconds', ''],
  ['30, 30', ''],
  ['1e1', ''],
  ['0x10', ''],
  ['Infinity', ''],
  [inSeconds(0), ''],
  [inSeconds(-30), ''],
  [`${inSeconds(30)}+0100`, ''],
  ['Sun, 99 Foo 2026 10:00:30 GMT', ''],
  [undefined, { retry_after: 0 }],
  [undefined, { retry_after: -5 }],
  [undefined, { retry_after: '5 minutes' }],
  [undefined, { retry_after: '30s' }],
  [undefined, '{"retry_after":1e3}'],
  [undefined, { retry_after: null }],
  [undefined, { retry_after: { seconds: 5 } }],
  [undefined, { not_retry_after: 5 }],
])('a 429 with Retry-After %s and body %j states no delay, and is backed off from', async (header, body) => {
  const clock = testClock({ now: () => now })
  await connect(await serve(tooMany(header, body), success), {}, clock).servers.read('docs')
  expect(clock.delays).toEqual([backOff])
})

describe('above 60 seconds', () => {
  test.each([
    ['61', '', 61],
    ['60.5', '', 60.5],
    ['300', '', 300],
    ['99999999999', '', 99_999_999_999],
    ['0', { retry_after: 120 }, 120],
    ['-1', { retry_after: 61 }, 61],
  ])(
    'a 429 with Retry-After %s and body %j fails at once, and the error states the delay',
    async (header, body, retryAfter) => {
      const server = await serve(tooMany(header, body), success)
      const clock = testClock()
      const error = await rejection(connect(server, {}, clock).servers.read('docs'))
      expect(error).toBeInstanceOf(RateLimitError)
      expect(error).toMatchObject({ attempts: 1, outcome: 'rejected', retryAfter })
      expect(String(error)).toContain(`, retry after ${Math.ceil(retryAfter)} s [`)
      expect(server.requests.length).toBe(1)
      expect(clock.delays).toEqual([])
    },
  )

  test('a date becomes seconds', async () => {
    const server = await serve(tooMany(new Date(Date.now() + 90_000).toUTCString()))
    const error = (await rejection(connect(server).servers.read('docs'))) as RateLimitError
    expect(error.retryAfter).toBeGreaterThan(60)
    expect(error.retryAfter).toBeLessThanOrEqual(90)
    expect(server.requests.length).toBe(1)
  })

  test('a 503 fails at once too', async () => {
    const server = await serve({ status: 503, headers: { 'retry-after': '120' } }, success)
    const error = await rejection(connect(server).servers.read('docs'))
    expect(error).toBeInstanceOf(ServerError)
    expect(error).toMatchObject({ attempts: 1, retryAfter: 120 })
    expect(server.requests.length).toBe(1)
  })
})

test('a 503 with Retry-After is retried after that delay', async () => {
  const clock = testClock()
  const server = await serve({ status: 503, headers: { 'retry-after': '9' } }, success)
  await connect(server, {}, clock).servers.read('docs')
  expect(clock.delays).toEqual([9_000])
})

test('a 400 with Retry-After is not retried', async () => {
  const server = await serve({ status: 400, headers: { 'retry-after': '9' } }, success)
  await expect(connect(server).servers.read('docs')).rejects.toMatchObject({ attempts: 1, retryAfter: 9 })
  expect(server.requests.length).toBe(1)
})

test('an error of a response without Retry-After has no retryAfter', async () => {
  const error = await rejection(connect(await serve(tooMany(undefined))).servers.read('docs'))
  expect(error).toMatchObject({ retryAfter: undefined })
  expect(String(error)).not.toContain('retry after')
})
