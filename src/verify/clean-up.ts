import { ApiError, NotFoundError } from '../client/index.ts'
import type { Run } from './run.ts'
import type { Collection } from './walk.ts'

/** Deletes what a run created, whatever became of the run. */
export class CleanUp {
  readonly #run: Run
  readonly #ids = { portals: new Set<string>(), servers: new Set<string>() }

  constructor(run: Run) {
    this.#run = run
  }

  /** Creates something, to be deleted later unless the API says that it was not created. */
  async creating<T>(collection: Collection, id: string, create: () => Promise<T>): Promise<T> {
    const isNew = !this.#ids[collection].has(id)
    // Before the request is sent: its answer may never come.
    this.#ids[collection].add(id)
    return this.#run.call(create).catch((error) => {
      if (isNew && error instanceof ApiError && error.outcome === 'rejected') this.#ids[collection].delete(id)
      throw error
    })
  }

  /** Deletes all of it, and names what is left. */
  async finish(): Promise<void> {
    for (const collection of ['portals', 'servers'] as const) {
      for (const id of this.#ids[collection]) {
        const why = await this.#delete(collection, id)
        if (why) this.#run.fail(`left behind: '${id}' of the ${collection} (${why})`)
      }
    }
  }

  /** Why it could not be deleted; undefined where it is gone. */
  async #delete(collection: Collection, id: string): Promise<string | undefined> {
    const { mcp, isStateless } = this.#run
    const refusal = await mcp[collection].delete(id).then(() => undefined, messageOf)
    if (isStateless) return refusal
    // Whatever the answer was: only what cannot be read any more is gone.
    const reading = await mcp[collection].read(id).then(
      () => 'it can still be read',
      (error) => (error instanceof NotFoundError ? undefined : messageOf(error)),
    )
    return reading && (refusal ?? reading)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
