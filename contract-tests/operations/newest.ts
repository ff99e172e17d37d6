/**
 * `npm run test:newest [VERSION]`: the tests of the client and its operations, with the newest openapi-fetch that users
 * may get. Our lockfile is not theirs: `dependencies` gives a range. The lockfile's own version is what `npm test` tests.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const name = 'openapi-fetch'
const subjects = ['contract-tests/operations', 'contract-tests/client']

function newestAllowed(): string {
  const found = execFileSync('npm', ['view', `${name}@${dependencies[name]}`, 'version', '--json'], {
    encoding: 'utf8',
  })
  return [JSON.parse(found)].flat().at(-1)
}

/** Runs them in a copy of what git tracks, so that nothing that is installed here changes. */
function testWith(version: string): boolean {
  const copy = mkdtempSync(join(tmpdir(), 'newest-'))
  const run = (command: string, ...words: string[]) =>
    spawnSync(command, words, { cwd: copy, stdio: 'inherit' }).status === 0
  try {
    execFileSync('git', ['checkout-index', '--all', `--prefix=${copy}/`], { cwd: root })
    return (
      run('npm', 'ci') &&
      run('npm', 'install', '--no-save', `${name}@${version}`) &&
      run('npm', 'run', 'typecheck') &&
      run('npx', 'vitest', 'run', ...subjects)
    )
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const locked: string = packages[`node_modules/${name}`].version
const version = process.argv[2] ?? newestAllowed()
if (version === locked && process.argv[2] === undefined) {
  console.log(
    `${name} ${version} is the newest that ${dependencies[name]} allows, and the lockfile's: npm test tests it.`,
  )
} else {
  console.log(`${name} ${version} (the lockfile has ${locked})`)
  process.exitCode = testWith(version) ? 0 : 1
}
