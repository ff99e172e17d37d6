import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { successful } from '../contract/exchange.ts'
import { accountId } from '../support/account.ts'
import { changed } from '../support/change.ts'
import { buildCommand, command, removeCommand, start } from '../verify/command.ts'
import { serveSecurely } from './secure.ts'
import { onEnd, responding, server, toResponse } from './setup.ts'

beforeAll(buildCommand)
afterAll(removeCommand)

const servers = `/accounts/${accountId}/access/ai-controls/mcp/servers`
const script = join(import.meta.dirname, `program-${process.pid}.mjs`)
const unset = { CLOUDFLARE_ACCOUNT_ID: undefined, CLOUDFLARE_API_TOKEN: undefined, CLOUDFLARE_BASE_URL: undefined }

/** A program that knows nothing of the proxy but the variables of its environment. */
const program = `
  const { CLOUDFLARE_BASE_URL: url, CLOUDFLARE_ACCOUNT_ID: account, CLOUDFLARE_API_TOKEN: token } = process.env
  const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/json' }
  const [method, path, body] = process.argv.slice(2)
  const response = await fetch(url + '/accounts/' + account + '/access/ai-controls/mcp' + path, { method, headers, body })
  console.log(response.status)
`
beforeAll(() => writeFile(script, program))
afterAll(() => rm(script))

const calling = (...args: string[]) => ['--', process.execPath, script, ...args]
const wrongBody = JSON.stringify({
  id: 'docs',
  name: 'Docs',
  hostname: 'https://docs.example.com/mcp',
  auth_type: 'oauth',
  naem: 1,
})

describe('proxy --mock', () => {
  test('runs a command that needs neither an account nor a server, and says what it called', async () => {
    const { exitCode, stdout, stderr } = await command(['proxy', '--mock', ...calling('GET', '/servers')], unset)
    expect(stdout).toBe('200\n')
    expect(stderr).toMatch(/^cloudflare-mcp-portals: the proxy listens on http:\/\/127\.0\.0\.1:\d+\/client\/v4\n/)
    expect(stderr).toMatch(/\n✓ listServers\n\n1 operation in 1 exchange: 1 passed, 0 failed\n$/)
    expect(exitCode).toBe(0)
  })

  test('exits with 1 for a command that succeeds with a request that breaks the spec', async () => {
    const { exitCode, stdout, stderr } = await command(
      ['proxy', '--mock', ...calling('POST', '/servers', wrongBody)],
      unset,
    )
    expect(stdout).toBe('201\n')
    expect(stderr).toMatch(
      /✗ createServer\n {4}createServer: request: unknown field \/naem \(number\) \[POST …\/servers\]\n/,
    )
    expect(exitCode).toBe(1)
  })

  test('--unknown-fields pass takes the field for one that the API ignores', async () => {
    const args = ['proxy', '--mock', '--unknown-fields', 'pass', ...calling('POST', '/servers', wrongBody)]
    expect((await command(args, unset)).exitCode).toBe(0)
  })

  test('--refuse responds in the place of the mock', async () => {
    const args = ['proxy', '--mock', '--refuse', ...calling('POST', '/servers', wrongBody)]
    expect(await command(args, unset)).toMatchObject({ exitCode: 1, stdout: '400\n' })
  })

  test('leaves the account and the token alone that are set', async () => {
    const print = 'console.log(process.env.CLOUDFLARE_ACCOUNT_ID, process.env.CLOUDFLARE_API_TOKEN)'
    const args = ['proxy', '--mock', '--', process.execPath, '--eval', print]
    const given = { CLOUDFLARE_ACCOUNT_ID: 'mine', CLOUDFLARE_API_TOKEN: 'my-token' }
    expect((await command(args, given)).stdout).toBe('mine my-token\n')
  })
})

describe('the exit code', () => {
  test.each([
    ['of the command comes first', ['process.exit(7)'], 7],
    ['of a command that a signal ends is that of a shell', ["process.kill(process.pid, 'SIGKILL')"], 137],
    ['is 0 where nothing was checked', [''], 0],
  ])('%s', async (_, [code = ''], expected) => {
    const args = ['proxy', '--mock', '--', process.execPath, '--eval', code]
    const { exitCode, stderr } = await command(args, unset)
    expect(exitCode).toBe(expected)
    expect(stderr).toContain('Hint: nothing was checked: is CLOUDFLARE_BASE_URL what the program calls?')
  })

  test.each([
    [[], 0],
    [['--fail-on', 'undocumented'], 1],
    [['--edition', 'latest'], 0],
    [['--edition', 'latest', '--fail-on', 'undocumented'], 0],
  ])('with %j is %i where a response has a newer field', async (args, expected) => {
    const body = JSON.stringify(changed(successful('readServer'), '/result/authentication_status', 'connected'))
    const { url } = await responding(() => toResponse(body))
    const { exitCode, stderr } = await command([
      'proxy',
      '--upstream',
      url,
      ...args,
      ...calling('GET', '/servers/docs'),
    ])
    expect(exitCode).toBe(expected)
    expect(stderr.includes('new field /result/authentication_status')).toBe(!args.includes('latest'))
  })

  test.each<[string[], RegExp]>([
    [
      ['--', 'no-such-command-anywhere'],
      /cannot run 'no-such-command-anywhere': spawn no-such-command-anywhere ENOENT/,
    ],
    [['pytest'], /a command has to follow --, as in -- 'pytest'/],
    [['--port', 'http'], /--port takes a whole number from 0 to 65535, not 'http'/],
    [['--upstream', 'https://api.cloudflare.com'], /proxy needs either --upstream URL or --mock/],
    [['--edition', 'newest'], /--edition is one of reference, latest, not 'newest'/],
    [['--unknown-fields', 'ignore'], /--unknown-fields is one of violation, pass/],
    [['--timeout', '0'], /--timeout takes seconds/],
    [['--upsteam', 'x'], /there is no option '--upsteam'; did you mean --upstream\?/],
    [['--reporter', 'xml'], /--reporter is one of/],
  ])('with --mock and %j is 2', async (args, message) => {
    const { exitCode, stderr } = await command(['proxy', '--mock', ...args], unset)
    expect(stderr).toMatch(message)
    expect(exitCode).toBe(2)
  })

  test.each<[string[], RegExp]>([
    [[], /proxy needs either --upstream URL or --mock/],
    [['--upstream', 'api.cloudflare.com'], /--upstream: expected an absolute URL/],
    [['--upstream', 'http://api.cloudflare.com'], /--upstream: expected https:/],
  ])('with %j is 2', async (args, message) => {
    const { exitCode, stderr } = await command(['proxy', ...args])
    expect(stderr).toMatch(message)
    expect(exitCode).toBe(2)
  })

  test('is 2 where the port is in use', async () => {
    const { url } = await server(async () => {})
    const port = new URL(url).port
    const { exitCode, stderr } = await command(['proxy', '--mock', '--port', port, '--', 'true'], unset)
    expect(stderr).toContain(`port ${port} is in use; choose another with --port`)
    expect(exitCode).toBe(2)
  })
})

describe('a server behind https', () => {
  const file = join(import.meta.dirname, `certificate-${process.pid}.pem`)
  afterAll(() => rm(file, { force: true }))

  test.each([
    ['passes with a certificate that is trusted', 'localhost', 0, ''],
    [
      'does not pass with the certificate of another',
      'example.com',
      1,
      "Host: localhost. is not in the cert's altnames",
    ],
  ])('%s', async (_, name, expected, failure) => {
    const { url, certificate } = await serveSecurely(name, JSON.stringify(successful('readServer')))
    await writeFile(file, certificate)
    const args = ['proxy', '--upstream', url, ...calling('GET', '/servers/docs')]
    const { exitCode, stderr } = await command(args, { NODE_EXTRA_CA_CERTS: file })
    expect(stderr).toContain(failure)
    expect(exitCode).toBe(expected)
  })
})

describe('reports', () => {
  const report = join(import.meta.dirname, `report-${process.pid}`)
  afterAll(() => rm(report, { force: true }))

  test('go to files, with a test case for each operation', async () => {
    const args = ['proxy', '--mock', '--reporter', `junit=${report}`, ...calling('POST', '/servers', wrongBody)]
    await command(args, unset)
    const xml = await readFile(report, 'utf8')
    expect(xml).toContain('<testcase classname="proxy" name="createServer"')
    expect(xml).toContain('<failure message="createServer: request: unknown field /naem (number)')
  })

  test('have every finding with its exchange, and no account', async () => {
    await command(['proxy', '--mock', '--reporter', `json=${report}`, ...calling('POST', '/servers', wrongBody)])
    const json = await readFile(report, 'utf8')
    expect(JSON.parse(json)).toMatchObject({
      command: 'proxy',
      target: 'a mock',
      spec: { edition: 'latest' },
      ok: false,
      checks: [
        {
          name: 'createServer',
          findings: [
            {
              kind: 'violation',
              operationId: 'createServer',
              method: 'POST',
              path: '/accounts/{account_id}/access/ai-controls/mcp/servers',
              pointer: '/naem',
              expected: 'no such field',
              received: 'number',
            },
          ],
        },
      ],
    })
    expect(json).not.toContain(accountId)
  })

  test('say how many exchanges show a difference', async () => {
    const { url } = await responding(() =>
      toResponse(JSON.stringify(changed(successful('readServer'), '/result/new', 1))),
    )
    // Read to its end: a response that a client leaves before is not checked.
    const thrice = `for (const _ of [1, 2, 3]) await (await fetch(process.env.CLOUDFLARE_BASE_URL + '${servers}/docs')).text()`
    const args = ['proxy', '--upstream', url, '--', process.execPath, '--input-type=module', '--eval', thrice]
    expect((await command(args)).stderr).toContain('readServer: response 200: new field /result/new (number) (3 times)')
  })

  test('name a server that cannot be reached, which is the failure of no operation', async () => {
    const gone = await server(async () => {})
    await gone.close()
    const { exitCode, stderr } = await command(['proxy', '--upstream', gone.url, ...calling('GET', '/servers')])
    expect(stderr).toMatch(/\ncloudflare-mcp-portals: listServers: connect ECONNREFUSED 127\.0\.0\.1:\d+\n/)
    expect(exitCode).toBe(1) // The program's.
  })
})

describe('without a command', () => {
  async function startProxy(...args: string[]) {
    const { child, outcome } = start(['proxy', ...args], unset)
    onEnd(async () => void child.kill('SIGKILL'))
    let written = ''
    child.stderr?.on('data', (chunk) => {
      written += chunk
    })
    const find = () => /listens on (\S+)\n/.exec(written)?.[1]
    await vi.waitFor(() => expect(find()).toBeDefined(), { timeout: 20_000 })
    return { url: `${find()}`, child, outcome }
  }

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'the report comes with %s, which is no failure',
    async (signal) => {
      const { url, child, outcome } = await startProxy('--mock')
      await fetch(url + servers, { headers: { authorization: 'Bearer any' } })
      child.kill(signal)
      const { exitCode, stdout } = await outcome
      expect(stdout).toMatch(
        /^cloudflare-mcp-portals \S+ proxy: a mock\n.*✓ listServers\n\n1 operation in 1 exchange: 1 passed/s,
      )
      expect(exitCode).toBe(0)
    },
  )

  test('it exits with 1 for a violation', async () => {
    const { url, child, outcome } = await startProxy('--mock')
    await fetch(`${url + servers}?page=0`)
    child.kill('SIGTERM')
    expect(await outcome).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('query page is 0; expected at least 1'),
    })
  })

  test('it listens where it is told to', async () => {
    const free = await server(async () => {})
    const port = new URL(free.url).port
    await free.close()
    expect((await startProxy('--mock', '--port', port)).url).toBe(`http://127.0.0.1:${port}/client/v4`)
  })

  test('the mock behind it can be asked for what it was sent', async () => {
    const { url } = await startProxy('--mock')
    await fetch(url + servers, { headers: { authorization: 'Bearer any' } })
    const requests = await (await fetch(new URL('/__mock/requests', url))).json()
    expect(requests).toMatchObject([{ operation: 'listServers' }])
  })
})

test('a signal to the proxy reaches the command, whose end is the end of both', async () => {
  const wait =
    "process.on('SIGTERM', () => { console.log('cleaned up'); process.exit(3) }); console.log('ready'); setInterval(() => {}, 1000)"
  const { child, outcome } = start(['proxy', '--mock', '--', process.execPath, '--eval', wait], unset)
  let written = ''
  child.stdout?.on('data', (chunk) => {
    written += chunk
  })
  await vi.waitFor(() => expect(written).toBe('ready\n'), { timeout: 20_000 })
  child.kill('SIGTERM')
  expect(await outcome).toMatchObject({ exitCode: 3, stdout: 'ready\ncleaned up\n' })
})
