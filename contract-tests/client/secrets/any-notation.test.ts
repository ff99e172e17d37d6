/** Whatever a credential is, and however a server writes it, no error shows it. */
import { inspect } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ApiError, createClient } from '../../../src/client/index.ts'
import { apiToken, rejection } from '../setup.ts'

type Write = (text: string) => string

const perCharacter =
  (write: (point: number) => string): Write =>
  (text) =>
    Array.from(text, (character) => write(character.codePointAt(0) ?? 0)).join('')
const hexadecimal = (point: number, digits: number) => point.toString(16).padStart(digits, '0')

/** How a text is written as another one. */
const encodings: Record<string, Write> = {
  plain: (text) => text,
  'upper case': (text) => text.toUpperCase(),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 of user and secret': (text) => Buffer.from(`me:${text}`).toString('base64'),
  'base64 for URLs': (text) => Buffer.from(`?${text}`).toString('base64url'),
}

/** How any text is escaped, also twice. */
const escapes: Record<string, Write> = {
  none: (text) => text,
  JSON: perCharacter((point) => `\\u${hexadecimal(point, 4)}`),
  'JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(1, -1),
  'JSON with slashes': (text) => text.replaceAll('/', '\\/'),
  HTML: perCharacter((point) => `&#${point};`),
  'HTML, hexadecimal': perCharacter((point) => `&#x${hexadecimal(point, 2)};`),
  URL: perCharacter((point) => `%${hexadecimal(point, 2)}`),
  'URL, twice': perCharacter((point) => `%25${hexadecimal(point, 2)}`),
}

const anySecret = fc
  .stringMatching(/^[A-Za-z0-9!@#$^*()<>?:;,.|~/ -]{8,40}$/)
  .filter((text) => text.replace(/[^A-Za-z0-9]/g, '').length >= 6)

const combined = Object.keys(encodings).flatMap((encoding) =>
  Object.keys(escapes).map((escaping) => [encoding, escaping] as const),
)

test.each(combined)('a credential as %s, escaped as %s, is in no error', async (encoding, escaping) => {
  await fc.assert(
    fc.asyncProperty(anySecret, fc.boolean(), async (secret, isNested) => {
      const written = escapes[escaping]!(encodings[encoding]!(secret))
      const message = `the value ${written} is refused`
      const body = { success: false, errors: [{ code: 7001, message, path: ['body', 'auth_credentials'] }] }
      const fetch = async () => new Response(JSON.stringify(body), { status: 400 })
      const mcp = createClient({ baseUrl: 'https://api.example.com', accountId: 'a', apiToken, fetch })
      const auth_credentials = isNested ? JSON.stringify({ headers: { 'X-Key': secret } }) : secret
      const error = (await rejection(mcp.servers.update('docs', { auth_credentials }))) as ApiError
      const shown = `${inspect(error)} ${JSON.stringify(error)}`
      expect(shown).not.toContain(written)
      expect(shown).not.toContain(secret)
      // What is wrong is said all the same.
      expect(error.errors).toMatchObject([{ code: 7001, path: ['body', 'auth_credentials'] }])
    }),
    { numRuns: 25 },
  )
})
