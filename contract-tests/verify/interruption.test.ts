import { setTimeout as after } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalServer, startServer } from '../support/deviations/server.ts'
import { buildCommand, command, removeCommand, start } from './command.ts'

beforeAll(buildCommand)

afterAll(removeCommand)

const created = ({ account }: LocalServer) =>
  [...account.servers.keys(), ...account.portals.keys()].filter((id) => id.startsWith('contract-'))

/** Sends a signal to the command while its request of that number is under way, and tells how it ends. */
async function interrupt(signal: NodeJS.Signals, number: number) {
  const held: string[] = []
  const server = await startServer({
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
  const server = await startServer({ items: 1 })
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
      expect([...server.account.servers.keys()], what).toEqual(['number-1'])
      expect(exitCode, what).toBe(130)
      expect(stderr).toContain('interrupted, deleting what was created.')
    }
  })

  test('says which cases it did not run', async () => {
    const { stdout } = await interrupt('SIGINT', 4)
    expect(stdout).toContain('cases not run: the run was interrupted')
    expect(stdout).toMatch(/ 0 failed, .*[1-9]\d* not run/)
  })

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('does the same at %s', async (signal, code) => {
    const { exitCode, server } = await interrupt(signal, 20)
    expect(exitCode).toBe(code)
    expect(created(server)).toEqual([])
  })

  test('takes two signals within a second for one, as npm sends them', async () => {
    const server = await startServer({
      items: 1,
      onRequest: async (line) => {
        if (!line.startsWith('POST') || started.child.killed) return
        started.child.kill('SIGINT')
        setTimeout(() => started.child.kill('SIGINT'), 5)
        await after(100)
      },
    })
    const started = start(['verify', '--write', '--base-url', server.url])
    expect((await started.outcome).exitCode).toBe(130)
    expect(created(server)).toEqual([])
    await server.close()
  })

  test('deletes what it created though nobody reads what it says', async () => {
    const server = await startServer({
      items: 1,
      onRequest: async (line) => {
        if (!line.startsWith('POST') || started.child.killed) return
        started.child.stdout?.destroy()
        started.child.stderr?.destroy()
        started.child.kill('SIGINT')
        await after(100)
      },
    })
    const started = start(['verify', '--write', '--base-url', server.url])
    started.outcome.catch(() => {}) // Its streams are closed.
    expect(await new Promise((resolve) => started.child.once('exit', resolve))).toBe(130)
    expect(created(server)).toEqual([])
    await server.close()
  })

  test('stops at once when it is interrupted twice, and names what may be left', async () => {
    const server = await startServer({
      onRequest: async (line) => {
        if (!line.startsWith('POST')) return
        started.child.kill('SIGINT')
        // Within a second it is what npm forwards of the same Ctrl-C.
        started.child.stderr?.once('data', () => setTimeout(() => started.child.kill('SIGINT'), 1_200))
        await new Promise(() => {}) // This request is never answered.
      },
    })
    const started = start(['verify', '--write', '--base-url', server.url])
    const { exitCode, stderr } = await started.outcome
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/stopped\. This may be left behind: server "contract-\S+-a"\n$/)
    expect(server.requests.at(-1)).toMatch(/^POST/)
    await server.close()
  })
})
