import type { Standard } from '../contract/edition.ts'
import type { Found } from './results.ts'

export interface ProxyOptions {
  /** Base URL of the server behind the proxy. */
  upstream: string
  /** A free port without it. */
  port?: number | undefined
  /** Whether a request that breaks the spec is refused with 400, and not sent. */
  refuse?: boolean | undefined
  /** What exchanges are held to. */
  standard: Standard
  /** Milliseconds for one exchange. */
  timeout: number
  /** Called with each difference that no exchange before has shown. */
  onFound?: ((found: Found) => void) | undefined
  /** Called when an exchange has no whole response, for another reason than that its client has gone. */
  onFailure?: ((message: string) => void) | undefined
}
