import type { DesiredState, Plan, PlanOptions, State } from './types.ts'

export function plan(_desired: DesiredState, _state: State, _options: PlanOptions = {}): Plan {
  throw new Error('plan: not written yet')
}
