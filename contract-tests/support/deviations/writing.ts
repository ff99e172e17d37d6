import { changed } from '../change.ts'
import { type Account, type ApiRequest, copyOf, handle, refusal, success } from './handle.ts'
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
    instead(of('servers', isCreate), (account, request) => handle(copyOf(account), request)),
    /server "contract-\S+" was created, but readServer returned 404/,
  ],
  'a portal that was created is not kept': [
    instead(of('portals', isCreate), (account, request) => handle(copyOf(account), request)),
    /portal "contract-\S+" was created, but readPortal returned 404/,
  ],
  'a creation loses the description': [
    asIf(isCreate, ({ body }) => ({ body: changed(body, '/description', undefined) })),
    /description is "Made by a contract test" in the request, absent in the response/,
  ],
  'a creation answers with another id': [
    answering(isCreate, put('/result/id', 'other')),
    /id is "contract-\S+" in the request, "other" in the response/,
  ],
  'a creation answers otherwise than it is read': [
    answering(of('servers', isCreate), put('/result/created_by', 'bob')),
    /created_by is "bob" when created, "ann@example.com" when read/,
  ],
  'a second server of the same id takes the place of the first': [
    instead(of('servers', isCreate), (account, request) => {
      account.servers.delete(String(request.body.id))
      return handle(account, request)
    }),
    /createServer returned 201; expected 400 or 409 or 422/,
  ],
  'a second portal of the same id takes the place of the first': [
    instead(of('portals', isCreate), (account, request) => {
      account.portals.delete(String(request.body.id))
      return handle(account, request)
    }),
    /createPortal returned 201; expected 400 or 409 or 422/,
  ],
  'a server needs no URL': [
    asIf(of('servers', isCreate), ({ body }) => ({ body: { hostname: 'https://example.com/mcp', ...body } })),
    /createServer returned 201; expected 400 or 409 or 422/,
  ],
  'a refusal of a body is a 404': [
    answering(isCreate, () => refusal(404, 7002, 'no'), [400]),
    /createServer returned 404; expected 400 or 409 or 422/,
  ],
  'credentials are shown': [
    (account, request) => {
      const answer = handle(account, request)
      return isCreate(request) && answer.status === 201 && request.body.auth_credentials
        ? put('/result/auth_credentials', sent(request))(answer)
        : answer
    },
    /unknown field \/result\/auth_credentials/,
  ],
  'credentials are shown in another member': [
    answering(isCreate, (answer, request) => put('/result/error', `refused ${sent(request)}`)(answer)),
    /createServer returned the credentials of a server/,
  ],
  'a search finds everything': [
    asIf(
      isList,
      query((it) => it.delete('search')),
    ),
    /a search for "contract-\S+" among the servers at per_page 100 finds "number-1"/,
  ],
  'a search finds nothing': [
    asIf(
      isList,
      query((it) => it.has('search') && it.set('search', '!')),
    ),
    /a search for "contract-\S+" among the servers at per_page 100 does not find "contract-/,
  ],
  'an update is not kept': [
    instead(of('servers', isUpdate), (account, request) => handle(copyOf(account), request)),
    /name is "contract-\S+ a, renamed" in the request, "contract-\S+ a" when read/,
  ],
  'an update of a portal is not kept': [
    instead(of('portals', isUpdate), (account, request) => handle(copyOf(account), request)),
    /name is "contract-\S+, renamed" in the request, "contract-\S+" when read/,
  ],
  'an update answers with what was before': [
    instead(of('servers', isUpdate), (account, request) => {
      const before = handle(copyOf(account), { ...request, method: 'GET' })
      handle(account, request)
      return before
    }),
    /name is "contract-\S+ a, renamed" in the request, "contract-\S+ a" in the response/,
  ],
  'an update clears what it does not name': [
    instead(isUpdate, (account, request) => {
      const { collection, id } = request
      if (collection === 'servers') delete account.servers.get(id!)?.description
      else delete account.portals.get(id!)?.description
      return handle(account, request)
    }),
    /an update of name removed description, which was "Made by a contract test"/,
  ],
  'an update of a server changes its kind of authentication': [
    answering(of('servers', isUpdate), (answer, { id }, account) => {
      account.servers.get(id!)!.auth_type = 'oauth'
      return answer
    }),
    /an update of name changed auth_type from "unauthenticated" to "oauth"/,
  ],
  'an update of a portal detaches its servers': [
    asIf(of('portals', isUpdate), ({ body }) => ({ body: { servers: [], ...body } })),
    /an update of name changed servers from/,
  ],
  'an update of a portal adds to its servers': [
    (account, request) => {
      const attached = account.portals.get(request.id ?? '')?.servers ?? []
      const answer = handle(account, request)
      const portal = account.portals.get(request.id ?? '')
      if (!isUpdate(request) || !portal || !request.body.servers) return answer
      const ids = portal.servers.map(({ server_id }) => server_id)
      portal.servers = [...attached.filter(({ server_id }) => !ids.includes(server_id)), ...portal.servers]
      return handle(account, { ...request, method: 'GET' })
    },
    /portal "contract-\S+" has the servers \["contract-\S+"\]; expected/,
  ],
  'a portal forgets the aliases of its tools': [
    asIf(of('portals', isCreate), ({ body }) => ({ body: changed(body, '/servers/0/updated_tools', []) })),
    /the tool "search" has the alias absent; expected "find-docs"/,
  ],
  'a portal forgets what is disabled': [
    asIf(of('portals', isCreate), ({ body }) => ({ body: changed(body, '/servers/0/default_disabled', false) })),
    /default_disabled is true in the request, false in portal contract-/,
  ],
  'a sync is not kept': [
    instead(isSync, () => success(200, { status: 'ready', error: '' })),
    /status is "ready" in the result of a sync, "waiting" when read/,
  ],
  'a sync answers nothing': [
    instead(isSync, () => success(200, null)),
    /syncServer: response 200: \/result is null; expected an object/,
  ],
  'a deletion is not done': [
    instead(of('servers', isDelete), (account, request) => handle(copyOf(account), request)),
    /readServer returned 200; expected 404/,
  ],
  'a deletion of a portal is not done': [
    instead(of('portals', isDelete), (account, request) => handle(copyOf(account), request)),
    /readPortal returned 200; expected 404/,
  ],
  'a deletion answers with null': [
    answering(isDelete, put('/result', null)),
    /delete(Server|Portal): response 200: \/result/,
  ],
  'a deletion answers with another item': [
    answering(isDelete, put('/result/id', 'other')),
    /id is "contract-\S+" in the request, "other" in the response/,
  ],
  'a second deletion succeeds': [
    answering(
      isDelete,
      (_, { id }) =>
        success(200, { id, name: 'Gone', hostname: 'https://example.com', auth_type: 'oauth', tools: [], prompts: [] }),
      [404],
    ),
    /deleteServer returned 200; expected 404/,
  ],
  'a deleted server stays in its portals': [
    (account, request) => {
      const ever = serversEver(account)
      if (request.collection === 'portals') return handle({ ...account, servers: ever }, request)
      return handle(isDelete(request) ? { ...account, portals: new Map() } : account, request)
    },
    /portal "contract-\S+" still has the server "contract-\S+", which was deleted/,
  ],
}

const everOf = new WeakMap<Account, Account['servers']>()

/** The servers of an account, and those that it had. */
function serversEver(account: Account): Account['servers'] {
  const ever = new Map([...(everOf.get(account) ?? []), ...account.servers])
  everOf.set(account, ever)
  return ever
}
