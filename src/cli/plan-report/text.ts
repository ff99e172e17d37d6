import type { Change, Step, StepName } from '../../plan/index.ts'
import { hasColors } from '../shell/output.ts'
import { nameOfThisPackage, versionOfThisPackage } from '../shell/package.ts'
import { visible } from '../shell/visible.ts'
import type { Display } from './display.ts'
import { type Action, type Outcome, type PlanReport, toLeft, toSummary } from './report.ts'

const marks: Record<Action, string> = { create: '+', update: '~', replace: '-/+', delete: '-', sync: '↻' }
const colors: Record<string, number> = { '+': 32, '-': 31, '~': 33, '-/+': 31, '↻': 36 }

/** For a person, in colours where the standard output has some. */
export function text(report: PlanReport, isFile: boolean): string {
  const useColor = !isFile && hasColors()
  const lines = toLines(report).map(visible)
  return lines.map((line) => (useColor ? colored(line) : line)).join('\n')
}

function toLines(report: PlanReport): string[] {
  const { command, target, account, baseUrl, plan, display, outcome } = report
  const { steps, problems, notComparable, unmanaged } = plan
  return [
    `${nameOfThisPackage} ${versionOfThisPackage} ${command}: ${target}`,
    `account ${account} at ${baseUrl}`,
    '',
    ...steps.flatMap((step) => toStepLines(step, display)),
    ...section(
      'Not comparable: no response shows them. They are sent when something else changes, or with --resend.',
      notComparable.map(({ resource, id, field }) => `${resource} ${display.text(id)}: ${field}`),
    ),
    ...section(
      'Not in the file, and left alone:',
      unmanaged.map(({ resource, id }) => `${resource} ${display.text(id)}`),
    ),
    ...section(
      'This cannot be applied:',
      problems.map(({ resource, id, field, message }) =>
        display.text(`${resource} ${id}: ${field}: ${toOption(message)}`),
      ),
    ),
    ...(outcome ? toOutcomeLines(outcome, display) : []),
    outcome ? summarizeOutcome(outcome) : `Plan: ${toSummary(plan)}.`,
    '',
  ]
}

function toStepLines(step: Step, display: Display): string[] {
  const head = `${marks[step.action]} ${step.resource} ${display.text(step.id)}: ${step.action}, ${display.text(step.reason)}`
  const sent = step.notComparable.map((field) => `    ~ ${field}: not comparable, is sent`)
  return [head, ...step.changes.map((change) => `    ${toChangeText(change, display)}`), ...sent, '']
}

/** One field, as in `~ name: "Old" -> "New"`. */
export function toChangeText(change: Change, display: Display): string {
  const field = display.text(change.field)
  const show = (value: unknown) => JSON.stringify(display.value(value))
  if (!('from' in change)) return `+ ${field}: ${show(change.to)}`
  if (!('to' in change)) return `- ${field}: ${show(change.from)}`
  return `~ ${field}: ${show(change.from)} -> ${show(change.to)}`
}

/** The library names its option; the reader has the command's. */
const toOption = (message: string): string => message.replace(/`(replace|prune)`/g, '--$1')

const section = (title: string, lines: string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `    ${line}`), '']

function toOutcomeLines({ done, unchanged, unknown, notDone, syncs, failure }: Outcome, display: Display): string[] {
  const names = (steps: StepName[]) =>
    steps.map(({ action, resource, id }) => `${action} ${resource} ${display.text(id)}`)
  const failed = syncs.filter(({ error }) => error)
  return [
    ...section('Done:', names(done)),
    ...section('It was so already:', names(unchanged)),
    ...section(
      'Synced, but not ready:',
      failed.map(({ id, error = '' }) => display.text(`server ${id}: ${error}`)),
    ),
    ...(failure ? [`It stopped: ${failure.message}`, ...failure.details.map((line) => `    ${line}`), ''] : []),
    ...section('Unknown, it may have been done:', names(unknown)),
    ...section('Not done:', names(notDone)),
  ]
}

function summarizeOutcome(outcome: Outcome): string {
  const { done, unchanged } = outcome
  const left = toLeft(outcome)
  const counts = `${done.length} done, ${unchanged.length} already so${left ? `, ${left}` : ''}`
  return `Apply: ${counts}.${left ? ' Plan again, and apply that: it holds what is left.' : ''}`
}

function colored(line: string): string {
  const [, mark = ''] = /^\s*(-\/\+|[-+~↻]) /.exec(line) ?? []
  const color = colors[mark]
  return color === undefined ? line : `\x1b[${color}m${line}\x1b[0m`
}
