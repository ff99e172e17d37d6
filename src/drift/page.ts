/** A page of the API reference. */
export interface ReferencePage {
  /** How messages call it: its file or its address. */
  name: string
  markdown: string
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
