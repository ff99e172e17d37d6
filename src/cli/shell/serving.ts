import { CommandError, UsageError } from './errors.ts'
import { quoted } from './visible.ts'

/** A whole number that an option takes. */
export function readNumber(option: string, given: string, max: number): number {
  const number = Number(given)
  if (Number.isInteger(number) && number >= 0 && number <= max) return number
  throw new UsageError(`${option} takes a whole number from 0 to ${max}, not ${quoted(given)}`)
}

export const maxPort = 65_535

/** Begins to listen, and says why if that is not possible. */
export async function listenOn<Served>(host: string, port: number, listen: () => Promise<Served>): Promise<Served> {
  try {
    return await listen()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw new CommandError(`port ${port} is in use; choose another with --port`)
    throw new CommandError(`cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : error}`)
  }
}

// At once: the shell may be gone by the time that a server listens.
const parent = process.ppid

/**
 * Calls back when the npm that has started this process ends: npm hands a SIGTERM to the shell between the two, which
 * dies of it and hands on nothing. Returns what stops watching.
 */
export function watchNpm(onEnd: () => void): () => void {
  if (process.env.npm_command === undefined) return () => {}
  const watch = setInterval(() => {
    if (process.ppid !== parent) onEnd()
  }, 250)
  return () => clearInterval(watch)
}
