import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../src/client/index.ts'
import { buildCommand, command, removeCommand } from '../verify/command.ts'
import { docs } from './setup.ts'
import { type StartedMock, startMockCommand, startMockOnTerminal } from './started.ts'

let folder: string

beforeAll(async () => {
  await buildCommand()
  folder = await mkdtemp(join(tmpdir(), 'mock-'))
})

afterAll(() => Promise.all([removeCommand(), rm(folder, { recursive: true })]))

async function using<T>(args: string[], use: (mock: StartedMock) => Promise<T>): Promise<T> {
  const mock = await startMockCommand(...args)
  try {
    return await use(mock)
  } finally {
    await mock.end()
  }
}

const clientOf = (baseUrl: string) => createClient({ baseUrl, accountId: 'any', apiToken: 'any', maxRetries: 0 })

const post = (url: string, body: unknown) => fetch(url, { method: 'POST', body: JSON.stringify(body) })

describe('mock', () => {
  test('prints a curl line that works, and a line for each request, without colour where there is no terminal', async () => {
    const mock = await startMockCommand()
    await clientOf(mock.url).servers.create(docs)
    const line = `curl -sS -H "Authorization: Bearer any" ${mock.url}/accounts/any/access/ai-controls/mcp/servers`
    const { stdout: response } = await promisify(execFile)('bash', ['-c', line])
    expect(JSON.parse(response)).toMatchObject({ success: true, result: [docs] })
    const { stdout } = await mock.end()
    expect(stdout).toContain(line.replace(' -sS', '').replace(/servers$/, 'portals'))
    expect(stdout).toMatch(
      /\n201 createServer \d+\.\d ms: POST \/accounts\/any\/access\/ai-controls\/mcp\/servers\n200 listServers /,
    )
  })

  test.each([
    ['the status in colour', undefined, '\x1b[32m200\x1b[0m listServers', '\x1b[33m401\x1b[0m listServers'],
    ['no colour where NO_COLOR says so', '1', '\n200 listServers', '\n401 listServers'],
  ])('has on a terminal %s, and ends at once by Ctrl-C', async (_, NO_COLOR, success, refusal) => {
    const mock = await startMockOnTerminal({ NO_COLOR })
    await clientOf(mock.url).servers.list()
    await fetch(`${mock.url}/accounts/any/access/ai-controls/mcp/servers`)
    const begin = performance.now()
    const { exitCode, stdout } = await mock.pressCtrlC()
    expect(exitCode).toBe(130)
    expect(performance.now() - begin).toBeLessThan(2000)
    expect(stdout).toContain(success)
    expect(stdout).toContain(refusal)
  })

  test('waits before each response as long as --latency says', () =>
    using(['--latency', '80'], async ({ url }) => {
      const begin = performance.now()
      await clientOf(url).servers.list()
      expect(performance.now() - begin).toBeGreaterThan(75)
    }))

  test('is quiet on request', async () => {
    const mock = await startMockCommand('--quiet')
    await clientOf(mock.url).servers.list()
    expect((await mock.end()).stdout).not.toContain('listServers')
  })

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('ends at once by %s, with exit code %i, even while a response stalls', async (signal, exitCode) => {
    const mock = await startMockCommand()
    await post(`${mock.url}/__mock/faults`, { stall: true })
    const response = await fetch(`${mock.url}/accounts/any/access/ai-controls/mcp/servers`, {
      headers: { Authorization: 'Bearer any' },
    })
    const begin = performance.now()
    expect((await mock.end(signal)).exitCode).toBe(exitCode)
    expect(performance.now() - begin).toBeLessThan(2000)
    await expect(response.text()).rejects.toThrow()
  })

  test('has the API below /client/v4 and below nothing', () =>
    using([], async ({ url }) => {
      await clientOf(url).servers.create(docs)
      expect(await clientOf(url.replace('/client/v4', '')).servers.read('docs')).toMatchObject(docs)
    }))

  test('lets pages of any origin call it', () =>
    using([], async ({ url }) => {
      const path = `${url}/accounts/any/access/ai-controls/mcp/servers`
      const preflight = await fetch(path, {
        method: 'OPTIONS',
        headers: { Origin: 'https://example.com', 'Access-Control-Request-Headers': 'authorization, content-type' },
      })
      expect(preflight.status).toBe(204)
      expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization, content-type')
      const response = await fetch(path, { headers: { Origin: 'https://example.com', Authorization: 'Bearer any' } })
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
    }))

  test('accepts the one token that it is given, and never prints it', async () => {
    const mock = await startMockCommand('--token', 'the-one-token')
    const list = (apiToken: string) => createClient({ baseUrl: mock.url, accountId: 'any', apiToken }).servers.list()
    await expect(list('another-token')).rejects.toMatchObject({ status: 401, errors: [{ code: 10000 }] })
    expect((await list('the-one-token')).result).toEqual([])
    expect((await mock.end()).stdout).not.toContain('the-one-token')
  })

  test('takes what is upstream, guesses, strictness and the edition from its options', async () => {
    const file = join(folder, 'upstream.json')
    await writeFile(file, JSON.stringify({ [docs.hostname]: { error: 'down' } }))
    const args = ['--upstream', file, '--guess', 'idInUse=409', '--strict', '--edition', 'reference']
    await using(args, async ({ url }) => {
      const { servers } = clientOf(url)
      expect(await servers.create(docs)).not.toHaveProperty('authentication_status')
      expect(await servers.sync('docs')).toMatchObject({ status: 'error', error: 'down' })
      await expect(servers.create(docs)).rejects.toMatchObject({ status: 409 })
      const more = { ...docs, id: 'more', colour: 'red' }
      await expect(servers.create(more)).rejects.toMatchObject({ status: 400 })
    })
  })
})

describe('mock, for programs in other languages', () => {
  const account = (url: string) => `${url}/accounts/any/access/ai-controls/mcp/servers`

  test('shows and takes its state, and goes back to the start', () =>
    using([], async ({ url }) => {
      await clientOf(url).servers.create(docs)
      const state = await (await fetch(`${url}/__mock/state`)).json()
      expect(state).toMatchObject({ any: { servers: [docs], portals: [] } })
      expect((await fetch(`${url}/__mock/reset`, { method: 'POST' })).status).toBe(204)
      expect((await clientOf(url).servers.list()).result).toEqual([])
      await fetch(`${url}/__mock/state`, { method: 'PUT', body: JSON.stringify(state) })
      expect((await clientOf(url).servers.list()).result).toMatchObject([docs])
    }))

  test('lists the requests so far, without a credential', () =>
    using([], async ({ url }) => {
      await clientOf(url).servers.create({ ...docs, auth_credentials: 'a-credential' })
      const requests = await (await fetch(`${url}/__mock/requests`)).text()
      expect(JSON.parse(requests)).toMatchObject([
        { operation: 'createServer', status: 201, body: { ...docs, auth_credentials: '[redacted]' } },
      ])
      expect(requests).not.toContain('a-credential')
    }))

  test('takes faults, and the header Prefer', () =>
    using([], async ({ url }) => {
      expect((await post(`${url}/__mock/faults`, { operation: 'listServers', retryAfter: 7 })).status).toBe(204)
      const headers = { Authorization: 'Bearer any' }
      const limited = await fetch(account(url), { headers })
      expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7'])
      expect((await fetch(account(url), { headers: { ...headers, Prefer: 'code=503' } })).status).toBe(503)
      expect((await fetch(account(url), { headers })).status).toBe(200)
    }))

  test.each([
    ['faults', 'POST', { operation: 'listserver' }, /'operation' of a fault cannot be "listserver"/],
    ['faults', 'POST', { color: 'red' }, /a fault has no 'color'/],
    ['state', 'PUT', { any: { servers: [{ id: 'a' }], portals: [] } }, /state\['any'\]\.servers\[0\]/],
    ['state', 'PUT', [], /state: expected an object/],
    ['colour', 'GET', undefined, /there is no GET \/__mock\/colour/],
  ])('says what is wrong with /__mock/%s %s %j', (name, method, body, message) =>
    using([], async ({ url }) => {
      const response = await fetch(`${url}/__mock/${name}`, { method, ...(body && { body: JSON.stringify(body) }) })
      expect(response.status).toBe(name === 'colour' ? 404 : 400)
      expect((await response.json()).error).toMatch(message)
    }),
  )
})

describe('mock --state', () => {
  test('keeps what it holds from one start to the next', async () => {
    const file = join(folder, 'kept.json')
    await using(['--state', file], ({ url }) => clientOf(url).servers.create(docs))
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ any: { servers: [docs] } })
    await using(['--state', file], async ({ url }) => {
      expect((await clientOf(url).servers.list()).result).toMatchObject([docs])
    })
  })

  test('has written a change before it is answered, even one whose response a fault swallows', async () => {
    const file = join(folder, 'early.json')
    await using(['--state', file], async ({ url }) => {
      await post(`${url}/__mock/faults`, { drop: 'after' })
      await expect(clientOf(url).servers.create(docs)).rejects.toMatchObject({ outcome: 'unknown' })
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ any: { servers: [docs] } })
    })
  })

  test('has written what a program puts in the place of its state', async () => {
    const file = join(folder, 'put.json')
    await using(['--state', file], async ({ url }) => {
      await clientOf(url).servers.create(docs)
      const state = await (await fetch(`${url}/__mock/state`)).json()
      await clientOf(url).servers.delete('docs')
      await fetch(`${url}/__mock/state`, { method: 'PUT', body: JSON.stringify(state) })
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(state)
      await fetch(`${url}/__mock/reset`, { method: 'POST' })
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({})
    })
  })

  test.each([
    ['no JSON', '{', /--state: .*wrong\.json: .*JSON/],
    ['no state', '{"any": 7}', /state\['any'\]\.servers has to be a list/],
    ['a server that no API shows', '{"any": {"servers": [{"id": 7}], "portals": []}}', /state\['any'\]\.servers\[0\]/],
  ])('refuses a file that holds %s, and leaves it as it is', async (_, content, message) => {
    const file = join(folder, 'wrong.json')
    await writeFile(file, content)
    const { exitCode, stderr } = await command(['mock', '--port', '0', '--state', file])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(message)
    expect(await readFile(file, 'utf8')).toBe(content)
  })

  test('refuses a file that cannot be written', async () => {
    const { exitCode, stderr } = await command(['mock', '--port', '0', '--state', join(folder, 'none/state.json')])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(/--state: .*ENOENT/)
  })
})

describe('mock says what is wrong', () => {
  test('with a port that is in use', () =>
    using([], async ({ url }) => {
      const { port } = new URL(url)
      const { exitCode, stderr } = await command(['mock', '--port', port])
      expect(exitCode).toBe(2)
      expect(stderr).toBe(`cloudflare-mcp-portals: port ${port} is in use; choose another with --port\n`)
    }))

  test('with a host beyond this machine, though it listens', async () => {
    const mock = await startMockCommand('--host', '0.0.0.0')
    expect((await mock.end()).stderr).toMatch(/whoever reaches this machine can read and change/)
  })

  test('with no host of this machine alone', async () => {
    for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1']) {
      const mock = await startMockCommand('--host', host)
      expect((await fetch(`${mock.url}/__mock/requests`)).status).toBe(200)
      expect((await mock.end()).stderr).toBe('')
    }
  })

  test.each([
    [['--port', 'many'], /--port takes a whole number from 0 to 65535, not 'many'/],
    [['--latency=-1'], /--latency takes/],
    [['--edition', 'newest'], /--edition is one of latest, reference/],
    [['--guess', 'idInUse=410'], /--guess idInUse is one of 400, 409, not '410'/],
    [['--guess', 'weather=fine'], /there is no guess 'weather'/],
    [['--upstream', '/none.json'], /--upstream: \/none\.json: ENOENT/],
    [['--colour'], /there is no option '--colour'/],
    [['4010'], /mock takes no argument '4010'/],
  ])('with %j', async (args, message) => {
    const { exitCode, stderr } = await command(['mock', ...args])
    expect(exitCode).toBe(2)
    expect(stderr).toMatch(message)
  })
})
