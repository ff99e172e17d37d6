import type { RetryEvent } from 'cloudflare-mcp-portals'
import { equal, ok, rejection, rejectionOf } from './assert.ts'
import type { Case } from './world.ts'

/** Retries, timeouts and aborts. */
export const retryCases: Case[] = [
  {
    name: 'a 503 is retried until the response comes, and the hook is called',
    run: async ({ faulty }) => {
      const events: RetryEvent[] = []
      const { mcp, seen } = faulty('503-twice', { hooks: { retry: (event) => events.push(event) } })
      equal((await mcp.portals.read('docs')).id, 'docs')
      equal((await seen()).length, 3, 'the number of requests')
      equal(
        events.map(({ operation, attempt, reason, status }) => [operation, attempt, reason, status]),
        [
          ['portals.read', 1, 'status', 503],
          ['portals.read', 2, 'status', 503],
        ],
      )
    },
  },
  {
    name: 'a 503 that stays is a ServerError after the last retry',
    run: async ({ lib, faulty }) => {
      const { mcp, seen } = faulty('status-503', { maxRetries: 1 })
      const { attempts } = await rejectionOf(lib.ServerError, mcp.portals.read('docs'))
      equal([attempts, (await seen()).length], [2, 2], 'attempts and requests')
    },
  },
  {
    name: 'a create is not retried',
    run: async ({ lib, faulty }) => {
      const { mcp, seen } = faulty('503-twice')
      const body = { id: 'a', name: 'A', hostname: 'a.example.com' }
      const { outcome } = await rejectionOf(lib.ServerError, mcp.portals.create(body))
      equal([outcome, (await seen()).length], ['unknown', 1], 'outcome and requests')
    },
  },
  ...['silent', 'half-a-body'].map(timesOut),
  {
    name: 'a call whose signal is aborted already sends nothing',
    run: async ({ faulty }) => {
      const { mcp, seen } = faulty('ok')
      const reason = new Error('not needed')
      ok(
        (await rejection(mcp.portals.read('docs', { signal: AbortSignal.abort(reason) }))) === reason,
        'another reason',
      )
      equal(await seen(), [], 'what was sent')
    },
  },
  ...['silent', 'half-a-body', 'retry-after-30'].map(isAborted),
]

function timesOut(behaviour: string): Case {
  return {
    name: `${behaviour === 'silent' ? 'no response' : 'half a body'} is a TimeoutError after the timeout`,
    run: async ({ lib, faulty }) => {
      const { mcp } = faulty(behaviour, { maxRetries: 0 })
      const start = Date.now()
      const error = await rejectionOf(lib.TimeoutError, mcp.servers.read('docs', { timeout: 300 }))
      equal([error.operation, error.attempts, error.outcome], ['servers.read', 1, 'rejected'])
      ok(Date.now() - start < 5_000, 'it should not take longer')
    },
  }
}

function isAborted(behaviour: string): Case {
  const when: Record<string, string> = { silent: 'the response', 'half-a-body': 'the rest of the body' }
  return {
    name: `an abort while a call waits for ${when[behaviour] ?? 'the next attempt'} rejects with that reason`,
    run: async ({ faulty }) => {
      const controller = new AbortController()
      const reason = { words: 'not needed any more' }
      const pending = faulty(behaviour).mcp.portals.read('docs', { signal: controller.signal })
      setTimeout(() => controller.abort(reason), 300)
      ok((await rejection(pending)) === reason, 'it should reject with the very reason of the signal')
    },
  }
}
