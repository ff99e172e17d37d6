import { NotFoundError } from '../client/index.ts'
import { differing } from './compare.ts'
import type { Case, Run } from './run.ts'
import { type Collection, type Item, walk } from './walk.ts'

const largestPage = 100

/** What can be verified without a change: both lists through all pages, each item against the list. */
export function readOnly(run: Run): Case[] {
  return (['servers', 'portals'] as const).flatMap((collection) => {
    const one = collection.slice(0, -1)
    let listed: Item[] | undefined
    return [
      {
        name: `lists the ${collection}, page by page`,
        run: async () => {
          listed = await listWhole(run, collection)
          await expectPages(run, collection, listed)
        },
      },
      {
        name: `reads each ${one} as it is listed`,
        run: async () => {
          if (!listed) return run.fail(`not run, for the ${collection} could not be listed`)
          for (const item of listed) await expectSame(run, collection, item)
        },
      },
      {
        name: `answers 404 for a ${one} that does not exist`,
        needsState: true,
        run: () =>
          run.expectRefusal(`reading a ${one} that does not exist`, [404], () => run.mcp[collection].read(freshId())),
      },
    ]
  })
}

/** An id that nobody has. */
export function freshId(): string {
  return `contract-${crypto.randomUUID().slice(0, 13)}`
}

/** Lists everything; what looks wrong has to look wrong twice, since others may be at work in the account. */
async function listWhole(run: Run, collection: Collection): Promise<Item[]> {
  let { items, problems } = await walk(run, collection, { per_page: largestPage })
  if (problems.length > 0) ({ items, problems } = await walk(run, collection, { per_page: largestPage }))
  for (const problem of problems) run.expect(false, problem)
  return items
}

/** Pages half as large, so that there are several, have to list the same. */
async function expectPages(run: Run, collection: Collection, listed: Item[]): Promise<void> {
  const per_page = Math.min(Math.ceil(listed.length / 2), largestPage)
  if (per_page === 0) return
  for (const isLastTry of [false, true]) {
    const { items, problems } = await walk(run, collection, { per_page })
    const missing = listed.filter(({ id }) => items.every((item) => item.id !== id))
    const all = [...problems, ...missing.map(({ id }) => `'${id}' is on no page of ${per_page} ${collection}`)]
    if (all.length === 0) return
    if (isLastTry) for (const problem of all) run.expect(false, problem)
    else listed = await listWhole(run, collection)
  }
}

/** An item has to be read as it is listed; where it is not, both are asked for again, and may have changed meanwhile. */
async function expectSame(run: Run, collection: Collection, listed: Item): Promise<void> {
  const read = () => run.call<Item>(() => run.mcp[collection].read(listed.id, { signal: run.signal }))
  const list = async () =>
    (await walk(run, collection, { per_page: largestPage })).items.find(({ id }) => id === listed.id)
  let [before, after]: [Item | undefined, Item | undefined] = [listed, await orNothing(read())]
  if (!after || differing(before, after).length > 0) [before, after] = [await list(), await orNothing(read())]
  if (!before) return
  run.expect(after !== undefined, `'${listed.id}' is listed with the ${collection}, but reading it is answered 404`)
  for (const name of after ? differing(before, after) : []) {
    run.expect(false, `'${listed.id}' is listed with another '${name}' than it is read with`)
  }
}

/** Nothing where the server has nothing. */
export async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error) => {
    if (error instanceof NotFoundError) return undefined
    throw error
  })
}
