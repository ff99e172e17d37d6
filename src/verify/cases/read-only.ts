import { NotFoundError } from '../../client/index.ts'
import { because, hints, say } from '../run/messages.ts'
import type { Case, Run } from '../run/run.ts'
import { type Collection, expectSame, findDifferences, type Item, toKind } from './compare.ts'
import { walk } from './walk.ts'

const maxPerPage = 100
/** How many items of a collection are read: an account has 1,200 requests in five minutes. */
const maxReads = 100
/** How many that seem to differ are looked at again. */
const maxRetakes = 10

export const readOperation = { servers: 'readServer', portals: 'readPortal' } as const

/** What can be verified without a change: both lists through all pages, each item against the list. */
export function readOnly(run: Run): Case[] {
  return (['servers', 'portals'] as const).flatMap((collection) => {
    const kind = toKind(collection)
    let listed: Item[] | undefined
    return [
      {
        name: `lists the ${collection}, page by page`,
        run: async () => {
          listed = await listWhole(run, collection)
          for (const { id } of listed) run.idsBefore.add(id)
          await expectPages(run, collection, listed)
        },
      },
      {
        name: `reads each ${kind} as it is listed`,
        lacks: () => (listed ? undefined : because('no-list', { collection })),
        run: () => readEach(run, collection, listed ?? []),
      },
      {
        name: `returns 404 for a ${kind} that does not exist`,
        needsState: true,
        run: () => run.expectRefusal([404], () => run.mcp[collection].read(createId())),
      },
    ]
  })
}

/** An id that nobody has. */
export function createId(): string {
  return `contract-${crypto.randomUUID().slice(0, 13)}`
}

/** Lists everything; what looks wrong has to look wrong twice, since others may be at work in the account. */
async function listWhole(run: Run, collection: Collection): Promise<Item[]> {
  let taken = await walk(run, collection, { per_page: maxPerPage })
  if (collection === 'servers' && !run.isStateless) await expectMemory(run, taken.items)
  if (taken.problems.length > 0) taken = await walk(run, collection, { per_page: maxPerPage })
  for (const problem of taken.problems) run.expect(false, () => problem)
  if (!run.isStateless) for (const note of taken.notes) run.report('note', note)
  return taken.items
}

/** Pages half as large, so that there are several, have to list the same. */
async function expectPages(run: Run, collection: Collection, listed: Item[]): Promise<void> {
  const kind = toKind(collection)
  const small = Math.min(Math.ceil(listed.length / 2), maxPerPage)
  if (small === 0) return
  for (const isLastTime of [false, true]) {
    const { items, problems } = await walk(run, collection, { per_page: small })
    const missing = listed.filter(({ id }) => items.every((item) => item.id !== id))
    const absent = missing.map(({ id }) => say('not-on-a-page', { kind, id, large: maxPerPage, small }))
    const all = [...problems, ...absent]
    if (all.length === 0) return
    if (isLastTime) for (const problem of all) run.expect(false, () => problem)
    else listed = await listWhole(run, collection)
  }
}

/** Items have to be read as they are listed; those that are not are listed and read again: they may have changed. */
async function readEach(run: Run, collection: Collection, listed: Item[]): Promise<void> {
  if (listed.length === 0) run.skip(because('nothing-listed', { collection }))
  const some = listed.slice(0, maxReads)
  if (some.length < listed.length) {
    run.report('note', say('read-some', { count: some.length, total: listed.length, collection }))
  }
  const suspects: string[] = []
  for (const item of some) {
    const found = await readOne(run, collection, item.id)
    if (!found || findDifferences(item, found).length > 0) suspects.push(item.id)
  }
  if (suspects.length === 0 || run.isStateless) return
  const again = await walk(run, collection, { per_page: maxPerPage })
  for (const id of suspects.slice(0, maxRetakes)) {
    const item = again.items.find((it) => it.id === id)
    if (item) await expectReadAsListed(run, collection, item)
  }
}

async function expectReadAsListed(run: Run, collection: Collection, listed: Item): Promise<void> {
  const kind = toKind(collection)
  const { id } = listed
  const found = await readOne(run, collection, id)
  const operation = readOperation[collection]
  if (found) expectSame(run, { kind, id }, [listed, 'in the list'], [found, 'when read'])
  else run.expect(false, () => say('listed-but-not-found', { kind, id, operation }))
}

async function readOne(run: Run, collection: Collection, id: string): Promise<Item | undefined> {
  return orUndefined(run.call<Item>(() => run.mcp[collection].read(id, { signal: run.signal })))
}

/** Undefined where the server has none. */
export async function orUndefined<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error) => {
    if (error instanceof NotFoundError) return undefined
    throw error
  })
}

/**
 * A mock that responds with examples gives the same thing for every id: comparing its responses says nothing. A server
 * that only fails to refuse an unknown id does read what it lists.
 */
async function expectMemory(run: Run, listed: Item[]): Promise<void> {
  const expected = createId()
  const found = await readOne(run, 'servers', expected)
  if (!found || found.id === expected) return
  const other = listed.find(({ id }) => id !== found.id)
  if (other && (await readOne(run, 'servers', other.id))?.id === other.id) return
  run.hints.add(hints.stateless)
  run.end(because('fatal', {}))
  const values = { operation: 'readServer', kind: 'server', received: found.id, expected }
  run.giveUp(say('no-memory', values))
}
