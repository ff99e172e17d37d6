import { fill } from '../contract/fill.ts'

/** A page of the API reference. */
export interface ReferencePage {
  /** How messages call it: its file or its address. */
  name: string
  markdown: string
}

/** Why a page cannot be read or understood, after its name; docs/reports.md says what each means. */
export const pageReasons = {
  'no-file': 'there is no such file',
  folder: 'is a folder; name the files of the pages in it',
  'not-readable': 'the file may not be read',
  unreachable: 'could not be read ({reason})',
  'no-page': '{status}; is the address that of a page?',
  password: 'has a password in its address; give the page as a file, or through a pipe',
  'no-end': 'has no end after {seconds} s; --timeout gives it longer',
  'too-long': 'is longer than {size} MB, so that it is no page of the reference',
  empty: 'is empty; fetch the page again',
  html: "is HTML; Cloudflare's markdown of a page is at the same address with index.md at its end",
  json: 'is JSON, but the markdown of the reference is needed',
  'no-operation': 'no operation found: this is not the markdown of the API reference',
  'no-domain-types': "its section 'Domain Types' is missing at its end, so that the page is cut; fetch it again",
  'no-domain-type': 'the domain type {name} is missing at its end, so that the page is cut; fetch it again',
  damaged: '{what}. The page is cut or damaged, or its format is new: fetch it again',
  contradicts: '{operation}: is documented otherwise on an earlier page',
} as const

/** A reason with the values that it shows. */
export function toReason(reason: keyof typeof pageReasons, values: Record<string, string | number> = {}): string {
  return fill(pageReasons[reason], values)
}

/** A page that cannot be read or understood; the message names it, says why, and what to do. */
export class PageError extends Error {
  readonly page: string
  readonly reason: string

  constructor({ name }: Pick<ReferencePage, 'name'>, reason: string) {
    super(`${name}: ${reason}`)
    this.page = name
    this.reason = reason
  }
}
