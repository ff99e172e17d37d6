import type { ApplyOptions, ApplyResult, Plan, PlanClient } from './types.ts'

export async function apply(_mcp: PlanClient, _plan: Plan, _options: ApplyOptions = {}): Promise<ApplyResult> {
  throw new Error('apply: not written yet')
}
