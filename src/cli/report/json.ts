import type { FailOn } from '../shell/options.ts'
import { nameOfThisPackage, versionOfThisPackage } from '../shell/package.ts'
import { countsOf, exitCodeOf, type Report, statusOf } from './report.ts'

/** For programs. */
export function json(report: Report, failOn: FailOn): string {
  const { command, target, spec, unit, checks, hints } = report
  const counts = countsOf(report, failOn)
  const value = {
    package: { name: nameOfThisPackage, version: versionOfThisPackage },
    command,
    target,
    spec,
    ok: exitCodeOf(report, failOn) === 0,
    unit,
    counts: { passed: counts.passed, failed: counts.failed, unchecked: counts.unchecked, notRun: counts['not run'] },
    checks: checks.map(({ name, notRun, duration, findings }) => ({
      name,
      status: statusOf({ name, notRun, findings }, failOn),
      notRun,
      duration: duration === undefined ? undefined : Math.round(duration),
      findings,
    })),
    hints,
  }
  return `${escaped(JSON.stringify(value, null, 2))}\n`
}

/** The same JSON, with what a terminal or a CI runner would act on as an escape; outside strings there is none of it. */
function escaped(json: string): string {
  return json.replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]|(?<=#)#/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
