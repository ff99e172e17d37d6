/**
 * Builds the reference page and opens it in a real Chromium, from a file and from a web server. What it needs it installs:
 * the driver into this folder, Chromium from Debian's packages where that is allowed (root, in CI).
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildPages } from '../../../scripts/docs.ts'
import { browserPath } from './browser-path.ts'

const here = import.meta.dirname

function run(command: string, ...args: string[]): void {
  const { status } = spawnSync(command, args, { cwd: here, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`)
}

if (process.env.CI || !existsSync(join(here, 'node_modules/playwright-core'))) run('npm', 'ci')
run(process.execPath, join(here, '../../../node_modules/typescript/bin/tsc'), '-p', here)
await buildPages()
const { checkPage } = await import('./checks.ts')
const { passed, failed } = await checkPage(await browserPath())
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
