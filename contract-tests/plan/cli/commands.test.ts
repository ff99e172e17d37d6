import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCommand, onTerminal, removeCommand, start, startOnTerminal } from '../../verify/command.ts'
import { portal, server, setup, synced } from './setup.ts'

beforeAll(buildCommand)
afterAll(removeCommand)

const desired = { servers: [server], portals: [portal] }
const existing = { servers: [synced], portals: [portal] }

describe('plan', () => {
  test('exits with 0 where the account has what the file states, and changes nothing', async () => {
    const { run, write, writes } = await setup(existing)
    const { exitCode, stdout, stderr } = await run(['plan', await write('portals.json', desired)])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/\n\nPlan: nothing to do\.\n$/)
    expect(writes()).toEqual([])
  })

  test('exits with 1 where there is something to do, and shows a line a field', async () => {
    const { run, write, writes } = await setup({ ...existing, servers: [synced, { ...synced, id: 'old' }] })
    const renamed = { ...portal, name: 'Platform', servers: [{ server_id: 'docs', on_behalf: false }] }
    const { exitCode, stdout } = await run(['plan', await write('portals.json', { ...desired, portals: [renamed] })])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('\n~ portal engineering: update, ')
    expect(stdout).toContain('\n    ~ name: "Engineering" -> "Platform"\n')
    expect(stdout).toContain('servers[docs].on_behalf: ')
    expect(stdout).toContain('\nNot in the file, and left alone:\n    server old\n')
    expect(stdout).toMatch(/\nPlan: 1 to update\.\n$/)
    expect(writes()).toEqual([])
  })

  test('exits with 2 where the plan cannot be applied, and says which option would help', async () => {
    const { run, write } = await setup(existing)
    const moved = { ...server, hostname: 'https://elsewhere.example.com/mcp' }
    const file = await write('portals.json', { servers: [moved] })
    const { exitCode, stdout } = await run(['plan', file])
    expect(exitCode).toBe(2)
    expect(stdout).toMatch(/This cannot be applied:\n {4}server docs: hostname: .*--replace deletes/)
    const replaced = await run(['plan', file, '--replace'])
    expect(replaced.exitCode).toBe(1)
    expect(replaced.stdout).toContain('-/+ server docs: replace')
  })

  test('exits with 2 where the account cannot be read', async () => {
    const { run, write } = await setup({ token: 'another' })
    const { exitCode, stdout, stderr } = await run(['plan', await write('portals.json', desired)])
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^cloudflare-mcp-portals: .*40[13]/)
  })

  test('with --prune deletes what the file does not name, and with --only looks at a part', async () => {
    const { run, write } = await setup({ ...existing, servers: [synced, { ...synced, id: 'old' }] })
    const file = await write('portals.json', { ...desired, portals: [{ ...portal, name: 'Platform' }] })
    const pruned = await run(['plan', file, '--prune'])
    expect(pruned.stdout).toContain('\n- server old: delete')
    expect(pruned.stdout).toMatch(/\nPlan: 1 to update, 1 to delete\.\n$/)
    expect((await run(['plan', file, '--only', 'servers'])).exitCode).toBe(0)
    expect((await run(['plan', file, '--only', 'portals/engineering'])).exitCode).toBe(1)
    expect((await run(['plan', file, '--only', 'portals/nobody'])).stderr).toContain(
      '--only: there is no portals/nobody',
    )
    expect((await run(['plan', file, '--only', 'portal'])).stderr).toContain('--only takes servers, portals')
    expect((await run(['plan', file, '--sync', 'docs'])).stdout).toContain('server docs: sync')
  })

  test('with --resend sends credentials, of which nobody can tell whether they differ', async () => {
    const { run, write, bodies } = await setup({ servers: [{ ...synced, auth_type: 'bearer' }] })
    const file = await write('portals.json', {
      servers: [{ ...server, auth_type: 'bearer', auth_credentials: '${NAME_OF_TEST}' }],
    })
    const variables = { NAME_OF_TEST: 'a-token-of-docs' }
    const plain = await run(['plan', file], variables)
    expect(plain).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('server docs: auth_credentials') })
    expect((await run(['plan', file, '--resend'], variables)).exitCode).toBe(1)
    expect((await run(['apply', file, '--resend', '--yes'], variables)).exitCode).toBe(0)
    expect(bodies.filter(Boolean).map((body) => JSON.parse(body))).toEqual([{ auth_credentials: 'a-token-of-docs' }])
  })

  test('reports to programs as JSON, and to GitHub with annotations', async () => {
    const { run, write } = await setup(existing)
    const file = await write('portals.json', { portals: [{ ...portal, name: 'Plat%form\n::error::x' }] })
    const json = JSON.parse((await run(['plan', file, '--reporter', 'json'])).stdout)
    expect(json).toMatchObject({
      ...{ command: 'plan', target: file, ok: false, counts: { update: 1, create: 0 } },
      steps: [
        { action: 'update', resource: 'portal', id: 'engineering', changes: [{ field: 'name', from: 'Engineering' }] },
      ],
      unmanaged: [{ resource: 'server', id: 'docs' }],
    })
    expect(json.steps[0]).not.toHaveProperty('body')
    const { stdout, exitCode } = await run(['plan', file, '--reporter', 'github'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('::notice title=plan%3A update portal engineering::~ name: "Engineering" -> "Plat%25form')
    expect(stdout).not.toMatch(/^\s*::error/m)
  })

  test('is interrupted with the exit code of the signal', async () => {
    const { environment, write, mock } = await setup({ ...existing, faults: [{ stall: true, times: Infinity }] })
    const { child, outcome } = start(['plan', await write('portals.json', desired)], environment)
    while (mock.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGTERM')
    expect(await outcome).toMatchObject({ exitCode: 143, stderr: expect.stringContaining('nothing was changed') })
  })
})

describe('--only', () => {
  const both = (name: string) => ({
    servers: [synced, { ...synced, id: 'wiki' }].map((each) => ({ ...each, name })),
    portals: [portal, { ...portal, id: 'sales', hostname: 'sales.example.com' }].map((each) => ({ ...each, name })),
  })

  test.each([
    ['servers', ['docs', 'wiki']],
    ['servers/docs', ['docs']],
    ['portals', ['engineering', 'sales']],
    ['portals/sales', ['sales']],
  ])('%s is all that plan shows, apply changes and export writes', async (only, ids) => {
    const { run, write, account } = await setup(both('Old'))
    const { portals, servers } = both('New')
    const file = await write('portals.json', {
      portals,
      servers: servers.map((each) => ({ ...server, id: each.id, name: each.name })),
    })
    expect((await run(['plan', file, '--only', only])).stdout).toContain(`Plan: ${ids.length} to update.`)
    expect((await run(['apply', file, '--yes', '--only', only])).exitCode).toBe(0)
    const all = [...account().servers, ...account().portals]
    expect(all.filter(({ name }) => name === 'New').map(({ id }) => id)).toEqual(ids)
    expect((await run(['plan', file, '--only', only])).exitCode).toBe(0)
    const exported = JSON.parse((await run(['export', '--only', only])).stdout)
    expect([...(exported.servers ?? []), ...(exported.portals ?? [])].map(({ id }) => id)).toEqual(ids)
  })
})

describe('apply', () => {
  test('does what plan shows, and applying twice changes nothing', async () => {
    const { run, write, writes, account } = await setup()
    const file = await write('portals.json', desired)
    const { exitCode, stdout, stderr } = await run(['apply', file, '--yes'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('\nDone:\n    create server docs\n    sync server docs\n    create portal engineering\n')
    expect(stdout).toMatch(/\nApply: 3 done, 0 already so\.\n$/)
    expect(account().portals).toMatchObject([portal])
    const before = writes().length
    expect((await run(['apply', file, '--yes'])).exitCode).toBe(0)
    expect((await run(['plan', file])).exitCode).toBe(0)
    expect(writes()).toHaveLength(before)
  })

  test('needs --yes where nobody can be asked, and sends nothing without it', async () => {
    const { run, write, mock } = await setup()
    const { exitCode, stderr } = await run(['apply', await write('portals.json', desired)])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--yes')
    expect(mock.requests).toEqual([])
  })

  test('asks on a terminal, and shows + ~ - with colours there', async () => {
    const { write, environment, writes } = await setup()
    const file = await write('portals.json', desired)
    const base = ['--base-url', environment.CLOUDFLARE_BASE_URL]
    const { promise, stdout } = onTerminal(['apply', file, ...base])
    expect(await promise).toBe(2)
    expect(await stdout).toContain('Apply this? Only yes is taken: ')
    expect(await stdout).toContain('\x1b[32m+ server docs: create')
    expect(writes()).toEqual([])
  })

  test.each([
    ['yes', 0, 3],
    ['y', 2, 0],
    ['', 2, 0],
  ])('that is answered %j on a terminal exits with %i', async (answer, exitCode, changes) => {
    const { write, environment, writes } = await setup()
    const { child, outcome } = startOnTerminal(['apply', await write('portals.json', desired)], environment)
    child.stdin?.end(`${answer}\n`)
    expect((await outcome).exitCode).toBe(exitCode)
    expect(writes()).toHaveLength(changes)
  })

  test('tells GitHub what it left', async () => {
    const { run, write, mock } = await setup()
    mock.fault({ operation: 'createPortal', status: 400, times: 1 })
    const file = await write('portals.json', desired)
    const { exitCode, stdout } = await run(['apply', file, '--yes', '--reporter', 'github'])
    expect(exitCode).toBe(2)
    expect(stdout).toMatch(
      /^::error title=apply%3A \d unknown%2C \d not done::stopped at create of portal "engineering"/m,
    )
  })

  test('stops at the first failure, says what was done and what was not, and goes on when it is run again', async () => {
    const { run, write, mock } = await setup()
    const file = await write('portals.json', desired)
    mock.fault({ operation: 'createPortal', status: 400, times: 1 })
    const { exitCode, stdout } = await run(['apply', file, '--yes'])
    expect(exitCode).toBe(2)
    expect(stdout).toContain('Done:\n    create server docs\n    sync server docs\n')
    expect(stdout).toMatch(/It stopped: stopped at create of portal "engineering"/)
    expect(stdout).toMatch(/\nApply: 2 done, 0 already so, \d unknown, \d not done\. Plan again/)
    const again = await run(['apply', file, '--yes', '--reporter', 'json'])
    expect(again.exitCode).toBe(0)
    expect(JSON.parse(again.stdout).outcome.done).toEqual([{ action: 'create', resource: 'portal', id: 'engineering' }])
  })

  test('is interrupted with the exit code of the signal, and says what is unknown', async () => {
    const { environment, write, mock } = await setup()
    mock.fault({ operation: 'createServer', stall: true, times: 1 })
    const { child, outcome } = start(['apply', await write('portals.json', desired), '--yes'], environment)
    while (!mock.requests.some(({ operation }) => operation === 'createServer')) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    child.kill('SIGINT')
    const { exitCode, stdout } = await outcome
    expect(exitCode).toBe(130)
    expect(stdout).toContain('Unknown, it may have been done:\n    create server docs\n')
    expect(stdout).toContain('Not done:\n    sync server docs\n')
  })
})

describe('a saved plan', () => {
  test('is applied as it is', async () => {
    const { run, write, path, account } = await setup()
    const file = await write('portals.json', desired)
    const saved = path('saved/plan.json')
    expect((await run(['plan', file, '--out', saved])).exitCode).toBe(1)
    await write('portals.json', {})
    const { exitCode, stdout } = await run(['apply', saved, '--yes'])
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Apply: 3 done') })
    expect(account().servers).toMatchObject([{ id: 'docs' }])
  })

  test('is refused when somebody has changed what it saw, with both versions', async () => {
    const { run, write, path, mock, account } = await setup(existing)
    const saved = path('plan.json')
    await run(['plan', await write('portals.json', { portals: [{ ...portal, name: 'Platform' }] }), '--out', saved])
    const [accountId = ''] = Object.keys(mock.state())
    await mock.fetch(
      new Request(
        `https://api.cloudflare.com/client/v4/accounts/${accountId}/access/ai-controls/mcp/portals/engineering`,
        {
          ...{ method: 'PUT', headers: { authorization: 'Bearer x', 'content-type': 'application/json' } },
          body: JSON.stringify({ name: 'Somebody else' }),
        },
      ),
    )
    const { exitCode, stdout } = await run(['apply', saved, '--yes'])
    expect(exitCode).toBe(2)
    expect(stdout).toMatch(/the plan saw .*"name":"Engineering"/)
    expect(stdout).toMatch(/now it is {3}.*"name":"Somebody else"/)
    expect(account().portals).toMatchObject([{ name: 'Somebody else' }])
  })

  test('is refused for another account, after a change of it, and with options of a plan', async () => {
    const { run, write, path, writes } = await setup()
    const saved = path('plan.json')
    await run(['plan', await write('portals.json', desired), '--out', saved])
    const refused = async (args: string[]) => {
      const { exitCode, stderr } = await run(['apply', ...args, '--yes'])
      expect(exitCode).toBe(2)
      return stderr
    }
    expect(await refused([saved, '--account', 'another'])).toContain('another account')
    expect(await refused([saved, '--prune'])).toContain('--prune belongs to the making of a plan')
    const text = await readFile(saved, 'utf8')
    const changed = await write('changed.json', text.replaceAll('Docs', 'Dogs'))
    expect(await refused([changed])).toContain('it was changed')
    expect(writes()).toEqual([])
  })

  test('is not written where the plan cannot be applied', async () => {
    const { run, write, path } = await setup(existing)
    const file = await write('portals.json', { servers: [{ ...server, hostname: 'https://else.example.com/mcp' }] })
    const { exitCode, stderr } = await run(['plan', file, '--out', path('plan.json')])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('nothing was saved')
    expect(await readFile(path('plan.json'), 'utf8')).toBe('')
  })
})

describe('export', () => {
  test.each([
    ['JSON', 'json', []],
    ['YAML', 'yaml', ['--yaml']],
  ])('writes an account as %s that plan finds equal', async (_, extension, args) => {
    const texts = [
      `costs $\{5} or $$\{6}`,
      '- "quoted": #x',
      'two\nlines\n::error::x',
      'yes',
      '0x10',
      ' space ',
      `$\{HOME}`,
    ]
    const servers = texts.map((description, at) => ({ ...synced, id: `docs-${at}`, description }))
    const { run, write } = await setup({ servers: [synced, ...servers], portals: [portal] })
    const { exitCode, stdout, stderr } = await run(['export', ...args])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('portals.schema.json')
    expect(stdout).not.toMatch(/^\s*::/m)
    const file = await write(`portals.${extension}`, stdout)
    const planned = await run(['plan', file, '--prune'])
    expect(planned).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Plan: nothing to do.') })
  })

  test('with --only writes a part', async () => {
    const { run } = await setup(existing)
    expect(JSON.parse((await run(['export', '--only', 'portals'])).stdout)).not.toHaveProperty('servers')
    expect(JSON.parse((await run(['export', '--only', 'servers/docs'])).stdout).servers).toMatchObject([{ id: 'docs' }])
  })
})
