import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCommand, removeCommand, startOnTerminal } from '../../verify/command.ts'
import { server, setup } from './setup.ts'

beforeAll(buildCommand)
afterAll(removeCommand)

const desired = { servers: [server], portals: [] }
const colour = '\x1b[3'

/** What a command writes on a terminal and in a pipe, to both outputs, for an account that lacks a server. */
async function shown(name: string, options: string[], variables: Record<string, string> = {}) {
  const texts = []
  for (const on of ['terminal', 'pipe'] as const) {
    const { run, write, environment } = await setup()
    const args = [name, await write('portals.json', desired), ...options]
    const outcome =
      on === 'terminal' ? startOnTerminal(args, { ...environment, ...variables }).outcome : run(args, variables)
    const { stdout, stderr } = await outcome
    texts.push(stdout + stderr)
  }
  const [terminal = '', pipe = ''] = texts
  return { terminal, pipe }
}

describe.each([
  ['plan', [], 'reading the account'],
  ['apply', ['--yes'], '1/2 create server docs'],
])('%s', (name, options, line) => {
  test('has colours on a terminal, and none in a pipe', async () => {
    const { terminal, pipe } = await shown(name, options)
    expect(terminal).toContain('\x1b[32m+ server docs')
    expect(pipe).not.toContain(colour)
    expect(pipe).toContain('+ server docs')
  })

  test('has no colours where NO_COLOR says so', async () => {
    const { terminal } = await shown(name, options, { NO_COLOR: '1' })
    expect(terminal).toContain('+ server docs')
    expect(terminal).not.toContain(colour)
  })

  test('has colours in a pipe too where FORCE_COLOR says so, but none in a file', async () => {
    const { run, write, path } = await setup()
    const file = await write('portals.json', desired)
    const args = [name, file, ...options, '--reporter', `text=${path('text')}`]
    const { stdout } = await run(args, { FORCE_COLOR: '1' })
    expect(await readFile(path('text'), 'utf8')).not.toContain(colour)
    expect(stdout).toContain('\x1b[32m+ server docs')
  })

  test('has a progress line on a terminal, which it clears, and none in a pipe', async () => {
    const { terminal, pipe } = await shown(name, options)
    expect(terminal).toContain(`\r\x1b[K${line}`)
    expect(terminal.split(line).at(-1)).toContain('\r\x1b[K')
    expect(pipe).not.toContain('\x1b[K')
    expect(pipe).not.toContain('reading the account')
  })
})

describe('a token that may only read', () => {
  const readOnly = ({ method }: Request) =>
    method === 'GET'
      ? undefined
      : Response.json({ success: false, errors: [{ code: 10000, message: 'Authentication error' }] }, { status: 403 })

  test('is enough for plan and export', async () => {
    const { run, write, writes } = await setup({ servers: [server] }, readOnly)
    const file = await write('portals.json', { servers: [{ ...server, name: 'Documentation' }] })
    expect((await run(['plan', file])).exitCode).toBe(1)
    expect((await run(['export'])).exitCode).toBe(0)
    expect(writes()).toEqual([])
  })

  test('is not enough for apply, which names the permission and says what was not done', async () => {
    const { run, write } = await setup({}, readOnly)
    const { exitCode, stdout, stderr } = await run(['apply', await write('portals.json', desired), '--yes'])
    expect(exitCode).toBe(2)
    expect(stdout + stderr).toContain('the token needs the permission "MCP Portals Write"')
    expect(stdout + stderr).toMatch(/not done/i)
  })
})
