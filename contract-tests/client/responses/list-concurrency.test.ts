import { describe, expect, test, vi } from 'vitest'
import { createClient, ServerError } from '../../../src/client/index.ts'
import type { Respond } from '../../support/http-server.ts'
import { accountId, apiToken, envelope, itemsOf, rejection, send, serve, signalled } from '../setup.ts'

type Info = (page: number, pages: number) => object | undefined

const perPage = 3
const infos: [string, Info][] = [
  ['total_pages', (page, pages) => ({ page, total_pages: pages })],
  ['total_count and per_page', (page, pages) => ({ page, per_page: perPage, total_count: pages * perPage })],
]
const unknown: Info = () => undefined

/** The items of a page, or of all pages up to that one. */
const itemsAt = (page: number) => Array.from({ length: perPage }, (_, at) => `p${page}-${at}`)
const itemsUpTo = (page: number) => Array.from({ length: page }, (_, at) => itemsAt(at + 1)).flat()
const pageOf = ({ url }: { url: string }) => Number(new URLSearchParams(url.split('?')[1]).get('page') ?? 1)

/** Sends a page. One beyond the last is empty. */
const sendPage = (page: number, pages: number, info: Info, response: Parameters<Respond>[1]) =>
  send(response, { body: envelope(page > pages ? [] : itemsAt(page).map((id) => ({ id })), info(page, pages)) })

/** A server of that many pages, which counts the requests that are under way; `respond` may take over a page. */
async function servePages(pages: number, info: Info, respond: Respond = () => {}) {
  const underWay = { now: 0, most: 0 }
  const server = await serve((request, response, number) => {
    underWay.most = Math.max(underWay.most, ++underWay.now)
    response.on('close', () => underWay.now--)
    respond(request, response, number)
    if (!response.headersSent && respond.length < 2) sendPage(pageOf(request), pages, info, response)
  })
  return { ...server, underWay }
}

/** A client on the system's own clock. */
function connect({ url }: { url: string }, options: Parameters<typeof createClient>[0] = {}) {
  return createClient({ baseUrl: url, accountId, apiToken, ...options })
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const ids = async (list: AsyncIterable<{ id: string }>) => (await itemsOf(list)).map(({ id }) => id)

describe.each(infos)('a list whose number of pages is known by %s', (_, info) => {
  test.each([2, 3, 10, 50])('comes in order, each item once, with no more than %i requests at once', async (n) => {
    // Each response waits until as many requests are there as may be; then the last is responded to first.
    let waiting: (() => void)[] = []
    let left = 12
    const server = await servePages(13, info, (request, response) => {
      const respond = () => sendPage(pageOf(request), 13, info, response)
      if (pageOf(request) === 1) return respond()
      if (waiting.push(respond) < Math.min(n, left)) return
      left -= waiting.length
      for (const next of waiting.reverse()) next()
      waiting = []
    })
    expect(await ids(connect(server).servers.list({}, { concurrency: n }))).toEqual(itemsUpTo(13))
    expect(server.underWay.most).toBe(Math.min(n, 12))
    expect(server.requests.map(pageOf).sort((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1))
  })

  test('is read no further than the concurrency allows while the loop stands still', async () => {
    const server = await servePages(20, info)
    for await (const _ of connect(server).servers.list({}, { concurrency: 4 })) {
      await vi.waitFor(() => expect(server.requests.length).toBeGreaterThanOrEqual(5))
      await wait(100)
      break
    }
    expect(server.requests.map(pageOf).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
  })

  test('is not fetched ahead without a concurrency', async () => {
    const server = await servePages(20, info)
    for await (const _ of connect(server).servers.list()) {
      await wait(50)
      break
    }
    expect(server.requests.map(pageOf)).toEqual([1])
  })
})

test('begins at the page that is asked for', async () => {
  const server = await servePages(6, infos[0]![1])
  const list = connect(server).servers.list({ page: 4 }, { concurrency: 10 })
  expect(await ids(list)).toEqual([4, 5, 6].flatMap(itemsAt))
  expect(server.requests.length).toBe(3)
})

describe('a list whose number of pages is not known', () => {
  const searched: Info = (page) => ({ page, per_page: perPage, total_count: 300 })

  test.each([
    ['without result_info', {}, unknown],
    ['with a search, which total_count may ignore', { search: 'p' }, searched],
  ])('is fetched one page ahead: %s', async (_, query, info) => {
    const server = await servePages(5, info)
    const list = connect(server).servers.list(query, { concurrency: 10 })
    const seen: string[] = []
    for await (const { id } of list) {
      if (seen.push(id) % perPage !== 1) continue
      await wait(20)
      expect(server.requests.length).toBeLessThanOrEqual(Math.ceil(seen.length / perPage) + 1)
    }
    expect(seen).toEqual(itemsUpTo(5))
    expect(server.underWay.most).toBe(1)
  })
})

describe('what is under way', () => {
  /** Responds to the first page, and to no other; resolves when that many connections were closed. */
  async function serveFirst(closes: number) {
    const closed = signalled()
    let count = 0
    const server = await servePages(20, infos[0]![1], (request, response) => {
      if (pageOf(request) === 1) sendPage(1, 20, infos[0]![1], response)
      else response.on('close', () => ++count === closes && closed.resolve())
    })
    return { ...server, closed: closed.promise }
  }

  test('is aborted when the loop is left, and nothing more is sent', async () => {
    const server = await serveFirst(4)
    for await (const _ of connect(server).servers.list({}, { concurrency: 4 })) {
      while (server.requests.length < 5) await wait(5)
      break
    }
    await server.closed
    expect(server.requests.length).toBe(5)
  })

  test('is aborted by the signal, for the reason of the caller', async () => {
    const server = await serveFirst(4)
    const controller = new AbortController()
    const reason = new Error('the user went away')
    const list = connect(server).servers.list({}, { concurrency: 4, signal: controller.signal })
    const walked = rejection(itemsOf(list))
    while (server.requests.length < 5) await wait(5)
    controller.abort(reason)
    expect(await walked).toBe(reason)
    await server.closed
    expect(server.requests.length).toBe(5)
  })

  test('is aborted before a list that has changed is walked once more', async () => {
    // Ten pages become two, so that what was asked for beyond them is of no use.
    const server = await servePages(10, unknown, (request, response, number) => {
      const page = pageOf(request)
      const pages = page === 1 && number === 1 ? 10 : 2
      if (page <= 2) setTimeout(() => sendPage(page, pages, infos[0]![1], response), 20)
    })
    expect(await ids(connect(server).servers.list({}, { concurrency: 4 }))).toEqual(itemsUpTo(2))
    expect(server.underWay.most).toBeLessThanOrEqual(4)
    expect(server.requests.map(pageOf).sort((a, b) => a - b)).toEqual([1, 1, 2, 2, 3, 4, 5])
  })
})

test('an error is thrown where its page would have come, though it came before the pages before it', async () => {
  const failed = signalled()
  const info = infos[0]![1]
  const server = await servePages(9, info, (request, response) => {
    const page = pageOf(request)
    if (page === 4) send(response, { status: 500 })
    else if (page === 1) sendPage(page, 9, info, response)
    else failed.promise.then(() => sendPage(page, 9, info, response))
  })
  const hooks = { response: ({ status }: { status: number }) => void (status === 500 && failed.resolve()) }
  const seen: string[] = []
  const error = await rejection(
    (async () => {
      const list = connect(server, { hooks, maxRetries: 0 }).servers.list({}, { concurrency: 5 })
      for await (const { id } of list) seen.push(id)
    })(),
  )
  expect(error).toBeInstanceOf(ServerError)
  expect(seen).toEqual(itemsUpTo(3))
})

describe('a 429', () => {
  const info = infos[0]![1]

  /** Refuses pages in turn with that many seconds, then lets page 2 go, and returns when each request arrived. */
  async function walkWith(...seconds: number[]) {
    const refused = [3, 4].slice(0, seconds.length)
    const arrivals: { page: number; at: number }[] = []
    const refusals: (() => void)[] = []
    const held = signalled()
    let since = 0
    const server = await servePages(8, info, (request, response) => {
      const page = pageOf(request)
      arrivals.push({ page, at: performance.now() })
      const first = arrivals.filter((arrival) => arrival.page === page).length === 1
      const turn = first ? refused.indexOf(page) : -1
      if (page === 2) held.promise.then(() => sendPage(page, 8, info, response))
      else if (turn < 0) sendPage(page, 8, info, response)
      else refusals[turn] = () => send(response, { status: 429, headers: { 'retry-after': String(seconds[turn]) } })
      if (refusals.filter(Boolean).length === refused.length && since === 0) {
        since = performance.now()
        refusals[0]!()
      }
    })
    let retries = 0
    const retry = () => (++retries < refused.length ? refusals[retries]!() : held.resolve())
    const list = connect(server, { hooks: { retry } }).servers.list({}, { concurrency: 3 })
    expect(await ids(list)).toEqual(itemsUpTo(8))
    return { later: arrivals.slice(4).map(({ at }) => at - since), pages: arrivals.map(({ page }) => page) }
  }

  test('holds the whole list for as long as it says', async () => {
    const { later, pages } = await walkWith(0.5)
    expect(pages.slice(0, 4).sort()).toEqual([1, 2, 3, 4])
    expect(pages.length).toBe(9)
    expect(Math.min(...later)).toBeGreaterThanOrEqual(495)
  })

  test.each([
    ['longer', [0.2, 0.6]],
    ['shorter', [0.6, 0.1]],
  ])('that is followed by a %s one: the later moment counts', async (_, seconds) => {
    const { later } = await walkWith(...seconds)
    expect(Math.min(...later)).toBeGreaterThanOrEqual(595)
  })
})

test.each([0, -1, 1.5, Number.NaN, Infinity, '2', null])(
  'a concurrency of %s is refused, and nothing is sent',
  async (n) => {
    const server = await servePages(1, unknown)
    // @ts-expect-error: some are no numbers
    const options: { concurrency: number } = { concurrency: n }
    await expect(async () => await connect(server).servers.list({}, options)).rejects.toThrow(/^concurrency: /)
    expect(server.requests).toEqual([])
  },
)
