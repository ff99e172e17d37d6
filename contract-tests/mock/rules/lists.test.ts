import { describe, expect, test } from 'vitest'
import { createWorld, docs, engineering, send } from '../setup.ts'

const many = Array.from({ length: 45 }, (_, index) => ({ ...docs, id: `server-${index}`, name: `Server ${index}` }))

describe('a list', () => {
  test('has pages of 20 in the order of creation, counted from 1, and an empty page past the end', async () => {
    const { mock } = createWorld({ servers: many })
    const pages = await Promise.all([1, 2, 3, 4].map((page) => send(mock, 'GET', `servers?page=${page}`)))
    expect(pages.map(({ result }) => result.length)).toEqual([20, 20, 5, 0])
    expect(pages.flatMap(({ result }) => result.map(({ id }: { id: string }) => id))).toEqual(many.map(({ id }) => id))
    expect(pages.map(({ body }) => body.result_info)).toEqual(
      [20, 20, 5, 0].map((count, index) => ({ count, page: index + 1, per_page: 20, total_count: 45 })),
    )
    expect(pages.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })

  test('has total_pages on request, which the live lists lack', async () => {
    const { mock } = createWorld({ servers: many, totalPages: true })
    expect((await send(mock, 'GET', 'servers?per_page=10')).body.result_info).toMatchObject({ total_pages: 5 })
  })

  test.each(['page=0', 'page=1.5', 'page=-1', 'page=', 'page=one', 'per_page=0', 'per_page=101', 'per_page=1e1'])(
    'is refused for %s with a message alone',
    async (query) => {
      const { status, body } = await send(createWorld().mock, 'GET', `portals?${query}`)
      expect(status).toBe(400)
      expect(body.errors).toEqual([{ message: expect.stringMatching(`^${query.split('=')[0]}: expected `) }])
    },
  )

  test('ignores a parameter that it does not have', async () => {
    expect((await send(createWorld({ servers: [docs] }).mock, 'GET', 'servers?order=id')).result).toHaveLength(1)
  })
})

describe('a search', () => {
  const portals = [engineering, { id: 'sales', name: 'Selling', hostname: 'shop.example.org' }]

  test.each([
    ['portals', 'sal', ['sales']],
    ['portals', 'ELLI', ['sales']],
    ['portals', 'example', ['engineering', 'sales']],
    ['portals', 'none', []],
    ['servers', 'doc', ['docs']],
    ['servers', 'DOC', ['docs']],
    ['servers', 'docs.example.com', []],
  ])('of %s for %j finds %j', async (collection, search, ids) => {
    const { mock } = createWorld({ servers: [docs], portals })
    const { result, body } = await send(mock, 'GET', `${collection}?search=${search}`)
    expect(result.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect(body.result_info.total_count).toBe(ids.length)
  })

  test('tells upper from lower case where that is the guess', async () => {
    const { mock } = createWorld({ servers: [docs], guesses: { searchIgnoresCase: false } })
    expect((await send(mock, 'GET', 'servers?search=DOC')).result).toEqual([])
    expect((await send(mock, 'GET', 'servers?search=Doc')).result).toHaveLength(1)
  })
})
