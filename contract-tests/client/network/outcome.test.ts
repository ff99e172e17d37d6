/** What `outcome` says of a call whose attempts ended in different ways. */
import { describe, expect, test } from 'vitest'
import type { Respond } from '../../support/http-server.ts'
import { connect, type Reply, refusal, rejection, repeatable, serve } from '../setup.ts'

const changing = repeatable.filter(({ lostOutcome }) => lostOutcome === 'unknown')
const reading = repeatable.filter(({ lostOutcome }) => lostOutcome === 'rejected')

/** An attempt that may have had its effect. */
const lost: [string, Reply | Respond][] = [
  ['no response', (_, response) => response.destroy()],
  ['a timeout', () => {}],
  [
    'a response that breaks off',
    (_, response) => response.writeHead(200, { 'content-length': 99 }).write('{', () => response.destroy()),
  ],
  ['a 408', { status: 408 }],
  ['a 500', { status: 500 }],
  ['a 504 page', { status: 504, body: '<h1>Gateway timeout</h1>' }],
]
const refusals = [400, 401, 403, 404, 409]

describe.each(lost)('after %s, a refusal of the retry', (_, first) => {
  test.each(changing)('leaves the outcome of $operation unknown', async ({ run }) => {
    for (const status of refusals) {
      const server = await serve(first, refusal(status, { code: 7002, message: 'not found' }))
      const error = await rejection(run(connect(server, { timeout: 100 })))
      expect(error).toMatchObject({ status, attempts: 2, outcome: 'unknown' })
    }
  })

  test.each(reading)('leaves $operation rejected: nothing can have changed', async ({ run }) => {
    const server = await serve(first, refusal(404, { code: 7002, message: 'not found' }))
    const error = await rejection(run(connect(server, { timeout: 100 })))
    expect(error).toMatchObject({ status: 404, attempts: 2, outcome: 'rejected' })
  })
})

test.each(changing)('a refusal of $operation after a 429 is rejected: neither had an effect', async ({ run }) => {
  const server = await serve({ status: 429, headers: { 'retry-after': '1' } }, refusal(400, { message: 'no' }))
  expect(await rejection(run(connect(server)))).toMatchObject({ status: 400, attempts: 2, outcome: 'rejected' })
})

test.each(changing)('a 429 does not settle what an attempt of $operation before it did', async ({ run }) => {
  const busy = { status: 429, headers: { 'retry-after': '1' } }
  const server = await serve({ status: 502 }, busy, refusal(404))
  expect(await rejection(run(connect(server)))).toMatchObject({ status: 404, attempts: 3, outcome: 'unknown' })
})

test('the second call of a client begins anew', async () => {
  const server = await serve({ status: 504 }, refusal(404), refusal(404))
  const { portals } = connect(server)
  expect(await rejection(portals.delete('eng'))).toMatchObject({ outcome: 'unknown' })
  expect(await rejection(portals.delete('eng'))).toMatchObject({ outcome: 'rejected' })
})
