import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalServer, startServer, token } from '../support/deviations/server.ts'
import { accountId } from './against.ts'
import { buildCommand, command, onTerminal, removeCommand, withoutReader } from './command.ts'

let conforming: LocalServer
let deviating: LocalServer
let grown: LocalServer

beforeAll(async () => {
  await buildCommand()
  conforming = await startServer()
  deviating = await startServer({ deviation: 'a read server lacks its tools' })
  grown = await startServer({ deviation: 'a server has a new field' })
})

afterAll(() => Promise.all([removeCommand(), ...[conforming, deviating, grown].map((server) => server.close())]))

describe('verify', () => {
  test('exits with 0 where the contract is met, and changes nothing', async () => {
    const { exitCode, stdout, stderr } = await command(['verify', '--base-url', conforming.url])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/\n✓ lists the servers, page by page \(\d+ ms\)\n/)
    expect(stdout).toMatch(/\n6 cases: 6 passed, 0 failed\n$/)
    expect(conforming.requests.filter((line) => !line.startsWith('GET'))).toEqual([])
  })

  test('with --write runs the whole life cycle, and leaves nothing behind', async () => {
    const { exitCode, stdout } = await command(['verify', '--write'], { CLOUDFLARE_BASE_URL: conforming.url })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('22 cases: 22 passed')
    expect([...conforming.account.servers.keys()]).toEqual(['number-1', 'number-2', 'number-3'])
    expect([...conforming.account.portals.keys()]).toEqual(['number-1', 'number-2', 'number-3'])
    const created = conforming.requests.filter((line) => line.startsWith('POST'))
    expect(created.length).toBeGreaterThan(4)
  })

  test('registers the URL and the host name that it is given', async () => {
    const server = await startServer({ deviation: 'a deletion is not done' })
    const given = ['--server-url', 'https://mcp.example.org/mcp', '--portal-hostname', 'portal.example.org']
    await command(['verify', '--write', '--base-url', server.url, ...given])
    const registered = [...server.account.servers.values()].filter(({ id }) => id.startsWith('contract-'))
    expect(registered.map(({ hostname }) => hostname)).toContain('https://mcp.example.org/mcp')
    await server.close()
  })

  test('exits with 1 where the contract is violated, and names the place', async () => {
    const { exitCode, stdout } = await command(['verify', '--base-url', deviating.url, '--account', accountId])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('✗ reads each server as it is listed')
    expect(stdout).toMatch(
      / {4}readServer: response 200: \/result\/tools is missing; expected a value \[GET …\/servers\/number-1: 200\]/,
    )
    expect(stdout).toContain('6 cases: 5 passed, 1 failed\n')
  })

  test('exits with 0 where the API has grown, and says so', async () => {
    const { exitCode, stdout } = await command(['verify', '--base-url', grown.url])
    expect(exitCode).toBe(0)
    expect(stdout).toMatch(
      /Undocumented, neither in the spec nor against it:\n {2}readServer: response 200: new field \/result\/authentication_status /,
    )
  })

  test('never shows the token', async () => {
    const { stdout, stderr } = await command(['verify', '--write', '--base-url', deviating.url, '--reporter', 'json'])
    expect(stdout).toContain('violation')
    expect(stdout + stderr).not.toContain(token)
  })
})

describe('a reporter', () => {
  const report = async (reporter: string, { url } = deviating) =>
    (await command(['verify', '--base-url', url, '--reporter', reporter])).stdout

  test('json is for programs', async () => {
    const { ok, checks } = JSON.parse(await report('json'))
    expect(ok).toBe(false)
    expect(checks).toHaveLength(6)
    expect(checks[1]).toMatchObject({ name: 'reads each server as it is listed', status: 'failed' })
    expect(checks[1].findings).toMatchObject([
      { kind: 'violation', message: expect.stringContaining('/result/tools'), operationId: 'readServer', status: 200 },
    ])
  })

  test('junit has a test case for each check, with at most one failure', async () => {
    const xml = await report('junit')
    expect(xml).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites name="cloudflare-mcp-portals verify" tests="6" failures="1" errors="0" skipped="0" time="\d+\.\d{3}">/,
    )
    expect(xml.match(/<testcase /g)).toHaveLength(6)
    expect(xml).toMatch(
      /<testcase classname="verify" name="reads each server as it is listed" time="[\d.]+">\n {6}<failure message="readServer: [^"<>]*">[^<]*<\/failure>\n {4}<\/testcase>/,
    )
    expect(await report('junit', grown)).toMatch(/<system-out>readServer: [^<]*<\/system-out>/)
  })

  test('github annotates', async () => {
    expect(await report('github')).toMatch(
      /^::error title=Contract violated%3A reads each server as it is listed::readServer: response 200: /m,
    )
    expect(await report('github', grown)).toMatch(
      /^::warning title=Undocumented%3A reads each server as it is listed::readServer: response 200: new field \/result\/authentication_status/m,
    )
  })

  test('writes to a file beside the text on the standard output, several at once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'reports-'))
    const files = ['json', 'junit'].map((name) => ['--reporter', `${name}=${join(folder, 'of', name)}`])
    const { stdout } = await command(['verify', '--base-url', deviating.url, ...files.flat()])
    expect(stdout).toContain('6 cases: 5 passed')
    expect(JSON.parse(await readFile(join(folder, 'of', 'json'), 'utf8')).checks).toHaveLength(6)
    expect(await readFile(join(folder, 'of', 'junit'), 'utf8')).toContain('</testsuites>')
    await rm(folder, { recursive: true })
  })

  test.each([
    [['--reporter', 'json', '--reporter', 'junit'], 'one --reporter alone can write to the standard output'],
    [['--reporter', 'jnit'], "--reporter is one of text, json, junit, github, not 'jnit'; did you mean junit?"],
    [['--reporter', 'json='], '--reporter json= names no file'],
    [['--reporter', 'json=a', '--reporter', 'junit=a'], "--reporter names the file 'a' twice"],
    [['--reporter', 'json=/dev/null/report'], "--reporter: '/dev/null/report' cannot be written to (E"],
    [['--fail-on', 'drift'], "--fail-on is one of violation, undocumented, not 'drift'"],
    [['--timeout', '0'], "--timeout takes seconds from 0.001 to 2147483, not '0'"],
  ])('that cannot be: %o sends nothing', async (args, message) => {
    const before = conforming.requests.length
    const { exitCode, stderr } = await command(['verify', '--base-url', conforming.url, ...args])
    expect(stderr).toContain(message)
    expect(exitCode).toBe(2)
    expect(conforming.requests).toHaveLength(before)
  })
})

test('--fail-on undocumented makes what is undocumented a failure', async () => {
  const args = ['verify', '--base-url', grown.url, '--fail-on', 'undocumented']
  expect((await command(args)).exitCode).toBe(1)
  const { stdout } = await command([...args, '--reporter', 'junit'])
  expect(stdout).toContain('failures="1"')
})

describe('verify exits with 2', () => {
  test.each([
    [
      'the token is not accepted',
      [],
      { CLOUDFLARE_API_TOKEN: 'another' },
      / {4}listServers: 401 Unauthorized .* \[GET …\/servers: 401\]/,
    ],
    [
      'no server answers',
      ['--base-url', 'http://127.0.0.1:9'],
      {},
      / {4}listServers: the connection to 127\.0\.0\.1:9 failed .* \[GET …\/servers\]/,
    ],
  ])('where %s, and runs no further case', async (_, args, environment, told) => {
    const { exitCode, stdout } = await command(['verify', '--base-url', conforming.url, ...args], environment)
    expect(exitCode).toBe(2)
    expect(stdout).toMatch(told)
    expect(stdout).toContain('\n- 5 cases not run: an earlier request failed\n')
    expect(stdout).toContain('6 cases: 0 passed, 0 failed, 1 could not be checked, 5 not run')
  })

  test.each([
    [['--bose-url', 'x'], {}, "there is no option '--bose-url'; did you mean --base-url?"],
    [['--base-url'], {}, "Option '--base-url <value>' argument missing"],
    [['--account', ''], {}, '--account has an empty value'],
    [['--token', 'x'], {}, 'there is no option --token: other users of the machine could read it'],
    [['http://localhost'], {}, "verify takes no argument 'http://localhost'"],
    [['--reporter', 'xml'], {}, "--reporter is one of text, json, junit, github, not 'xml'"],
    [['--base-url', 'http://api.example.com'], {}, '--base-url: expected https:'],
    [['--base-url', 'here'], {}, '--base-url: expected an absolute URL'],
    [[], { CLOUDFLARE_ACCOUNT_ID: undefined }, '--account or CLOUDFLARE_ACCOUNT_ID has to name the account'],
    [[], { CLOUDFLARE_API_TOKEN: undefined }, 'CLOUDFLARE_API_TOKEN has to hold the API token'],
    [[], { CLOUDFLARE_API_TOKEN: 'not a token' }, 'CLOUDFLARE_API_TOKEN: expected a bearer token'],
  ])('and one sentence for %o and %o', async (args, environment, told) => {
    const { exitCode, stdout, stderr } = await command(['verify', ...args], environment)
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' })
    expect(stderr).toMatch(/^cloudflare-mcp-portals: /)
    expect(stderr).toContain(told)
    expect(stderr).not.toContain('    at ')
  })
})

const commands = ['verify', 'drift', 'mock', 'proxy', 'plan', 'apply', 'export']

describe('the command', () => {
  test.each([[[]], [['--help']], [['-h']], [['verify', '--help']], [['drift', '-h']]])(
    'helps with %o',
    async (args) => {
      const { exitCode, stdout, stderr } = await command(args, { CLOUDFLARE_API_TOKEN: undefined })
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
      expect(stdout).toContain('Usage: cloudflare-mcp-portals ')
      expect(stdout).toMatch(/Exit codes:\s+0 /)
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110)
    },
  )

  test('shows its progress on a terminal, in one line that it clears', async () => {
    const { promise: ended, stdout } = onTerminal(['verify', '--base-url', conforming.url])
    expect(await ended).toBe(0)
    const shown = await stdout
    expect(shown).toContain('\r\x1b[K2/6 reads each server as it is listed')
    expect(shown).toContain('6/6 returns 404 for a portal that does not exist\r\x1b[Kcloudflare-mcp-portals ')
  })

  test('tells its version', async () => {
    expect((await command(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/)
  })

  test('alone shows in at most twelve lines what it can do', async () => {
    const { stdout } = await command([])
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(12)
    expect(stdout.match(/^ {2}[a-z]+ +[a-z]/gm)?.map((line) => line.trim().split(' ')[0])).toEqual(commands)
  })

  describe.each(commands)('%s --help', (name) => {
    test('has an example with this version, whose options it knows', async () => {
      const { stdout } = await command([name, '--help'])
      const { version } = JSON.parse(await readFile('package.json', 'utf8'))
      const [, args = ''] =
        new RegExp(`^Example:\\n  npx cloudflare-mcp-portals@${version} (.*)$`, 'm').exec(stdout) ?? []
      expect(args.split(' ')[0]).toBe(name)
      const options = args.split(' -- ')[0]?.match(/--[a-z-]+/g) ?? []
      for (const option of options) expect(stdout).toMatch(new RegExp(`^  ${option}\\b`, 'm'))
    })

    test('says how it ends, and what an unknown option may mean', async () => {
      const { stdout } = await command([name, '--help'])
      expect(stdout).toMatch(/^Exit codes:\n {2}0 +\S.*\n(.*\n)* {2}129, 130, 143 +interrupted$/m)
      const [, first] = /^ {2}--([a-z-]+)/m.exec(stdout) ?? []
      const { exitCode, stderr } = await command([name, `--${first}x`])
      expect(exitCode).toBe(2)
      expect(stderr).toContain(`there is no option '--${first}x'; did you mean --${first}?`)
    })
  })

  test('names the nearest of its commands', async () => {
    const { exitCode, stderr } = await command(['verfy'])
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: "cloudflare-mcp-portals: there is no command 'verfy'; did you mean verify?\n",
    })
  })

  test.each([[[]], [['verify', '--help']], [['--version']]])('ends well where nobody reads it: %o', async (args) => {
    expect(await withoutReader(args)).toEqual({ exitCode: 0, stderr: '' })
  })

  test('does not know any other', async () => {
    const { exitCode, stderr } = await command(['constructor'])
    expect(exitCode).toBe(2)
    expect(stderr).toBe("cloudflare-mcp-portals: there is no command 'constructor'; --help shows the commands\n")
  })
})
