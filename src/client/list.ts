import type { ResultInfo } from '../../generated/schema.ts'
import { onAbort } from './http/clock.ts'

/** A list: awaited it is one page, iterated it is every item from that page on, each once. */
export interface List<Page, Item> extends Promise<Page>, AsyncIterable<Item> {}

/** What the client reads of a page. */
export interface Page<Item> {
  result: Item[]
  result_info?: ResultInfo
}

interface Query {
  page?: number | undefined
  search?: string | undefined
}

/** How a list gets its pages, and what it throws where the list is not whole. */
interface Source<Item> {
  fetchPage(page: number, signal: AbortSignal): Promise<Page<Item>>
  failure(reason: string): Error
  /** The caller's. */
  signal: AbortSignal | undefined
  /** How many pages may be under way at once. */
  concurrency: number
}

const maxPages = 10_000
const maxWalks = 3
const maxRepeats = 3

/** Makes a list. It fetches the first page at once, the others when the iteration needs them, or some of them before. */
export function createList<P extends Page<Item>, Item extends { id: string }>(
  first: Promise<P>,
  query: Query | undefined,
  source: Source<Item>,
): List<P, Item> {
  // Whoever walks the list later sees the failure then; until then it is nobody's unhandled rejection.
  first.catch(() => {})
  return Object.assign(first, { [Symbol.asyncIterator]: () => iterate<Item>(first, query ?? {}, source) })
}

/** Yields each item once, and walks again where the list changed so that the walk may have missed one. */
async function* iterate<Item extends { id: string }>(
  first: Promise<Page<Item>>,
  query: Query,
  source: Source<Item>,
): AsyncGenerator<Item, void, undefined> {
  const seen = new Set<string>()
  const start = query.page ?? 1
  for (let walks = 1; walks <= maxWalks; walks++) {
    // Aborts what is under way when the walk ends or the loop is left.
    const controller = new AbortController()
    const forget = onAbort(source.signal, (reason) => controller.abort(reason))
    const fetchPage = (page: number) =>
      source.fetchPage(page, source.signal?.aborted ? source.signal : controller.signal)
    try {
      const pages = readPages(
        walks === 1 ? first : fetchPage(start),
        start,
        !!query.search,
        fetchPage,
        source.concurrency,
      )
      if (yield* walk(pages, start, !!query.search, seen, source.failure)) return
    } finally {
      forget()
      controller.abort()
    }
  }
  throw source.failure(`the list changed, or pages repeated, during each of ${maxWalks} walks`)
}

/** Yields pages in their order. With a concurrency above 1 it fetches ahead: as many pages as are known to come, else one. */
async function* readPages<Item>(
  first: Promise<Page<Item>>,
  start: number,
  isSearch: boolean,
  fetchPage: (page: number) => Promise<Page<Item>>,
  concurrency: number,
): AsyncGenerator<Page<Item>, void, undefined> {
  const ahead = [first]
  let next = start + 1
  const fetchNext = () => {
    const page = fetchPage(next++)
    page.catch(() => {}) // It is thrown where its page would have come.
    ahead.push(page)
  }
  for (let page = ahead.shift(); page; page = ahead.shift()) {
    const { result, result_info } = await page
    // Any of these may be null.
    const { per_page, total_count, total_pages: stated } = result_info ?? {}
    // A search may be left out of total_count.
    const total_pages =
      stated ?? (isSearch ? null : total_count && Math.ceil(total_count / (per_page || result.length)))
    const most =
      concurrency === 1 ? 0 : total_pages == null ? 1 : Math.min(concurrency, total_pages - next + 1 + ahead.length)
    while (ahead.length < most) fetchNext()
    yield result_info ? { result, result_info } : { result }
    if (ahead.length === 0) fetchNext()
  }
}

/**
 * Yields what is new, page by page. With `total_pages` it goes on to that page, whatever a page holds; else while pages bring
 * something new, and fewer items came than `total_count`. Returns whether nothing can have been missed.
 */
async function* walk<Item extends { id: string }>(
  pages: AsyncIterable<Page<Item>>,
  start: number,
  isSearch: boolean,
  seen: Set<string>,
  failure: Source<Item>['failure'],
): AsyncGenerator<Item, boolean, undefined> {
  const ids = new Set<string>()
  let number = start
  // How many there were at the first page, and at the last.
  let first = 0
  let last = 0
  // An item may have moved to a page before.
  let shrank = false
  // How many pages in a row brought nothing new. One does where an item was added in front; a server that ignores which page
  // it is asked for goes on so.
  let repeats = 0
  let isRepeated = false
  // Whether the walk ended before the last page, because a page brought nothing new.
  let isCut = false
  // A walk that begins later has fewer items than total_count by right, and so has a search, which total_count may ignore.
  let isCounted = start === 1 && !isSearch
  for await (const { result, result_info } of pages) {
    const { total_pages, total_count } = result_info ?? {}
    const before = ids.size
    isCounted &&= total_count != null
    const count = total_count ?? total_pages ?? Infinity
    first ||= count
    shrank ||= count < last
    last = count
    for (const item of result) {
      if (typeof item.id !== 'string') throw failure('an item of the list has no id')
      if (!ids.has(item.id) && !seen.has(item.id)) yield item
      ids.add(item.id)
    }
    repeats = result.length > 0 && ids.size === before ? repeats + 1 : 0
    isRepeated = repeats === maxRepeats && number < (total_pages ?? 0)
    isCut = isRepeated || (total_pages == null && repeats > 0)
    const isLast =
      isCut ||
      (total_pages == null
        ? result.length === 0 || (start === 1 && ids.size >= (total_count ?? Infinity))
        : number >= total_pages)
    if (isLast) break
    if (++number - start === maxPages) throw failure(`the list goes on after ${maxPages} pages`)
  }
  // What was added meanwhile need not be seen, but is among the ids. Who did not reach the end has met what was there before
  // only with as many as there are now.
  const missing = isCounted && ids.size < (isCut ? last : first)
  if (missing && !isRepeated && !shrank && first === last)
    throw failure(`the list ended with ${ids.size} of ${last} items`)
  if (!shrank && (isCounted ? !missing : !isRepeated)) return true
  for (const id of ids) seen.add(id)
  return false
}
