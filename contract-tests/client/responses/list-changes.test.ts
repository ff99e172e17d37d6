/** A list that others change while it is read is whole, or an error: no item that was there all the time is left out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidResponseError } from '../../../src/client/index.ts'
import { connect, envelope } from '../setup.ts'

/** After how many requests somebody adds or deletes an item, and where: 0 is in front, 1 the end. */
const change = fc.record({ after: fc.integer({ min: 1, max: 8 }), where: fc.double({ min: 0, max: 1, noNaN: true }) })

const world = fc.record({
  count: fc.integer({ min: 0, max: 12 }),
  per_page: fc.integer({ min: 1, max: 4 }),
  cap: fc.integer({ min: 1, max: 4 }),
  concurrency: fc.constantFrom(1, 3),
  changes: fc.array(change, { maxLength: 5 }),
})

interface Server {
  ids: string[]
  cap: number
  hasPages: boolean
  /** Called after each response, with its number. */
  after(requests: number): void
}

/** A fetch that pages over the ids as they are at each request. */
function fetchFrom(server: Server) {
  let requests = 0
  return async (url: string) => {
    const query = new URL(url).searchParams
    const per_page = Number(query.get('per_page'))
    const page = Number(query.get('page') ?? 1)
    const { ids, cap, hasPages } = server
    const size = Math.min(per_page, cap)
    const info = {
      page,
      per_page,
      total_count: ids.length,
      ...(hasPages && { total_pages: Math.ceil(ids.length / size) }),
    }
    const result = ids.slice((page - 1) * size, page * size).map((id) => ({ id }))
    const response = Response.json(envelope(result, info))
    server.after(++requests)
    return response
  }
}

test.each([
  ['added to', false],
  ['added to, with total_pages', true],
  ['deleted from', false],
  ['deleted from, with total_pages', true],
])('a list that is %s', async (kind, hasPages) => {
  let whole = 0
  await fc.assert(
    fc.asyncProperty(world, async ({ count, per_page, cap, concurrency, changes }) => {
      const before = Array.from({ length: count }, (_, at) => `item-${at}`)
      let left = changes
      const server: Server = {
        ids: [...before],
        cap,
        hasPages,
        after(requests) {
          const { ids } = server
          for (const { where } of left.filter(({ after }) => after <= requests)) {
            const at = Math.floor(where * ids.length)
            if (kind.startsWith('added')) ids.splice(at, 0, `new-${requests}-${at}-${ids.length}`)
            else ids.splice(at, 1)
          }
          left = left.filter(({ after }) => after > requests)
        },
      }
      const seen: string[] = []
      try {
        const list = connect({ url: 'http://localhost' }, { fetch: fetchFrom(server) }).servers.list(
          { per_page },
          { concurrency },
        )
        for await (const { id } of list) seen.push(id)
        whole++
        expect(seen).toEqual(expect.arrayContaining(before.filter((id) => server.ids.includes(id))))
      } catch (error) {
        if (!(error instanceof InvalidResponseError)) throw error
      }
      expect(new Set(seen).size).toBe(seen.length)
    }),
    { numRuns: 500 },
  )
  // An error is the exception.
  expect(whole).toBeGreaterThan(400)
})
