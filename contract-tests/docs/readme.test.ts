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

  test('names a version of whatever npx runs beside a token', () => {
    const blocks = globSync(['README.md', 'docs/*.md', 'examples/**/*.{md,yml,sh}'], { cwd: root }).flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/^```(?:sh|yaml|yml)\n([\s\S]*?)^```$/gm)].map(
        ([block]) => block,
      ),
    )
    const careless = blocks.flatMap((block) =>
      block
        .split('\n')
        .filter((line) => /npx .*cloudflare-mcp-portals /.test(line))
        .filter((line) => /API_TOKEN/.test(block) || /api\.cloudflare\.com/.test(line)),
    )
    expect(blocks.length).toBeGreaterThan(5)
    expect(careless).toEqual([])
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
