import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { createMock } from '../../src/mock/index.ts'
import { serve } from '../../src/mock/serve.ts'
import { environmentOf } from '../support/account.ts'
import { blocksOf, documentedBlocks, programOf, root } from './blocks.ts'
import { problemsOf } from './compile.ts'

const blocks = documentedBlocks()
// Inside the package, so that an example imports it by its name.
const folder = join(root, 'reports/examples')

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [index, { code }] of blocks.entries()) writeFileSync(join(folder, `${index}.ts`), programOf(code))
})

describe('the TypeScript examples of guides and docstrings', () => {
  test('are found', () => {
    expect(blocks.length).toBeGreaterThan(15)
  })

  test('compile', () => {
    const problems = problemsOf(blocks.map((_, index) => join(folder, `${index}.ts`))).flatMap((found, index) =>
      found.map((problem) => `${blocks[index]?.where}: ${problem}`),
    )
    expect(problems).toEqual([])
  }, 60_000)
})

describe('the usage example of the README', () => {
  const [usage] = blocksOf('README.md', '')

  test('runs against the server under test, and prints what it says', async () => {
    const file = join(folder, 'usage.ts')
    writeFileSync(file, usage?.code ?? '')
    const env = {
      ...process.env,
      ...environmentOf(inject('baseUrl')),
    }
    const { stdout } = await promisify(execFile)(process.execPath, [file], { env })
    expect(stdout).toContain('mcp.example.com')
  })

  test('runs against the mock, changed as the README says', async () => {
    const lines = (usage?.code ?? '').split('\n')
    const [imports, client] = blocksOf('README.md', '').flatMap(({ code }) =>
      /^import .*mock'$|^const mcp = .*createMock.*$/gm.exec(code)
        ? [code.match(/^import .*mock'$/m)?.[0], code.match(/^const mcp = .*$/m)?.[0]]
        : [],
    )
    const program = [imports, ...lines.map((line) => (line.startsWith('const mcp = ') ? client : line))].join('\n')
    const file = join(folder, 'usage-mock.ts')
    writeFileSync(file, program)
    const { stdout } = await promisify(execFile)(process.execPath, [file])
    expect(stdout).toBe('mcp.example.com\n')
  })
})

describe('a server that waits for a login, whose tools are null', () => {
  const hostname = 'https://docs.example.com/mcp'
  const server = { id: 'closed', name: 'Closed', hostname, auth_type: 'oauth' as const }
  const portal = { id: 'team', name: 'Team', hostname: 'team.example.com', servers: [{ server_id: 'closed' }] }

  test.each([
    ['quickstart.ts', '{"deleted":"docs"}'],
    ['deno/visible-tools.ts', '  Closed: nothing'],
  ])('does not break examples/%s', async (example, line) => {
    const mock = createMock({
      servers: [server],
      portals: [portal],
      upstream: { [hostname]: { authentication: 'required' } },
      unset: 'null',
    })
    const { url, close } = await serve(mock.fetch)
    const env = { ...process.env, ...environmentOf(url) }
    const program = promisify(execFile)(process.execPath, [join(root, 'examples', example)], { env })
    const { stdout } = await program.finally(close)
    expect(stdout).toContain(line)
  })
})
