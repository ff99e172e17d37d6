import { lifeCycle } from './cases/life-cycle.ts'
import { readOnly } from './cases/read-only.ts'
import type { VerifyOptions } from './options.ts'
import { because } from './run/messages.ts'
import type { Verification } from './run/result.ts'
import { type Case, Run } from './run/run.ts'

export type { VerifyOptions } from './options.ts'
export { fromContract } from './run/from-contract.ts'
export type { CaseResult, Finding, FindingKind, Verification } from './run/result.ts'

/**
 * Runs the contract cases against a server, one after another. What it finds is in the results; it throws a `TypeError`
 * for a wrong option alone.
 */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const run = new Run(options)
  const all: Case[] = [...readOnly(run), ...(options.write ? lifeCycle(run, options) : [])]
  const cases = all.filter(({ needsState }) => !(needsState && options.stateless))
  const results = []
  for (const each of cases) {
    options.onCase?.({ name: each.name, number: results.length + 1, of: cases.length })
    if (options.signal?.aborted) run.end(because('interrupted', {}))
    results.push(await run.perform(each))
  }
  return { cases: results, hints: [...run.hints] }
}
