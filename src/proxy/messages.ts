import { fill } from '../contract/fill.ts'

/** What stands for the operation of an exchange whose path is of this API, but of no operation of the spec. */
export const unknownOperation = 'unknown operation'

/** What stands for the operation of an exchange with a path that is not of this API. */
export const otherPath = 'another path'

/** Why an exchange had no whole response, for the standard error; docs/reports.md lists them. */
export const failures = {
  timeout: '{operation}: no whole response within {seconds} s',
  connection: '{operation}: {error}',
} as const

/** One of them, of an exchange that has `timeout` milliseconds. */
export function describeFailure(failure: Error | 'timeout', timeout: number, operation = otherPath): string {
  const [template, error] = failure === 'timeout' ? [failures.timeout, ''] : [failures.connection, failure.message]
  return fill(template, { operation, seconds: timeout / 1000, error })
}
