/**
 * Publishes to JSR, with whatever arguments `deno publish` takes. A name on JSR has a scope, and whose that is the
 * repository does not know: JSR_SCOPE names it, which the release workflow sets to the owner of the repository. JSR takes
 * sources: those of `./latest` are staged beside the others, with the types of the latest edition.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { stageLatest } from '../stage-latest.ts'

const deno = join(import.meta.dirname, '../../contract-tests/package/node_modules/.bin/deno')
const published = ['src', 'generated', 'package.json', 'LICENSE', 'README.md', 'CHANGELOG.md']

/** Lays out what is published: the sources of both editions, and jsr.json with its name and version. */
function stage(folder: string, scope: string): void {
  for (const name of published.filter((each) => existsSync(each))) {
    cpSync(name, join(folder, name), { recursive: true })
  }
  // It is of the other edition: what JSR gets of it is the copy.
  rmSync(join(folder, 'src/client/latest.ts'))
  stageLatest('.', join(folder, 'latest'))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const manifest = { name: `@${scope}/${name}`, version, ...JSON.parse(readFileSync('jsr.json', 'utf8')) }
  writeFileSync(join(folder, 'jsr.json'), JSON.stringify(manifest))
}

function publish(scope: string, options: string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'jsr-'))
  try {
    stage(folder, scope)
    const { status, error } = spawnSync(deno, ['publish', ...options], { cwd: folder, stdio: 'inherit' })
    if (error) throw error
    return status ?? 1
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const scope = process.env.JSR_SCOPE?.toLowerCase()
if (scope) {
  process.exitCode = publish(scope, process.argv.slice(2))
} else {
  console.error('JSR_SCOPE: set it to the scope on JSR to publish under')
  process.exitCode = 1
}
