/** Lists whose server states `total_count` alone, as the live API does. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { InvalidResponseError } from '../../../src/client/index.ts'
import { connect, envelope, itemsOf, rejection, send, serve } from '../setup.ts'

interface World {
  /** The ids that the account holds. */
  ids: string[]
  /** Called after each page. */
  after?: (page: number, world: World) => void
  /** How many items a page has at most, whatever is asked for. */
  cap?: number
  /** The total that is stated, where it is not the number of items. */
  total?: number
}

const many = (count: number) => Array.from({ length: count }, (_, at) => `item-${at}`)

/** A server that pages as the live API does, over items that may change while they are read. */
async function serveWorld(world: World) {
  return serve(({ url }, response) => {
    const query = new URLSearchParams(url.split('?')[1])
    const page = Number(query.get('page') ?? 1)
    const asked = Number(query.get('per_page') ?? 20)
    const size = Math.min(asked, world.cap ?? asked)
    const result = world.ids.slice((page - 1) * size, page * size).map((id) => ({ id }))
    const total_count = world.total ?? world.ids.length
    send(response, { body: envelope(result, { page, per_page: asked, count: result.length, total_count }) })
    world.after?.(page, world)
  })
}

/** The ids of a whole walk. */
async function walk(world: World, query: object, options: object = {}) {
  const server = await serveWorld(world)
  const items = await itemsOf(connect(server).servers.list(query, options))
  return { ids: items.map(({ id }) => id), requests: server.requests.length }
}

/** What a walk throws, and what came before. */
async function failing(world: World, query: object, options: object = {}) {
  const ids: string[] = []
  const list = connect(await serveWorld(world)).servers.list(query, options)
  const error = await rejection(
    (async () => {
      for await (const { id } of list) ids.push(id)
    })(),
  )
  expect(error).toBeInstanceOf(InvalidResponseError)
  return { message: String(error), ids }
}

describe.each([{ concurrency: 1 }, { concurrency: 4 }])('with a concurrency of $concurrency', (options) => {
  test('a list has as many items as its server counts, and no page more is asked for', async () => {
    expect(await walk({ ids: many(60) }, { per_page: 20 }, options)).toEqual({ ids: many(60), requests: 3 })
    const { ids } = await walk({ ids: many(45) }, { per_page: 20 }, options)
    expect(ids).toEqual(many(45))
  })

  test.each([
    [100, 50, 120],
    [100, 20, 60],
    [100, 1, 4],
    [7, 5, 23],
  ])('a server that is asked for %i and gives %i loses none of %i', async (per_page, cap, count) => {
    expect((await walk({ ids: many(count), cap }, { per_page }, options)).ids).toEqual(many(count))
  })

  test('an item that comes in front meanwhile hides none', async () => {
    for (const per_page of [1, 2, 3]) {
      let left = 1
      const after: World['after'] = (_, world) => {
        if (left-- > 0) world.ids = ['new', ...world.ids]
      }
      const { ids } = await walk({ ids: many(8), after }, { per_page }, options)
      expect(ids.filter((id) => id !== 'new')).toEqual(many(8))
    }
  })

  test('an item that is deleted meanwhile, so that another slides past, hides none: the list is walked again', async () => {
    const after: World['after'] = (page, world) => {
      if (page === 1) world.ids = world.ids.filter((id) => id !== 'item-0')
    }
    const { ids } = await walk({ ids: many(9), after }, { per_page: 3 }, options)
    expect([...ids].sort()).toEqual(many(9))
  })

  test('a list that shrinks during every walk is an error, after the items that were seen', async () => {
    const after: World['after'] = (page, world) => {
      if (page === 1) world.ids = world.ids.slice(1)
    }
    const { message, ids } = await failing({ ids: many(12), after }, { per_page: 3 }, options)
    expect(message).toContain('the list changed, or pages repeated, during each of 3 walks')
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('fewer items than are counted are an error', async () => {
    const { message, ids } = await failing({ ids: many(5), total: 7 }, { per_page: 3 }, options)
    expect(message).toContain('servers.list: 200 but the list ended with 5 of 7 items [GET ')
    expect(ids).toEqual(many(5))
  })

  test('fewer items than are counted are an end where there is a search, which the count may ignore', async () => {
    expect((await walk({ ids: many(5), total: 70 }, { per_page: 3, search: 'item' }, options)).ids).toEqual(many(5))
  })

  test('a walk from a later page cannot have all, and ends where nothing new comes', async () => {
    expect((await walk({ ids: many(9) }, { per_page: 3, page: 2 }, options)).ids).toEqual(many(9).slice(3))
  })

  test('a page that repeats whatever page is asked for is an error', async () => {
    const server = await serve({ body: envelope([{ id: 'a' }, { id: 'b' }], { per_page: 2, total_count: 50 }) })
    const error = await rejection(itemsOf(connect(server).portals.list({}, options)))
    expect(String(error)).toContain('the list ended with 2 of 50 items')
    expect(server.requests.length).toBeLessThan(10)
  })

  test('an item that comes twice in a page is yielded once, and counts once', async () => {
    const { message, ids } = await failing({ ids: ['a', 'b', 'b', 'c'] }, { per_page: 10 }, options)
    expect(message).toContain('the list ended with 3 of 4 items')
    expect(ids).toEqual(['a', 'b', 'c'])
  })

  test.each([{}, { id: null }, { id: 7 }, { name: 'Docs' }])('an item like %j is an error', async (item) => {
    const server = await serve({ body: envelope([{ id: 'a' }, item], { total_count: 2 }) })
    const error = await rejection(itemsOf(connect(server).servers.list({}, options)))
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(String(error)).toContain('an item of the list has no id')
  })
})

test.each([null, 'a', 7, ['a']])('a list that holds %j is no list', async (item) => {
  const error = await rejection(connect(await serve({ body: envelope([{ id: 'a' }, item]) })).servers.list())
  expect(error).toBeInstanceOf(InvalidResponseError)
})

test('a list that fails while another is walked ends no process, and throws where it is walked itself', async () => {
  const program = `
    import { setTimeout as wait } from 'node:timers/promises'
    import { createClient } from ${JSON.stringify(new URL('../../../src/client/index.ts', import.meta.url).href)}
    const fetch = async (url) => {
      if (url.includes('/portals')) throw new TypeError('down')
      await wait(50)
      return Response.json({ success: true, result: [{ id: 'a' }], result_info: { total_count: 1 } })
    }
    const mcp = createClient({ accountId: 'a', apiToken: 'any', maxRetries: 0, fetch })
    const ahead = { concurrency: 4 }
    mcp.portals.list() // Nobody ever walks this one.
    for (const list of [mcp.servers.list({}, ahead), mcp.portals.list({}, ahead)]) {
      try {
        for await (const { id } of list) console.log(id)
        await wait(50)
      } catch (error) {
        console.log(error.name)
      }
    }`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  expect(stdout).toBe('a\nConnectionError\n')
})
