import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../../src/client/index.ts'
import type { MockState } from '../../../src/mock/index.ts'
import { buildCommand, removeCommand } from '../../verify/command.ts'
import { docs } from '../setup.ts'
import { startMockCommand } from '../started.ts'

let folder: string

beforeAll(async () => {
  await buildCommand()
  folder = await mkdtemp(join(tmpdir(), 'mock-crash-'))
})

afterAll(() => Promise.all([removeCommand(), rm(folder, { recursive: true })]))

/** Creates servers until the command is killed amid them, and returns how many creates were answered. */
async function createUntilKilled(file: string): Promise<number> {
  const mock = await startMockCommand('--quiet', '--state', file)
  const mcp = createClient({ baseUrl: mock.url, accountId: 'any', apiToken: 'any', maxRetries: 0 })
  const last = Math.floor(Math.random() * 12)
  const delay = Math.random() * 10
  let killed: Promise<unknown> | undefined
  let answered = 0
  try {
    for (;;) {
      await mcp.servers.create({ ...docs, id: `s${answered}`, name: 'x'.repeat(300) })
      answered += 1
      if (answered === last + 1) killed = new Promise((end) => setTimeout(() => end(mock.end('SIGKILL')), delay))
    }
  } catch {
    await killed
    return answered
  }
}

// A start takes most of the time.
const kills = process.env.CI ? 200 : 40

test(`killed at ${kills} random moments, the file can always be read and has every change that was answered`, async () => {
  let run = 0
  const lane = async () => {
    while (run < kills) {
      const file = join(folder, `${run++}.json`)
      const answered = await createUntilKilled(file)
      const state: MockState = JSON.parse(await readFile(file, 'utf8'))
      const kept = state.any?.servers.length ?? 0
      // One more may be written whose response did not arrive any more.
      expect([answered, answered + 1]).toContain(kept)
    }
  }
  await Promise.all([lane(), lane()])
}, 240_000)
