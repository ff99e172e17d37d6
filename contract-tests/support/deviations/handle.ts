import { findOperation } from '../../../src/contract/operation.ts'
import { type Account, toAccount, toState } from '../../../src/mock/api/account.ts'
import { handle as carryOut } from '../../../src/mock/api/handler.ts'
import { noRoute, refuse } from '../../../src/mock/api/reply.ts'
import { createWorld } from '../../../src/mock/api/world.ts'
import { toReference } from '../../../src/mock/response.ts'

export type { Account } from '../../../src/mock/api/account.ts'
export { succeed as success } from '../../../src/mock/api/reply.ts'

export interface ApiRequest {
  method: string
  /** `portals` or `servers`. */
  collection: string
  id: string | undefined
  /** Whether the path ends in `/sync`. */
  sync: boolean
  query: URLSearchParams
  body: Record<string, unknown>
}

export interface ApiAnswer {
  status: number
  body: unknown
  /** `application/json` without it. */
  type?: string
  headers?: Record<string, string>
}

/** The world of the reference edition. */
export const world = createWorld({ author: 'ann@example.com', totalPages: true })

/** Answers as the documented API does, which is what the mock is for. */
export function handle(account: Account, { method, collection, id, sync, query, body }: ApiRequest): ApiAnswer {
  const path = `/accounts/any/access/ai-controls/mcp/${[collection, id, ...(sync ? ['sync'] : [])].filter(Boolean).join('/')}`
  const match = findOperation(method, path)
  if (typeof match !== 'object') return noRoute(path)
  return toReference(match, carryOut({ account, world, match, query, text: JSON.stringify(body) }))
}

/** What an account holds at this moment: what is done to it is forgotten. */
export function copyOf(account: Account): Account {
  return toAccount(structuredClone(toState(account)))
}

export function refusal(status: number, code: number, message: string): ApiAnswer {
  return refuse(status, { code, message })
}
