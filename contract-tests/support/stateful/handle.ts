import type { State } from './state.ts'

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

/** Answers as the documented API does. */
export function handle(state: State, request: ApiRequest): ApiAnswer {
  const { method, collection, id, sync } = request
  if (collection !== 'portals' && collection !== 'servers') return refusal(404, 7003, 'no such route')
  if (id === undefined) {
    if (method === 'GET') return list(state, collection, request.query)
    return method === 'POST' ? create(state, collection, request.body) : refusal(405, 7001, 'method not allowed')
  }
  const item = state[collection].get(id)
  if (!item) return refusal(404, 7002, `${collection} ${id} not found`)
  if (method === 'PUT') {
    const wrong = wrongMember(state, request.body, updatable[collection])
    if (wrong) return refusal(400, 7001, wrong)
  }
  return success(
    200,
    collection === 'servers'
      ? onServer(state, id, method, sync, request.body)
      : onPortal(state, id, method, request.body),
  )
}

function onServer(state: State, id: string, method: string, sync: boolean, body: object): unknown {
  const server = state.servers.get(id)!
  if (method === 'PUT') return state.updateServer(server, body)
  if (method === 'DELETE') return state.deleteServer(server)
  return sync ? state.syncServer(server) : server
}

function onPortal(state: State, id: string, method: string, body: object): unknown {
  const portal = state.portals.get(id)!
  if (method === 'PUT') return state.updatePortal(portal, body)
  return method === 'DELETE' ? state.deletePortal(portal) : state.showPortal(portal)
}

function list(state: State, collection: 'portals' | 'servers', query: URLSearchParams): ApiAnswer {
  const page = Number(query.get('page') ?? 1)
  const size = Number(query.get('per_page') ?? 20)
  if (!(Number.isInteger(page) && page >= 1 && Number.isInteger(size) && size >= 1 && size <= 100)) {
    return refusal(400, undefined, 'Page size must lie between 1 and 100')
  }
  const items =
    collection === 'servers'
      ? [...state.servers.values()]
      : [...state.portals.values()].map((portal) => state.showPortal(portal))
  const search = query.get('search') ?? ''
  const found = items.filter(({ id, name }) => id.includes(search) || name.includes(search))
  const result = found.slice((page - 1) * size, page * size)
  const total_pages = Math.ceil(found.length / size)
  const result_info = { page, per_page: size, count: result.length, total_count: found.length, total_pages }
  return { status: 200, body: { ...Object(success(200, result).body), result_info } }
}

function create(state: State, collection: 'portals' | 'servers', body: Record<string, unknown>): ApiAnswer {
  const required = collection === 'servers' ? ['id', 'auth_type', 'hostname', 'name'] : ['id', 'hostname', 'name']
  const missing = required.find((name) => typeof body[name] !== 'string')
  if (missing) return refusal(400, 7001, `${missing} is required`)
  if (!/^[a-z0-9_]+(?:-[a-z0-9_]+)*$/.test(String(body.id))) return refusal(400, 7001, 'id is not an identifier')
  if (state[collection].has(String(body.id))) return refusal(400, 7001, 'id is already in use')
  const wrong = wrongMember(state, body, [...updatable[collection], ...required])
  if (wrong) return refusal(400, 7001, wrong)
  return success(201, collection === 'servers' ? state.createServer(body as never) : state.createPortal(body as never))
}

const overrides = ['updated_prompts', 'updated_tools']
const shared = ['description', 'name', 'secure_web_gateway']
const updatable = {
  servers: [...shared, ...overrides, 'auth_credentials', 'is_shared_oauth_callback_enabled'],
  portals: [...shared, 'allow_code_mode', 'hostname', 'servers'],
}

function wrongMember(state: State, body: Record<string, unknown>, known: string[]): string | undefined {
  const unknown = Object.keys(body).find((name) => !known.includes(name))
  if (unknown) return `${unknown} is not known`
  const attachments = (body.servers ?? []) as { server_id: string }[]
  const absent = attachments.find(({ server_id }) => !state.servers.has(server_id))
  return absent && `there is no server ${absent.server_id}`
}

export function success(status: number, result: unknown): ApiAnswer {
  return { status, body: { success: true, errors: [], messages: [], result } }
}

export function refusal(status: number, code: number | undefined, message: string): ApiAnswer {
  return { status, body: { success: false, errors: [{ ...(code !== undefined && { code }), message }], messages: [] } }
}
