import { createShow, type Show } from './fill.ts'

/** What a report must not show: the token, and the credentials of the servers that a run creates. */
export class Secrets {
  readonly #all: string[] = []
  readonly #credentials: string[] = []
  /** Shows a text of the server, or what takes its place. */
  show: Show = (text) => text

  constructor(token: unknown) {
    if (typeof token === 'string' && token) this.#hide(token)
  }

  /** Credentials, which no response may hold. */
  addCredentials(text: string): void {
    this.#credentials.push(text)
    this.#hide(text)
  }

  /** Whether a text holds credentials, in any notation. */
  showsCredentials(text: string): boolean {
    return this.#credentials.length > 0 && createShow(this.#credentials)(text) !== text
  }

  /** A path without the secrets: an id in it comes from the server. */
  showPath(path: string): string {
    return path.split('/').map(this.show).join('/')
  }

  #hide(secret: string): void {
    this.#all.push(secret)
    this.show = createShow(this.#all)
  }
}
