/** What people do with errors beyond catching them. */
import { getEventListeners } from 'node:events'
import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import * as client from '../../src/client/index.ts'
import { ContractViolationError, contractFetch } from '../../src/contract/index.ts'
import { apiToken, connect, refusal, rejection, serve } from './setup.ts'

type Client = typeof client

const notFound = refusal(404, { code: 7002, message: 'Nothing has this id' })

async function notFoundOf({ createClient }: Pick<Client, 'createClient'>): Promise<unknown> {
  const { url: baseUrl } = await serve(notFound)
  return rejection(createClient({ baseUrl, accountId: 'a', apiToken }).servers.read('docs'))
}

/** The package again, as Jest or a plugin host loads it: in another realm, with an `Error` of its own. */
function inOtherRealm(): Client {
  const code = readFileSync(new URL('../../dist/index.cjs', import.meta.url), 'utf8')
  const module: { exports: unknown } = { exports: {} }
  const { fetch, URL: Url, AbortController, setTimeout, clearTimeout, TextEncoder, ReadableStream, btoa } = globalThis
  const globals = { fetch, URL: Url, AbortController, setTimeout, clearTimeout, TextEncoder, ReadableStream, btoa }
  vm.runInNewContext(code, { module, exports: module.exports, ...globals })
  return module.exports as Client
}

async function copyOf<Module>(load: () => Promise<Module>): Promise<Module> {
  vi.resetModules()
  return load()
}

describe('an error of another copy of the package', () => {
  const copies: [string, () => Promise<Client>][] = [
    ['in the same realm', () => copyOf(() => import('../../src/client/index.ts'))],
    ['in another realm', async () => inOtherRealm()],
  ]
  test.each(copies)('%s is an instance of its own classes, and of no other', async (_, load) => {
    const copy = await load()
    expect(copy.NotFoundError).not.toBe(client.NotFoundError)
    const error = await notFoundOf(copy)
    expect(error).toBeInstanceOf(client.NotFoundError)
    expect(error).toBeInstanceOf(client.ApiError)
    expect(error).toBeInstanceOf(client.McpPortalsError)
    expect(error).not.toBeInstanceOf(client.RateLimitError)
    expect(error).not.toBeInstanceOf(client.ConnectionError)
  })

  test('of ./contract is a violation here, and passes through the client as it is', async () => {
    const copy = await copyOf(() => import('../../src/contract/index.ts'))
    expect(copy.ContractViolationError).not.toBe(ContractViolationError)
    const { url: baseUrl } = await serve({ body: { success: true, result: { id: 1 } } })
    const fetch = copy.contractFetch(globalThis.fetch, { baseUrl })
    const mcp = client.createClient({ baseUrl, accountId: 'a', apiToken, fetch })
    const error = await rejection(mcp.servers.read('docs'))
    expect(error).toBeInstanceOf(ContractViolationError)
    expect(error).toBeInstanceOf(client.McpPortalsError)
    expect(await notFoundOf(client)).not.toBeInstanceOf(ContractViolationError)
  })
})

test("a subclass of the user's has its own instances alone", async () => {
  class OwnError extends client.ApiError {}
  const error = await notFoundOf(client)
  expect(error).not.toBeInstanceOf(OwnError)
})

describe('an error on its way to a log or another process', () => {
  test('has its name, its message and its fields in JSON, and nothing else', async () => {
    const error = (await notFoundOf(client)) as client.NotFoundError
    const { name, message, operation, method, path, attempts, outcome, status, errors, messages } = error
    const fields = { name, message, operation, method, path, attempts, outcome, status, errors, messages }
    expect(JSON.parse(JSON.stringify({ error }))).toEqual({ error: fields })
    expect(name).toBe('NotFoundError')
  })

  test('keeps its message in a structured clone, and what toJSON gives can be cloned whole', async () => {
    const error = (await notFoundOf(client)) as client.NotFoundError
    expect(structuredClone(error)).toMatchObject({ message: error.message })
    expect(structuredClone(error.toJSON())).toMatchObject({ name: 'NotFoundError', status: 404, outcome: 'rejected' })
  })

  test('says of a contract violation what was expected and what came', async () => {
    const { url: baseUrl } = await serve({ body: { success: true, result: { id: 1 } } })
    const fetch = contractFetch(globalThis.fetch, { baseUrl })
    const mcp = client.createClient({ baseUrl, accountId: 'a', apiToken, fetch })
    const json = JSON.parse(JSON.stringify(await rejection(mcp.servers.read('docs'))))
    expect(json).toMatchObject({ name: 'ContractViolationError', operationId: 'readServer', side: 'response' })
    expect(json.expected && json.received).toBeTruthy()
  })
})

test('many calls on one signal hold one listener of it, and none when they have ended', async () => {
  const controller = new AbortController()
  const mcp = connect(await serve({ body: { success: true, result: { id: 'docs' } } }))
  const calls = Array.from({ length: 30 }, () => mcp.servers.read('docs', { signal: controller.signal }))
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1)
  await Promise.all(calls)
  expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
})

describe('time and chance', () => {
  afterEach(() => vi.restoreAllMocks())

  test('are those of a clock that a test has replaced since the import', async () => {
    const now = Date.parse('2030-01-01T00:00:00Z')
    vi.spyOn(Date, 'now').mockReturnValue(now)
    const headers = { 'retry-after': new Date(now + 90_000).toUTCString() }
    const { url: baseUrl } = await serve({ ...refusal(429, { message: 'Too many requests' }), headers })
    const mcp = client.createClient({ baseUrl, accountId: 'a', apiToken })
    expect(await rejection(mcp.servers.read('docs'))).toMatchObject({ retryAfter: 90, attempts: 1 })
  })

  test('decide the delay of a retry when it is made', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { url: baseUrl } = await serve(refusal(503), { body: { success: true, result: { id: 'docs' } } })
    const delays: number[] = []
    const hooks = { retry: ({ delay }: client.RetryEvent) => delays.push(delay) }
    await client.createClient({ baseUrl, accountId: 'a', apiToken, hooks }).servers.read('docs')
    expect(delays).toEqual([0])
  })
})
