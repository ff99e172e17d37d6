import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const released = readFileSync(join(root, 'generated/openapi.yaml'), 'utf8')
const withoutField = released.replace(/^ {8}last_synced:\n(?: {10}.*\n)+/m, '')
const withField = released.replace(/^ {4}McpServerSync:\n(.*\n)*?( {6}properties:\n)/m, (text) => {
  return `${text}        note:\n          type: string\n          description: A field that is new.\n`
})

let folder: string

function git(...words: string[]): void {
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main']
  execFileSync('git', [...who, ...words], { cwd: folder, stdio: 'pipe' })
}

function commit(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  git('add', '--all')
  git('commit', '--quiet', '--message', 'a change')
}

function changeset(bump: string): Record<string, string> {
  return { '.changeset/a-change.md': `---\n'cloudflare-mcp-portals': ${bump}\n---\n\nSomething is new.\n` }
}

/** What the check prints of the changes since the first commit; empty where it is content. */
function check(): string {
  try {
    const env = { ...process.env, GITHUB_ACTIONS: '' }
    execFileSync(process.execPath, [join(root, 'scripts/release/check.ts'), 'main'], {
      cwd: folder,
      stdio: 'pipe',
      env,
    })
    return ''
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr)
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'changesets-'))
  git('init', '--quiet')
  cpSync(join(root, '.changeset/config.json'), join(folder, '.changeset/config.json'))
  commit({ 'package.json': '{ "version": "1.2.0" }', 'generated/openapi.yaml': released, 'src/index.ts': '' })
  git('tag', 'v1.2.0')
  git('switch', '--quiet', '--create', 'topic')
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('a pull request', () => {
  test('that touches neither spec/ nor src/ needs no changeset', () => {
    commit({ 'docs/lists.md': 'new' })
    expect(check()).toBe('')
  })

  test.each(['src/index.ts', 'spec/openapi.yaml'])('that touches %s without a changeset is refused', (file) => {
    commit({ [file]: 'new' })
    expect(check()).toContain(`${file} is seen by users`)
  })

  test('that touches src/ with a changeset is accepted', () => {
    commit({ 'src/index.ts': 'new', ...changeset('patch') })
    expect(check()).toBe('')
  })

  test.each([
    ['a new field of a response', withField, 'patch', 'minor'],
    ['a field that is gone', withoutField, 'minor', 'major'],
  ])('that brings %s into the description needs a changeset of that size', (_, text, tooSmall, enough) => {
    commit({ 'generated/openapi.yaml': text, ...changeset(tooSmall) })
    expect(check()).toContain(`the description changed by a ${enough}, but the changesets announce ${tooSmall}`)
    commit(changeset(enough))
    expect(check()).toBe('')
  })

  test('may break the description with a minor before 1.0.0', () => {
    commit({ 'package.json': '{ "version": "0.3.0" }', 'generated/openapi.yaml': withoutField, ...changeset('minor') })
    expect(check()).toBe('')
  })
})
