import { describe, expect, test, vi } from 'vitest'
import { ApiError, ConnectionError, type Fetch, McpPortalsError, TimeoutError } from '../../../src/client/index.ts'
import { connect, creates, rejection, serve, success } from '../setup.ts'

class ContractViolation extends McpPortalsError {}

const call = { operation: 'servers.read', method: 'GET', path: '/', attempts: 1, outcome: 'unknown' } as const
const refused = { status: 418, errors: [], messages: [], rayId: undefined, retryAfter: undefined }

test.each([
  new McpPortalsError('the response breaks the contract'),
  new ContractViolation('the response breaks the contract'),
  new ApiError('no', call, refused),
])('an error of ours that the given fetch throws goes through as it is, at once: %o', async (thrown) => {
  const fetch = vi.fn().mockRejectedValue(thrown)
  expect(await rejection(connect({ url: 'http://localhost' }, { fetch }).servers.read('docs'))).toBe(thrown)
  expect(fetch).toHaveBeenCalledOnce()
})

const withCode = Object.assign(new Error('no route'), { code: 'EHOSTUNREACH' })

describe.each<[string, unknown, string]>([
  ['an error', new Error('no route'), 'no route'],
  ['an error with a code', withCode, 'EHOSTUNREACH'],
  ['an error with a cause', new TypeError('fetch failed', { cause: withCode }), 'EHOSTUNREACH'],
  ['an error with a cause that is no error', new TypeError('fetch failed', { cause: 'x' }), 'fetch failed'],
  [
    'an error with a code that is no text',
    new DOMException('The operation was aborted', 'AbortError'),
    'The operation was',
  ],
  ['an error without a message', new Error(''), 'no reason given'],
  ['a text', 'offline', 'offline'],
  ['a number', 42, 'number'],
  ['a symbol', Symbol('offline'), 'symbol'],
  ['nothing', undefined, 'undefined'],
  ['null', null, 'object'],
  ['an object that has no text', Object.create(null), 'object'],
  ['a long text', 'offline '.repeat(1_000), `${'offline '.repeat(25)})`],
])('%s that the given fetch throws', (_, thrown, reason) => {
  test('counts as a failed connection, is retried, and a copy of it is the cause', async () => {
    const fetch = vi.fn().mockRejectedValue(thrown)
    const error = (await rejection(connect({ url: 'http://localhost' }, { fetch }).servers.read('docs'))) as Error
    expect(error).toBeInstanceOf(ConnectionError)
    expect(error.message).toContain(`servers.read: the connection to localhost failed (${reason}`)
    expect(error.cause).toBeInstanceOf(Error)
    expect(error.cause).not.toBe(thrown)
    if (thrown instanceof Error) expect(error.cause).toMatchObject({ name: thrown.name })
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  test.each(creates)('is not retried by $operation', async ({ run }) => {
    const fetch = vi.fn().mockRejectedValue(thrown)
    const error = await rejection(run(connect({ url: 'http://localhost' }, { fetch })))
    expect(error).toMatchObject({ name: 'ConnectionError', attempts: 1, outcome: 'unknown' })
    expect(fetch).toHaveBeenCalledOnce()
  })
})

test('a fetch that throws before it returns a promise is a failed connection too', async () => {
  const fetch = vi.fn(() => {
    throw new RangeError('too far')
  })
  const error = await rejection(connect({ url: 'http://localhost' }, { fetch }).servers.read('docs'))
  expect(error).toMatchObject({ name: 'ConnectionError', attempts: 3 })
  expect(fetch).toHaveBeenCalledTimes(3)
})

test('the given fetch gets a URL and an init that any fetch takes', async () => {
  const { url } = await serve(success)
  const fetch = vi.fn((input: string, init: RequestInit) => globalThis.fetch(input, init))
  const mcp = connect({ url }, { fetch })
  await mcp.servers.read('docs')
  await mcp.servers.update('docs', { name: 'Docs' })
  const [[readUrl, read], [, update]] = fetch.mock.calls as [[string, RequestInit], [string, RequestInit]]
  expect(readUrl).toMatch(new RegExp(`^${url}/accounts/.*/mcp/servers/docs$`))
  expect(Object.keys(read).sort()).toEqual(['headers', 'method', 'redirect', 'signal'])
  expect(read).toMatchObject({ method: 'GET', redirect: 'manual' })
  expect(Object.keys(update).sort()).toEqual(['body', 'headers', 'method', 'redirect', 'signal'])
  expect(update).toMatchObject({ method: 'PUT', body: '{"name":"Docs"}' })
})

test("without a given fetch the runtime's own of that moment is used", async () => {
  const mcp = connect(await serve(success))
  const original = globalThis.fetch
  const replaced = vi.spyOn(globalThis, 'fetch').mockImplementation(original)
  try {
    await mcp.servers.read('docs')
    expect(replaced).toHaveBeenCalledOnce()
  } finally {
    replaced.mockRestore()
  }
})

test('a fetch that logs why it was aborted survives a timeout, and logs its error', async () => {
  const lines: string[] = []
  const fetch: Fetch = async (url, init) => {
    try {
      return await globalThis.fetch(url, init)
    } catch (error) {
      const reason: Error = init.signal?.reason
      lines.push(`${error} | ${reason} | ${reason.name} | ${JSON.stringify(reason)}`)
      throw error
    }
  }
  const mcp = connect(await serve(() => {}), { fetch, timeout: 50, maxRetries: 1 })
  const error = await rejection(mcp.servers.read('docs'))
  expect(error).toBeInstanceOf(TimeoutError)
  expect(lines).toHaveLength(2)
  for (const line of lines)
    expect(line).toMatch(/^(TimeoutError: servers\.read: no complete response.* \| ){2}TimeoutError \| {/)
})
