import type { Standard } from './edition.ts'
import type { ContractFinding, Remark } from './finding.ts'
import type { Match } from './operation.ts'
import { checkRequest, type SentRequest } from './request.ts'
import { checkResponse, type ReadResponse } from './response.ts'
import { createRequestShow, withoutSecrets } from './secrets.ts'

/** A violation, or something undocumented if it has a `kind`. */
export type Finding = ContractFinding & Pick<Remark, 'kind' | 'edition'>

/** The check of one exchange. */
export interface ExchangeCheck {
  /** What is wrong with the request. */
  request: Finding[]
  /** Checks the response to it. */
  checkResponse(response: ReadResponse): Finding[]
}

/** Checks a request to this API, whatever sends it. */
export function checkExchange(match: Match | 'unknown', request: SentRequest, standard: Standard): ExchangeCheck {
  const { method, url } = request
  const show = createRequestShow(request)
  const path = show(url.pathname.slice(Math.max(0, url.pathname.indexOf('/accounts/'))))
  const named = match === 'unknown' ? {} : { operationId: match.operation.operationId }
  const toFinding = (remark: Remark, status?: number): Finding => ({
    ...named,
    method,
    path,
    side: status === undefined ? 'request' : 'response',
    ...(status !== undefined && { status }),
    ...withoutSecrets(remark, show),
  })
  if (match === 'unknown') {
    const remark: Remark = { place: 'operation', pointer: '', expected: 'an operation of the spec', received: method }
    return { request: [toFinding(remark)], checkResponse: () => [] }
  }
  return {
    request: checkRequest(match, request, standard).map((remark) => toFinding(remark)),
    checkResponse: (response) =>
      checkResponse(match.operation, response, standard).map((remark) => toFinding(remark, response.status)),
  }
}
