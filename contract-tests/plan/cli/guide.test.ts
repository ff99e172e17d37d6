import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../docs/blocks.ts'
import { buildCommand, removeCommand } from '../../verify/command.ts'
import { setup } from './setup.ts'

beforeAll(buildCommand)
afterAll(removeCommand)

interface Workflow {
  jobs: Record<string, { steps: { run?: string }[] }>
}

test('the file and the commands of the guide do what it says', async () => {
  const guide = await readFile(join(root, 'docs/portals-as-code.md'), 'utf8')
  const [file = '', workflow = ''] = [...guide.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, block]) => block)
  const { jobs }: Workflow = parse(workflow)
  const { run, write, path, account } = await setup()
  const portals = await write('portals.yaml', file)
  const runJob = (name: string) => {
    const line = jobs[name]?.steps.flatMap((step) => step.run ?? []).find((text) => text.startsWith('npx')) ?? ''
    const words = line
      .replace(/^npx --yes \S+ /, '')
      .replace(/ \|\| .*/, '')
      .split(' ')
    const args = words.map((word) => word.replace('portals.yaml', portals).replace('plan.txt', path('plan.txt')))
    return run(args, { DOCS_TOKEN: 'a-token-of-docs' })
  }
  expect((await runJob('plan')).exitCode).toBe(1)
  expect(await readFile(path('plan.txt'), 'utf8')).toContain('Plan: 2 to create, 1 to sync.')
  expect((await runJob('apply')).exitCode).toBe(0)
  expect(account().portals).toMatchObject([{ id: 'engineering' }])
  expect((await runJob('plan')).exitCode).toBe(0)
})
