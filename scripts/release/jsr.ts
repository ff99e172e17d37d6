/**
 * Publishes to JSR, with whatever arguments `deno publish` takes. A name on JSR has a scope, and whose that is the
 * repository does not know: JSR_SCOPE names it, which the release workflow sets to the owner of the repository.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const deno = join(import.meta.dirname, '../../contract-tests/package/node_modules/.bin/deno')

function publish(scope: string, options: string[]): number {
  const template = readFileSync('jsr.json', 'utf8')
  const { name } = JSON.parse(readFileSync('package.json', 'utf8'))
  writeFileSync('jsr.json', JSON.stringify({ name: `@${scope}/${name}`, ...JSON.parse(template) }))
  try {
    // Dirty by the name alone.
    const { status, error } = spawnSync(deno, ['publish', '--allow-dirty', ...options], { stdio: 'inherit' })
    if (error) throw error
    return status ?? 1
  } finally {
    writeFileSync('jsr.json', template)
  }
}

const scope = process.env.JSR_SCOPE?.toLowerCase()
if (scope) {
  process.exitCode = publish(scope, process.argv.slice(2))
} else {
  console.error('JSR_SCOPE: set it to the scope on JSR to publish under')
  process.exitCode = 1
}
