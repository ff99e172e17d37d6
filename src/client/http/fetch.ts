/** Headers of a response, as far as this client reads them. */
export interface ResponseHeaders {
  get(name: string): string | null
}

/** What a fetch is called with beside the URL. */
export interface FetchInit {
  method: string
  headers: Record<string, string>
  body?: string
  redirect: 'manual'
  signal?: AbortSignal
}

/** The part of a response that this client needs; a `Response` is one, and so is what `undici` and `node-fetch` return. */
export interface FetchResponse {
  readonly status: number
  readonly headers: ResponseHeaders
  readonly body?: unknown
  readonly url?: string
  readonly redirected?: boolean
  readonly statusText?: string
  text(): Promise<string>
}

/** A fetch as this client calls it: the runtime's own is one, and so are those of `undici` and `node-fetch`. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>
