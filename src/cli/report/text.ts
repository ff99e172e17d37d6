import type { FailOn } from '../shell/options.ts'
import { nameOfThisPackage, versionOfThisPackage } from '../shell/package.ts'
import { visible } from '../shell/visible.ts'
import { type Check, count, type Finding, type Report, type Status, toSentence, toStatus } from './report.ts'

const marks: Record<Status, string> = { passed: '✓', failed: '✗', unchecked: '?', skipped: '-', 'not run': '-' }

/** For a person. */
export function text(report: Report, failOn: FailOn): string {
  const { command, target, spec, checks, hints } = report
  const undocumented = checks.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'undocumented'))
  return [
    `${nameOfThisPackage} ${versionOfThisPackage} ${command}: ${target}`,
    `spec ${spec.version}, edition ${spec.edition}`,
    '',
    ...checks.flatMap((check) => (isOnlyNotRun(check) ? summarizeNotRun(check, report) : toLines(check, failOn))),
    ...(undocumented.length > 0 ? ['', 'Undocumented, neither in the spec nor against it:'] : []),
    ...undocumented.map((finding) => `  ${toSentence(finding)}`),
    ...(hints.length > 0 ? ['', ...hints.map((hint) => `Hint: ${hint}`)] : []),
    '',
    summarize(report, failOn),
    '',
  ]
    .map(visible)
    .join('\n')
}

function toLines(check: Check, failOn: FailOn): string[] {
  const { name, skipped, notRun, duration, findings } = check
  const reason = skipped ? `: skipped, ${skipped}` : notRun ? `: not run to its end, ${notRun}` : ''
  const time = duration === undefined || reason ? '' : ` (${Math.round(duration)} ms)`
  return [`${marks[toStatus(check, failOn)]} ${name}${reason}${time}`, ...findings.flatMap(toLine)]
}

/** Undocumented findings have a part of the report to themselves, since one is often all there is to say. */
function toLine(finding: Finding): string[] {
  const { kind } = finding
  return kind === 'undocumented' ? [] : [`    ${kind === 'note' ? 'note: ' : ''}${toSentence(finding)}`]
}

const isOnlyNotRun = ({ notRun, findings }: Check): boolean => notRun !== undefined && findings.length === 0

/** After a fatal failure one line, at the first of the checks that it kept from being run, for all of them. */
function summarizeNotRun(check: Check, { checks, unit }: Report): string[] {
  const same = checks.filter((other) => isOnlyNotRun(other) && other.notRun === check.notRun)
  if (same[0] !== check) return []
  return [
    same.length === 1
      ? `- ${check.name}: not run, ${check.notRun}`
      : `- ${same.length} ${unit} not run: ${check.notRun}`,
  ]
}

function summarize(report: Report, failOn: FailOn): string {
  const { passed, failed, unchecked, skipped, 'not run': rest } = count(report, failOn)
  const others = [`${unchecked} could not be checked`, `${skipped} skipped`, `${rest} not run`]
  const counts = [`${passed} passed`, `${failed} failed`, ...others.filter((part) => !part.startsWith('0 '))]
  return `${report.checks.length} ${report.unit}: ${counts.join(', ')}`
}
