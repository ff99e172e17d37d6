import { serverUrl } from '../../../generated/operations.ts'
import { createClient } from '../../client/index.ts'
import type { Edition } from '../../contract/index.ts'
import { UsageError } from './errors.ts'
import { oneOf, type Values } from './parse.ts'
import { quoted } from './visible.ts'

/** `--timeout`, the same for every command that waits for someone. */
export const timeoutOption = (seconds: number) =>
  ({
    timeout: {
      type: 'string',
      value: 'SECONDS',
      help: `how long to wait for one response, its body included (${seconds})`,
    },
  }) as const

const apiTimeout = 30

/** Where the API is and which account is meant, the same for every command that calls it. */
export const apiOptions = {
  'base-url': { type: 'string', value: 'URL', help: `where the API is (CLOUDFLARE_BASE_URL; else ${serverUrl})` },
  account: { type: 'string', value: 'ID', help: 'identifier of the account (CLOUDFLARE_ACCOUNT_ID)' },
  ...timeoutOption(apiTimeout),
} as const

/** `--fail-on`, the same for every command that reports what is undocumented. */
export const failOnOption = {
  'fail-on': {
    type: 'string',
    value: 'KIND',
    help: 'what makes the command exit with 1: violation (default), or undocumented, which is violations and what the spec neither has nor forbids as well',
  },
} as const

/** `--edition`, the same for every command that checks against the spec. */
export const editionOption = {
  edition: {
    type: 'string',
    value: 'NAME',
    help: 'reference (default): what only the latest edition has is reported as undocumented; or latest',
  },
} as const

/** The value of `--edition`. */
export function readEdition(values: Values<typeof editionOption>, fallback: Edition = 'reference'): Edition {
  return oneOf('--edition', values.edition ?? fallback, ['reference', 'latest'])
}

export type FailOn = 'violation' | 'undocumented'

/** The value of `--fail-on`. */
export function readFailOn(values: Values<typeof failOnOption>): FailOn {
  return oneOf('--fail-on', values['fail-on'] ?? 'violation', ['violation', 'undocumented'])
}

/** The value of `--timeout` in milliseconds. */
export function readTimeout(given: string | undefined, seconds: number): number {
  const milliseconds = given === undefined ? seconds * 1000 : Number(given) * 1000
  if (milliseconds >= 1 && milliseconds < 2 ** 31) return milliseconds
  throw new UsageError(
    `--timeout takes seconds from 0.001 to ${Math.floor(2 ** 31 / 1000)}, not ${quoted(given ?? '')}`,
  )
}

/** What a client is made with, for a command. */
export interface ApiSettings {
  baseUrl: string
  accountId: string
  apiToken: string
  timeout: number
}

/** The values of `apiOptions`, and the token of the environment; a `UsageError` names what is missing or wrong. */
export function readApi(values: Values<typeof apiOptions>): ApiSettings {
  const { env } = process
  const baseUrl = values['base-url'] ?? env.CLOUDFLARE_BASE_URL ?? ''
  const accountId = values.account ?? env.CLOUDFLARE_ACCOUNT_ID
  const apiToken = env.CLOUDFLARE_API_TOKEN
  if (!accountId) throw new UsageError('--account or CLOUDFLARE_ACCOUNT_ID has to name the account')
  if (!apiToken) throw new UsageError('CLOUDFLARE_API_TOKEN has to hold the API token')
  const settings = {
    baseUrl: baseUrl || serverUrl,
    accountId,
    apiToken,
    timeout: readTimeout(values.timeout, apiTimeout),
  }
  const namesOf: Record<string, string> = {
    baseUrl: values['base-url'] === undefined ? 'CLOUDFLARE_BASE_URL' : '--base-url',
    accountId: values.account === undefined ? 'CLOUDFLARE_ACCOUNT_ID' : '--account',
    apiToken: 'CLOUDFLARE_API_TOKEN',
  }
  try {
    createClient(settings) // It sends nothing.
    return settings
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(message.replace(/^\w+(?=:)/, (option) => namesOf[option] ?? option))
  }
}
