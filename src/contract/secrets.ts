import { writeOnlyFields } from '../../generated/operations.ts'
import { redact } from '../client/http/redact.ts'
import type { Remark } from './finding.ts'
import { parsed, type SentRequest } from './request.ts'

const longest = 120

/** What a request carries that must not be shown, longest first, since one secret may be a part of another. */
export function secretsOf({ headers, body }: SentRequest): string[] {
  const found: string[] = []
  for (const [name, value] of headers) {
    if (/auth|cookie|key|secret|token/.test(name)) found.push(value, value.replace(/^\w+ +/, ''))
  }
  if (body && writeOnlyFields.some((name) => body.includes(name))) collect(parsed(body) ?? body, false, found)
  return [...new Set(found)].filter(Boolean).sort((a, b) => b.length - a.length)
}

function collect(value: unknown, isSecret: boolean, found: string[]): void {
  if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      collect(member, isSecret || writeOnlyFields.includes(name), found)
    }
  } else if (isSecret && value !== null && typeof value !== 'boolean') {
    // As JSON too: an answer that quotes it may quote it so.
    found.push(String(value), JSON.stringify(value).slice(1, -1))
  }
}

/** The remark without any of the secrets, a long text of it cut. */
export function discreet(remark: Remark, secrets: readonly string[]): Remark {
  const isSecret = writeOnlyFields.some((name) => remark.pointer.includes(`/${name}`))
  // Redacted before it is cut: half a secret is a secret.
  const received = redact(remark.received, secrets)
  return {
    ...remark,
    pointer: redact(remark.pointer, secrets),
    received:
      isSecret && received.startsWith('"')
        ? '[redacted]'
        : received.length > longest
          ? `${received.slice(0, longest)}…`
          : received,
  }
}
