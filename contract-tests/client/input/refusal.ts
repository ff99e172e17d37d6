import { vi } from 'vitest'
import { type ClientOptions, createClient } from '../../../src/client/index.ts'
import { accountId, apiToken } from '../setup.ts'

/** Hides these variables from the client until `vi.unstubAllEnvs()`: what the machine has set is no part of a test. */
export function without(...names: string[]): void {
  for (const name of names) vi.stubEnv(name, undefined)
}

/** What creating a client with these options throws. */
export function refusal(options: object): Error {
  without('CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_BASE_URL')
  try {
    createClient({ accountId, apiToken, ...options } as ClientOptions)
  } catch (error) {
    return error as Error
  }
  throw new Error('the options were accepted')
}
