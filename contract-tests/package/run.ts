/**
 * Proves the package as users get it: packed once, looked into, installed, run, compiled against, weighed and published
 * to nowhere. `--write` puts the sizes it measures into the README.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshEnvironment, mustRun } from './command.ts'
import { checkDeclarations, checkTypes } from './compile.ts'
import { checkContents } from './contents.ts'
import { checkInstalled, checkInstalls } from './installs.ts'
import { checkJsr } from './jsr.ts'
import { checkNamedTypes } from './named-types.ts'
import { checkOrphans } from './orphans.ts'
import { copyOfRepository, here, type Packed, pack } from './pack.ts'
import { check, close, part } from './report.ts'
import { checkBudgets, checkReadme, quoted, type Sizes, writeReadme } from './sizes.ts'
import { checkGuides } from './tools/guide.ts'
import { checkJest } from './tools/jest.ts'
import { checkResolvers } from './tools/resolvers.ts'
import { checkTracing } from './tools/tracing.ts'

const folder = mkdtempSync(join(tmpdir(), 'package-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

for (const cwd of [here, join(here, 'tools')]) await mustRun('npm', ['ci'], { cwd, env: process.env })
const registry = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()
const env = freshEnvironment(join(folder, 'home'), registry)

const copy = copyOfRepository(join(folder, 'copy'))
let packed: Packed | undefined
await check('it builds and packs from what git tracks', async () => {
  packed = await pack(copy, join(folder, 'packed'))
})
if (packed) await prove(packed)
close()

async function prove(packed: Packed): Promise<void> {
  const sizes: Sizes = {}
  let project = ''
  await part('The tarball', () => checkContents(packed, { cwd: folder, env }))
  await part('Installed and used', async () => {
    project = await checkInstalls(packed, join(folder, 'projects'), env)
    sizes.installed = await checkInstalled(project, { cwd: project, env })
  })
  await part('Sizes', async () => {
    Object.assign(sizes, await checkBudgets(packed, project, env))
    for (const [name, bytes] of Object.entries(sizes)) console.log(`    ${name}: ${quoted(bytes)}`)
    if (process.argv.includes('--write')) writeReadme(sizes)
    await checkReadme(sizes)
  })
  await part("Consumers' type checks: strict, exact, declarations included", async () => {
    await checkNamedTypes(join(packed.folder, 'dist'))
    await checkTypes(project, packed.manifest, env)
    await checkDeclarations(join(folder, 'projects/pnpm'), env)
  })
  await part('Tools that people have', async () => {
    await checkResolvers(project, packed.manifest, env)
    await checkJest({ npm: project, pnpm: join(folder, 'projects/pnpm') }, env)
    await checkTracing(project, env)
    await checkOrphans(project, env)
    await checkGuides(project, env)
  })
  await part('JSR', () => checkJsr(copy, packed.manifest, env))
}
