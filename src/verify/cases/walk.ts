import type { ResultInfo } from '../../client/index.ts'
import { type Message, say } from '../run/messages.ts'
import type { Run } from '../run/run.ts'
import { type Collection, type Item, toKind } from './compare.ts'

/** More pages than any account has: a list that goes on after them has no end. */
const maxPages = 1_000

const listOperation = { servers: 'listServers', portals: 'listPortals' } as const

export interface Walk {
  items: Item[]
  /** What is wrong with the pages. */
  problems: Message[]
  /** What is worth knowing about them. */
  notes: Message[]
}

/** How a page is asked for. */
export type FetchPage = (run: Run, collection: Collection, query: PageQuery) => Promise<Page>

interface Page {
  result: Item[]
  result_info?: ResultInfo | null
}

const fetchPage: FetchPage = (run, collection, query) =>
  run.call<Page>(async () => run.mcp[collection].list(query, { signal: run.signal }))

/** Asks for all pages of a collection, page by page. */
export async function walk(
  run: Run,
  collection: Collection,
  query: { per_page: number; search?: string },
  fetch: FetchPage = fetchPage,
): Promise<Walk> {
  const items = new Map<string, Item>()
  const problems: Message[] = []
  const notes: Message[] = []
  for (let page = 1; page <= maxPages; page++) {
    const { result, ...rest } = await fetch(run, collection, { ...query, page })
    const result_info = rest.result_info ?? undefined
    const about = (message: Message): Message => ({ ...message, exchange: run.latest })
    if (!result_info && notes.length === 0)
      notes.push(about(say('no-result-info', { operation: listOperation[collection] })))
    const again = result.find(({ id }) => items.has(id))
    if (again) problems.push(about(say('listed-twice', { kind: toKind(collection), id: again.id, page })))
    problems.push(...findProblems({ ...query, page }, result.length, result_info).map(about))
    for (const item of result) items.set(item.id, item)
    // A page that repeats an item has been reported, and the pages after it may repeat it for good.
    if (again || isLast({ ...query, page }, result.length, items.size, result_info)) {
      const total = result_info?.total_count
      // The total of a search may be that of everything.
      if (typeof total === 'number' && total !== items.size && query.search === undefined) {
        problems.push(about(say('total-count', { expected: total, received: items.size })))
      }
      return { items: [...items.values()], problems, notes }
    }
    if (result.length < query.per_page) {
      problems.push(about(say('page-too-short', { page, received: result.length, expected: query.per_page })))
    }
  }
  return run.giveUp(say('endless-pages', { collection, pages: maxPages }))
}

interface PageQuery {
  page: number
  per_page: number
  search?: string
}

function isLast(
  { page, per_page, search }: PageQuery,
  count: number,
  seen: number,
  { total_pages, total_count }: ResultInfo = {},
): boolean {
  if (total_pages !== undefined && page >= total_pages) return true
  if (total_count !== undefined && seen >= total_count) return true
  // The totals of a search may be those of everything.
  if (search !== undefined || (total_pages ?? total_count) === undefined) return count < per_page
  return total_pages === undefined && count === 0
}

function findProblems({ page, per_page: size, search }: PageQuery, count: number, info: ResultInfo = {}): Message[] {
  // Of a value of another type the check of the contract says what is wrong.
  const numbers = new Map(Object.entries(info).filter(([, value]) => typeof value === 'number'))
  const differs = (name: string, expected: number) => (numbers.get(name) ?? expected) !== expected
  const items = numbers.get('total_count')
  const pages = Math.ceil((items ?? 0) / size)
  const problems = [
    count > size && say('page-too-long', { page, received: count, expected: size }),
    differs('page', page) && say('page-number', { page, received: info.page, expected: page }),
    differs('per_page', size) && say('page-size', { page, received: info.per_page, expected: size }),
    differs('count', count) && say('page-count', { page, expected: info.count, received: count }),
    // The total of a search may be that of everything.
    search === undefined &&
      items !== undefined &&
      differs('total_pages', pages) &&
      say('total-pages', { received: info.total_pages, items, size, expected: pages }),
  ]
  return problems.filter((problem) => problem !== false)
}
