import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun } from '../../command.ts'
import { manifestOf } from '../../pack.ts'
import { check } from '../../report.ts'

function git(copy: string, ...words: string[]): void {
  const who = ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@example.com', '-c', 'init.defaultBranch=main']
  execFileSync('git', [...who, ...words], { cwd: copy, stdio: 'pipe' })
}

async function npmRun(copy: string, script: string): Promise<string> {
  const { stdout } = await mustRun('npm', ['run', '--silent', script], { cwd: copy, env: process.env })
  return stdout
}

const read = (copy: string, file: string) => readFileSync(join(copy, file), 'utf8')

/** What a merged pull request of the workflow does to the repository. */
export async function checkVersion(copy: string): Promise<void> {
  git(copy, 'init', '--quiet')
  git(copy, 'add', '--all')
  git(copy, 'commit', '--quiet', '--message', 'the state before')
  await check('while there are changesets, the workflow proposes a version', async () => {
    match(await npmRun(copy, 'release:mode'), /^mode=version$/m)
  })
  await check(
    'the changesets become the changelog, and every file that states the version states the next',
    async () => {
      await npmRun(copy, 'release:version')
      const { version } = manifestOf(copy)
      match(version, /^\d+\.\d+\.\d+$/)
      ok(version !== '0.0.0')
      deepEqual(
        readdirSync(join(copy, '.changeset')).filter((file) => file.endsWith('.md')),
        [],
      )
      match(read(copy, 'CHANGELOG.md'), new RegExp(`^## ${version}$`, 'm'))
      equal(JSON.parse(read(copy, 'package-lock.json')).version, version)
      equal(JSON.parse(read(copy, 'generated/openapi.json')).info.version, version)
    },
  )
  git(copy, 'commit', '--quiet', '--all', '--message', 'the next version')
  await check('a version without a tag is published, and one with a tag is not', async () => {
    const { version } = manifestOf(copy)
    equal(await npmRun(copy, 'release:mode'), `mode=publish\nversion=${version}\n`)
    git(copy, 'tag', `v${version}`)
    match(await npmRun(copy, 'release:mode'), /^mode=none$/m)
    git(copy, 'tag', '--delete', `v${version}`)
  })
}

/** What the workflow's first job hands to the others. */
export async function checkBuild(copy: string): Promise<void> {
  const folder = join(copy, 'reports/release')
  await check('the build writes tarball, SBOM, spec, notes and checksums, and nothing else', async () => {
    await npmRun(copy, 'release:build')
    const { name, version } = manifestOf(copy)
    deepEqual(
      readdirSync(folder).sort(),
      [
        'SHA256SUMS',
        `${name}-${version}.cdx.json`,
        `${name}-${version}.tgz`,
        'latest-openapi-3.0.json',
        'latest-openapi.json',
        'latest-openapi.yaml',
        'notes.md',
        'openapi-3.0.json',
        'openapi.json',
        'openapi.yaml',
      ].sort(),
    )
    ok(!existsSync(join(copy, 'contract')), 'the stub folders were left behind')
  })
  await check('the checksums are those of the files', () => {
    const lines = read(folder, 'SHA256SUMS').trim().split('\n')
    for (const line of lines) {
      const [sum, file = ''] = line.split('  ')
      equal(
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
        sum,
        file,
      )
    }
    deepEqual(lines.length, readdirSync(folder).length - 2)
  })
  await check(
    'the SBOM names the package, its dependency and the types of that, and what is built in, with their hashes',
    () => {
      const { name, version } = manifestOf(copy)
      const sbom = JSON.parse(read(folder, `${name}-${version}.cdx.json`))
      equal(sbom.bomFormat, 'CycloneDX')
      deepEqual([sbom.metadata.component.name, sbom.metadata.component.version], [name, version])
      const components: { name: string; hashes: unknown[] }[] = sbom.components
      const builtIn = ['cross-spawn', 'isexe', 'path-key', 'shebang-command', 'shebang-regex', 'which', 'yaml']
      deepEqual(
        components.map((component) => component.name).sort(),
        ['openapi-fetch', 'openapi-typescript-helpers', ...builtIn].sort(),
      )
      for (const { hashes } of components) ok(hashes.length > 0)
    },
  )
  await check('the notes are what the changelog says of this version', () => {
    const notes = read(folder, 'notes.md').trim()
    ok(notes.length > 100 && !/^## /m.test(notes), notes)
    ok(read(copy, 'CHANGELOG.md').includes(notes))
  })
}
