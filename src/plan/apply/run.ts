import { McpPortalsError, NotFoundError } from '../../client/index.ts'
import { toSeenPortal, toSeenServer } from '../fields.ts'
import type { ApplyOptions, Plan, PlanClient, Resource, Seen } from '../types.ts'

/** One run of `apply`. */
export interface Run {
  mcp: PlanClient
  plan: Plan
  options: ApplyOptions
}

/** Whether what a step is for has happened: `unknown` if it may have, or in part. */
export interface Progress {
  state: 'none' | 'unknown' | 'done'
}

/** Sends something that changes the account; with `isPart`, the step is not done by it alone. */
export async function send<Result>(progress: Progress, call: () => Promise<Result>, isPart = false): Promise<Result> {
  const before = progress.state
  progress.state = 'unknown'
  try {
    const result = await call()
    progress.state = isPart ? 'unknown' : 'done'
    return result
  } catch (error) {
    const isRejected = error instanceof McpPortalsError ? error.outcome === 'rejected' : error instanceof TypeError
    if (isRejected) progress.state = before
    throw error
  }
}

/** A resource as it is now; undefined if there is none. */
export async function readSeen({ mcp, options }: Run, { resource, id }: Resource): Promise<Seen | undefined> {
  const { signal } = options
  try {
    return resource === 'server'
      ? toSeenServer(await mcp.servers.read(id, { signal }))
      : toSeenPortal(await mcp.portals.read(id, { signal }))
  } catch (error) {
    if (error instanceof NotFoundError) return undefined
    throw error
  }
}
