import type { FailOn } from '../shell/options.ts'
import { nameOfThisPackage, versionOfThisPackage } from '../shell/package.ts'
import { count, type Report, toExitCode, toStatus } from './report.ts'

/** For programs. */
export function json(report: Report, failOn: FailOn): string {
  const { command, target, spec, unit, checks, hints } = report
  const { 'not run': notRun, ...counts } = count(report, failOn)
  const value = {
    package: { name: nameOfThisPackage, version: versionOfThisPackage },
    command,
    target,
    spec,
    ok: toExitCode(report, failOn) === 0,
    unit,
    counts: { ...counts, notRun },
    checks: checks.map((check) => ({
      name: check.name,
      status: toStatus(check, failOn),
      skipped: check.skipped,
      notRun: check.notRun,
      duration: check.duration === undefined ? undefined : Math.round(check.duration),
      findings: check.findings,
    })),
    hints,
  }
  return `${escapeJson(JSON.stringify(value, null, 2))}\n`
}

/** The same JSON, with what a terminal or a CI runner would act on as an escape; outside strings there is none of it. */
export function escapeJson(json: string): string {
  return json.replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]|(?<=#)#/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}
