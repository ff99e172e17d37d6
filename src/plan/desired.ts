import type { McpPortalCreate, McpServerCreate } from '../../generated/latest/schema.ts'
import { toPortalFields, toServerFields } from './fields.ts'
import { checkState } from './options.ts'
import type { State } from './types.ts'

/**
 * An account as a desired state: what `plan` finds equal to it. What no response shows is missing: credentials above all.
 *
 * @throws {TypeError} when the state is none.
 * @example
 * ```ts
 * import { readState, toDesired } from 'cloudflare-mcp-portals/plan'
 *
 * console.log(JSON.stringify(toDesired(await readState(mcp)), null, 2))
 * ```
 */
export function toDesired(state: State): { servers: McpServerCreate[]; portals: McpPortalCreate[] } {
  checkState(state)
  return {
    servers: state.servers.map((server) => withNameFirst(toServerFields(server))),
    portals: state.portals.map((portal) => {
      // The older form says less, and a file that states both could contradict itself.
      const { allow_code_mode, ...fields } = toPortalFields(portal)
      const isOld = fields.code_mode === undefined && allow_code_mode !== undefined
      return withNameFirst({ ...fields, ...(isOld && { allow_code_mode }) })
    }),
  }
}

function withNameFirst<Fields extends { id: string; name: string }>({ id, name, ...fields }: Fields) {
  return { id, name, ...fields }
}
