/** Fails unless both are the same as JSON, in whatever order their fields stand. */
export function equal(actual: unknown, expected: unknown, what = 'the value'): void {
  const [is, shouldBe] = [sorted(actual), sorted(expected)]
  if (is !== shouldBe) throw new Error(`${what} should be ${shouldBe}, but it is ${is}`)
}

export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what)
}

/** What a promise rejects with. */
export async function rejection(promise: PromiseLike<unknown>): Promise<unknown> {
  const [failed, reason] = await promise.then(
    (value) => [false, value] as const,
    (error) => [true, error] as const,
  )
  if (!failed) throw new Error(`it should reject, but it resolves to ${sorted(reason)}`)
  return reason
}

/** What a promise rejects with, if it is of exactly this class. */
export async function rejectionOf<T extends Error>(
  kind: new (...args: never[]) => T,
  promise: PromiseLike<unknown>,
): Promise<T> {
  const error = await rejection(promise)
  ok(error instanceof kind, `it should reject with ${kind.prototype.name}, but it rejects with ${String(error)}`)
  ok(error.constructor === kind, `${error.name} should be ${kind.prototype.name} itself, not a subclass of it`)
  equal(error.name, kind.prototype.name, 'the name of the error')
  return error
}

function sorted(value: unknown): string {
  const text = JSON.stringify(value, (_, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
  return text ?? String(value)
}
