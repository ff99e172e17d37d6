import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { ApplyError, type ApplyOptions, apply as applyPlan, type PlanClient, readState } from '../plan/index.ts'
import { isModule, readDesired, readSaved, readText, type SavedPlan, type Target } from './plan-file/index.ts'
import { connect, planOptions, planWith, readFileName, working } from './plan-options.ts'
import {
  createDisplay,
  type Display,
  type Outcome,
  openPlanReporters,
  type PlanReport,
  planReporterOption,
  toText,
} from './plan-report/index.ts'
import { command } from './shell/command.ts'
import { CommandError, UsageError } from './shell/errors.ts'
import { type Interruption, interruptible } from './shell/interruption.ts'
import { apiOptions } from './shell/options.ts'
import { print, progress } from './shell/output.ts'
import type { Values } from './shell/parse.ts'

const options = {
  yes: { type: 'boolean', help: 'apply without asking; needed where there is no terminal to ask on' },
  ...planOptions,
  ...apiOptions,
  ...planReporterOption,
} as const

export const apply = command({
  name: 'apply',
  summary: 'change an account until it has what a file states',
  about: `Plans what "plan" shows, or takes a plan that it saved, asks, and does it. It stops at the first failure, and says what
    was done and what was not: apply once more to go on. It needs a token with the permission MCP Portals Write, in
    CLOUDFLARE_API_TOKEN.`,
  usage: 'FILE [options]',
  options,
  example: 'apply portals.yaml',
  exitCodes: { 0: 'all of it is done', 2: 'not all of it is done' },
  async run({ values, positionals }) {
    const file = readFileName('apply', positionals)
    const { mcp, target } = connect(values)
    const isTerminal = process.stdin.isTTY && process.stdout.isTTY
    if (!values.yes && !isTerminal) throw new UsageError('apply needs --yes where there is no terminal to ask on')
    const saved = await findSaved(file, target, values)
    const { templates, secrets, ...given } = saved ?? (await readDesired(file))
    const write = await openPlanReporters(values)
    const display = createDisplay(templates, secrets)
    const interruption = interruptible()
    return working(display, interruption, async () => {
      const plan = 'plan' in given ? given.plan : await makePlan(mcp, given.desired, values, interruption)
      const report: PlanReport = { command: 'apply', target: file, ...target, plan, display }
      if (plan.problems.length > 0) {
        await write({ ...report, command: 'plan' })
        return 2
      }
      if (!values.yes && plan.steps.length > 0) await confirm(report, interruption)
      const outcome = await run(mcp, plan, display, { signal: interruption.signal })
      await write({ ...report, outcome })
      if (!outcome.failure) return 0
      return interruption.exitCode || 2
    })
  },
})

/** The plan that the file holds, if it holds one: then there is nothing left to choose. */
async function findSaved(file: string, target: Target, values: Values<typeof options>): Promise<SavedPlan | undefined> {
  const saved = isModule(file) ? undefined : readSaved(file, await readText(file), target)
  const chosen = Object.keys(planOptions).find((name) => name in values)
  if (saved && chosen) throw new UsageError(`--${chosen} belongs to the making of a plan, and this file is one`)
  return saved
}

async function makePlan(
  mcp: PlanClient,
  desired: Parameters<typeof planWith>[0],
  values: Values<typeof options>,
  { signal }: Interruption,
) {
  progress('reading the account')
  const state = await readState(mcp, { signal })
  progress('')
  return planWith(desired, state, values)
}

async function confirm(report: PlanReport, { signal }: Interruption): Promise<void> {
  print(`${toText({ ...report, command: 'plan' })}\n`)
  // Without the editing of lines, for which Ctrl-C would be a character and no signal.
  const terminal = createInterface({ input: process.stdin, output: process.stderr, terminal: false })
  try {
    // At the end of the input, which is no answer.
    const end = once(terminal, 'close').then(() => '')
    const answer = await Promise.race([terminal.question('Apply this? Only yes is taken: ', { signal }), end])
    if (answer.trim() !== 'yes') throw new CommandError('nothing was applied')
  } finally {
    terminal.close()
  }
}

async function run(
  mcp: PlanClient,
  plan: PlanReport['plan'],
  display: Display,
  options: ApplyOptions,
): Promise<Outcome> {
  try {
    const result = await applyPlan(mcp, plan, {
      ...options,
      onStep: ({ step, index, count, state }) => {
        if (state === 'begins') {
          progress(`${index + 1}/${count} ${step.action} ${step.resource} ${display.text(step.id)}`)
        }
      },
    })
    return { ...result, unknown: [], notDone: [] }
  } catch (error) {
    if (!(error instanceof ApplyError)) throw error
    const { done, unknown, notDone } = error
    return { done, unchanged: [], unknown, notDone, syncs: [], failure: toFailure(error, display) }
  } finally {
    progress('')
  }
}

/** What to know of a failure: of a resource that somebody else has changed both versions, and what a portal has lost. */
function toFailure({ message, cause, seen, found, detached = [] }: ApplyError, { text, value }: Display) {
  const show = (fields: unknown) => JSON.stringify(value(fields))
  return {
    message: text(message),
    details: [
      ...(seen ? [`the plan saw ${show(seen.fields)}`] : []),
      ...(found ? [`now it is   ${show(found.fields)}`] : []),
      ...(cause instanceof Error && !message.includes(cause.message) ? [text(cause.message)] : []),
      ...detached.map(({ portal, attachment }) => `portal ${text(portal)} has lost ${show(attachment)}`),
    ],
  }
}
