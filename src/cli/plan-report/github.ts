import { annotation } from '../report/github.ts'
import { type PlanReport, toLeft } from './report.ts'
import { text, toChangeText } from './text.ts'

/** For GitHub Actions: the text, and an annotation for each step and each problem. */
export function github(report: PlanReport): string {
  const { command, plan, display, outcome } = report
  const left = outcome && toLeft(outcome)
  const annotations = [
    ...plan.steps.map(({ action, resource, id, changes, reason }) => {
      const lines = changes.map((change) => toChangeText(change, display))
      return annotation('notice', display.text(`${command}: ${action} ${resource} ${id}`), lines.join('; ') || reason)
    }),
    ...plan.problems.map(({ resource, id, field, message }) =>
      annotation('error', display.text(`${command}: ${resource} ${id}`), display.text(`${field}: ${message}`)),
    ),
    ...(left ? [annotation('error', `${command}: ${left}`, outcome?.failure?.message ?? '')] : []),
  ]
  return text(report, true) + annotations.join('')
}
