import { changed } from '../../change.ts'
import { type ApiRequest, handle, refusal, success } from '../handle.ts'
import {
  answering,
  asIf,
  type Deviations,
  instead,
  isCreate,
  isDelete,
  isList,
  isSync,
  isUpdate,
  of,
  put,
  query,
} from './make.ts'

const sent = (request: ApiRequest) => String(request.body.auth_credentials ?? 'none')

/** What it may get wrong about changes. */
export const writing: Deviations = {
  'what was created is not kept': [
    instead(of('servers', isCreate), (state, request) => handle(state.copy(), request)),
    /a server that was created is not found/,
  ],
  'a portal that was created is not kept': [
    instead(of('portals', isCreate), (state, request) => handle(state.copy(), request)),
    /a portal that was created is not found/,
  ],
  'a creation loses the description': [
    asIf(isCreate, ({ body }) => ({ body: changed(body, '/description', undefined) })),
    /created with another 'description'/,
  ],
  'a creation answers with another id': [answering(isCreate, put('/result/id', 'other')), /created with another 'id'/],
  'a creation answers otherwise than it is read': [
    answering(of('servers', isCreate), put('/result/created_by', 'bob')),
    /created with another 'created_by' than it is read with/,
  ],
  'a second server of the same id takes the place of the first': [
    instead(of('servers', isCreate), (state, request) => {
      state.servers.delete(String(request.body.id))
      return handle(state, request)
    }),
    /creating a second server of the same id is not refused/,
  ],
  'a second portal of the same id takes the place of the first': [
    instead(of('portals', isCreate), (state, request) => {
      state.portals.delete(String(request.body.id))
      return handle(state, request)
    }),
    /creating a second portal of the same id is not refused/,
  ],
  'a server needs no URL': [
    asIf(of('servers', isCreate), ({ body }) => ({ body: { hostname: 'https://example.com/mcp', ...body } })),
    /creating a server without a URL is not refused/,
  ],
  'a refusal of a body is a 404': [answering(isCreate, () => refusal(404, 7002, 'no'), [400]), /404 Not Found/],
  'credentials are shown': [
    (state, request) => {
      const answer = handle(state, request)
      return isCreate(request) && answer.status === 201 && request.body.auth_credentials
        ? put('/result/auth_credentials', sent(request))(answer)
        : answer
    },
    /unknown field \/result\/auth_credentials/,
  ],
  'credentials are shown in another member': [
    answering(isCreate, (answer, request) => put('/result/error', `refused ${sent(request)}`)(answer)),
    /an answer shows the credentials of a server/,
  ],
  'a search finds everything': [
    asIf(
      isList,
      query((it) => it.delete('search')),
    ),
    /finds 'number-1'/,
  ],
  'a search finds nothing': [
    asIf(
      isList,
      query((it) => it.has('search') && it.set('search', '!')),
    ),
    /a search does not find/,
  ],
  'an update is not kept': [
    instead(of('servers', isUpdate), (state, request) => handle(state.copy(), request)),
    /a server that was updated is read with another 'name'/,
  ],
  'an update of a portal is not kept': [
    instead(of('portals', isUpdate), (state, request) => handle(state.copy(), request)),
    /a portal that was updated is read with another 'name'/,
  ],
  'an update answers with what was before': [
    instead(of('servers', isUpdate), (state, request) => {
      const before = handle(state.copy(), { ...request, method: 'GET' })
      handle(state, request)
      return before
    }),
    /a server is updated with another 'name' than was asked for/,
  ],
  'an update clears what it does not name': [
    instead(isUpdate, (state, request) => {
      const { collection, id } = request
      if (collection === 'servers') delete state.servers.get(id!)?.description
      else delete state.portals.get(id!)?.description
      return handle(state, request)
    }),
    /takes away its 'description'/,
  ],
  'an update of a server changes its kind of authentication': [
    answering(of('servers', isUpdate), (answer, { id }, state) => {
      state.servers.get(id!)!.auth_type = 'oauth'
      return answer
    }),
    /an update of a server changes its 'auth_type' too/,
  ],
  'an update of a portal detaches its servers': [
    asIf(of('portals', isUpdate), ({ body }) => ({ body: { servers: [], ...body } })),
    /an update of a portal changes its 'servers' too/,
  ],
  'an update of a portal adds to its servers': [
    (state, request) => {
      const attached = state.portals.get(request.id ?? '')?.attachments ?? []
      const answer = handle(state, request)
      const portal = state.portals.get(request.id ?? '')
      if (!isUpdate(request) || !portal || !request.body.servers) return answer
      const ids = portal.attachments.map(({ server_id }) => server_id)
      portal.attachments = [...attached.filter(({ server_id }) => !ids.includes(server_id)), ...portal.attachments]
      return success(200, state.showPortal(portal))
    },
    /a portal has other servers than was asked for/,
  ],
  'a portal forgets the aliases of its tools': [
    answering(of('portals', isCreate), (answer, { body }, state) => {
      for (const attachment of state.portals.get(String(body.id))!.attachments) delete attachment.updated_tools
      return answer
    }),
    /a portal does not keep the alias of a tool|created with another 'servers'/,
  ],
  'a portal forgets what is disabled': [
    asIf(of('portals', isCreate), ({ body }) => ({ body: changed(body, '/servers/0/default_disabled', false) })),
    /does not keep default_disabled/,
  ],
  'a sync is not kept': [
    instead(isSync, () => success(200, { status: 'ready', error: '' })),
    /a sync says ready, but the server is read as waiting/,
  ],
  'a sync answers nothing': [
    instead(isSync, () => success(200, null)),
    /syncServer: response 200: \/result is null; expected an object/,
  ],
  'a deletion is not done': [
    instead(of('servers', isDelete), (state, request) => handle(state.copy(), request)),
    /reading one of the servers that was deleted is not refused/,
  ],
  'a deletion of a portal is not done': [
    instead(of('portals', isDelete), (state, request) => handle(state.copy(), request)),
    /reading one of the portals that was deleted is not refused/,
  ],
  'a deletion answers with null': [
    answering(isDelete, put('/result', null)),
    /delete(Server|Portal): response 200: \/result/,
  ],
  'a deletion answers with another item': [
    answering(isDelete, put('/result/id', 'other')),
    /a deletion answers with another (server|portal)/,
  ],
  'a second deletion succeeds': [
    answering(
      isDelete,
      (_, { id }) =>
        success(200, { id, name: 'Gone', hostname: 'https://example.com', auth_type: 'oauth', tools: [], prompts: [] }),
      [404],
    ),
    /deleting a server twice is not refused/,
  ],
  'a deleted server stays in its portals': [
    (state, request) => {
      const before = new Map([...state.portals].map(([id, { attachments }]) => [id, attachments]))
      const server = state.servers.get(request.id ?? '')
      const answer = handle(state, request)
      if (!of('servers', isDelete)(request) || !server) return answer
      for (const [id, attachments] of before) state.portals.get(id)!.attachments = attachments
      state.ghosts.set(server.id, server)
      return answer
    },
    /a server that was deleted is still behind a portal/,
  ],
}
