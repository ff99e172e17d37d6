import { createClient, McpPortalsError, NotFoundError, NotReadyError, syncUntilReady } from 'cloudflare-mcp-portals'
import { createMock, type MockOptions } from 'cloudflare-mcp-portals/mock'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'

const hostname = 'https://docs.example.com/mcp'
const server = { id: 'docs', name: 'Docs', hostname, auth_type: 'oauth' as const }

function setup(options: MockOptions = {}) {
  const mock = createMock({ servers: [server], ...options })
  const mcp = createClient({ accountId: 'any', apiToken: 'any', fetch: mock.fetch, maxRetries: 0 })
  return { mock, mcp, operations: () => mock.requests.map(({ operation }) => operation) }
}

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )

test('a server that is ready after its sync is returned as it is then', async () => {
  const { mcp, operations } = setup()
  expect(await syncUntilReady(mcp, 'docs')).toMatchObject({
    id: 'docs',
    status: 'ready',
    tools: [{ name: 'search' }, { name: 'fetch' }],
  })
  expect(operations()).toEqual(['syncServer', 'readServer'])
})

test('a sync that fails for good is an error with what the API says of it', async () => {
  const error_details = { message: 'unauthorized', status: 401, retryable: false }
  const { mcp, operations } = setup({ upstream: { [hostname]: { error: 'unauthorized', error_details } } })
  const error = await rejection(syncUntilReady(mcp, 'docs'))
  expect(error).toBeInstanceOf(NotReadyError)
  expect(error).toBeInstanceOf(McpPortalsError)
  expect(error).toMatchObject({ reason: 'error', error_details, server: { id: 'docs', status: 'error' } })
  expect(operations()).toEqual(['syncServer', 'readServer'])
})

test('a sync that failed and can be retried is retried', async () => {
  const error_details = { message: 'busy', status: 503, retryable: true }
  const upstream: MockOptions['upstream'] = { [hostname]: { error: 'busy', error_details } }
  let reads = 0
  const { mcp, operations } = setup({
    upstream,
    onRequest: ({ operation }) => {
      if (operation === 'readServer' && ++reads === 2)
        Object.assign(upstream, { [hostname]: { tools: [{ name: 'search' }] } })
    },
  })
  expect(await syncUntilReady(mcp, 'docs', { interval: 1 })).toMatchObject({ status: 'ready' })
  expect(operations()).toEqual(['syncServer', 'readServer', 'syncServer', 'readServer', 'syncServer', 'readServer'])
})

const manual = JSON.stringify({ auth_mode: 'manual', config: {}, registration_info: { client_id: 'x' } })

test.each([
  [
    'waits for its first login',
    'login',
    { upstream: { [hostname]: { authentication: 'required' } } },
    'authorize it in the dashboard',
  ],
  ['has manual OAuth', 'manual', { servers: [{ ...server, auth_credentials: manual }] }, 'each user logs in alone'],
] satisfies [string, string, MockOptions, string][])(
  'a server that %s is an error that says what a person has to do',
  async (_, reason, options, advice) => {
    const { mcp } = setup(options)
    const error = await rejection(syncUntilReady(mcp, 'docs'))
    expect(error).toMatchObject({ name: 'NotReadyError', reason, message: expect.stringContaining(advice) })
  },
)

test.each([{ status: 'stale' }, { status: 'ready', authentication_status: 'stale' }])(
  'a server whose authorization has expired (%o) has to be authorized again',
  async (state) => {
    const fetch = async () =>
      Response.json({ success: true, errors: [], messages: [], result: { ...server, ...state } })
    const mcp = createClient({ accountId: 'any', apiToken: 'any', fetch })
    const error = await rejection(syncUntilReady(mcp, 'docs'))
    expect(error).toMatchObject({ reason: 'stale', message: expect.stringContaining('authorize it again') })
  },
)

test('what a call throws is thrown', async () => {
  const { mcp } = setup()
  await expect(syncUntilReady(mcp, 'nobody')).rejects.toBeInstanceOf(NotFoundError)
})

test.each([
  ['timeout', { timeout: 0 }],
  ['timeout', { timeout: Number.NaN }],
  ['interval', { interval: -1 }],
  ['signal', { signal: 'none' as never }],
  ['options', null as never],
  ['options', [] as never],
])('a wrong %s is refused by its name, and nothing is sent', async (name, options) => {
  const { mcp, mock } = setup()
  const error = await rejection(syncUntilReady(mcp, 'docs', options))
  expect(error).toBeInstanceOf(TypeError)
  expect(String(error)).toContain(name)
  expect(mock.requests).toEqual([])
})

describe('a server that stays busy', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const error_details = { message: 'busy', status: 503, retryable: true }
  const busy = { upstream: { [hostname]: { error: 'busy', error_details } } }

  test('is waited for until no look more fits into the timeout', async () => {
    const { mcp, operations } = setup(busy)
    const start = Date.now()
    const error = rejection(syncUntilReady(mcp, 'docs', { timeout: 10_000, interval: 4_000 }))
    await vi.runAllTimersAsync()
    expect(await error).toMatchObject({ reason: 'timeout', server: { id: 'docs' } })
    expect(Date.now() - start).toBeLessThanOrEqual(10_000)
    expect(operations().filter((name) => name === 'readServer')).toHaveLength(3)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is not waited for when the first wait would end after the timeout', async () => {
    const { mcp } = setup(busy)
    const start = Date.now()
    expect(await rejection(syncUntilReady(mcp, 'docs', { timeout: 1_000, interval: 1_001 }))).toMatchObject({
      reason: 'timeout',
    })
    expect(Date.now()).toBe(start)
  })

  test('is left when the signal aborts, with its reason', async () => {
    const { mcp } = setup(busy)
    const controller = new AbortController()
    const reason = new Error('enough')
    const error = rejection(syncUntilReady(mcp, 'docs', { signal: controller.signal, timeout: Infinity }))
    await vi.advanceTimersByTimeAsync(3_000)
    controller.abort(reason)
    expect(await error).toBe(reason)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('that does not respond either is left at the timeout', async () => {
    const { mcp } = setup({ faults: [{ stall: true, times: Infinity }] })
    const error = rejection(syncUntilReady(mcp, 'docs', { timeout: 5_000 }))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await error).toMatchObject({ name: 'NotReadyError', reason: 'timeout', server: undefined })
  })
})

test('a signal that has aborted sends nothing', async () => {
  const { mcp, mock } = setup()
  expect(await rejection(syncUntilReady(mcp, 'docs', { signal: AbortSignal.abort('enough') }))).toBe('enough')
  expect(mock.requests).toEqual([])
})
