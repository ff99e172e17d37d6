import { operations, writeOnlyFields } from '../../generated/operations.ts'
import { findOperation, type Match } from '../contract/operation.ts'
import { findRemarks } from '../contract/remarks.ts'
import { type Account, toAccount, toState } from './api/account.ts'
import { handle } from './api/handler.ts'
import type { AccountState, MockState, Server, ServerCreate } from './api/types.ts'
import type { World } from './api/world.ts'
import type { MockOptions } from './options.ts'

/**
 * What each account has from the start.
 *
 * @throws {TypeError} A server or portal of the options is one that the API would refuse.
 */
export function createStart(world: World, { servers = [], portals = [] }: MockOptions): AccountState {
  const account = toAccount({ servers: [], portals: [] })
  servers.forEach((body, index) => {
    create(account, world, 'createServer', body, `servers[${index}]`)
    addReadOnly(account, body)
  })
  portals.forEach((body, index) => {
    create(account, world, 'createPortal', body, `portals[${index}]`)
  })
  const state = toState(account)
  checkAccount(state, '')
  return state
}

function create(
  account: Account,
  world: World,
  operation: 'createServer' | 'createPortal',
  body: object,
  argument: string,
): void {
  const call = { account, world, match: matchOf(operation), query: new URLSearchParams(), text: JSON.stringify(body) }
  const { status, body: reply } = handle(call)
  if (status !== 201) throw new TypeError(`${argument}: ${reply.errors.map(({ message }) => message).join('; ')}`)
}

/** A create ignores fields such as `tools` and `status`; here they are meant. */
function addReadOnly(account: Account, body: ServerCreate & Partial<Server>): void {
  const created = account.servers.get(body.id)
  if (!created) return
  const isReadOnly = ([name, value]: [string, unknown]) => value !== undefined && !writeOnlyFields.includes(name)
  account.servers.set(body.id, { ...created, ...Object.fromEntries(Object.entries(body).filter(isReadOnly)) })
}

/** @throws {TypeError} It is not what `state()` returns. */
export function checkState(state: MockState): void {
  if (typeof state !== 'object' || state === null || Array.isArray(state)) {
    throw new TypeError(`state: expected an object, received ${JSON.stringify(state)}`)
  }
  for (const [id, account] of Object.entries(state)) checkAccount(Object(account), `state['${id}'].`)
}

function checkAccount({ servers, portals }: Partial<AccountState>, where: string): void {
  if (!Array.isArray(servers)) throw new TypeError(`${where}servers has to be a list`)
  if (!Array.isArray(portals)) throw new TypeError(`${where}portals has to be a list`)
  servers.forEach((server, index) => {
    check('readServer', { success: true, result: server }, `${where}servers[${index}]`)
  })
  portals.forEach((stored, index) => {
    const { servers: attachments, ...portal } = Object(stored)
    check('deletePortal', { success: true, result: portal }, `${where}portals[${index}]`)
    check('updatePortal', { servers: attachments }, `${where}portals[${index}]`)
  })
}

function check(operation: keyof typeof operations, value: unknown, where: string): void {
  const { body, responses } = matchOf(operation).operation
  const validate = operation === 'updatePortal' ? body : responses[200]
  const remark =
    validate &&
    findRemarks(validate, value, 'body').find(
      ({ keyword }) => !/^(additionalProperties$|responseField$|newer)/.test(keyword),
    )
  if (!remark) return
  const { pointer, expected, received } = remark
  throw new TypeError(`${where}${pointer.replace(/^\/result/, '')}: expected ${expected}, received ${received}`)
}

function matchOf(operation: keyof typeof operations): Match {
  const { method, path } = operations[operation]
  const match = findOperation(method, path)
  if (typeof match !== 'object') throw new Error(`the validators lack ${operation}`)
  return match
}
