import type { ResultInfo } from '../../generated/schema.ts'

/** A list: awaited it is one page, iterated it is every item from that page on, each once. */
export interface List<Page, Item> extends Promise<Page>, AsyncIterable<Item> {}

interface PageOf<Item> {
  result: Item[]
  result_info?: ResultInfo
}

interface PageQuery {
  page?: number
  per_page?: number
}

/**
 * Makes a list of a function that fetches one page. The first page is asked for at once, the others when the iteration
 * needs them.
 */
export function listOf<Page extends PageOf<Item>, Item extends { id: string }, Query extends PageQuery>(
  fetchPage: (query: Query | undefined) => Promise<Page>,
  query: Query | undefined,
): List<Page, Item> {
  const first = fetchPage(query)
  return Object.assign(first, {
    [Symbol.asyncIterator]: () => itemsOf(first, (page) => fetchPage({ ...(query as Query), page }), query ?? {}),
  })
}

async function* itemsOf<Item extends { id: string }>(
  first: Promise<PageOf<Item>>,
  fetchPage: (page: number) => Promise<PageOf<Item>>,
  query: PageQuery,
): AsyncGenerator<Item, void, undefined> {
  let number = query.page ?? 1
  let page = await first
  // Two pages' ids, not all: memory stays flat, and items that slide to the next page during the walk come once.
  const firstIds = new Set(page.result.map(({ id }) => id))
  let lastIds = new Set<string>()
  for (;;) {
    const fresh = page.result.filter(({ id }) => !lastIds.has(id) && (lastIds.size === 0 || !firstIds.has(id)))
    yield* fresh
    if (fresh.length === 0 || isLast(number, page, query)) return
    lastIds = new Set(page.result.map(({ id }) => id))
    page = await fetchPage(++number)
  }
}

function isLast(number: number, { result, result_info }: PageOf<unknown>, query: PageQuery): boolean {
  const { total_pages, per_page } = result_info ?? {}
  if (total_pages != null) return number >= total_pages
  // The server's word first: it may give less than it was asked for.
  const size = per_page ?? query.per_page
  return size !== undefined && result.length < size
}
