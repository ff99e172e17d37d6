/** What the client relies on of openapi-fetch, part of it not in its documentation: a change of it has to be noticed here. */

/** What the client relies on of openapi-fetch, part of it not in its documentation: a change of it has to be noticed here. */
import createClient, {
  type Client,
  type ClientOptions,
  createFinalURL,
  createQuerySerializer,
  defaultPathSerializer,
  type FetchOptions,
  type FetchResponse,
  type MaybeOptionalInit,
  type Middleware,
  mergeHeaders,
  type RequestBodyOption,
} from 'openapi-fetch'
import { describe, expectTypeOf, test } from 'vitest'
import type { operations, paths } from '../../../generated/schema.ts'

describe('of openapi-fetch', () => {
  test('createFinalURL takes a path, its parameters and serialisers, and gives text', () => {
    expectTypeOf(createFinalURL).toBeCallableWith('/accounts/{account_id}', {
      baseUrl: 'https://api.example.com',
      params: { path: { account_id: 'any' }, query: { page: 2 } },
      querySerializer: createQuerySerializer(),
      pathSerializer: defaultPathSerializer,
    })
    expectTypeOf(createFinalURL).returns.toEqualTypeOf<string>()
  })

  test('createQuerySerializer makes text of an object', () => {
    expectTypeOf(createQuerySerializer<{ page: number }>()).toEqualTypeOf<(query: { page: number }) => string>()
  })

  test('mergeHeaders takes headers in every form, none among them, and gives Headers', () => {
    expectTypeOf(mergeHeaders).toBeCallableWith(
      { a: 'b', c: null, d: [1, true] },
      new Headers(),
      [['a', 'b']],
      undefined,
    )
    expectTypeOf(mergeHeaders).returns.toEqualTypeOf<Headers>()
  })

  test('FetchResponse has the data of a success or the error of a refusal', () => {
    type Read = FetchResponse<operations['readPortal'], object, 'application/json'>
    expectTypeOf<Extract<Read, { error?: never }>['data']['result']['id']>().toEqualTypeOf<string>()
    expectTypeOf<Extract<Read, { data?: never }>['error']['errors'][number]['message']>().toEqualTypeOf<string>()
    expectTypeOf<Read['response']>().toEqualTypeOf<Response>()
  })

  test('RequestBodyOption is the body of an operation, and none where it has none', () => {
    type Body = RequestBodyOption<operations['createServer']>['body']
    expectTypeOf<Body['auth_type']>().toEqualTypeOf<'oauth' | 'bearer' | 'unauthenticated'>()
    expectTypeOf<RequestBodyOption<operations['readServer']>>().toEqualTypeOf<{ body?: never }>()
  })

  test('Middleware sees a standard Request and Response, and may replace either', () => {
    expectTypeOf<{ onRequest: (given: { request: Request }) => Request }>().toExtend<Middleware>()
    expectTypeOf<{ onResponse: (given: { response: Response }) => Promise<Response> }>().toExtend<Middleware>()
    expectTypeOf<{ onError: (given: { error: unknown }) => Error }>().toExtend<Middleware>()
  })

  test('the client takes a fetch of one Request, and calls by path and method', () => {
    expectTypeOf<NonNullable<ClientOptions['fetch']>>().toEqualTypeOf<(input: Request) => Promise<Response>>()
    expectTypeOf(createClient<paths>).returns.toEqualTypeOf<Client<paths>>()
    type Path = '/accounts/{account_id}/access/ai-controls/mcp/servers'
    expectTypeOf<FetchOptions<paths[Path]['get']>>().toExtend<MaybeOptionalInit<paths[Path], 'get'>>()
  })
})
