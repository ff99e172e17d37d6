import type { ApiMessage, PortalServerAttachment } from '../../../generated/latest/schema.ts'
import { type Account, merge } from './account.ts'
import { invalid } from './reply.ts'
import { lists, offers } from './sync.ts'
import type { PortalCreate, PortalUpdate, StoredPortal } from './types.ts'
import { stampCreated, stampModified, type World } from './world.ts'

const defaults = { secure_web_gateway: false }
const attachmentDefaults = { default_disabled: false, on_behalf: true }

export function createPortal(account: Account, world: World, body: PortalCreate): StoredPortal {
  const { id, hostname, name } = body
  const bare: StoredPortal = {
    ...{ id, hostname, name, ...defaults },
    ...{ code_mode: 'opt_in', allow_code_mode: true, servers: [], ...stampCreated(world) },
  }
  return store(account, merge(bare, withCodeMode(bare, body), defaults))
}

export function updatePortal(account: Account, world: World, portal: StoredPortal, body: PortalUpdate): StoredPortal {
  return store(account, { ...merge(portal, withCodeMode(portal, body), defaults), ...stampModified(world) })
}

/** The servers of a portal are in the order in which the account got them, whatever the order in the body. */
function store(account: Account, portal: StoredPortal): StoredPortal {
  const order = [...account.servers.keys()]
  const position = ({ server_id }: PortalServerAttachment) => order.indexOf(server_id)
  const servers = portal.servers
    .map((attachment) => ({ ...attachmentDefaults, ...attachment }))
    .sort((a, b) => position(a) - position(b))
  const stored = { ...portal, servers }
  account.portals.set(portal.id, stored)
  return stored
}

/** `allow_code_mode` is the older form of `code_mode`: false is `off`, true is any other. */
function withCodeMode<Body extends PortalUpdate>({ code_mode: before }: StoredPortal, body: Body): Body {
  const { allow_code_mode: allow, code_mode: mode } = body
  if (mode) return { ...body, allow_code_mode: mode !== 'off' }
  if (typeof allow !== 'boolean') return body
  return { ...body, code_mode: allow ? (before === 'off' ? 'opt_in' : before) : 'off' }
}

/** What of the body of a portal contradicts itself or what the account has. */
export function findContradictions(account: Account, { guesses }: World, body: PortalUpdate): ApiMessage[] {
  const { allow_code_mode: allow, code_mode: mode, servers } = body
  const modes =
    mode && typeof allow === 'boolean' && allow !== (mode !== 'off')
      ? [invalid(['code_mode'], `code_mode: '${mode}' and allow_code_mode: ${allow} contradict each other`)]
      : []
  const found = (servers ?? []).flatMap((attachment, index) => {
    const server = account.servers.get(attachment.server_id)
    const path = ['servers', index]
    if (!server) {
      const message = `servers.${index}.server_id: there is no server '${attachment.server_id}'`
      return guesses.unknownServer === 'refused' ? [invalid([...path, 'server_id'], message)] : []
    }
    if (guesses.unofferedTool === 'accepted' || server.last_successful_sync === undefined) return []
    return lists.flatMap(([list, offer]) =>
      (attachment[list] ?? []).flatMap(({ name }, at) =>
        offers(server, offer, name)
          ? []
          : [invalid([...path, list, at, 'name'], `${list}: '${server.id}' does not offer '${name}'`)],
      ),
    )
  })
  return [...modes, ...found]
}
