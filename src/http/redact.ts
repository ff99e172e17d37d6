const mask = '[redacted]'

/** The text without any of the secrets. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, mask), text)
}

/** The values in a request body that must not be shown. */
export function secretsIn(body: string | undefined): string[] {
  if (!body?.includes('auth_credentials')) return []
  const found: string[] = []
  JSON.parse(body, (key, value) => {
    // The escaped form too: a server that quotes what it was sent may quote it as JSON.
    if (key === 'auth_credentials' && value && typeof value === 'string')
      found.push(value, JSON.stringify(value).slice(1, -1))
    return value
  })
  return found
}

/** The cause itself, or, where printing it would show a secret, an error that says the same without it. */
export function safeCause(cause: unknown, secrets: readonly string[]): unknown {
  if (!holds(cause, secrets, new Set())) return cause
  const { name, message } = cause instanceof Error ? cause : new Error(String(cause))
  return Object.assign(new Error(redact(message, secrets)), { name: redact(name, secrets) })
}

function holds(value: unknown, secrets: readonly string[], seen: Set<unknown>): boolean {
  if (typeof value === 'string') return secrets.some((secret) => value.includes(secret))
  if (typeof value !== 'object' || value === null || seen.has(value)) return false
  seen.add(value)
  // A Request keeps its headers, and Headers keep their entries, where no own property shows them.
  const hidden = [
    (value as { headers?: unknown }).headers,
    ...(value instanceof Headers || value instanceof Map ? value : []),
  ]
  const own = Reflect.ownKeys(value).map((key) => Object.getOwnPropertyDescriptor(value, key)?.value)
  return [...hidden, ...own].some((part) => holds(part, secrets, seen))
}
