import { latestOperations, operations } from '../../../generated/operations.ts'
import { createShow, type Show } from '../../client/http/redact.ts'

const ours = new Set(Object.values({ ...operations, ...latestOperations }).flatMap(({ path }) => path.split('/')))

const window = 1_000_000
const overlap = 10_000

/** What a report must not show: the token, and the credentials of the servers that a run creates. */
export class Secrets {
  readonly #tokens: string[] = []
  readonly #credentials: string[] = []
  /** Shows a value of the server, or what takes its place. */
  show: Show
  /** Shows a message of the client, which knows the token by itself, but not what an earlier call has sent. */
  showMessage: Show

  constructor(token: unknown) {
    if (typeof token === 'string' && token) this.#tokens.push(token)
    this.show = createShow(this.#tokens)
    this.showMessage = createShow([])
  }

  /** Credentials, which no response may hold. */
  addCredentials(text: string): void {
    this.#credentials.push(text)
    this.show = createShow([...this.#tokens, ...this.#credentials])
    this.showMessage = createShow(this.#credentials)
  }

  /** Whether a text holds credentials, in any notation. */
  hasCredentials(text: string): boolean {
    if (this.#credentials.length === 0) return false
    // Of a text that is too long to be looked through nothing is shown, which says nothing about it.
    for (let start = 0; start < text.length; start += window - overlap) {
      const part = text.slice(start, start + window)
      if (this.showMessage(part) !== part) return true
    }
    return false
  }

  /** A path without the secrets: an id in it comes from the server. */
  showPath(path: string): string {
    const segments = path.split('/')
    return segments.map((segment) => (ours.has(segment) ? segment : this.show(segment))).join('/')
  }
}
