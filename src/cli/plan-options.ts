/** What `plan`, `apply` and `export` share. */
import { createClient } from '../client/index.ts'
import { type DesiredState, type Only, type Plan, type PlanOptions, plan, type State } from '../plan/index.ts'
import type { Display } from './plan-report/index.ts'
import { CommandError, UsageError } from './shell/errors.ts'
import type { Interruption } from './shell/interruption.ts'
import { type apiOptions, readApi } from './shell/options.ts'
import { complain, progress } from './shell/output.ts'
import type { Values } from './shell/parse.ts'
import { quoted } from './shell/visible.ts'

export const onlyOption = {
  only: {
    type: 'string',
    value: 'PART',
    help: 'look at a part of the account alone: servers, portals, servers/ID or portals/ID',
  },
} as const

export const planOptions = {
  prune: { type: 'boolean', help: 'delete what the account has and the file does not name' },
  replace: { type: 'boolean', help: 'delete and create anew a server whose hostname differs' },
  resend: { type: 'boolean', help: 'send credentials, which cannot be compared, even where nothing else changes' },
  sync: { type: 'string', multiple: true, value: 'ID', help: 'sync this server too, beside those that are new' },
  ...onlyOption,
} as const

/** The value of `--only`. */
export function readOnly({ only }: Values<typeof onlyOption>): Only | undefined {
  if (only === undefined || only === 'servers' || only === 'portals') return only
  const [, list, id] = /^(servers|portals)\/(.+)$/s.exec(only) ?? []
  if (list === 'servers' || list === 'portals') return `${list}/${id}`
  throw new UsageError(`--only takes servers, portals, servers/ID or portals/ID, not ${quoted(only)}`)
}

/** Plans what the options say; a `UsageError` names one that is wrong. */
export function planWith(desired: DesiredState, state: State, values: Values<typeof planOptions>): Plan {
  const { prune, replace, resend, sync } = values
  const options: PlanOptions = { prune, replace, resend, sync, only: readOnly(values) }
  try {
    return plan(desired, state, options)
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.replace(/^(\w+)(?=:)/, '--$1'))
    throw error
  }
}

/** A client of the account, and where that is. */
export function connect(values: Values<typeof apiOptions>) {
  const settings = readApi(values)
  return { mcp: createClient(settings), target: { account: settings.accountId, baseUrl: settings.baseUrl } }
}

/** The one file that a command takes. */
export function readFileName(name: string, [file, more]: string[]): string {
  if (file === undefined) throw new UsageError(`${name} needs a file: YAML, JSON or a module`)
  if (more !== undefined) throw new UsageError(`${name} takes one file, and no ${quoted(more)}`)
  return file
}

/**
 * Does a command's work, and resolves to its exit code. What a call throws is shown only if it holds no secret of the file;
 * after an interruption the exit code is the signal's.
 */
export async function working(
  { text }: Display,
  interruption: Interruption,
  work: () => Promise<number>,
): Promise<number> {
  try {
    return await work()
  } catch (error) {
    progress('')
    if (interruption.exitCode !== 0) {
      complain('interrupted; nothing was changed')
      return interruption.exitCode
    }
    if (error instanceof CommandError) throw error
    throw new CommandError(text(error instanceof Error ? error.message : String(error)))
  }
}
