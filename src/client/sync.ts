import type { McpServer, McpServerErrorDetails } from '../../generated/schema.ts'
import { McpPortalsError } from './errors.ts'
import { onAbort, systemClock } from './http/clock.ts'
import { type CallOptions, checkDuration, checkObject, checkSignal } from './options.ts'

/** Options of `syncUntilReady`. */
export interface SyncOptions {
  /** Milliseconds for everything, requests and waits. 60,000 without it. */
  timeout?: number | undefined
  /** Milliseconds between two looks at the server. 2,000 without it. */
  interval?: number | undefined
  /** Ends the wait, which then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}

/** Why a server did not become ready, and what a person has to do about it. */
export type NotReadyReason = keyof typeof advice

const advice = {
  error: 'its sync failed, and will fail again: see error_details',
  login: 'it waits for its first login: authorize it in the dashboard',
  stale: 'its authorization has expired: authorize it again in the dashboard',
  manual: 'its OAuth client was registered by hand: a sync of it does nothing, each user logs in alone',
  timeout: 'it was not ready in time',
}

/** The fields of a server that are null in the latest edition, and never in the reference. */
type Nullable = 'description' | 'prompts' | 'tools' | 'updated_prompts' | 'updated_tools'

/** A server of either edition. */
export type AnyServer = Omit<McpServer, Nullable> & {
  [Name in keyof Pick<McpServer, Nullable>]: McpServer[Name] | null
} & { authentication_status?: string }

/** A client of either edition. */
export interface SyncClient<Server extends AnyServer> {
  readonly servers: {
    sync(id: string, options?: CallOptions): Promise<unknown>
    read(id: string, options?: CallOptions): Promise<Server>
  }
}

/** A server that did not become ready. */
export class NotReadyError extends McpPortalsError {
  override readonly name = 'NotReadyError'
  readonly reason: NotReadyReason
  /** The server as it was last read; undefined if it was not. */
  readonly server: AnyServer | undefined
  /** What the API says of the failed sync. */
  readonly error_details: McpServerErrorDetails | undefined

  constructor(id: string, reason: NotReadyReason, server?: AnyServer) {
    super(`server ${JSON.stringify(id)} is not ready: ${advice[reason]}`)
    this.reason = reason
    this.server = server
    this.error_details = server?.error_details
  }

  // By its name, and not by a brand on the prototype, so that a program which does not use it does not bundle it.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return McpPortalsError[Symbol.hasInstance](value) && Object(value).name === 'NotReadyError'
  }
}

/**
 * Syncs a server, then reads it until it is ready, and returns it as it is then. An error that the API calls retryable is
 * followed by another sync.
 *
 * @throws {NotReadyError} when the server needs a person, its sync fails for good, or the time is over. No wait begins that
 * would end after the timeout.
 * @throws {McpPortalsError} when a call fails.
 * @throws {TypeError} when an option is wrong.
 * @example
 * ```ts
 * import { syncUntilReady } from 'cloudflare-mcp-portals'
 *
 * const { tools } = await syncUntilReady(mcp, 'docs', { timeout: 30_000 })
 * ```
 */
export async function syncUntilReady<Server extends AnyServer>(
  mcp: SyncClient<Server>,
  id: string,
  options: SyncOptions = {},
): Promise<Server> {
  checkObject('options', options)
  const { timeout = 60_000, interval = 2_000, signal } = options
  checkDuration('timeout', timeout)
  checkDuration('interval', interval)
  checkSignal(signal)
  signal?.throwIfAborted()
  const controller = new AbortController()
  const aborting = { signal: controller.signal }
  let server: Server | undefined
  const expire = () => controller.abort(new NotReadyError(id, 'timeout', server))
  const timer = timeout === Infinity ? undefined : setTimeout(expire, timeout)
  const end = Date.now() + timeout
  const forget = onAbort(signal, (reason) => controller.abort(reason))
  try {
    for (let syncs = true; ; ) {
      if (syncs) await mcp.servers.sync(id, aborting)
      server = await mcp.servers.read(id, aborting)
      const state = toState(server)
      if (state === 'ready') return server
      if (state !== 'waiting' && state !== 'retryable') throw new NotReadyError(id, state, server)
      if (Date.now() + interval > end) throw new NotReadyError(id, 'timeout', server)
      syncs = state === 'retryable'
      await systemClock.sleep(interval, controller.signal)
    }
  } finally {
    clearTimeout(timer)
    forget()
  }
}

function toState({ status, tools, error_details, authentication_status }: AnyServer) {
  if (authentication_status === 'manual') return 'manual'
  if (authentication_status === 'stale' || status === 'stale') return 'stale'
  if (authentication_status === 'required' || (status === 'waiting' && tools === null)) return 'login'
  if (status === 'ready') return 'ready'
  if (status !== 'error') return 'waiting'
  return error_details?.retryable ? 'retryable' : 'error'
}
