import { setTimeout as sleep } from 'node:timers/promises'
import {
  ApiError,
  ConnectionError,
  NotFoundError,
  RateLimitError,
  ServerError,
  TimeoutError,
} from '../../client/index.ts'
import type { Clock, VerifyOptions } from '../options.ts'
import { toText } from '../run/failure.ts'
import { because, say } from '../run/messages.ts'
import type { Exchange } from '../run/result.ts'
import type { Run } from '../run/run.ts'
import { type Collection, getField, type Item, type Kind, toKind } from './compare.ts'
import { type FetchPage, walk } from './walk.ts'

/** Milliseconds that it may take in all: the rate limit of the API is one of five minutes. */
const maxTime = 600_000
const maxAttempts = 4
/** Seconds to wait where a 429 does not say how long. */
const defaultWait = 30
/** Milliseconds after which to look for what a lost create did late. */
const looks = [1_000, 3_000]

const systemClock: Clock = { now: () => performance.now(), sleep: (milliseconds) => sleep(milliseconds) }

/** Interrupted or not; the clean-up makes its own attempts. */
const once = { maxRetries: 0 }
const whateverHappened: FetchPage = async ({ mcp }, collection, query) => mcp[collection].list(query)

/** Something that this run may have created. */
interface Thing {
  collection: Collection
  id: string
  kind: Kind
  isGone: boolean
  /** Whether the latest response about it shows that it is there. */
  isThere: boolean
  /** Why it is not known to be gone, and the exchange that says so. */
  error: string
  exchange: Exchange
}

/** Deletes what a run created, whatever became of the run, and nothing else. */
export class CleanUp {
  readonly #run: Run
  /** In every id and name that this run sends, and in no others. */
  readonly #prefix: string
  readonly #clock: Clock
  readonly #options: VerifyOptions
  readonly #things: Thing[] = []
  /** Whether a create had no clear end: what it asked for may appear late. */
  #isUncertain = false
  /** Whether the server did not respond for as long as it was tried. */
  #isLost = false
  #deadline = 0

  constructor(run: Run, prefix: string, options: VerifyOptions) {
    this.#run = run
    this.#prefix = prefix
    this.#clock = options.clock ?? systemClock
    this.#options = options
  }

  /** Creates something, to be deleted later whatever the response is: it may never come, or not be true. */
  async creating<T extends Item>(collection: Collection, id: string, create: () => Promise<T>): Promise<T> {
    this.#run.mustGoOn()
    this.#track(collection, id)
    try {
      const created = await this.#run.call(create)
      if (created.id !== id) await this.#trackIfOurs(collection, created.id)
      return created
    } catch (error) {
      if (!(error instanceof ApiError) || error.outcome !== 'rejected') this.#isUncertain = true
      throw error
    }
  }

  /** Deletes all of it, looks whether that was all, and reports what is left. */
  async finish(): Promise<void> {
    if (this.#things.length === 0) this.#run.skip(because('nothing-created', {}))
    this.#deadline = this.#clock.now() + maxTime
    this.#run.isChecking = false
    await this.#deleteAll()
    if (!this.#run.isStateless) await this.#deleteWhatIsListed()
    for (const { kind, id, isGone, isThere, error, exchange } of this.#things) {
      const message = say(isThere ? 'left-behind' : 'not-confirmed', { kind, id, error })
      if (!isGone) this.#run.report('left', { ...message, exchange })
    }
  }

  /** A server may give ids of its own, or carry out late what it refused or never responded to. */
  async #deleteWhatIsListed(): Promise<void> {
    for (const wait of [0, ...(this.#isUncertain ? looks : [])]) {
      await this.#clock.sleep(wait)
      try {
        for (const collection of ['portals', 'servers'] as const) await this.#findListed(collection)
      } catch (error) {
        if (this.#isUncertain) this.#run.report('left', say('not-looked-for', { error: toText(error) }))
        return
      }
      await this.#deleteAll()
    }
  }

  async #findListed(collection: Collection): Promise<void> {
    const { items } = await walk(this.#run, collection, { per_page: 100 }, whateverHappened)
    for (const item of items) if (this.#isOurs(item)) await this.#trackIfOurs(collection, item.id)
  }

  /** Portals first: a server may be refused to go while one holds it. */
  async #deleteAll(): Promise<void> {
    for (const collection of ['portals', 'servers'] as const) {
      for (const thing of this.#things) if (thing.collection === collection && !thing.isGone) await this.#delete(thing)
    }
    this.#tell()
  }

  async #delete(thing: Thing): Promise<void> {
    const { collection, id } = thing
    const attempts = this.#isLost ? 1 : maxAttempts
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const refusal = await this.#run.mcp[collection].delete(id, once).then(
        () => undefined,
        (error: unknown) => error,
      )
      const problem = this.#run.isStateless ? refusal : await this.#findProblem(thing, refusal)
      if (problem === undefined) {
        thing.isGone = true
        return
      }
      thing.error = toText(problem)
      thing.exchange = this.#run.latest
      const seconds = toWait(problem, attempt)
      this.#isLost = attempt === attempts && isLoss(problem)
      if (attempt === attempts || this.#clock.now() + seconds * 1000 > this.#deadline) return
      if (seconds > 10) this.#options.onWait?.(seconds)
      await this.#clock.sleep(seconds * 1000)
    }
  }

  /** Whatever the response to a delete was: only what cannot be read any more is gone. */
  async #findProblem(thing: Thing, refusal: unknown): Promise<unknown> {
    thing.isThere = false
    try {
      await this.#run.mcp[thing.collection].read(thing.id, once)
      thing.isThere = true
      return refusal ?? new Error('it can still be read')
    } catch (error) {
      return error instanceof NotFoundError ? undefined : error
    }
  }

  /** What a server calls by another id may be someone else's: it has to say itself that it is of this run. */
  async #trackIfOurs(collection: Collection, id: string): Promise<void> {
    if (id.startsWith(this.#prefix)) return this.#track(collection, id)
    if (this.#run.idsBefore.has(id)) return
    const item = await this.#run.mcp[collection].read(id).catch(() => undefined)
    if (item?.id === id && this.#isOurs(item)) this.#track(collection, id)
  }

  #isOurs(item: Item): boolean {
    return ['id', 'name', 'hostname'].some((field) => String(getField(item, field)).includes(this.#prefix))
  }

  #track(collection: Collection, id: string): void {
    if (this.#things.some((thing) => thing.collection === collection && thing.id === id && !thing.isGone)) return
    const known = this.#things.find((thing) => thing.collection === collection && thing.id === id)
    if (known) known.isGone = false
    else
      this.#things.push({
        collection,
        id,
        kind: toKind(collection),
        isGone: false,
        isThere: false,
        error: '',
        exchange: {},
      })
    this.#tell()
  }

  #tell(): void {
    const left = this.#things.filter(({ isGone }) => !isGone)
    this.#options.onTracked?.(left.map(({ kind, id }) => `${kind} ${JSON.stringify(id)}`))
  }
}

/** Seconds to wait before the next attempt. */
function toWait(problem: unknown, attempt: number): number {
  if (problem instanceof RateLimitError) return problem.retryAfter ?? defaultWait
  return isLoss(problem) || problem instanceof ServerError ? 2 ** (attempt - 1) : 0.2 * attempt
}

const isLoss = (problem: unknown): boolean => problem instanceof ConnectionError || problem instanceof TimeoutError
