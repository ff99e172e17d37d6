import type { ClientOptions } from '../client/index.ts'
import { lifeCycle } from './life-cycle.ts'
import { readOnly } from './read-only.ts'
import type { CaseResult } from './result.ts'
import { type Case, interrupted, Run } from './run.ts'

export type { CaseResult, Violation } from './result.ts'

/** What is verified, and how. */
export interface VerifyOptions {
  /** Where the server is, which account, which token, and what else a client is made with. */
  client: ClientOptions
  /** Also creates, changes and deletes, under names of its own, and cleans up. */
  write?: boolean | undefined
  /** For a mock that answers from examples: each answer is checked, but none compared with another. */
  stateless?: boolean | undefined
  /** URL of the MCP servers that are registered; without it one that does not exist. */
  serverUrl?: string | undefined
  /** Host name of the portal that is created; without it one that does not exist. */
  portalHostname?: string | undefined
  /** Ends the run before its next request; what was created is deleted all the same. */
  signal?: AbortSignal | undefined
  /** Told of each case before it is run. */
  onProgress?: ((progress: { name: string; number: number; of: number }) => void) | undefined
}

/**
 * Runs the contract cases against a server, one after another. What it finds is in the results; it throws a `TypeError`
 * for a wrong option alone.
 */
export async function verify(options: VerifyOptions): Promise<CaseResult[]> {
  const run = new Run(options)
  const all: Case[] = [...readOnly(run), ...(options.write ? lifeCycle(run, options) : [])]
  const cases = all.filter(({ needsState }) => !(needsState && options.stateless))
  const results: CaseResult[] = []
  for (const each of cases) {
    options.onProgress?.({ name: each.name, number: results.length + 1, of: cases.length })
    if (options.signal?.aborted) run.end(interrupted)
    results.push(await run.perform(each))
  }
  return results
}
