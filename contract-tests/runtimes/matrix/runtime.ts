import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Outcome } from '../cases/index.ts'
import type { Bench } from '../stage/bench.ts'
import { run } from '../stage/child.ts'

/** One row of the matrix. */
export interface Runtime {
  name: string
  /** How it comes by the package. */
  how: string
  /** The program, if it is here. */
  program: string | undefined
  version(program: string): Promise<string>
  run(program: string, bench: Bench): Promise<Result>
}

export interface Result {
  cases: Outcome[]
  /** What is asked of this runtime alone. */
  checks: Outcome[]
}

/** A program of the private package beside this folder. */
export function privateProgram(path: string): string | undefined {
  const program = join(import.meta.dirname, '../node_modules', path)
  return existsSync(program) ? program : undefined
}

/** The first of these programs that the machine has. */
export function programOf(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

export async function versionOf(program: string, pattern = /\d+(\.\d+)+/): Promise<string> {
  return pattern.exec(await run(program, ['--version'], { limit: 20_000 }))?.[0] ?? 'unknown'
}

/** The outcomes that a program has printed. */
export function printed(text: string): Outcome[] {
  return JSON.parse(text)
}

export async function check(name: string, test: () => Promise<void>): Promise<Outcome> {
  return test().then(
    () => ({ name }),
    (error) => ({ name, failure: String(error?.stack ?? error) }),
  )
}

/** An example prints what it did; these words have to be among it. */
export function checkExample(name: string, running: () => Promise<string>, ...words: string[]): Promise<Outcome> {
  return check(`examples/${name}`, async () => {
    const said = await running()
    const missing = words.filter((word) => !said.includes(word))
    if (missing.length > 0) throw new Error(`${missing.join(', ')} should be in what it prints: ${said}`)
  })
}
