import type { Plan, StepName, SyncOutcome } from '../../plan/index.ts'
import type { Display } from './display.ts'

/** What `plan` or `apply` has to say, for every reporter. Values in it are shown by the `display` alone. */
export interface PlanReport {
  command: 'plan' | 'apply'
  /** The file. */
  target: string
  account: string
  baseUrl: string
  plan: Plan
  display: Display
  /** What came of it; absent if nothing was applied. */
  outcome?: Outcome
}

export interface Outcome {
  done: StepName[]
  unchanged: StepName[]
  /** What may have been done. */
  unknown: StepName[]
  notDone: StepName[]
  syncs: SyncOutcome[]
  /** Why it stopped, and what the reader needs to know about it. */
  failure?: { message: string; details: string[] }
}

export const actions = ['create', 'update', 'replace', 'delete', 'sync'] as const

export type Action = (typeof actions)[number]

/** How many steps do what. */
export function countActions({ steps }: Plan): Record<Action, number> {
  const counts = { create: 0, update: 0, replace: 0, delete: 0, sync: 0 }
  for (const { action } of steps) counts[action]++
  return counts
}

/** The same in words, as in `1 to create, 2 to sync`. */
export function toSummary(plan: Plan): string {
  const counts = countActions(plan)
  const parts = actions.filter((action) => counts[action] > 0).map((action) => `${counts[action]} to ${action}`)
  return parts.length === 0 ? 'nothing to do' : parts.join(', ')
}

/** What `plan` has to exit with. */
export function toPlanExitCode({ steps, problems }: Plan): 0 | 1 | 2 {
  if (problems.length > 0) return 2
  return steps.length > 0 ? 1 : 0
}

/** What `apply` did not do, in words; undefined where it did everything. */
export function toLeft({ unknown, notDone, failure }: Outcome): string | undefined {
  if (!failure) return undefined
  return [`${unknown.length} unknown`, `${notDone.length} not done`].join(', ')
}
