import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type ContractOptions, contractFetch } from '../../src/contract/index.ts'
import { accountId, operation, toResponse } from './exchange.ts'

const path = operation('listServers').path.replace('{account_id}', accountId)
const wrongQuery = '?page=0'

/** Whether a request to that address is checked. */
async function isChecked(address: string, options: ContractOptions = {}): Promise<boolean> {
  const checked = contractFetch(async () => toResponse('listServers'), options)
  return checked(address + wrongQuery, { method: 'GET' }).then(
    () => false,
    ({ name }) => name === 'ContractViolationError',
  )
}

let warn: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  warn = vi.spyOn(console, 'warn').mockReturnValue()
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

describe('without baseUrl', () => {
  test.each([
    'https://api.cloudflare.com/client/v4',
    'https://api.cloudflare.com',
    'http://localhost:4010',
    'http://127.0.0.1:8080/client/v4',
    'http://127.1.2.3',
    'http://[::1]:4010',
  ])('%s is checked', async (base) => {
    expect(await isChecked(base + path)).toBe(true)
  })

  test.each([
    'https://api.example.com/client/v4',
    'https://evil.localhost/client/v4',
    'https://api.cloudflare.com.example.com',
    'https://api.cloudflare.com:8443',
  ])('%s is not, for other APIs may have such a path', async (base) => {
    expect(await isChecked(base + path)).toBe(false)
  })

  test('the host of CLOUDFLARE_BASE_URL is checked too', async () => {
    vi.stubEnv('CLOUDFLARE_BASE_URL', 'https://gateway.example.com/cloudflare')
    expect(await isChecked(`https://gateway.example.com/cloudflare${path}`)).toBe(true)
    expect(await isChecked(`https://api.cloudflare.com${path}`)).toBe(true)
  })

  test('a CLOUDFLARE_BASE_URL that is no URL is refused', () => {
    vi.stubEnv('CLOUDFLARE_BASE_URL', 'gateway')
    expect(() => contractFetch()).toThrow(new TypeError('CLOUDFLARE_BASE_URL: expected an absolute URL'))
  })
})

describe('with baseUrl', () => {
  const gateway = 'https://gateway.example.com:8443/cloudflare'

  test('its host is checked, and no other', async () => {
    const options = { baseUrl: gateway }
    expect(await isChecked(gateway + path, options)).toBe(true)
    expect(await isChecked(`https://gateway.example.com:8443${path}`, options)).toBe(true)
    for (const other of ['https://gateway.example.com', 'https://api.cloudflare.com', 'http://localhost']) {
      expect(await isChecked(other + path, options)).toBe(false)
    }
  })

  test('there may be several', async () => {
    const options = { baseUrl: [gateway, 'http://localhost'] }
    expect(await isChecked(gateway + path, options)).toBe(true)
    expect(await isChecked(`http://localhost${path}`, options)).toBe(true)
  })

  test.each(['', 'gateway', 'mailto:a@example.com', null, 7, [[]], [[gateway, '']]])('%o is refused', (baseUrl) => {
    expect(() => contractFetch(fetch, { baseUrl: baseUrl as string })).toThrow(/^baseUrl: expected an absolute URL$/)
  })
})

describe('a wrong option', () => {
  test.each<[object, string]>([
    [{ onViolation: 'throw' }, 'onViolation: expected a function'],
    [{ onUndocumented: true }, 'onUndocumented: expected a function'],
    [{ unknownOperations: 'ignore' }, "unknownOperations: expected 'violation' or 'pass'"],
    [{ unknownFields: false }, "unknownFields: expected 'violation' or 'pass'"],
    [{ edition: 'newest' }, "edition: expected 'reference' or 'latest'"],
    [[], 'options: expected an object'],
  ])('%j is refused by its name', (options, message) => {
    expect(() => contractFetch(fetch, options)).toThrow(new TypeError(message))
  })

  test('such as an object in the place of the fetch is refused', () => {
    const options: never = { edition: 'latest' } as never
    expect(() => contractFetch(options)).toThrow(new TypeError('fetch: expected a function'))
  })
})

describe('an operation is recognised', () => {
  test.each([
    path.replace('mcp', '%6Dcp'),
    path.replace('servers', '%73erver%73'),
    path.replace('/access', '/./access'),
    `/accounts${path}`,
  ])('by %s', async (written) => {
    expect(await isChecked(`https://api.cloudflare.com${written}`)).toBe(true)
  })

  test.each([path.replace('/mcp', ''), path.replace('accounts', 'zones'), path.replace(/\/servers$/, ''), '/'])(
    'but not by %s',
    async (written) => expect(await isChecked(`https://api.cloudflare.com${written}`)).toBe(false),
  )
})

describe('a run in which nothing is checked', () => {
  const url = `https://gateway.example.com${path}?page=1`

  test('warns once, at the first request that goes to another host', async () => {
    const checked = contractFetch(async () => toResponse('listServers'))
    for (const address of ['https://example.com/', url, url]) await checked(address, {})
    expect(warn.mock.calls).toEqual([
      [
        'contractFetch: nothing is checked: listServers goes to gateway.example.com, not to api.cloudflare.com, this ' +
          'machine. Name the host in baseUrl.',
      ],
    ])
  })

  test('does not warn once something was checked', async () => {
    const checked = contractFetch(async () => toResponse('listServers'))
    for (const address of [`http://localhost${path}`, url]) await checked(address, {})
    expect(warn).not.toHaveBeenCalled()
  })

  const index = fileURLToPath(new URL('../../src/contract/index.ts', import.meta.url))
  const run = async (calls: string) => {
    const program = `
      import { contractFetch } from ${JSON.stringify(index)}
      const checked = contractFetch(async () => Response.json({ success: true, result: [] }))
      ${calls}`
    const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
    return stderr
  }

  test.each([
    ['of which no request goes to this API', "for (const _ of [1, 2]) await checked('https://example.com/')", 2],
    ['which ends by itself', "await checked('https://example.com/'); process.exit()", 1],
  ])('%s warns when the process ends', async (_, calls, count) => {
    expect(await run(calls)).toBe(
      `contractFetch: nothing was checked: none of ${count} requests went to an operation of this API.\n`,
    )
  })

  test.each([
    ['without a request', ''],
    ['with a request that was checked', `await checked('http://localhost${path}')`],
    ['that has warned', `await checked('https://example.com/'); console.warn = () => {}; await checked('${url}')`],
  ])('does not warn when the process ends %s', async (_, calls) => {
    expect(await run(calls)).toBe('')
  })
})
