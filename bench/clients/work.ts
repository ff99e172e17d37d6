/** What every client is made of, and the work that is the same for all of them: read, list, create. */
export interface Connection {
  baseUrl: string
  accountId: string
  token: string
  fetch: typeof fetch
}

export interface NewPortal {
  id: string
  name: string
  hostname: string
}

export interface Portal extends NewPortal {
  description?: string
}

export interface Envelope<Result> {
  success: boolean
  result: Result
  result_info?: { total_pages?: number }
}

export const pageSize = 100

/** For the clients that know nothing of pages. */
export async function* everyPage<Item>(fetchPage: (page: number) => Promise<Envelope<Item[]>>): AsyncGenerator<Item> {
  for (let page = 1; ; page++) {
    const { result, result_info } = await fetchPage(page)
    yield* result
    if (page >= (result_info?.total_pages ?? 0)) return
  }
}
