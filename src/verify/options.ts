import type { ClientOptions } from '../client/index.ts'

/** What is verified, and how. */
export interface VerifyOptions {
  /** Where the server is, which account, which token, and what else a client is made with. */
  client: ClientOptions
  /** Also creates, changes and deletes, under names of its own, and cleans up. */
  write?: boolean | undefined
  /** For a mock that answers from examples: each answer is checked, but none compared with another. */
  stateless?: boolean | undefined
  /** URL of the MCP servers that are registered; without it one that does not exist. */
  serverUrl?: string | undefined
  /** Host name of the portal that is created; without it one that does not exist. */
  portalHostname?: string | undefined
  /** Ends the run before its next request; what was created is deleted all the same. */
  signal?: AbortSignal | undefined
  /** Told of each case before it is run. */
  onProgress?: ((progress: { name: string; number: number; of: number }) => void) | undefined
}
