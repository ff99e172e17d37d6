/**
 * Runs the contract cases on every runtime, from the packed tarball. Where CI=true every runtime has to be there, and
 * Debian's browsers are installed; elsewhere `--install` installs them. `--only=deno,bun` runs rows whose names begin so,
 * `--screenshot` renews the picture of the browser example.
 */
import { cases } from './cases/index.ts'
import { installRuntimes } from './install.ts'
import type { Runtime } from './matrix/runtime.ts'
import { type Row, report } from './report.ts'
import { type Bench, startBench } from './stage/bench.ts'

const isCi = process.env.CI === 'true'
const mayUseApt = process.getuid?.() === 0 && (isCi || process.argv.includes('--install'))
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)

async function rowOf(runtime: Runtime, bench: Bench): Promise<Row> {
  const { name, how, program } = runtime
  const row: Row = { name, how, version: '', cases: [], checks: [], time: 0 }
  if (program === undefined) return { ...row, isMissing: true }
  const start = Date.now()
  try {
    row.version = await runtime.version(program)
    Object.assign(row, await runtime.run(program, bench))
  } catch (error) {
    row.trouble = error instanceof Error ? error.message : String(error)
  }
  return { ...row, time: Date.now() - start }
}

async function main(): Promise<number> {
  const start = Date.now()
  const installing = installRuntimes(mayUseApt)
  // An install that is under way is not left to itself, even when there is nothing to be run.
  const bench = await startBench().finally(() => installing)
  const notices = await installing
  for (const notice of notices) console.log(notice)
  console.log(
    `Packed and installed in ${Math.round((Date.now() - start) / 1000)} s. ${cases.length} cases on each runtime.`,
  )
  try {
    // Only now, because what is installed is looked up when these are loaded.
    const { runtimes } = await import('./matrix/index.ts')
    const wanted = only?.toLowerCase().split(',')
    const rows: Row[] = []
    for (const runtime of runtimes) {
      if (wanted && !wanted.some((name) => runtime.name.toLowerCase().startsWith(name))) continue
      rows.push(await rowOf(runtime, bench))
    }
    const { text, failed } = report(rows, cases.length, isCi)
    console.log(`\n${text}`)
    return failed
  } finally {
    await bench.close()
  }
}

const failed = await main().catch((error) => {
  console.error(error)
  console.log('\n0 passed, 1 failed')
  return 1
})
process.exitCode = failed > 0 ? 1 : 0
