import type { ClientOptions } from '../client/index.ts'
import type { Edition } from '../contract/index.ts'

/** What is verified, and how. */
export interface VerifyOptions {
  /** Where the server is, which account, which token, and what else a client is made with. */
  client: Omit<ClientOptions, 'hooks'>
  /** The edition of the spec that requests and responses are held to: `reference` without it. */
  edition?: Edition | undefined
  /** Also creates, changes and deletes, under names of its own, and cleans up. */
  write?: boolean | undefined
  /** For a mock that responds with examples: each response is checked, but none compared with another. */
  stateless?: boolean | undefined
  /** URL of the MCP servers that are registered; without it one that does not exist. */
  serverUrl?: string | undefined
  /** Host name of the portal that is created; without it one that does not exist. */
  portalHostname?: string | undefined
  /** Ends the run before its next request; what was created is deleted all the same. */
  signal?: AbortSignal | undefined
  /** Called before each case. */
  onCase?: ((progress: { name: string; number: number; of: number }) => void) | undefined
  /** Called when the clean-up has to wait for the rate limit. */
  onWait?: ((seconds: number) => void) | undefined
  /** Called with all that may exist in the account because of this run, whenever that changes: `server "contract-…"`. */
  onTracked?: ((things: string[]) => void) | undefined
  /** Time, for tests. */
  clock?: Clock | undefined
}

/** What the clean-up needs of time. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number
  sleep(milliseconds: number): Promise<void>
}
