import { execFileSync } from 'node:child_process'

const bench = new URL('..', import.meta.url)

/** Runs Node in a process of its own, in the folder of this package, and returns what it prints. */
export function node(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: bench, encoding: 'utf8' })
}
