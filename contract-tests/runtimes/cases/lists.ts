import { equal } from './assert.ts'
import type { Case } from './world.ts'

/** Lists of three pages of two. */
export const listCases: Case[] = [
  {
    name: 'a list gives the items of every page, each once',
    run: async ({ faulty }) => {
      const { mcp, seen } = faulty('three-pages')
      const ids: string[] = []
      for await (const { id } of mcp.portals.list({ per_page: 2, search: 'a b' })) ids.push(id)
      equal(ids, ['item-1', 'item-2', 'item-3', 'item-4', 'item-5', 'item-6'])
      equal(
        (await seen()).map(({ url }) => new URL(url, 'http://server').searchParams.get('page')),
        [null, '2', '3'],
        'the pages that were asked for',
      )
    },
  },
  {
    name: 'a list that is awaited is one page',
    run: async ({ faulty }) => {
      const { mcp, seen } = faulty('three-pages')
      const { result, result_info } = await mcp.servers.list({ page: 2, per_page: 2 })
      equal([result.map(({ id }) => id), result_info?.total_pages], [['item-3', 'item-4'], 3])
      equal((await seen()).length, 1, 'the number of requests')
    },
  },
  {
    name: 'a list that is left early fetches no further page',
    run: async ({ faulty }) => {
      const { mcp, seen } = faulty('three-pages')
      for await (const { id } of mcp.servers.list({ per_page: 2 })) if (id === 'item-2') break
      equal((await seen()).length, 1, 'the number of requests')
    },
  },
]
