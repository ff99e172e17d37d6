import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type StatefulServer, startStateful } from '../support/stateful/server.ts'
import { buildCommand, command, removeCommand, start } from './command.ts'

vi.setConfig({ testTimeout: 60_000 })

beforeAll(buildCommand)

afterAll(removeCommand)

const created = ({ state }: StatefulServer) =>
  [...state.servers.keys(), ...state.portals.keys()].filter((id) => id.startsWith('contract-'))

/** Sends a signal to the command while its request of that number is under way, and tells how it ends. */
async function interrupt(signal: NodeJS.Signals, number: number) {
  const held: string[] = []
  const server = await startStateful({
    items: 1,
    onRequest: async (line) => {
      if (server.requests.length !== number) return
      held.push(line)
      started.child.kill(signal)
      await after(50) // The answer comes after the signal.
    },
  })
  const started = start(['verify', '--write', '--base-url', server.url])
  const outcome = await started.outcome
  await server.close()
  return { ...outcome, server, held }
}

/** How many requests a run sends, and which is the first that changes something. */
async function countRequests() {
  const server = await startStateful({ items: 1 })
  await command(['verify', '--write', '--base-url', server.url])
  await server.close()
  return { first: server.requests.findIndex((line) => line.startsWith('POST')) + 1, all: server.requests.length }
}

describe('verify --write', () => {
  test('deletes what it created, whichever request is under way when it is interrupted', {
    timeout: 120_000,
  }, async () => {
    const { first, all } = await countRequests()
    expect(all - first).toBeGreaterThan(30)
    for (let number = first - 2; number <= all; number += 3) {
      const { exitCode, stderr, server, held } = await interrupt('SIGINT', number)
      const what = `interrupted in ${held[0]}`
      expect(created(server), what).toEqual([])
      expect([...server.state.servers.keys()], what).toEqual(['number-1'])
      expect(exitCode, what).toBe(130)
      expect(stderr).toContain('interrupted, deleting what was created.')
    }
  })

  test('says which cases it did not run', async () => {
    const { stdout } = await interrupt('SIGINT', 4)
    expect(stdout).toContain('not run, or not to its end: the run was interrupted')
    expect(stdout).toMatch(/ 0 failed, [1-9]\d* could not be checked/)
  })

  test('does the same when it is terminated', async () => {
    const { exitCode, server } = await interrupt('SIGTERM', 20)
    expect(exitCode).toBe(143)
    expect(created(server)).toEqual([])
  })

  test('stops at once when it is interrupted twice', async () => {
    const server = await startStateful({
      onRequest: async (line) => {
        if (!line.startsWith('POST')) return
        started.child.kill('SIGINT')
        // Within a second it is what npm forwards of the same Ctrl-C.
        started.child.stderr?.once('data', () => setTimeout(() => started.child.kill('SIGINT'), 1_200))
        await new Promise(() => {}) // This request is never answered.
      },
    })
    const started = start(['verify', '--write', '--base-url', server.url])
    expect((await started.outcome).exitCode).toBe(130)
    expect(server.requests.at(-1)).toMatch(/^POST/)
    await server.close()
  })
})
