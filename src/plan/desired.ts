import type { DesiredState, State } from './types.ts'

export function toDesired(_state: State): Required<DesiredState> {
  throw new Error('toDesired: not written yet')
}
