/**
 * One call on its way through the layers. openapi-fetch makes it in place of a `Request`, which costs more than the rest
 * of a call, and which would have to be cloned for each repetition.
 */
export class Exchange {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: string | undefined
  readonly signal: AbortSignal | undefined
  /** Milliseconds for one try. */
  readonly timeout: number
  readonly maxRetries: number
  /** Requests sent so far. */
  attempts = 0
  /** What the token's function gave, try by try. */
  readonly tokens: string[] = []

  constructor(url: string, init: ExchangeInit) {
    this.url = url
    this.method = init.method
    this.headers = init.headers
    this.body = init.body
    this.signal = init.signal ?? undefined
    this.timeout = init.timeout
    this.maxRetries = init.maxRetries
  }
}

export interface ExchangeInit {
  method: string
  headers: Headers
  body?: string | undefined
  signal?: AbortSignal | null | undefined
  timeout: number
  maxRetries: number
}

/**
 * What came back, its body read. It is as much of a `Response` as openapi-fetch looks at: a second `Response` around a
 * body that was read already would cost as much as a whole call.
 */
export class Reply {
  readonly exchange: Exchange
  readonly status: number
  readonly statusText: string
  readonly ok: boolean
  readonly headers: Headers
  readonly body: string

  constructor(exchange: Exchange, { status, statusText, ok, headers }: Response, body: string) {
    this.exchange = exchange
    this.status = status
    this.statusText = statusText
    this.ok = ok
    this.headers = headers
    this.body = body
  }

  text(): Promise<string> {
    return Promise.resolve(this.body)
  }
}

/** A fetch as the layers need it; the runtime's own is one. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>
