/** `npm run changeset:check [BASE]`: fails when the changes since BASE lack a changeset, or one that is large enough. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bump, bumpOf, complaints, largest } from './changesets.ts'

const description = 'generated/openapi.yaml'
const tools = join(import.meta.dirname, '../..')

function git(...words: string[]): string {
  return execFileSync('git', words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}

function lines(text: string): string[] {
  return text.split('\n').filter(Boolean)
}

/** The tag of the last release, if there is one. */
function lastRelease(): string | undefined {
  return lines(git('tag', '--merged', 'HEAD', '--sort=-version:refname', '--list', 'v*'))[0]
}

/** How far the description has moved since a release, by `redocly diff`. */
function movedSince(release: string): Bump {
  const folder = mkdtempSync(join(tmpdir(), 'release-'))
  try {
    writeFileSync(join(folder, 'released.yaml'), git('show', `${release}:${description}`))
    const redocly = [
      join(tools, 'node_modules/@redocly/cli/bin/cli.js'),
      'diff',
      '--fail-on',
      'none',
      '--format',
      'json',
    ]
    const files = [join(folder, 'released.yaml'), description, '--config', join(tools, 'redocly.yaml')]
    return JSON.parse(execFileSync(process.execPath, [...redocly, ...files], { encoding: 'utf8' })).bump
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [base = 'origin/main'] = process.argv.slice(2)
const release = lastRelease()
const changesets = readdirSync('.changeset').filter((file) => file.endsWith('.md'))
const problems = complaints({
  changed: lines(git('diff', '--name-only', `${base}...HEAD`)),
  announced: largest(changesets.map((file) => bumpOf(readFileSync(join('.changeset', file), 'utf8')))),
  added: lines(git('diff', '--name-only', '--diff-filter=A', `${base}...HEAD`, '--', '.changeset/*.md')).length > 0,
  required: release === undefined ? 'none' : movedSince(release),
  version: JSON.parse(readFileSync('package.json', 'utf8')).version,
})
for (const problem of problems) console.error(process.env.GITHUB_ACTIONS ? `::error::${problem}` : problem)
process.exitCode = problems.length > 0 ? 1 : 0
