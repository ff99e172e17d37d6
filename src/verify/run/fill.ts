import type { Show } from '../../client/http/redact.ts'
import { type Message, messages } from './messages.ts'
import type { Secrets } from './secrets.ts'

const maxShown = 160
const maxKept = 2_000

/** A message with its values; none of them shows a secret. */
export function fill({ code, values }: Message, secrets: Pick<Secrets, 'show' | 'showMessage'>): string {
  return messages[code].replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, form: string | undefined) =>
    toText(values[name], form, secrets),
  )
}

function toText(value: unknown, form: string | undefined, secrets: Pick<Secrets, 'show' | 'showMessage'>): string {
  const { show, showMessage } = secrets
  if (form === 'word') return String(value)
  if (form === 'text') return showMessage(String(value))
  if (form === 'name' && /^[\w .,;=/+-]{1,80}$/.test(String(value))) return show(String(value))
  if (value === undefined) return 'absent'
  return cut(show(JSON.stringify(value)), maxShown)
}

/** A value for programs; one that shows a secret, or that is very long, is its text without them. */
export function keep(value: unknown, show: Show): unknown {
  const json = JSON.stringify(value)
  if (json === undefined) return undefined
  const clean = show(json)
  return clean === json && json.length <= maxKept ? value : cut(clean, maxKept)
}

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text)
