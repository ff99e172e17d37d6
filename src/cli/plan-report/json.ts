import { escapeJson } from '../report/json.ts'
import { nameOfThisPackage, versionOfThisPackage } from '../shell/package.ts'
import { countActions, type PlanReport, toPlanExitCode } from './report.ts'

/** For programs. It has no body of a request: what changes is in the changes, and a body may hold secrets. */
export function json({ command, target, account, baseUrl, plan, display, outcome }: PlanReport): string {
  const { steps, ...rest } = plan
  const value = {
    package: { name: nameOfThisPackage, version: versionOfThisPackage },
    command,
    ok: outcome ? outcome.failure === undefined : toPlanExitCode(plan) === 0,
    counts: countActions(plan),
  }
  const shown = {
    ...{ target, account, baseUrl },
    steps: steps.map(({ action, resource, id, reason, changes, notComparable }) => {
      return { action, resource, id, reason, changes, notComparable }
    }),
    ...rest,
    outcome,
  }
  return `${escapeJson(JSON.stringify({ ...value, ...Object(display.value(shown)) }, null, 2))}\n`
}
