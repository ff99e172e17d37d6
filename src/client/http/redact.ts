import { writeOnlyFields } from '../../../generated/operations.ts'

/** What stands in place of a text that holds a secret, or may hold one. */
export const redacted = '[redacted]'

/** Shows a text that somebody else wrote, or `redacted` in its place. */
export type Show = (text: string) => string

const minSecret = 4
const maxText = 2_000_000

/** Headers whose values are no secrets; all others that a caller sets may be. */
const harmless = /^(accept.*|cache-control|content-(length|type)|origin|prefer|referer|user-agent)$/

/** What a call carried. */
export interface Carried {
  /** Names in lower case. */
  headers: Iterable<[string, string]> | Record<string, string>
  body?: string | undefined
  tokens?: readonly string[]
}

/** The secrets that a call carried; undefined where they are not known, because the body is not JSON. */
export function findSecrets({ headers, body, tokens = [] }: Carried): string[] | undefined {
  const found = [...tokens]
  const entries = Symbol.iterator in headers ? headers : Object.entries(headers)
  for (const [name, value] of entries as Iterable<[string, string]>) {
    if (name === 'cookie') found.push(...value.split(/;\s*/).map((cookie) => cookie.replace(/^[^=]*=/, '')))
    else if (!harmless.test(name) && value !== 'true' && value !== 'false') found.push(value)
  }
  if (!body || !writeOnlyFields.some((name) => body.includes(name))) return found
  const parsed = parseJson(body)
  if (parsed === undefined) return undefined
  collect(parsed, false, found)
  return found
}

/** Every text and number below a write-only field, and inside a text of it that is JSON itself. */
function collect(value: unknown, isSecret: boolean, found: string[]): void {
  if (typeof value === 'object' && value !== null) {
    for (const [name, field] of Object.entries(value)) collect(field, isSecret || writeOnlyFields.includes(name), found)
  } else if (isSecret && (typeof value === 'string' || typeof value === 'number')) {
    found.push(String(value))
    const inner = typeof value === 'string' && parseJson(value)
    if (typeof inner === 'object') collect(inner, true, found)
  }
}

/**
 * Makes a function that shows a text only if it holds none of the secrets in any notation: as it is, in another case, with
 * escapes of JSON, HTML or URLs, in base64 or hexadecimal. It does not look for secrets of under four characters, which
 * are parts of ordinary words. Where the secrets are not known it shows nothing.
 */
export function createShow(secrets: readonly string[] | undefined): Show {
  let forbidden: Set<string> | undefined
  return (text) => {
    if (!secrets || text.length > maxText) return redacted
    forbidden ??= new Set(secrets.flatMap(toNotations))
    const plain = normalise(text) + normalise(text.replace(/<[^>]*>/g, ''))
    for (const secret of forbidden) if (plain.includes(secret)) return redacted
    return text
  }
}

function toNotations(secret: string): string[] {
  // Without the scheme in front: `Bearer X` is X.
  return [secret, secret.replace(/^\w+ +/, '')].flatMap((text) => {
    if (normalise(text).length < minSecret) return []
    const bytes = Array.from(new TextEncoder().encode(text))
    const hexadecimal = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const notations = [text, hexadecimal, ...toBase64(bytes.map((byte) => String.fromCharCode(byte)).join(''))]
    return notations.map(normalise).filter((notation) => notation.length >= minSecret)
  })
}

/** The part of base64 that a text determines by itself, at each of the three places where it may begin. */
function toBase64(bytes: string): string[] {
  return [0, 1, 2].map((offset) =>
    btoa('.'.repeat(offset) + bytes).slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + bytes.length) * 4) / 3)),
  )
}

const escapes =
  /\\+u([\da-f]{4})|\\+u\{([\da-f]{1,6})\}|\\+x([\da-f]{2})|&#x([\da-f]{1,6});?|&#(\d{1,7});?|&(\w{2,6});|((?:%[\da-f]{2})+)|\\+[nrtfb]?/gi
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Decodes until nothing is left to decode. Case, white space and what encodings write differently make no difference then. */
function normalise(text: string): string {
  let decoded = text
  for (let before = ''; before !== decoded; ) {
    before = decoded
    decoded = decoded.replace(escapes, decode)
  }
  return decoded
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cf}+/=_"'\\-]/gu, '')
}

function decode(
  whole: string,
  ...[u, braced, x, hexadecimal, decimal, entity, percent]: (string | undefined)[]
): string {
  const digits = u ?? braced ?? x ?? hexadecimal
  if (digits ?? decimal) return toCharacter(digits ? Number.parseInt(digits, 16) : Number(decimal))
  if (entity) return entities[entity.toLowerCase()] ?? ''
  if (!percent) return ''
  try {
    return decodeURIComponent(whole)
  } catch {
    return whole.replace(/%(..)/g, (_, byte) => toCharacter(Number.parseInt(byte, 16)))
  }
}

function toCharacter(point: number): string {
  return point > 0x10ffff ? '' : String.fromCodePoint(point)
}

/** What JSON text holds; undefined where the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
