import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './blocks.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const guides = globSync(['*.md', 'docs/*.md', 'spec/*.md', 'bench/*.md'], { cwd: root })

describe('the README', () => {
  test('leads to the page that links every guide', () => {
    expect(readme).toContain('(docs/README.md)')
    const index = readFileSync(join(root, 'docs/README.md'), 'utf8')
    const guides = globSync('*.md', { cwd: join(root, 'docs') }).filter((guide) => guide !== 'README.md')
    expect(guides.filter((guide) => !index.includes(`(${guide})`))).toEqual([])
  })

  test('has at most 1,200 words', () => {
    expect(readme.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(1_200)
  })

  test('and every other text name one version of whatever npx runs, since a token may stand beside it', () => {
    const texts = [
      'README.md',
      '*.md',
      'docs/**/*.md',
      'examples/**/*',
      'spec/**/*.md',
      '.github/**/*',
      '.changeset/*.md',
    ]
    const files = globSync(texts, { cwd: root, exclude: ['**/node_modules'], withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(md|ya?ml|sh|[cm]?[jt]s|html)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
    const named = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bnpx (?:--?\w+ )*cloudflare-mcp-portals(?:@([\w.]+))?/g)].map(
        ([, version]) => ({ file, version }),
      ),
    )
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter(({ version }) => version === undefined)).toEqual([])
    // VERSION stands for the one that the reader chooses.
    expect(new Set(named.map(({ version }) => version))).toEqual(new Set(['0.1.0', 'VERSION']))
  })

  test('names only scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name as string)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

describe.each(guides)('%s', (guide) => {
  test('links to files that exist', () => {
    const text = readFileSync(join(root, guide), 'utf8').replace(/^```[\s\S]*?^```$/gm, '')
    const targets = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target as string)
    const files = targets.filter((target) => !/^https?:/.test(target))
    expect(files.filter((file) => !existsSync(join(root, dirname(guide), file)))).toEqual([])
  })
})
