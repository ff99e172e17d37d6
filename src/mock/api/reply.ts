import type { ApiMessage, ResultInfo } from '../../../generated/latest/schema.ts'

/** A response before it is written. */
export interface Reply {
  status: number
  body: { success: boolean; errors: ApiMessage[]; messages: ApiMessage[]; result: unknown; result_info?: ResultInfo }
}

export function succeed(status: 200 | 201, result: unknown): Reply {
  return { status, body: { success: true, errors: [], messages: [], result } }
}

export function refuse(status: number, ...errors: ApiMessage[]): Reply {
  return { status, body: { success: false, errors, messages: [], result: null } }
}

/** A field of a body that the API refuses. */
export function invalid(path: (string | number)[], message: string): ApiMessage {
  return { code: 7001, message, path: ['body', ...path] }
}

export const notFound = (): Reply => refuse(404, { code: 7002, message: 'Nothing has this id' })

export const unauthorized = (): Reply => refuse(401, { code: 10000, message: 'Authentication error' })

export const noRoute = (path: string): Reply => refuse(404, { code: 7003, message: `No route for ${path}` })

const byStatus: Record<number, ApiMessage> = {
  400: { code: 7001, message: 'The request is not valid' },
  401: { code: 10000, message: 'Authentication error' },
  403: { code: 10000, message: 'This token may not do this' },
  404: { code: 7002, message: 'Nothing has this id' },
  429: { code: 971, message: 'Wait before you send more requests' },
}

/** A refusal that was asked for by its status. */
export function refuseAs(status: number): Reply {
  return refuse(status, byStatus[status] ?? { code: 10001, message: 'The request could not be handled' })
}
