import { describe, expect, test, vi } from 'vitest'
import { type ApiRequest, handle, refusal, success } from '../support/deviations/handle.ts'
import {
  answering,
  type Deviate,
  instead,
  isCreate,
  isList,
  isRead,
  isSync,
  isUpdate,
  of,
  put,
  resultOf,
} from '../support/deviations/make.ts'
import { findMessages, findUnmet, verifyServer } from './against.ts'

vi.setConfig({ testTimeout: 60_000 })

const isOfBoth = (request: ApiRequest) => isRead(request) || isUpdate(request)

/** The names of all tools that a request overrides. */
function findOverridden({ body }: ApiRequest): string[] {
  const servers = Array.isArray(body.servers) ? body.servers : []
  return [body, ...servers].flatMap(({ updated_tools = [] }) => updated_tools.map(({ name }: { name: string }) => name))
}

/** What the live API does, and the reference does not say. */
const live: [string, Deviate][] = [
  ['leaves out total_pages', answering(isList, put('/result_info/total_pages', undefined))],
  [
    'counts all items, whatever is searched for',
    (account, request) => {
      const response = handle(account, request)
      if (!isList(request) || !request.query.has('search')) return response
      const total = request.collection === 'servers' ? account.servers.size : account.portals.size
      return put('/result_info/total_pages', undefined)(put('/result_info/total_count', total)(response))
    },
  ],
  [
    'refuses an override of a tool that the server does not offer, and cannot sync a server of nobody',
    (account, request) => {
      if (isSync(request)) return success(200, { status: 'waiting', error: 'Server error: HTTP 530' })
      return findOverridden(request).length > 0
        ? refusal(400, 7001, 'the server has no such tool')
        : handle(account, request)
    },
  ],
  [
    'does not repeat what was changed of its tools',
    answering(of('servers', isOfBoth), put('/result/updated_tools', undefined)),
  ],
  [
    'shows the servers of a portal in an order of its own',
    answering(of('portals', isOfBoth), (it) => {
      const { servers } = (it.body as { result: { servers: object[] } }).result
      return put('/result/servers', servers.toReversed())(it)
    }),
  ],
  ['leaves modified_at as it was', answering(isUpdate, put('/result/modified_at', '2026-03-11 16:10:58'))],
]

/** What is new at a server that grew, or that waits for somebody to log in. */
const news: [string, Deviate][] = [
  [
    'has null for the tools of a server that waits for a login',
    answering(isRead, (it, { collection }) => (collection === 'servers' ? put('/result/tools', null)(it) : it)),
  ],
  ['has null for a description', answering(isRead, put('/result/description', null))],
]

describe('verify finds nothing wrong with a server that', () => {
  test.each(live)('%s', async (_, deviation) => {
    const { cases } = await verifyServer({ deviation, items: 3 }, { write: true })
    expect(findUnmet(cases)).toEqual([])
  })

  test.each(news)('%s', async (_, deviation) => {
    const { cases } = await verifyServer({ deviation, items: 3 }, { write: true })
    expect(findMessages(cases, 'violation', 'unchecked', 'left')).toEqual([])
    expect(findMessages(cases, 'undocumented').join()).toContain('is null')
  })
})

describe('verify says what it could not check', () => {
  test('where lists have no result_info', async () => {
    const { cases } = await verifyServer({ deviation: answering(isList, put('/result_info', undefined)) })
    expect(findUnmet(cases)).toEqual([])
    expect(findMessages(cases, 'note')).toEqual([
      'listServers returns no result_info, so that its pages could not be checked',
      'listPortals returns no result_info, so that its pages could not be checked',
    ])
  })

  test('where a server offers no tools', async () => {
    const deviation = answering(of('servers', isRead), put('/result/tools', []))
    const { cases } = await verifyServer({ deviation }, { write: true })
    expect(findUnmet(cases)).toEqual([])
    expect(cases.find(({ name }) => name === 'keeps the alias of a tool of a server')?.skipped).toBe(
      'the server offers no tools; --server-url can name an MCP server that does',
    )
  })

  test('where the account is empty', async () => {
    const { cases } = await verifyServer({ items: 0 })
    expect(cases.flatMap(({ skipped }) => skipped ?? [])).toEqual([
      'the account has no servers',
      'the account has no portals',
    ])
  })

  test('where it would have to read more items than the rate limit allows', async () => {
    const { cases, server } = await verifyServer({ items: 101 })
    expect(findMessages(cases, 'note')).toEqual(['100 of 101 servers were read', '100 of 101 portals were read'])
    expect(server.requests.length).toBeLessThan(220)
  })

  test('where something that other cases need could not be created', async () => {
    const deviation = instead(of('servers', isCreate), () => refusal(400, 7001, 'no more servers'))
    const { cases } = await verifyServer({ deviation }, { write: true })
    expect(findMessages(cases, 'violation')).toEqual([
      expect.stringMatching(/^createServer: 400 .*7001 no more servers/),
    ])
    const reasons = cases.flatMap(({ notRun }) => notRun ?? [])
    expect(new Set(reasons)).toEqual(new Set(['no server was created', 'no portal was created']))
    expect(reasons).toHaveLength(cases.length - 8)
  })
})

test('verify does not take a long response for one that shows credentials', async () => {
  const deviation = answering(isList, put('/result/0/description', 'x'.repeat(3_000_000)))
  const { cases } = await verifyServer(
    {
      deviation: (account, request) =>
        request.query.has('search') ? handle(account, request) : deviation(account, request),
      items: 1,
    },
    { write: true },
  )
  expect(findMessages(cases, 'violation').filter((message) => message.includes('credentials'))).toEqual([])
})

describe('verify ends', () => {
  test('where pages have no end', async () => {
    let number = 0
    const deviation = answering(isList, (it, { query }) => {
      const [item] = resultOf(it)
      const size = Number(query.get('per_page'))
      const result = Array.from({ length: size }, () => ({ ...item, id: `more-${number++}` }))
      return put('/result_info', undefined)(put('/result', result)(it))
    })
    const { cases, server } = await verifyServer({ deviation, items: 1 })
    expect(findMessages(cases, 'unchecked')).toEqual([
      'the servers have no end: 1000 pages were read',
      'the portals have no end: 1000 pages were read',
    ])
    expect(server.requests.length).toBeLessThan(2_010)
  })

  test('where a response has no end', async () => {
    const deviation = answering(isList, (it) => put('/result/0/name', 'x'.repeat(51_000_000))(it))
    const { cases } = await verifyServer({ deviation, items: 1 })
    expect(findMessages(cases, 'unchecked')).toEqual([
      expect.stringMatching(/^listServers: the connection to \S+ failed .*the response is longer than 50 MB/),
    ])
    expect(cases.slice(1).map(({ notRun }) => notRun)).toEqual(Array(5).fill('an earlier request failed'))
  })

  test('where a server does not respond', async () => {
    const { cases } = await verifyServer({ items: 1, onRequest: () => new Promise(() => {}) }, { timeout: 100 })
    expect(findMessages(cases, 'unchecked')).toEqual([expect.stringMatching(/^listServers: .*100 ms/)])
  })
})
