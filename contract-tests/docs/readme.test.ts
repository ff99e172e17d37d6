import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './blocks.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const guides = globSync(['*.md', 'docs/*.md', 'spec/*.md', 'bench/*.md'], { cwd: root })

describe('the README', () => {
  test('shows the same three snippets as the guide to contract verification, whose tests run them', () => {
    const guide = readFileSync(join(root, 'docs/contract-in-ci.md'), 'utf8')
    const snippets = guide.match(/^```(?:ts|yaml)\n[\s\S]*?^```$/gm) ?? []
    expect(snippets).toHaveLength(3)
    for (const snippet of snippets) expect(readme).toContain(snippet)
  })

  test('links every guide', () => {
    for (const guide of globSync('docs/*.md', { cwd: root })) expect(readme).toContain(`(${guide})`)
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
