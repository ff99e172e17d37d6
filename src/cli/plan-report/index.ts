import { openWriters, toReporterOption } from '../report/index.ts'
import type { Values } from '../shell/parse.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import type { PlanReport } from './report.ts'
import { text } from './text.ts'

export { createDisplay, type Display } from './display.ts'
export { html } from './html.ts'
export { type Outcome, type PlanReport, toPlanExitCode, toSummary } from './report.ts'

const writers = { text, json, github }

/** `--reporter` of the commands that make or apply a plan. */
export const planReporterOption = toReporterOption(Object.keys(writers))

export const openPlanReporters = (values: Values<typeof planReporterOption>) =>
  openWriters<[PlanReport], keyof typeof writers>(writers, values)

/** The text alone, for a terminal. */
export const toText = (report: PlanReport): string => text(report, false)
