/**
 * `npm run test:release`: the whole release on this machine. A copy of the repository gets its next version, is built as
 * release.yml does, is published to a registry on 127.0.0.1, and is installed from there by name. Not rehearsed: what only
 * GitHub can do (the pull request, the provenance, the release page).
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshEnvironment, mustRun } from '../../command.ts'
import { copyOfRepository, here, manifestOf } from '../../pack.ts'
import { close, part } from '../../report.ts'
import { checkBuild, checkVersion } from './build.ts'
import { checkInstallation, checkPublication } from './publish.ts'
import { startRegistry } from './registry.ts'

const folder = mkdtempSync(join(tmpdir(), 'release-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
await mustRun('npm', ['ci'], { cwd: here, env: process.env })

const upstream = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()
const copy = copyOfRepository(join(folder, 'copy'))
const registry = await startRegistry(join(folder, 'registry'), upstream, manifestOf(copy).name)
const env = freshEnvironment(join(folder, 'home'), registry.url)
try {
  await part('The next version', () => checkVersion(copy))
  await part('The build', () => checkBuild(copy))
  await part('The publication', () => checkPublication(copy, registry, env))
  await part('The installation', () => checkInstallation(copy, join(folder, 'projects'), env))
} finally {
  registry.close()
}
close()
