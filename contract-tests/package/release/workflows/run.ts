/**
 * `npm run test:workflows`: actionlint and zizmor, in its strictest mode, on everything in .github. Needs Go and Python
 * with venv; the tools come from their registries, zizmor into a virtual environment below reports/.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../../..')
const environment = join(root, 'reports/workflows')

function run(command: string, ...words: string[]): boolean {
  console.log(`$ ${command} ${words.join(' ')}`)
  const { status, error } = spawnSync(command, words, { cwd: root, stdio: 'inherit' })
  if (error) console.error(error.message)
  return status === 0
}

const requirements = join(import.meta.dirname, 'requirements.txt')
const pip = ['-m', 'pip', 'install', '--quiet', '--require-hashes', '-r', requirements]
const python = join(environment, 'bin/python')
const results = [
  run('go', 'run', 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12'),
  run('python3', '-m', 'venv', environment) &&
    run(python, ...pip) &&
    run(join(environment, 'bin/zizmor'), '--offline', '--persona', 'auditor', '--no-progress', '.github'),
]
const passed = results.filter(Boolean).length
console.log(`\n${passed} passed, ${results.length - passed} failed`)
process.exitCode = passed === results.length ? 0 : 1
