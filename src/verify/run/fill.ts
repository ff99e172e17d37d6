import { redact } from '../../client/http/redact.ts'
import { type Message, messages } from './messages.ts'

const maxShown = 160
const maxKept = 2_000

/** Texts of a server may repeat what it was sent. */
export type Secrets = readonly string[]

/** A message with its values; none of them shows a secret. */
export function fill({ code, values }: Message, secrets: Secrets): string {
  return messages[code].replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form: string | undefined) =>
    show(values[name], form, secrets),
  )
}

function show(value: unknown, form: string | undefined, secrets: Secrets): string {
  if (form === 'text') return redact(String(value), secrets)
  // A name that is none, of a field for instance, is the server's text too.
  if (form === 'word' && /^[\w .,/+-]{1,80}$/.test(String(value))) return redact(String(value), secrets)
  if (value === undefined) return 'absent'
  return cut(redact(JSON.stringify(value), secrets), maxShown)
}

/** A value for programs; one that shows a secret, or that is very long, is its text without them. */
export function keep(value: unknown, secrets: Secrets): unknown {
  const json = JSON.stringify(value)
  if (json === undefined) return undefined
  const clean = redact(json, secrets)
  return clean === json && json.length <= maxKept ? value : cut(clean, maxKept)
}

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text)
