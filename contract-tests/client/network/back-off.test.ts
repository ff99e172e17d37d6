import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { backOff } from '../../../src/client/http/backoff.ts'
import { systemClock } from '../../../src/client/http/clock.ts'
import { connect, serve, testClock } from '../setup.ts'

test.each([
  [1, 500],
  [2, 1_000],
  [3, 2_000],
  [4, 4_000],
  [5, 8_000],
  [6, 8_000],
  [1_000_000, 8_000],
])('after attempt %i the wait is %i ms at most', (attempt, longest) => {
  expect(backOff(attempt, () => 1)).toBe(longest)
})

test('chance decides of the whole wait, from nothing on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
      expect(backOff(attempt, () => chance)).toBe(chance * backOff(attempt, () => 1))
    }),
  )
})

test('a call waits twice as long after each failure, up to eight seconds', async () => {
  const clock = testClock({ random: () => 1 })
  const call = connect(await serve({ status: 500 }), { maxRetries: 7 }, clock).servers.read('docs')
  await expect(call).rejects.toMatchObject({ attempts: 8 })
  expect(clock.waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000])
})

test("the system's clock waits as long as it is told and goes on", async () => {
  vi.useFakeTimers()
  try {
    const done = vi.fn()
    const sleeping = systemClock.sleep(8_000, undefined).then(done)
    await vi.advanceTimersByTimeAsync(7_999)
    expect(done).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    await sleeping
    expect(done).toHaveBeenCalledOnce()
  } finally {
    vi.useRealTimers()
  }
})
