import { parseJson } from '../../contract/json.ts'
import type { AuthConfigSummary, Server, ServerUpdate } from './types.ts'
import type { World } from './world.ts'

/** What a create or an update says about how a server logs in. The mock keeps nothing of it but its summary. */
export type Login = { [Name in 'auth_credentials' | 'client_secret']?: ServerUpdate[Name] | undefined }

/** The fields of a server that tell how it logs in. */
export function describeLogin(server: Server, login: Login, world: World): Server {
  const { auth_config_summary: before, ...rest } = server
  const summary = summarise(server, login, before)
  const described: Server = { ...rest, ...(summary && { auth_config_summary: summary }) }
  return { ...described, authentication_status: findStatus(described, world) }
}

/** Whether somebody has to log in before a sync can read anything. */
export function waitsForLogin({ hostname }: Pick<Server, 'hostname'>, { upstream }: World): boolean {
  return 'authentication' in upstream(hostname)
}

/** Whether the account has registered its OAuth client by hand: a sync then does nothing. */
export function isManual({ auth_config_summary }: Server): boolean {
  return auth_config_summary?.auth_mode === 'manual'
}

function findStatus(server: Server, world: World): NonNullable<Server['authentication_status']> {
  if (waitsForLogin(server, world)) return 'required'
  if (server.auth_type === 'unauthenticated') return 'not_required'
  return isManual(server) ? 'manual' : 'connected'
}

function summarise(
  { auth_type }: Server,
  { auth_credentials, client_secret }: Login,
  before: AuthConfigSummary | null | undefined,
): AuthConfigSummary | undefined {
  if (auth_type !== 'oauth') return undefined
  const stated = auth_credentials === undefined ? (before ?? readCredentials(null)) : readCredentials(auth_credentials)
  if (typeof client_secret !== 'string') return stated
  return { ...stated, has_client_secret: true, client_secret_version: (before?.client_secret_version ?? 0) + 1 }
}

/** Of the JSON text that `auth_credentials` is for manual OAuth, only what responses show: the rest may be secret. */
function readCredentials(text: string | null): AuthConfigSummary {
  const { auth_mode, config, registration_info } = toRecord(text === null ? {} : parseJson(text))
  if (auth_mode !== 'manual') return { auth_mode: 'dcr' }
  const registration = toRecord(registration_info)
  const redirect_uris = Array.isArray(registration.redirect_uris)
    ? registration.redirect_uris.filter((uri) => typeof uri === 'string')
    : undefined
  return {
    auth_mode,
    config: pickTexts(toRecord(config), [
      'authorization_endpoint',
      'issuer',
      'resource',
      'revocation_endpoint',
      'token_endpoint',
    ]),
    registration_info: {
      ...pickTexts(registration, ['client_id', 'scope', 'token_endpoint_auth_method']),
      ...(redirect_uris && { redirect_uris }),
    },
    ...('client_secret' in registration && { has_client_secret: true, client_secret_version: 1 }),
  }
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function pickTexts<const Name extends string>(
  record: Record<string, unknown>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const picked: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = record[name]
    if (typeof value === 'string') picked[name] = value
  }
  return picked
}
