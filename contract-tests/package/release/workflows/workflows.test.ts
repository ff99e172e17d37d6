import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '../../../..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const files = globSync('.github/workflows/*.yml', { cwd: root })

test('the workflows are found', () => {
  expect(files).toEqual(
    expect.arrayContaining(['ci.yml', 'docs.yml', 'release.yml'].map((file) => `.github/workflows/${file}`)),
  )
})

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const workflow = parse(text)

  test('runs every action at a full commit, and says which version that is', () => {
    const actions = text.split('\n').filter((line) => /\buses:/.test(line))
    expect(actions.length).toBeGreaterThan(0)
    for (const action of actions) expect(action).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('gives its jobs no right that they do not ask for', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(workflow.permissions)
  })

  test('lets no step fail unnoticed', () => {
    expect(text).not.toContain('continue-on-error')
  })

  test('runs only scripts that package.json has', () => {
    const called = [...text.matchAll(/npm run (?:--silent )?(\w[\w:-]*)/g)].map(([, script]) => script)
    expect(called.filter((script) => !((script as string) in scripts))).toEqual([])
  })
})

describe('release.yml', () => {
  interface Job {
    permissions: Record<string, string>
    steps: { run?: string; uses?: string }[]
  }
  const { jobs }: { jobs: Record<string, Job> } = parse(
    readFileSync(join(root, '.github/workflows/release.yml'), 'utf8'),
  )

  test('builds and tests without a right to write, or to speak for the project', () => {
    expect(jobs.build?.permissions).toEqual({ contents: 'read' })
  })

  test('runs no install script where something is written or published', () => {
    const others = Object.entries(jobs).filter(([name]) => name !== 'build')
    const installs = others.flatMap(([, { steps }]) =>
      steps.flatMap(({ run = '' }) => run.match(/npm (ci|install)[^&\n]*/g) ?? []),
    )
    expect(installs.length).toBeGreaterThan(0)
    for (const install of installs) expect(install).toContain('--ignore-scripts')
  })

  test('publishes to npm what was built, from a job that checks nothing out and installs nothing', () => {
    const text = JSON.stringify(jobs.publish)
    expect(text).toMatch(/npm publish .*\.tgz/)
    expect(text).not.toMatch(/actions\/checkout|npm (ci|install|run)/)
  })
})
