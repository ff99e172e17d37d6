import type { McpPortal, McpServer, ResultInfo } from '../client/index.ts'
import type { Run } from './run.ts'

export type Collection = 'portals' | 'servers'
export type Item = McpPortal | McpServer

export interface Walk {
  items: Item[]
  /** What is wrong with the pages, as sentences. */
  problems: string[]
}

/** Asks for all pages of a collection, page by page. */
export async function walk(
  run: Run,
  collection: Collection,
  query: { per_page: number; search?: string },
): Promise<Walk> {
  const items = new Map<string, Item>()
  const problems: string[] = []
  for (let page = 1; ; page++) {
    const { result, result_info } = await run.call(async () =>
      run.mcp[collection].list({ ...query, page }, { signal: run.signal }),
    )
    const where = `page ${page} of the ${collection}`
    const again = result.find(({ id }) => items.has(id))
    if (again) problems.push(`${where} lists '${again.id}' again`)
    problems.push(
      ...problemsOf({ page, per_page: query.per_page }, result.length, result_info).map((it) => `${where} ${it}`),
    )
    for (const item of result) items.set(item.id, item)
    if (again || isLast(page, query.per_page, result.length, result_info)) {
      const total = result_info?.total_count
      const isAll = total === undefined || total === items.size
      if (!isAll) problems.push(`the ${collection} are ${total} by total_count, but the pages list ${items.size}`)
      return { items: [...items.values()], problems }
    }
    if (result.length < query.per_page)
      problems.push(`${where} is not the last but holds ${result.length} of ${query.per_page}`)
  }
}

function isLast(page: number, size: number, count: number, { total_pages }: ResultInfo = {}): boolean {
  return count === 0 || (total_pages === undefined ? count < size : page >= total_pages)
}

function problemsOf(query: { page: number; per_page: number }, count: number, info: ResultInfo = {}): string[] {
  const { page = query.page, per_page = query.per_page, total_count = 0 } = info
  const pages = info.total_count === undefined ? undefined : Math.ceil(total_count / query.per_page)
  return [
    count > query.per_page && `holds ${count} items, where ${query.per_page} were asked for`,
    page !== query.page && `calls itself page ${page}`,
    per_page !== query.per_page && `says per_page ${per_page}, where ${query.per_page} was asked for`,
    (info.count ?? count) !== count && `says count ${info.count}, but holds ${count} items`,
    pages !== undefined &&
      (info.total_pages ?? pages) !== pages &&
      `says total_pages ${info.total_pages}, which ${total_count} items do not fill`,
  ].filter((problem) => problem !== false)
}
