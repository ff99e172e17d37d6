import type { DescribedOperation, Validate } from '../../generated/contract.ts'
import { writeOnlyFields } from '../../generated/operations.ts'
import type { Body } from './body.ts'
import type { Remark } from './finding.ts'
import { readJson } from './json.ts'
import { findRemarks } from './remarks.ts'
import { checkContentType, checkRepeated, unread } from './request.ts'

/** A response, its body read. */
export interface ReadResponse {
  status: number
  contentType: string | null
  body: Body
}

/** Finds what the spec does not have in a response; what is new rather than wrong has a `kind`. */
export function checkResponse(operation: DescribedOperation, { status, contentType, body }: ReadResponse): Remark[] {
  const remarks: Remark[] = []
  if (!isDescribed(operation, status)) {
    const known = Object.keys(operation.answers).map((key) => (key === 'default' ? '500 and above' : key))
    const expected = `one of ${known.join(', ')}`
    remarks.push({ place: 'status', pointer: '', kind: 'status', expected, received: String(status) })
  }
  const validate = validatorFor(operation, status)
  return validate ? [...remarks, ...checkBody(operation, validate, { status, contentType, body })] : remarks
}

const isDescribed = ({ answers }: DescribedOperation, status: number): boolean =>
  status in answers || (status >= 500 && 'default' in answers)

/** An undocumented status still means a success or a failure; a redirect has no body of the API. */
function validatorFor({ answers }: DescribedOperation, status: number): Validate | undefined {
  const success = Object.keys(answers).find((key) => key.startsWith('2'))
  if (status >= 400) return answers[status] ?? answers.default
  return status >= 200 && status < 300 && success ? answers[success] : undefined
}

function checkBody(
  operation: DescribedOperation,
  validate: Validate,
  { status, contentType, body }: ReadResponse,
): Remark[] {
  const ofType = checkContentType(contentType)
  // A refusal in HTML comes from something in front of the API, such as Cloudflare's own edge.
  if (ofType.length > 0) return status >= 400 ? ofType.map((remark) => ({ ...remark, kind: 'body' })) : ofType
  if (body === 'unread') return [unread]
  const json = body && readJson(body)
  if (!json) return [{ place: 'body', pointer: '', expected: 'JSON', received: body?.length ? 'not JSON' : 'missing' }]
  return [
    ...checkSuccess(status, json.value),
    ...checkRepeated(json),
    ...findRemarks(validate, json.value, 'body').map((remark) => judge(operation, remark)),
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
      received: JSON.stringify(success),
    },
  ]
}

// Upstream's OpenAPI document allows null for the description of a server; the API reference does not mention it.
const canBeNull = /Servers?\/result(\/\d+)?\/description$|\/servers\/\d+\/description$/

/** Separates what is new in a response from what is wrong. */
function judge({ operationId }: DescribedOperation, { keyword, ...remark }: Remark & { keyword: string }): Remark {
  const isNew =
    keyword === 'additionalProperties' && !writeOnlyFields.some((name) => remark.pointer.endsWith(`/${name}`))
  if (isNew) return { ...remark, kind: 'field' }
  const nullIsKnown = remark.received === 'null' && canBeNull.test(operationId + remark.pointer)
  return keyword === 'enum' || nullIsKnown ? { ...remark, kind: 'value' } : remark
}
