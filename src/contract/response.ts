import type { DescribedOperation, Validate } from '../../generated/contract.ts'
import { writeOnlyFields } from '../../generated/operations.ts'
import type { Remark } from './finding.ts'
import { remarksOf, shown } from './remarks.ts'
import { isJson, parsed } from './request.ts'

/** An answer, its body read. */
export interface Answer {
  status: number
  headers: Headers
  body: string
}

/** What of an answer the description does not say; what only goes beyond it has a kind of drift. */
export function checkAnswer(operation: DescribedOperation, { status, headers, body }: Answer): Remark[] {
  const remarks: Remark[] = []
  if (!isDescribed(operation, status)) {
    const known = Object.keys(operation.answers).map((key) => (key === 'default' ? '500 and above' : key))
    const expected = `one of ${known.join(', ')}`
    remarks.push({ place: 'status', pointer: '', kind: 'status', expected, received: String(status) })
  }
  const validate = validatorFor(operation, status)
  return validate ? [...remarks, ...checkBody(operation, validate, { status, headers, body })] : remarks
}

const isDescribed = ({ answers }: DescribedOperation, status: number): boolean =>
  status in answers || (status >= 500 && 'default' in answers)

/** By an undocumented status an answer is still a success or a failure; a redirection has no body of the API's. */
function validatorFor({ answers }: DescribedOperation, status: number): Validate | undefined {
  const success = Object.keys(answers).find((key) => key.startsWith('2'))
  if (status >= 400) return answers[status] ?? answers.default
  return status >= 200 && status < 300 && success ? answers[success] : undefined
}

function checkBody(
  operation: DescribedOperation,
  validate: Validate,
  { status, headers, body: text }: Answer,
): Remark[] {
  const type = headers.get('content-type')
  if (!isJson(type)) {
    const remark: Remark = {
      place: 'header',
      pointer: '/content-type',
      expected: 'application/json',
      received: type || 'none',
    }
    // A refusal in HTML comes from what stands in front of the API, such as Cloudflare's own edge.
    return [status >= 400 ? { ...remark, kind: 'body' } : remark]
  }
  const body = parsed(text)
  if (body === undefined)
    return [{ place: 'body', pointer: '', expected: 'JSON', received: text ? 'text that is none' : 'nothing' }]
  return [
    ...checkSuccess(status, body),
    ...remarksOf(validate, body, 'body').map((remark) => judged(operation, remark)),
  ]
}

function checkSuccess(status: number, body: unknown): Remark[] {
  const { success } = Object(body) as { success?: unknown }
  const expected = status < 400
  if (typeof success !== 'boolean' || success === expected) return []
  return [
    {
      place: 'body',
      pointer: '/success',
      expected: `${expected} beside the status ${status}`,
      received: shown(success),
    },
  ]
}

// Upstream's OpenAPI document lets the description of a server be null, which the API reference does not say.
const canBeNull = /Servers?\/result(\/\d+)?\/description$|\/servers\/\d+\/description$/

/** Tells what is new in an answer from what is wrong. */
function judged({ operationId }: DescribedOperation, { keyword, ...remark }: Remark & { keyword: string }): Remark {
  const isNew =
    keyword === 'additionalProperties' && !writeOnlyFields.some((name) => remark.pointer.endsWith(`/${name}`))
  if (isNew) return { ...remark, kind: 'member' }
  const nullIsKnown = remark.received === 'null' && canBeNull.test(operationId + remark.pointer)
  return keyword === 'enum' || nullIsKnown ? { ...remark, kind: 'value' } : remark
}
