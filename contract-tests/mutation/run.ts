/**
 * `npm run test:mutation [part…]`: changes the client in one place at a time and counts the changes that no test notices.
 * Each part is tried with the tests that are about it, so that what survives is a lower bound of what is noticed.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parts } from './parts.ts'

const root = join(import.meta.dirname, '../..')
const report = join(root, 'reports/mutation.json')

interface Mutant {
  status: string
  mutatorName: string
  location: { start: { line: number } }
  replacement?: string
}

const noticed = ['Killed', 'Timeout', 'RuntimeError', 'CompileError']
let killed = 0
let survived = 0

/** Runs Stryker on one part and prints what survived. */
function tryPart(name: string): void {
  const part = parts[name]
  if (!part) throw new Error(`There is no part ${name}; there are ${Object.keys(parts).join(', ')}`)
  const stryker = join(import.meta.dirname, 'node_modules/.bin/stryker')
  const config = join(import.meta.dirname, 'stryker.config.json')
  rmSync(report, { force: true })
  const env = { ...process.env, MUTATION_TESTS: part.tests.join() }
  spawnSync(stryker, ['run', config, '--mutate', part.mutate.join()], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { files }: { files: Record<string, { mutants: Mutant[] }> } = JSON.parse(readFileSync(report, 'utf8'))
  for (const [file, { mutants }] of Object.entries(files)) {
    const counted = mutants.filter(({ status }) => status !== 'Ignored')
    const left = counted.filter(({ status }) => !noticed.includes(status))
    killed += counted.length - left.length
    survived += left.length
    console.log(`${file}: ${counted.length - left.length} of ${counted.length} noticed`)
    for (const { location, mutatorName, replacement } of left) {
      console.log(
        `  line ${location.start.line}, ${mutatorName}: ${(replacement ?? '').replace(/\s+/g, ' ').slice(0, 80)}`,
      )
    }
  }
}

mkdirSync(join(root, 'reports'), { recursive: true })
const asked = process.argv.slice(2)
for (const name of asked.length > 0 ? asked : Object.keys(parts)) tryPart(name)
console.log(`\n${((100 * killed) / (killed + survived)).toFixed(1)} % of ${killed + survived} changes noticed`)
process.exitCode = killed / (killed + survived) >= 0.9 ? 0 : 1
