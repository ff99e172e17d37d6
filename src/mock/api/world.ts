import { defaultGuesses, type Guesses, type MockOptions, type Upstream } from '../options.ts'

/** The two forms in which the API writes a time. */
export interface Clock {
  /** `YYYY-MM-DD hh:mm:ss`, as in created_at and last_synced. */
  second(): string
  /** RFC 3339 with milliseconds, as in modified_at after an update; each later than the one before. */
  millisecond(): string
}

export function createClock(now: () => Date): Clock {
  let last = 0
  return {
    second: () => now().toISOString().slice(0, 19).replace('T', ' '),
    millisecond: () => {
      last = Math.max(now().getTime(), last + 1)
      return new Date(last).toISOString()
    },
  }
}

/** What is the same for all accounts and requests of one mock. */
export interface World {
  now(): Date
  clock: Clock
  author: string
  strict: boolean
  totalPages: boolean
  unset: 'absent' | 'null'
  guesses: Guesses
  upstream(url: string): Upstream
}

const defaultUpstream: Upstream = {
  tools: [
    { name: 'search', description: 'Search', inputSchema: { type: 'object' } },
    { name: 'fetch', description: 'Fetch', inputSchema: { type: 'object' } },
  ],
}

/** The world that the options of a mock describe. */
export function createWorld(options: MockOptions): World {
  const { clock = () => new Date(), author = 'mock@example.com', upstream = {} } = options
  return {
    now: clock,
    clock: createClock(clock),
    author,
    strict: options.strict ?? false,
    totalPages: options.totalPages ?? false,
    unset: options.unset ?? 'absent',
    guesses: { ...defaultGuesses, ...options.guesses },
    // Read at each sync, so that a test can change what is upstream.
    upstream: (url) => (Object.hasOwn(upstream, url) ? upstream[url] : undefined) ?? defaultUpstream,
  }
}

/** What a create adds. */
export function stampCreated({ clock, author }: World) {
  const now = clock.second()
  return { created_at: now, created_by: author, modified_at: now, modified_by: author }
}

/** What an update changes, even one that changes nothing else. */
export function stampModified({ clock, author }: World) {
  return { modified_at: clock.millisecond(), modified_by: author }
}
