import type { OperationValidators, Validate } from '../../generated/validators.ts'
import type { Body } from './body.ts'
import { type Found, judge, type Standard } from './edition.ts'
import { type Remark, valueAt } from './finding.ts'
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
export function checkResponse(
  operation: OperationValidators,
  { status, contentType, body }: ReadResponse,
  standard: Standard,
): Remark[] {
  const remarks: Remark[] = []
  if (!isDescribed(operation, status)) {
    const known = Object.keys(operation.responses).map((key) => (key === 'default' ? '500 and above' : key))
    const expected = `one of ${known.join(', ')}`
    remarks.push({ place: 'status', pointer: '', kind: 'status', expected, received: String(status) })
  }
  const validate = validatorFor(operation, status)
  return validate ? [...remarks, ...checkBody(validate, { status, contentType, body }, standard)] : remarks
}

const isDescribed = ({ responses }: OperationValidators, status: number): boolean =>
  status in responses || (status >= 500 && 'default' in responses)

/** An undocumented status still means a success or a failure; a redirect has no body of the API. */
function validatorFor({ responses }: OperationValidators, status: number): Validate | undefined {
  const success = Object.keys(responses).find((key) => key.startsWith('2'))
  if (status >= 400) return responses[status] ?? responses.default
  return status >= 200 && status < 300 && success ? responses[success] : undefined
}

function checkBody(validate: Validate, { status, contentType, body }: ReadResponse, standard: Standard): Remark[] {
  const ofType = checkContentType(contentType)
  // A refusal in HTML comes from something in front of the API, such as Cloudflare's own edge.
  if (ofType.length > 0) return status >= 400 ? ofType.map((remark) => ({ ...remark, kind: 'body' })) : ofType
  if (body === 'unread') return [unread]
  const json = body && readJson(body)
  if (!json) return [{ place: 'body', pointer: '', expected: 'JSON', received: body?.length ? 'not JSON' : 'missing' }]
  return [
    ...checkSuccess(status, json.value),
    ...checkRepeated(json),
    ...judge(withOptionalNulls(validate, json.value), 'response', standard),
  ]
}

/** In a result null where a field may be absent says as little as its absence: the API has both. */
function withOptionalNulls(validate: Validate, body: unknown): Found[] {
  return findRemarks(validate, body, 'body').map((remark) =>
    remark.keyword === 'type' &&
    remark.pointer.startsWith('/result') &&
    valueAt(body, remark.pointer) === null &&
    mayLack(validate, body, remark.pointer)
      ? { ...remark, keyword: 'optionalNull' }
      : remark,
  )
}

/** Whether a body without a field has all that it must have. */
function mayLack(validate: Validate, body: unknown, pointer: string): boolean {
  const copy = structuredClone(body)
  const [, parent = '', name = ''] = /^(.*)\/([^/]*)$/.exec(pointer) ?? []
  const holder = valueAt(copy, parent)
  if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) return false
  Reflect.deleteProperty(holder, name.replaceAll('~1', '/').replaceAll('~0', '~'))
  return !findRemarks(validate, copy, 'body').some((remark) => remark.pointer === pointer)
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
