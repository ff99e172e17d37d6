import openapiFetch from 'openapi-fetch'
import { describe, expectTypeOf, test } from 'vitest'
import type { paths } from '../../../generated/schema.ts'
import {
  type ApiFailure,
  type Client,
  createHttpClient,
  type HttpCallOptions,
  type HttpClient,
  type HttpClientOptions,
  type McpServerEnvelope,
  type McpServerListEnvelope,
  type MethodResponse,
  type Middleware,
  type RequestFetch,
} from '../../../src/client/index.ts'

declare const http: HttpClient
const servers = '/accounts/{account_id}/access/ai-controls/mcp/servers'
const server = '/accounts/{account_id}/access/ai-controls/mcp/servers/{id}'
const params = { path: { account_id: 'a', id: 'docs' } }
const body = { id: 'docs', name: 'Docs', hostname: 'https://docs.example.com/mcp', auth_type: 'oauth' } as const

describe('the HTTP client', () => {
  test('is typed by the spec', async () => {
    const list = await http.GET(servers, { params: { ...params, query: { per_page: 5 } } })
    expectTypeOf(list.data).toExtend<McpServerListEnvelope | undefined>()
    expectTypeOf(list.error).toEqualTypeOf<ApiFailure | undefined>()
    expectTypeOf(list.response).toEqualTypeOf<Response>()
    const one = await http.GET(server, { params })
    expectTypeOf(one.data).toExtend<McpServerEnvelope | undefined>()
    const stream = await http.GET(servers, { params, parseAs: 'stream' })
    expectTypeOf(stream.data).toEqualTypeOf<ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined>()
    expectTypeOf<MethodResponse<HttpClient, 'get', typeof server>>().toExtend<McpServerEnvelope>()
  })

  test('is that of openapi-fetch', () => {
    expectTypeOf(http).toEqualTypeOf<Client<paths>>()
    expectTypeOf(openapiFetch<paths>()).toEqualTypeOf(http)
    http.POST(servers, { params, body })
  })

  test('does not take a wrong path, query, id or body', () => {
    // @ts-expect-error
    http.GET('/servers', { params })
    // @ts-expect-error
    http.PATCH(servers, { params })
    // @ts-expect-error
    http.GET(servers, { params: { ...params, query: { per_page: '5' } } })
    // @ts-expect-error
    http.GET(server)
    // @ts-expect-error
    http.GET(server, { params: { path: { account_id: 'a' } } })
    // @ts-expect-error
    http.GET(server, { params: { path: { id: 'docs' } } })
    // @ts-expect-error
    http.GET(server, { params: { path: { account_id: 'a', id: 5 } } })
    // @ts-expect-error
    http.POST(servers, { params })
    // @ts-expect-error
    http.POST(servers, { params, body: { id: 'docs' } })
  })
})

describe('its options', () => {
  test('are those of createClient and of openapi-fetch', () => {
    const respond: RequestFetch = async (request) => Response.json(request.url)
    const middleware: Middleware = { onRequest: ({ request }) => request }
    createHttpClient({
      apiToken: async () => 'token',
      baseUrl: undefined,
      hooks: {},
      timeout: 5_000,
      maxRetries: 0,
      fetch: respond,
      headers: { 'x-list': ['a', 1, true], 'x-none': undefined, 'x-null': null },
      credentials: 'include',
      querySerializer: { array: { style: 'form', explode: false } },
      bodySerializer: (value) => JSON.stringify(value),
      pathSerializer: (path) => path,
      requestInitExt: {},
    }).use(middleware)
    createHttpClient({ fetch, headers: new Headers() })
    createHttpClient({ headers: [['x-mine', 'yes']] })
    createHttpClient({ accountId: 'a' })
  })

  test('are not what it cannot keep', () => {
    // @ts-expect-error
    createHttpClient({ redirect: 'follow' })
    // @ts-expect-error
    createHttpClient({ method: 'GET' })
    // @ts-expect-error
    createHttpClient({ timeout: '5s' })
    // @ts-expect-error
    createHttpClient({ fetch: 'https://api.example.com' })
    expectTypeOf<HttpClientOptions>().not.toHaveProperty('body')
  })

  test('of a call are checked where it says so', () => {
    const limits = { timeout: 5_000, maxRetries: 1 } satisfies HttpCallOptions
    http.GET(servers, { params, ...limits })
    // @ts-expect-error
    const wrong = { timeout: '5s' } satisfies HttpCallOptions
    http.GET(servers, { params, ...wrong })
  })
})
