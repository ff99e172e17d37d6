import type { ApplyErrorReason, ApplyFailure } from './error.ts'

/** Ends a step: what `apply` makes an error of, once it knows what was done before. */
export class Stop extends Error {
  readonly reason: ApplyErrorReason
  readonly facts: Pick<ApplyFailure, 'fields' | 'seen' | 'found'>

  constructor(reason: ApplyErrorReason, message: string, facts: Stop['facts']) {
    super(message)
    this.reason = reason
    this.facts = facts
  }
}
