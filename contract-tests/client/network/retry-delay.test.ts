import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { systemClock } from '../../../src/client/http/clock.ts'
import { connect, rejection, testClock } from '../setup.ts'

/** The delays of a call that fails each time, where chance always gives this. */
async function delaysAt(chance: number, maxRetries: number): Promise<number[]> {
  const clock = testClock({ random: () => chance })
  const fetch = async () => new Response('', { status: 500 })
  await rejection(connect({ url: 'http://localhost' }, { fetch, maxRetries }, clock).servers.read('docs'))
  return clock.delays
}

test('a delay is twice as long after each failure, up to eight seconds', async () => {
  expect(await delaysAt(1, 7)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000])
})

test('a delay stays at eight seconds however many retries there are', async () => {
  expect((await delaysAt(1, 1_100)).at(-1)).toBe(8_000)
})

test('chance decides of the whole delay, from nothing on', async () => {
  const longest = await delaysAt(1, 8)
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (chance) => {
      expect(await delaysAt(chance, 8)).toEqual(longest.map((delay) => chance * delay))
    }),
  )
})

test("the system's clock sleeps as long as it is asked to and goes on", async () => {
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
