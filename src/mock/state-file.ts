import { readFile, rename, writeFile } from 'node:fs/promises'
import type { MockState } from './api/types.ts'

/** What a file holds, which may be anything: `createMock` checks it. Undefined where there is no such file. */
export async function readStateFile(path: string): Promise<MockState | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Makes a function that writes the state to a file, whole or not at all: into another file, which then takes the name.
 * Its promise is fulfilled when what the state was at the call, or later, is written. Calls during a write share the next.
 */
export function createStateWriter(path: string, state: () => MockState): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined

  async function write(): Promise<void> {
    next = undefined
    await writeFile(`${path}.tmp`, `${JSON.stringify(state(), null, 2)}\n`)
    await rename(`${path}.tmp`, path)
  }

  return () => {
    next ??= last.catch(() => {}).then(write)
    last = next
    return next
  }
}
