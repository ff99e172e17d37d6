import type { Exchange } from './exchange.ts'

const mostParts = 10_000

/** The text without any of the secrets. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => clean.replaceAll(secret, '[redacted]'), text)
}

/** What a call carried that must not be shown, longest first, since one secret may be a part of another. */
export function secretsOf({ headers, tokens, body }: Exchange): string[] {
  const found = [...tokens]
  for (const [name, value] of headers) {
    if (/auth|cookie|key|secret|token/.test(name)) found.push(value, value.replace(/^\w+ /, ''))
  }
  if (body?.includes('auth_credentials')) found.push(...credentialsIn(body))
  return found.filter(Boolean).sort((a, b) => b.length - a.length)
}

function credentialsIn(body: string): string[] {
  const found: string[] = []
  try {
    JSON.parse(body, (key, value) => {
      // The escaped forms too: a server that quotes what it was sent may quote it as JSON, in JSON.
      if (key === 'auth_credentials' && typeof value === 'string') {
        const once = escaped(value)
        found.push(value, once, escaped(once))
      }
      return value
    })
  } catch {} // Written by a serializer of the user's own.
  return found
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** The cause itself, or, where printing it would show a secret, an error that says the same without it. */
export function safeCause(cause: unknown, secrets: readonly string[]): unknown {
  if (!shows(cause, secrets)) return cause
  const { name } = cause instanceof Error ? cause : new Error()
  return Object.assign(new Error(redact(textOf(cause), secrets)), { name: redact(name, secrets) })
}

/** What a thrown value says, whatever it is. */
export function textOf(thrown: unknown): string {
  const { code, message } = Object(thrown)
  return [code, message, thrown].find((text) => text && typeof text === 'string') ?? typeof thrown
}

function shows(cause: unknown, secrets: readonly string[]): boolean {
  const reachable = new Set([cause])
  try {
    // It grows while it is walked.
    for (const part of reachable) {
      if (secrets.some((secret) => typeof part === 'string' && part.includes(secret))) return true
      if (Object(part) !== part) continue
      // Nobody can vouch for a cause that leads to half of the program.
      if (reachable.size > mostParts) return true
      for (const inner of partsOf(part as object)) reachable.add(inner)
    }
  } catch {
    return true
  }
  return false
}

function partsOf(whole: object): unknown[] {
  // An error keeps its stack, a Request its headers, and Headers or a Map their entries, where no own property shows them.
  const { headers, message, stack, entries } = whole as Record<string, unknown>
  const hidden = typeof entries === 'function' && !Array.isArray(whole) ? [...entries.call(whole)] : []
  const own = Reflect.ownKeys(whole).flatMap((key) => [key, Object.getOwnPropertyDescriptor(whole, key)?.value])
  return [headers, message, stack, ...hidden, ...own]
}
