/** A copy of a JSON value in which something else stands where a JSON pointer points; `undefined` takes it out. */
export function changed<T>(root: T, pointer: string, value: unknown): T {
  if (pointer === '') return value as T
  const copy = structuredClone(root)
  const names = pointer.split('/').slice(1)
  const last = names.pop()!
  const parent = names.reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], copy)
  if (value === undefined) delete (parent as Record<string, unknown>)[last]
  else (parent as Record<string, unknown>)[last] = value
  return copy
}
