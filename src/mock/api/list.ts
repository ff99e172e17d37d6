import type { ResultInfo } from '../../client/index.ts'
import type { World } from './world.ts'

/** One page of the items in whose texts the search is found. A page past the end is empty. */
export function toPage<T>(
  all: Iterable<T>,
  query: URLSearchParams,
  textsOf: (item: T) => string[],
  { totalPages, guesses }: World,
): { items: T[]; info: ResultInfo } {
  const page = Number(query.get('page') ?? 1)
  const per_page = Number(query.get('per_page') ?? 20)
  const fold = (text: string) => (guesses.searchIgnoresCase ? text.toLowerCase() : text)
  const search = fold(query.get('search') ?? '')
  const found = [...all].filter((item) => search === '' || textsOf(item).some((text) => fold(text).includes(search)))
  const items = found.slice((page - 1) * per_page, page * per_page)
  const total_count = found.length
  const total_pages = Math.ceil(total_count / per_page)
  return { items, info: { count: items.length, page, per_page, total_count, ...(totalPages && { total_pages }) } }
}
