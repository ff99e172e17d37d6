/** Errors keep what helps a person: the details of the API, where a setting came from, which permission is missing. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  ApiError,
  BadRequestError,
  createClient,
  InvalidResponseError,
  type McpPortals,
  NotFoundError,
} from '../../../src/client/index.ts'
import {
  accountId,
  apiToken,
  connect,
  operations,
  type Reply,
  refusal,
  refusingUrl,
  rejection,
  serve,
} from '../setup.ts'

afterEach(() => vi.unstubAllEnvs())

const readFrom = async (reply: Reply) => rejection(connect(await serve(reply), { maxRetries: 0 }).servers.read('docs'))

describe('of an error of the API', () => {
  test('the chain, the pointer and the address of its documentation are kept, and named in the message', async () => {
    const detail = {
      code: 6003,
      message: 'Invalid request headers',
      documentation_url: 'https://developers.example.com/6003',
      source: { pointer: '/headers/Authorization' },
      error_chain: [{ code: 6111, message: 'Invalid format for Authorization header', error_chain: [{ code: 6103 }] }],
    }
    const error = (await readFrom(refusal(400, detail))) as ApiError
    expect(error).toBeInstanceOf(BadRequestError)
    expect(error.errors).toEqual([detail])
    expect(error.message).toContain(
      '(6003 Invalid request headers at /headers/Authorization: 6111 Invalid format for Authorization header: 6103, see https://developers.example.com/6003)',
    )
  })

  test('those that come in no form that can be read are left out', async () => {
    const detail = { code: 1, message: 'no', documentation_url: 7, source: 'here', error_chain: 'none', path: 'a' }
    const error = (await readFrom(refusal(400, detail, { source: { pointer: ['a'] } }, { source: null }))) as ApiError
    expect(error.errors).toEqual([{ code: 1, message: 'no' }, {}, {}])
  })

  test('they are no longer and no deeper than a person reads', async () => {
    const long = 'x'.repeat(100_000)
    const deep = Array.from({ length: 50 }).reduce<object>((inner) => ({ code: 1, error_chain: [inner] }), { code: 1 })
    const wide = { code: 2, error_chain: Array(1_000).fill({ code: 3, message: long }) }
    const far = { source: { pointer: `/${'a/'.repeat(1_000)}${long}` }, documentation_url: long }
    const error = (await readFrom(refusal(400, deep, wide, far))) as ApiError
    expect(error.message.length).toBeLessThan(600)
    expect(error.errors[1]?.error_chain).toHaveLength(20)
    expect(JSON.stringify(error).length).toBeLessThan(30_000)
    expect(JSON.stringify(error.errors[0]).length).toBeLessThan(200)
  })

  test('none of them shows what the call carried', async () => {
    const secret = apiToken
    const detail = {
      message: 'no',
      documentation_url: `https://example.com/?token=${secret}`,
      source: { pointer: `/headers/${secret}` },
      path: ['headers', secret],
      error_chain: [{ message: `sent ${secret}`, source: { pointer: `/${encodeURIComponent(secret)}` } }],
    }
    const error = (await readFrom(refusal(400, detail))) as ApiError
    expect(`${error.message} ${JSON.stringify(error)}`).not.toContain(secret)
    expect(error.errors).toEqual([
      {
        message: 'no',
        documentation_url: '[redacted]',
        source: { pointer: '/headers/[redacted]' },
        path: ['headers', '[redacted]'],
        error_chain: [{ message: '[redacted]', source: { pointer: '/[redacted]' } }],
      },
    ])
  })
})

describe('a value that came from the environment is named with its variable', () => {
  /** A client of that server, whose settings are options or come from the environment. */
  function clients(url: string): McpPortals[] {
    vi.stubEnv('CLOUDFLARE_ACCOUNT_ID', accountId)
    vi.stubEnv('CLOUDFLARE_API_TOKEN', apiToken)
    vi.stubEnv('CLOUDFLARE_BASE_URL', url)
    const maxRetries = 0
    return [createClient({ maxRetries }), createClient({ maxRetries, accountId, apiToken, baseUrl: url })]
  }

  test.each<[string, Reply | undefined, string]>([
    [
      'a wrong token',
      refusal(401, { code: 10000, message: 'Authentication error' }),
      'the token is from CLOUDFLARE_API_TOKEN',
    ],
    ['a malformed token', refusal(400, { code: 6003, message: 'Invalid' }), 'the token is from CLOUDFLARE_API_TOKEN'],
    ['a missing permission', refusal(403), 'the token is from CLOUDFLARE_API_TOKEN'],
    ['a wrong account', refusal(404, { code: 7003 }), 'check the account id, which is from CLOUDFLARE_ACCOUNT_ID'],
    ['a page in the place of the API', { body: '<h1>' }, 'the base URL is from CLOUDFLARE_BASE_URL'],
    ['a closed port', undefined, 'the base URL is from CLOUDFLARE_BASE_URL'],
  ])('%s', async (_, reply, words) => {
    const [ofEnvironment, ofOptions] = clients(reply ? (await serve(reply)).url : await refusingUrl())
    expect(String(await rejection(ofEnvironment!.servers.read('docs')))).toContain(words)
    expect(String(await rejection(ofOptions!.servers.read('docs')))).not.toContain('CLOUDFLARE_')
  })

  test('an account that is not there names the option and the variable', async () => {
    vi.stubEnv('CLOUDFLARE_ACCOUNT_ID', undefined)
    const error = await rejection(createClient({ apiToken }).servers.list())
    expect(error).toEqual(new TypeError('accountId: neither this option nor CLOUDFLARE_ACCOUNT_ID is set'))
  })
})

test.each(operations)('the permission that $operation needs is named where the token lacks it', async (operation) => {
  const kind = /^(list|read)/.test(operation.operation) ? 'Read' : 'Write'
  for (const reply of [refusal(403), refusal(400, { code: 10000, message: 'Authentication error' })]) {
    const error = await rejection(operation.run(connect(await serve(reply))))
    expect(String(error)).toContain(`the token needs the permission "MCP Portals ${kind}"`)
  }
})

test('a failed connection names its host and port', async () => {
  const url = await refusingUrl()
  const error = await rejection(connect({ url }, { maxRetries: 0 }).servers.read('docs'))
  expect(String(error)).toContain(`the connection to ${new URL(url).host} failed (ECONNREFUSED)`)
})

test('a proxy that wants a password is named as that, where a given fetch shows its response', async () => {
  const fetch = async () => new Response('', { status: 407 })
  const error = await rejection(connect({ url: 'http://localhost' }, { fetch }).servers.read('docs'))
  expect(String(error)).toContain(': 407 Proxy Authentication Required [')
})

describe.each(operations.filter(({ operation }) => !/^(list|create)/.test(operation)))(
  'a 404 to $operation',
  ({ run }) => {
    test("is a NotFoundError in the API's own envelope alone", async () => {
      expect(await rejection(run(connect(await serve(refusal(404, { code: 7002 })))))).toBeInstanceOf(NotFoundError)
      expect(await rejection(run(connect(await serve(refusal(404)))))).toBeInstanceOf(NotFoundError)
    })

    test('of a route that is none is an ApiError that says so', async () => {
      const error = await rejection(run(connect(await serve(refusal(404, { code: 7003, message: 'No route' })))))
      expect(error).toBeInstanceOf(ApiError)
      expect(error).not.toBeInstanceOf(NotFoundError)
      expect(String(error)).toContain('check the account id')
    })

    test.each([
      '<h1>Not here</h1>',
      '',
      '{}',
      '{"message":"Not Found"}',
      '{"success":true,"result":null}',
      'null',
      '[]',
    ])('with the body %j is no response of the API: nothing is known of the resource', async (body) => {
      const error = await rejection(run(connect(await serve({ status: 404, body }))))
      expect(error).toBeInstanceOf(InvalidResponseError)
      expect(String(error)).toContain(": 404 is not the API's own Not Found")
    })
  },
)
