import { handle } from './handle.ts'
import {
  answering,
  type Deviate,
  type Deviations,
  isCreate,
  isDelete,
  isList,
  isRead,
  isSync,
  of,
  put,
} from './make.ts'

/** The servers that were there before are not as the description has them. */
const having = (members: object): Deviate =>
  answering(
    of('servers', (request) => isList(request) || isRead(request)),
    (answer) => {
      const body = structuredClone(answer.body) as { result: { id: string } | { id: string }[] }
      for (const server of [body.result].flat()) if (server.id.startsWith('number')) Object.assign(server, members)
      return { ...answer, body }
    },
  )

/** What goes beyond the description, and breaks nobody. */
export const growing: Deviations = {
  'a server has a new field': [
    answering(of('servers', isRead), put('/result/authentication_status', 'connected')),
    /readServer: response 200: new field \/result\/authentication_status/,
  ],
  'a listed portal has a new field': [
    answering(of('portals', isList), put('/result/0/code_mode', 'opt_in')),
    /listPortals: response 200: new field \/result\/0\/code_mode/,
  ],
  'there is a new kind of authentication': [
    having({ auth_type: 'mtls' }),
    /\/result\/0\/auth_type is "mtls"; expected one of "oauth", "bearer", "unauthenticated"/,
  ],
  'a server has null for its description': [
    having({ description: null }),
    /\/result\/0\/description is null; expected a string/,
  ],
  'what was created is answered with 200': [
    answering(isCreate, (answer) => ({ ...answer, status: 200 }), [201]),
    /createServer: response 200: status is 200; expected one of 201, /,
  ],
  'a conflict is answered with 409': [
    answering(
      isCreate,
      (answer) => (JSON.stringify(answer.body).includes('in use') ? { ...answer, status: 409 } : answer),
      [400],
    ),
    /createServer: response 409: status is 409/,
  ],
  'a deleted portal is answered with its servers': [
    answering(of('portals', isDelete), put('/result/servers', [])),
    /deletePortal: response 200: new field \/result\/servers/,
  ],
  'a sync answers with the whole server': [
    answering(isSync, (_, request, account) => handle(account, { ...request, method: 'GET', sync: false })),
    /syncServer: response 200: new field \/result\/id/,
  ],
}
