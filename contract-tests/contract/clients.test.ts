import openapiFetch from 'openapi-fetch'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { paths } from '../../generated/schema.ts'
import { createClient, createHttpClient, McpPortalsError } from '../../src/client/index.ts'
import { ContractViolationError, contractFetch } from '../../src/contract/index.ts'
import { changed } from '../support/change.ts'
import { accountId, baseUrl, exampleBody, operation, successful, toAddress, toInit, toResponse } from './exchange.ts'

const wrong = changed(successful('readServer'), '/result/name', 5)
const grown = changed(successful('readServer'), '/result/code_mode', true)

/** A fetch that gives every request the same response, and keeps what it was called with. */
function sender(response: unknown, status = 200) {
  const sent: [input: string | URL | Request, init: RequestInit | undefined][] = []
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    sent.push([input, init])
    return toResponse('readServer', { response, status })
  }
  return { sent, fetch }
}

const createClientOf = (fetch: (url: string, init: RequestInit) => Promise<Response>) =>
  createClient({ baseUrl, accountId, apiToken: 'token', fetch })

afterEach(() => vi.restoreAllMocks())

describe('a client of this package', () => {
  test('gets the result of the response', async () => {
    const { fetch } = sender(successful('readServer'))
    expect(await createClientOf(contractFetch(fetch)).servers.read('docs')).toEqual(
      Object(successful('readServer')).result,
    )
  })

  test('rejects with the violation itself, and does not retry', async () => {
    const { fetch, sent } = sender(wrong)
    const error = await createClientOf(contractFetch(fetch))
      .servers.read('docs')
      .catch((thrown) => thrown)
    expect(error).toBeInstanceOf(ContractViolationError)
    expect(error).toBeInstanceOf(McpPortalsError)
    expect(sent).toHaveLength(1)
    expect(error).toMatchObject({
      name: 'ContractViolationError',
      operationId: 'readServer',
      method: 'GET',
      path: `/accounts/${accountId}/access/ai-controls/mcp/servers/docs`,
      side: 'response',
      status: 200,
      place: 'body',
      pointer: '/result/name',
      expected: 'a string',
      received: '5 (number)',
      outcome: 'unknown',
      others: [],
    })
    expect(error.message).toBe(
      `readServer: response 200: /result/name is 5 (number); expected a string [GET ${error.path}]`,
    )
  })

  test('does not send a request that breaks the spec', async () => {
    const { fetch, sent } = sender(successful('readServer'))
    const body = { id: 'Docs', name: 'Docs', hostname: 'docs', auth_type: 'oauth' } as const
    const error = await createClientOf(contractFetch(fetch))
      .servers.create(body)
      .catch((thrown) => thrown)
    expect(error).toMatchObject({ side: 'request', pointer: '/id', outcome: 'rejected' })
    expect(error.others).toMatchObject([{ name: 'ContractViolationError', pointer: '/hostname' }])
    expect(error.message).toContain('(and 1 more)')
    expect(sent).toEqual([])
  })

  test('does not reject with a violation that a function takes', async () => {
    const taken: ContractViolationError[] = []
    const { fetch } = sender(wrong)
    const checked = contractFetch(fetch, { onViolation: (violation) => taken.push(violation) })
    expect((await createClientOf(checked).servers.read('docs')).name).toBe(5)
    expect(taken.map(({ pointer }) => pointer)).toEqual(['/result/name'])
  })

  test('keeps its own errors for what the API refuses', async () => {
    const { fetch } = sender({ success: false, errors: [{ code: 7002, message: 'none' }] }, 404)
    await expect(createClientOf(contractFetch(fetch)).servers.read('docs')).rejects.toMatchObject({
      name: 'NotFoundError',
    })
  })
})

describe('any other client', () => {
  const url = toAddress(operation('updateServer'))
  const init = toInit('updateServer')
  const body = JSON.stringify({ renamed: true })

  test.each<[string, () => [input: string | URL | Request, init?: RequestInit]]>([
    ['an address', () => [url, { ...init, body }]],
    ['a URL', () => [new URL(url), { ...init, body }]],
    ['a Request', () => [new Request(url, { ...init, body })]],
    ['a Request and another body', () => [new Request(url, init), { body }]],
    ['bytes', () => [url, { ...init, body: new TextEncoder().encode(body) }]],
    ['a Blob', () => [url, { ...init, body: new Blob([body]) }]],
    ['a stream', () => [url, { ...init, body: new Blob([body]).stream(), duplex: 'half' } as RequestInit]],
  ])('may give %s, which is checked and sent on', async (_, call) => {
    const pointers: string[] = []
    const { fetch, sent } = sender(successful('updateServer'))
    await contractFetch(fetch, { onViolation: ({ pointer }) => pointers.push(pointer) })(...call())
    expect(pointers).toEqual(['/renamed'])
    expect(sent).toHaveLength(1)
    expect(await new Request(...sent[0]!).text()).toBe(body)
  })

  test('such as openapi-fetch is checked', async () => {
    const { fetch } = sender(wrong)
    const http = openapiFetch<paths>({ baseUrl, fetch: contractFetch(fetch) })
    const path = { account_id: accountId, id: 'docs' }
    const call = http.GET('/accounts/{account_id}/access/ai-controls/mcp/servers/{id}', { params: { path } })
    await expect(call).rejects.toBeInstanceOf(ContractViolationError)
  })

  test('such as the HTTP client of this package is checked', async () => {
    const { fetch } = sender(successful('updateServer'))
    const path = { account_id: accountId, id: 'docs' }
    const wrongBody = { ...Object(exampleBody('updateServer')), renamed: true }
    const http = createHttpClient({ baseUrl, apiToken: 'token', fetch: contractFetch(fetch) })
    const call = http.PUT('/accounts/{account_id}/access/ai-controls/mcp/servers/{id}', {
      params: { path },
      body: wrongBody,
    })
    await expect(call).rejects.toMatchObject({ pointer: '/renamed' })
  })
})

describe('a request to an operation that the spec does not have', () => {
  const url = `${toAddress(operation('readServer'))}/effective-redirect-uri`

  test.each([
    ['GET', url],
    ['PATCH', toAddress(operation('readServer'))],
    ['GET', `${baseUrl}/accounts/${accountId}/access/ai-controls/mcp/portal`],
  ])('%s %s of this API is a violation', async (method, address) => {
    const { fetch, sent } = sender({})
    const call = contractFetch(fetch)(address, { method })
    await expect(call).rejects.toMatchObject({ name: 'ContractViolationError', place: 'operation', received: method })
    await expect(call).rejects.toThrow(
      'unknown operation: request: the spec has no operation with this method and path',
    )
    expect(sent).toEqual([])
  })

  test('of this API passes where the options say so', async () => {
    const { fetch } = sender({})
    expect((await contractFetch(fetch, { unknownOperations: 'pass' })(url)).status).toBe(200)
  })

  test.each([`${baseUrl}/zones`, `${baseUrl}/accounts/${accountId}/access/apps`, 'about:blank', 'nowhere'])(
    'of something else passes unchecked: %s',
    async (address) => {
      const { fetch } = sender({})
      expect((await contractFetch(fetch)(address)).status).toBe(200)
    },
  )
})

describe('an undocumented field', () => {
  test('is written to the console once where no function takes it', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const checked = contractFetch(sender(grown).fetch)
    for (const id of ['docs', 'wiki', 'docs']) await createClientOf(checked).servers.read(id)
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^Undocumented: readServer: response 200: new field \/result\/code_mode \(boolean\)/)],
    ])
  })

  test('goes to the function that takes it, and not to the console', async () => {
    const warn = vi.spyOn(console, 'warn')
    const kinds: string[] = []
    const checked = contractFetch(sender(grown).fetch, { onUndocumented: ({ kind }) => kinds.push(kind) })
    await createClientOf(checked).servers.read('docs')
    expect(kinds).toEqual(['field'])
    expect(warn).not.toHaveBeenCalled()
  })
})

test('what the fetch inside rejects with goes through as it is', async () => {
  const reason = new TypeError('fetch failed')
  const checked = contractFetch(async () => Promise.reject(reason))
  await expect(checked(toAddress(operation('readServer')))).rejects.toBe(reason)
})

test("without a fetch of one's own the runtime's is used, whichever it is by then", async () => {
  const checked = contractFetch()
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(toResponse('readServer', { response: wrong }))
  await expect(checked(toAddress(operation('readServer')))).rejects.toMatchObject({ pointer: '/result/name' })
})
