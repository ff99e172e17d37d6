import { writeOnlyFields } from '../../generated/operations.ts'
import { redact } from '../client/http/redact.ts'
import type { Remark } from './finding.ts'
import { parseJson } from './json.ts'
import type { SentRequest } from './request.ts'

/** Characters that are shown of a received value. */
const maxShown = 120

/** The secrets that a request carries, longest first, since one may be a part of another. */
export function findSecrets({ headers, body }: SentRequest): string[] {
  const found: string[] = []
  for (const [name, value] of headers) {
    if (/auth|cookie|key|secret|token/.test(name)) found.push(value, value.replace(/^\w+ +/, ''))
  }
  const text = typeof body === 'object' ? new TextDecoder().decode(body) : ''
  if (writeOnlyFields.some((name) => text.includes(name))) collect(parseJson(text) ?? text, false, found)
  return [...new Set(found)].filter(Boolean).sort((a, b) => b.length - a.length)
}

function collect(value: unknown, isSecret: boolean, found: string[]): void {
  if (typeof value === 'object' && value !== null) {
    for (const [name, field] of Object.entries(value)) {
      collect(field, isSecret || writeOnlyFields.includes(name), found)
    }
  } else if (isSecret && value !== null && typeof value !== 'boolean') {
    // As JSON too: a response may repeat it in that form.
    found.push(String(value), JSON.stringify(value).slice(1, -1))
  }
}

/** What is said of a value without a part of it. */
const revealsNothing = /^(missing|null|a list|an object|\d+ characters|string|number|boolean|list|object)$/

/** The remark without the secrets; a long text is cut. */
export function withoutSecrets(remark: Remark, secrets: readonly string[]): Remark {
  const isSecret = writeOnlyFields.some((name) => remark.pointer.includes(`/${name}`))
  // Redacted before it is cut: half a secret is a secret.
  const received = redact(remark.received, secrets)
  return {
    ...remark,
    pointer: redact(remark.pointer, secrets),
    received:
      isSecret && !revealsNothing.test(received)
        ? '[redacted]'
        : received.length > maxShown
          ? `${received.slice(0, maxShown)}…`
          : received,
  }
}
