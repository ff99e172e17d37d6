import { inspect } from 'node:util'

const everything = {
  depth: Infinity,
  showHidden: true,
  getters: true,
  maxStringLength: Infinity,
  maxArrayLength: Infinity,
}

/** Everything that anyone could print of a value, as one text: each way to show it, and each part that it leads to. */
export function exposed(value: unknown): string {
  const parts = [...reachable(value)].flatMap((part) => [
    attempt(() => String(part)),
    attempt(() => JSON.stringify(part)),
  ])
  return [inspect(value), inspect(value, everything), ...parts].join('\n')
}

/** The value, and whatever its properties lead to: symbols, getters and what is not enumerable included. */
function reachable(value: unknown): Set<unknown> {
  const found = new Set([value])
  // It grows while it is walked.
  for (const part of found) {
    if (part === null || (typeof part !== 'object' && typeof part !== 'function')) continue
    for (const key of [...Reflect.ownKeys(part), 'name', 'message', 'stack', 'cause', 'headers', 'url']) {
      found.add(key)
      found.add(attempt(() => Reflect.get(part, key)))
    }
    if (part instanceof Map || part instanceof Set || part instanceof Headers)
      for (const entry of part) found.add(entry)
  }
  return found
}

function attempt<T>(get: () => T): T | undefined {
  try {
    return get()
  } catch {
    return undefined
  }
}
