import type { Match } from '../../contract/operation.ts'
import type { Account } from './account.ts'
import { countToolCalls, findRedirectUri } from './latest.ts'
import { createPortal, findContradictions, updatePortal } from './portals.ts'
import { invalid, notFound, type Reply, refuse, succeed } from './reply.ts'
import { createServer, deleteServer, isAttached, updateServer } from './servers.ts'
import { showDeleted, showPortal, showServer, showSync, toPage } from './show.ts'
import { syncServer } from './sync.ts'
import type {
  OperationId,
  PortalCreate,
  PortalUpdate,
  Server,
  ServerCreate,
  ServerUpdate,
  StoredPortal,
} from './types.ts'
import { checkBody, checkQuery, isValidPath } from './validate.ts'
import type { World } from './world.ts'

/** A request that has reached an operation. */
export interface Call {
  account: Account
  world: World
  match: Match
  query: URLSearchParams
  /** The body as it was sent. */
  text: string
}

/** Carries a call out. */
export function handle(call: Call): Reply {
  const { match, query, world } = call
  if (world.guesses.malformedId === 400 && !isValidPath(match)) {
    return refuse(400, { code: 7001, message: 'The id in the path is malformed' })
  }
  const errors = checkQuery(match.operation, query)
  if (errors.length > 0) return refuse(400, ...errors)
  const perform = Object.entries(handlers).find(([id]) => id === match.operation.operationId)?.[1]
  return perform ? perform(call) : refuse(501, { message: `The mock has no ${match.operation.operationId}` })
}

const handlers: Record<OperationId, (call: Call) => Reply> = {
  listServers: (call) =>
    list(
      call,
      call.account.servers.values(),
      ({ id, name }) => [id, name],
      (server) => showServer(call.world, server),
    ),
  createServer: (call) =>
    withBody(call, (body: ServerCreate) => {
      const { account, world } = call
      if (account.servers.has(body.id)) return idInUse(call)
      let server = createServer(account, world, body)
      if (world.guesses.syncOnCreate) server = syncServer(account, world, server)
      return succeed(201, showServer(world, server))
    }),
  readServer: (call) => withServer(call, (server) => succeed(200, showServer(call.world, server))),
  updateServer: (call) =>
    withServer(call, (server) =>
      withChanges(call, (body: ServerUpdate) => {
        const { account, world } = call
        return succeed(200, showServer(world, updateServer(account, world, server, body)))
      }),
    ),
  deleteServer: (call) =>
    withServer(call, (server) => {
      const { account, world } = call
      if (world.guesses.attachedServer === 'refused' && isAttached(account, server)) {
        return refuse(400, { code: 7001, message: 'The server is attached to a portal' })
      }
      deleteServer(account, server)
      return succeed(200, showServer(world, server))
    }),
  syncServer: (call) =>
    withServer(call, (server) => succeed(200, showSync(syncServer(call.account, call.world, server)))),

  listPortals: (call) =>
    list(
      call,
      call.account.portals.values(),
      ({ id, name, hostname }) => [id, name, hostname],
      (portal) => showPortal(call.account, call.world, portal),
    ),
  createPortal: (call) =>
    withBody(call, (body: PortalCreate) => {
      const { account, world } = call
      if (account.portals.has(body.id)) return idInUse(call)
      const errors = findContradictions(account, world, body)
      if (errors.length > 0) return refuse(400, ...errors)
      return succeed(201, showPortal(account, world, createPortal(account, world, body)))
    }),
  readPortal: (call) => withPortal(call, (portal) => succeed(200, showPortal(call.account, call.world, portal))),
  updatePortal: (call) =>
    withPortal(call, (portal) =>
      withChanges(call, (body: PortalUpdate) => {
        const { account, world } = call
        const errors = findContradictions(account, world, body)
        if (errors.length > 0) return refuse(400, ...errors)
        return succeed(200, showPortal(account, world, updatePortal(account, world, portal, body)))
      }),
    ),
  deletePortal: (call) =>
    withPortal(call, (portal) => {
      call.account.portals.delete(portal.id)
      return succeed(200, showDeleted(portal))
    }),

  readEffectiveRedirectUri: (call) =>
    withPortal(call, (portal) => withServer(call, (server) => succeed(200, findRedirectUri(portal, server)))),
  readToolCalls: (call) => succeed(200, countToolCalls(call.world.now(), call.query)),
  readPortalToolCalls: (call) => withPortal(call, () => succeed(200, countToolCalls(call.world.now(), call.query))),
  readServerToolCalls: (call) => withServer(call, () => succeed(200, countToolCalls(call.world.now(), call.query))),
}

function list<T>(
  { query, world }: Call,
  items: Iterable<T>,
  textsOf: (item: T) => string[],
  show: (item: T) => unknown,
): Reply {
  const page = toPage(items, query, textsOf, world)
  const { status, body } = succeed(200, page.items.map(show))
  return { status, body: { ...body, result_info: page.info } }
}

function withServer({ account, match }: Call, perform: (server: Server) => Reply): Reply {
  const server = account.servers.get(match.pathParameters.server_id ?? match.pathParameters.id ?? '')
  return server ? perform(server) : notFound()
}

function withPortal({ account, match }: Call, perform: (portal: StoredPortal) => Reply): Reply {
  const portal = account.portals.get(match.pathParameters.portal_id ?? match.pathParameters.id ?? '')
  return portal ? perform(portal) : notFound()
}

function withBody<Body>({ match, text, world }: Call, perform: (body: Body) => Reply): Reply {
  const { body, errors } = checkBody(match.operation, text, world.strict)
  // checkBody has validated it by the schema of this operation, which is what its type is made of.
  return errors.length > 0 ? refuse(400, ...errors) : perform(body as Body)
}

function withChanges<Body extends object>(call: Call, perform: (body: Body) => Reply): Reply {
  return withBody(call, (body: Body) => {
    const isEmpty = Object.keys(body).length === 0
    if (!isEmpty || call.world.guesses.emptyUpdate === 'accepted') return perform(body)
    return refuse(400, { code: 7000, message: 'D1_ERROR: no field to set' })
  })
}

function idInUse({ world }: Call): Reply {
  return refuse(world.guesses.idInUse, invalid(['id'], 'id is already in use'))
}
