import { createShow } from '../../client/http/redact.ts'

/**
 * Text of others on a line of a terminal or a log: control characters, line breaks, marks that turn the direction of
 * text and what XML cannot hold are written as escapes, and so are the marks that a CI runner takes for a command: `##`
 * anywhere in a line (`##[…]`, `##vso[…]`, `##teamcity[…]`), and `::` at its beginning, before which GitHub skips space.
 */
export function visible(text: string): string {
  return text
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
    .replaceAll('##', '#\\u{23}')
    .replace(/^(\s*):(?=:)/, '$1\\u{3a}')
}

/** What the user wrote, in quotation marks; the token of the environment is never repeated. */
export function quoted(argument: string): string {
  return `'${visible(createShow([process.env.CLOUDFLARE_API_TOKEN ?? ''])(argument))}'`
}
