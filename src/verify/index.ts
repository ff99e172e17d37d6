import { lifeCycle } from './life-cycle.ts'
import type { VerifyOptions } from './options.ts'
import { readOnly } from './read-only.ts'
import type { CaseResult } from './result.ts'
import { type Case, interrupted, Run } from './run.ts'

export type { VerifyOptions } from './options.ts'
export type { CaseResult, Violation } from './result.ts'

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
