import { equal, rejection, rejectionOf } from './assert.ts'
import { accountId, type Case, token } from './world.ts'

const base = `/accounts/${accountId}/access/ai-controls/mcp`

/** What arrives at the server. */
export const sendingCases: Case[] = [
  {
    name: 'an id stays one segment of the path, whatever is in it',
    run: async ({ faulty }) => {
      const { mcp, seen } = faulty('ok')
      for (const id of ['a/../b', 'a?b#c', '%2e%2e', 'ä 漢😀', '...', '"\\']) await mcp.portals.read(id)
      equal(
        (await seen()).map(({ url }) => url),
        ['a%2F..%2Fb', 'a%3Fb%23c', '%252e%252e', '%C3%A4%20%E6%BC%A2%F0%9F%98%80', '...', '%22%5C'].map(
          (segment) => `${base}/portals/${segment}`,
        ),
        'the paths',
      )
    },
  },
  {
    name: 'token, headers and body arrive as they were given',
    run: async ({ faulty }) => {
      const { mcp, seen } = faulty('ok', { headers: { 'x-client': 'one' } })
      await mcp.servers.update('docs', { name: 'Größe 漢字 😀', updated_tools: [] }, { headers: { 'x-call': 'two' } })
      const [request] = await seen()
      const { authorization, 'content-type': type, 'x-client': client, 'x-call': call } = request?.headers ?? {}
      equal([request?.method, request?.url], ['PUT', `${base}/servers/docs`])
      equal([authorization, type, client, call], [`Bearer ${token}`, 'application/json', 'one', 'two'], 'the headers')
      equal(JSON.parse(request?.body ?? ''), { name: 'Größe 漢字 😀', updated_tools: [] }, 'the body')
    },
  },
  {
    name: 'no token is sent where it is null',
    run: async ({ faulty }) => {
      const { mcp, seen } = faulty('ok', { apiToken: null })
      await mcp.portals.read('docs')
      equal(
        (await seen()).map(({ headers }) => headers.authorization ?? 'none'),
        ['none'],
      )
    },
  },
  {
    name: 'a token function is called before each attempt',
    run: async ({ faulty }) => {
      let asked = 0
      const { mcp, seen } = faulty('503-twice', { apiToken: async () => `token-${++asked}` })
      await mcp.portals.read('docs')
      equal(
        (await seen()).map(({ headers }) => headers.authorization),
        ['Bearer token-1', 'Bearer token-2', 'Bearer token-3'],
      )
    },
  },
  {
    name: 'a fetch that is given is used',
    run: async ({ mock, examples }) => {
      const urls: string[] = []
      const { portals } = mock({
        fetch: (url, init) => {
          urls.push(`${init.method} ${new URL(url).pathname}`)
          return fetch(url, init)
        },
      })
      equal(await portals.read('engineering'), examples.calls.readPortal.response.result)
      equal(urls, [`GET ${base}/portals/engineering`])
    },
  },
  {
    name: 'many calls at once each get their own response',
    run: async ({ faulty }) => {
      const { mcp } = faulty('ok')
      const ids = Array.from({ length: 25 }, (_, index) => `portal-${index}`)
      equal(
        (await Promise.all(ids.map((id) => mcp.portals.read(id)))).map(({ id }) => id),
        ids,
      )
    },
  },
  ...[302, 307].map(redirectIsRefused),
  {
    name: 'what is not given is taken from the environment, where there is one',
    run: async ({ lib, runtime, examples, mockUrl }) => {
      if (runtime.hasEnvironment) {
        equal(await lib.createClient().portals.read('engineering'), examples.calls.readPortal.response.result)
        await rejection(
          lib.createClient({ baseUrl: `${mockUrl}/elsewhere`, maxRetries: 0 }).portals.read('engineering'),
        )
      } else {
        await rejectionOf(TypeError, (async () => lib.createClient({ accountId }))())
        const { portals } = lib.createClient({ apiToken: token, baseUrl: mockUrl })
        await rejectionOf(TypeError, portals.read('engineering'))
        await portals.read('engineering', { accountId })
      }
    },
  },
]

function redirectIsRefused(status: number): Case {
  return {
    name: `a redirect by ${status} is an InvalidResponseError, and is not followed`,
    run: async ({ lib, faulty, runtime }) => {
      const { mcp, http, seen } = faulty(`redirect-${status}`)
      const error = await rejectionOf(lib.InvalidResponseError, mcp.portals.read('docs'))
      equal([error.status, error.operation], [runtime.hidesRedirects ? 0 : status, 'portals.read'])
      equal((await seen()).length, 1, 'the number of requests')
      const path = { account_id: accountId, id: 'docs' }
      const viaHttp = http.GET('/accounts/{account_id}/access/ai-controls/mcp/portals/{id}', { params: { path } })
      await rejectionOf(lib.InvalidResponseError, viaHttp)
      equal((await seen()).length, 2, 'the number of requests')
    },
  }
}
