import type { PortalServerAttachment } from '../../../generated/latest/schema.ts'
import { McpPortalsError } from '../../client/index.ts'
import type { Seen, StepName } from '../types.ts'

/**
 * Why `apply` stopped. `problems`: the plan has some, and nothing was sent. `changed`: somebody has changed the resource
 * since the plan. `different`: after the write it does not read as it was written. `aborted`: by the signal. `failed`: a call
 * failed, or a server did not get ready; the `cause` says which.
 */
export type ApplyErrorReason = 'problems' | 'changed' | 'different' | 'aborted' | 'failed'

/** What an {@link ApplyError} knows. */
export interface ApplyFailure {
  reason: ApplyErrorReason
  /** Steps that are done, or were so already. One whose write was accepted is done, even if it could not be read back. */
  done: StepName[]
  /** What may have been done, or in part: at most the step at which it stopped. */
  unknown: StepName[]
  /** What was not done. */
  notDone: StepName[]
  /** The step at which it stopped. */
  step?: StepName
  /** Fields that differ, for `changed` and `different`. */
  fields?: string[]
  /** For `changed`: the resource as the plan saw it; absent if the plan saw none. */
  seen?: Seen
  /** For `changed` and `different`: the resource as it is now; absent if it is gone. */
  found?: Seen
  /** What portals have lost by the replacement of a server, and did not get back. A new plan cannot know of it. */
  detached?: { portal: string; attachment: PortalServerAttachment }[]
}

/**
 * `apply` stopped at its first failure. Make a new plan, and apply that: it holds what is left.
 *
 * @example
 * ```ts
 * import { ApplyError, apply, plan, readState } from 'cloudflare-mcp-portals/plan'
 *
 * await apply(mcp, plan({ portals: [] }, await readState(mcp))).catch((error) => {
 *   if (error instanceof ApplyError) console.error(error.message, error.notDone)
 *   throw error
 * })
 * ```
 */
export class ApplyError extends McpPortalsError implements ApplyFailure {
  override readonly name = 'ApplyError'
  declare readonly reason: ApplyErrorReason
  declare readonly done: StepName[]
  declare readonly unknown: StepName[]
  declare readonly notDone: StepName[]
  declare readonly step?: StepName
  declare readonly fields?: string[]
  declare readonly seen?: Seen
  declare readonly found?: Seen
  declare readonly detached?: { portal: string; attachment: PortalServerAttachment }[]

  constructor(message: string, failure: ApplyFailure, options?: { cause?: unknown }) {
    super(message, undefined, options)
    Object.assign(this, failure)
  }

  // By its name, as NotReadyError does it.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return McpPortalsError[Symbol.hasInstance](value) && Object(value).name === 'ApplyError'
  }
}
