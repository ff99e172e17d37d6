import { describe, expect, test } from 'vitest'
import { InvalidResponseError, NotFoundError } from '../../../src/client/index.ts'
import type { Respond } from '../../support/http-server.ts'
import { connect, envelope, itemsOf, refusal, rejection, send, serve } from '../setup.ts'

type Info = object | null | undefined

const idsOf = (letters: string) => [...letters].map((id) => ({ id }))
const page = (letters: string, info?: Info) => ({
  body: { success: true, result: idsOf(letters), ...(info !== undefined && { result_info: info }) },
})

/** The numbers of the pages that were asked for. */
const pagesOf = (requests: { url: string }[]) =>
  requests.map(({ url }) => new URLSearchParams(url.split('?')[1]).get('page'))

/** A name, the query, the pages that a server gives in turn, the items of the walk, and how many requests it takes. */
const walks: [string, object, [ReturnType<typeof page>, ...ReturnType<typeof page>[]], string, number][] = [
  ['the only page', {}, [page('ab', { total_pages: 1 })], 'ab', 1],
  [
    'as many pages as the server states',
    {},
    [page('ab', { total_pages: 3 }), page('cd', { total_pages: 3 }), page('ef', { total_pages: 3 })],
    'abcdef',
    3,
  ],
  [
    'full pages up to total_pages',
    { per_page: 2 },
    [page('ab', { total_pages: 2 }), page('cd', { total_pages: 2 })],
    'abcd',
    2,
  ],
  [
    'a short page that is not the last',
    { per_page: 3 },
    [page('abc', { total_pages: 3 }), page('d', { total_pages: 3 }), page('ef', { total_pages: 3 })],
    'abcdef',
    3,
  ],
  [
    'pages that become fewer, which are walked again',
    {},
    [
      page('ab', { total_pages: 3 }),
      page('de', { total_pages: 2 }),
      page('ac', { total_pages: 2 }),
      page('de', { total_pages: 2 }),
    ],
    'abdec',
    4,
  ],
  ['no pages at all', {}, [page('', { total_pages: 0 })], '', 1],
  [
    'pages from the middle on',
    { page: 2 },
    [page('cd', { total_pages: 3 }), page('ef', { total_pages: 3 })],
    'cdef',
    2,
  ],
  ['a page beyond the last', { page: 9 }, [page('', { total_pages: 3 })], '', 1],
  [
    'a page shorter than was asked for, which ends nothing',
    { per_page: 2 },
    [page('ab'), page('c'), page('de')],
    'abcde',
    4,
  ],
  [
    'a page shorter than the server states, which ends nothing',
    {},
    [page('ab', { per_page: 2 }), page('c', { per_page: 2 }), page('', { per_page: 2 })],
    'abc',
    3,
  ],
  [
    'a server that gives less than it was asked for',
    { per_page: 100 },
    [page('ab', { per_page: 2 }), page('c', { per_page: 2 }), page('', { per_page: 2 })],
    'abc',
    3,
  ],
  [
    'a server that counts no pages',
    {},
    [page('ab', { total_pages: null, per_page: 2 }), page('c', { per_page: 2 }), page('', { per_page: 2 })],
    'abc',
    3,
  ],
  ['a server that states nothing of pages', {}, [page('ab'), page('cd'), page('')], 'abcd', 3],
  ['a server whose result_info is null', {}, [page('ab', null), page('', null)], 'ab', 2],
  ['an empty first page', { per_page: 2 }, [page('')], '', 1],
  [
    'an empty page before the last, which ends nothing',
    {},
    [page('ab', { total_pages: 3 }), page('', { total_pages: 3 }), page('cd', { total_pages: 3 })],
    'abcd',
    3,
  ],
  ['a full last page', { per_page: 2 }, [page('ab'), page('cd'), page('')], 'abcd', 3],
  ['a server that does not look at the page', { per_page: 2 }, [page('ab')], 'ab', 2],
  ['a last page that repeats', { per_page: 2 }, [page('ab'), page('cd'), page('cd')], 'abcd', 3],
  ['pages that go round', { per_page: 2 }, [page('ab'), page('cd'), page('ef'), page('ab'), page('cd')], 'abcdef', 4],
  [
    'items that slide to the next page',
    { per_page: 2 },
    [page('ab'), page('bc'), page('cd'), page('e'), page('')],
    'abcde',
    5,
  ],
  [
    'items of the first page that come again',
    { per_page: 2 },
    [page('ab'), page('cd'), page('ea'), page('f'), page('')],
    'abcdef',
    5,
  ],
]

test.each(walks)('%s: each item comes once, in order', async (_, query, pages, items, requests) => {
  const server = await serve(...pages)
  const seen = await itemsOf(connect(server).servers.list(query))
  expect(seen.map(({ id }) => id).join('')).toBe(items)
  expect(server.requests.length).toBe(requests)
})

test('every page is asked for with the whole query and its own number', async () => {
  const server = await serve(
    page('a', { total_pages: 3 }),
    page('b', { total_pages: 3 }),
    page('c', { total_pages: 3 }),
  )
  await itemsOf(connect(server).portals.list({ search: 'ä&b', per_page: 1 }, { headers: { 'x-mine': 'yes' } }))
  expect(pagesOf(server.requests)).toEqual([null, '2', '3'])
  for (const { url, headers } of server.requests) {
    const query = new URLSearchParams(url.split('?')[1])
    expect(Object.fromEntries(query)).toMatchObject({ search: 'ä&b', per_page: '1' })
    expect(headers['x-mine']).toBe('yes')
  }
})

test('pages without end are an error after 10,000 of them', async () => {
  let sent = 0
  const fetch = async () => Response.json(envelope([{ id: `item-${++sent}` }]))
  const error = await rejection(itemsOf(connect({ url: 'http://localhost' }, { fetch }).servers.list()))
  expect(error).toBeInstanceOf(InvalidResponseError)
  expect(String(error)).toContain(': 200 but the list goes on after 10000 pages [')
  expect(sent).toBe(10_000)
})

test.each<[string, Info]>([
  ['with total_pages', { total_pages: 1_000_000 }],
  ['with total_pages and total_count', { total_pages: 1_000_000, total_count: 2_000_000 }],
])('a server that states pages without end and repeats one is an error after twelve requests, %s', async (_, info) => {
  const server = await serve(page('ab', info))
  for (const query of [{}, { search: 'a' }, { page: 3 }]) {
    const error = await rejection(itemsOf(connect(server).servers.list(query)))
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(String(error)).toContain('pages repeated')
  }
  expect(server.requests.length).toBe(3 * 12)
})

test('an item that is added in front, so that a page repeats, hides none', async () => {
  const server = await serve(
    page('a', { total_pages: 2 }),
    page('a', { total_pages: 3 }),
    page('b', { total_pages: 3 }),
  )
  expect(await itemsOf(connect(server).servers.list({ per_page: 1 }))).toEqual(idsOf('ab'))
})

test('a walk from a given page on counts from there', async () => {
  const server = await serve(
    page('c', { total_pages: 5 }),
    page('d', { total_pages: 5 }),
    page('e', { total_pages: 5 }),
  )
  await itemsOf(connect(server).portals.list({ page: 3 }))
  expect(pagesOf(server.requests)).toEqual(['3', '4', '5'])
})

test('awaited, a list is one page, and no other is asked for', async () => {
  const server = await serve(page('ab', { page: 1, total_pages: 9 }))
  const { result, result_info } = await connect(server).servers.list({ per_page: 2 })
  expect(result).toEqual(idsOf('ab'))
  expect(result_info).toEqual({ page: 1, total_pages: 9 })
  expect(server.requests.length).toBe(1)
})

test('awaited and iterated, a list asks for its first page once', async () => {
  const server = await serve(page('ab', { total_pages: 2 }), page('cd', { total_pages: 2 }))
  const list = connect(server).servers.list()
  await list
  expect(await itemsOf(list)).toEqual(idsOf('abcd'))
  expect(server.requests.length).toBe(2)
})

test('an error on a later page comes after the items before it', async () => {
  const server = await serve(page('ab', { total_pages: 3 }), refusal(404))
  const seen: string[] = []
  const walk = async () => {
    for await (const { id } of connect(server).servers.list()) seen.push(id)
  }
  expect(await rejection(walk())).toBeInstanceOf(NotFoundError)
  expect(seen).toEqual(['a', 'b'])
  expect(server.requests.length).toBe(2)
})

test('a page that fails for a moment is retried, and the walk goes on', async () => {
  const server = await serve(page('a', { total_pages: 2 }), { status: 503 }, page('b', { total_pages: 2 }))
  expect(await itemsOf(connect(server).servers.list())).toEqual(idsOf('ab'))
  expect(server.requests.length).toBe(3)
})

describe('leaving the loop', () => {
  const endless: Respond = ({ url }, response) =>
    send(response, { body: envelope([{ id: `a${url}` }, { id: `b${url}` }], { total_pages: 1_000 }) })

  test.each([1, 2, 3])('after %i items sends nothing more', async (count) => {
    const server = await serve(endless)
    let seen = 0
    for await (const { id } of connect(server).servers.list()) if (id && ++seen === count) break
    const sent = Math.ceil(count / 2)
    expect(server.requests.length).toBe(sent)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(server.requests.length).toBe(sent)
  })

  test('a page is not asked for before its items are wanted', async () => {
    const server = await serve(endless)
    const walk = connect(server).servers.list()[Symbol.asyncIterator]()
    await walk.next()
    await walk.next()
    expect(server.requests.length).toBe(1)
    await walk.next()
    expect(server.requests.length).toBe(2)
  })
})
