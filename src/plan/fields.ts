/** What of a resource can be set, in the form in which a request states it. */
import type { CapabilityOverride, McpPortalCreate, McpServerCreate } from '../../generated/latest/schema.ts'
import { requestFields } from '../../generated/operations.ts'
import { toAttachments } from '../client/index.ts'
import type { Fields, PortalState, Resource, Seen, ServerState } from './types.ts'

/** A server as the body of a create, but for what no response shows. */
export function toServerFields(server: ServerState): McpServerCreate {
  const { updated_tools, updated_prompts, ...fields } = withoutNull(pick(server, requestFields.McpServerCreate))
  return {
    ...fields,
    ...(updated_tools && { updated_tools: updated_tools.map(toOverride) }),
    ...(updated_prompts && { updated_prompts: updated_prompts.map(toOverride) }),
  }
}

/** A portal as the body of a create. */
export function toPortalFields(portal: PortalState): McpPortalCreate {
  const { servers: _, ...fields } = withoutNull(pick(portal, requestFields.McpPortalCreate))
  return { ...fields, servers: toAttachments(portal) }
}

const toOverride = (override: CapabilityOverride) => withoutNull(pick(override, requestFields.CapabilityOverride))

export function toSeenServer(server: ServerState): Seen {
  return withTime({ ...toServerFields(server) }, server.modified_at)
}

export function toSeenPortal(portal: PortalState): Seen {
  return withTime({ ...toPortalFields(portal) }, portal.modified_at)
}

function withTime(fields: Fields, modified_at: string | undefined): Seen {
  return { fields, ...(modified_at !== undefined && { modified_at }) }
}

/** The named fields of an object that it has. */
export function pick<T extends object, Name extends string>(from: T, names: readonly Name[]): Pick<T, Name & keyof T> {
  return filter(from, (name, value) => names.some((each) => each === name) && value !== undefined)
}

/** The same with names that are known at run time alone. */
export function pickSome<T extends object>(from: T, names: readonly string[]): Partial<T> {
  return filter(from, (name) => names.includes(name))
}

/** An object without its fields that are null. */
function withoutNull<T extends object>(from: T): { [Key in keyof T]: NonNullable<T[Key]> } {
  return filter(from, (_, value) => value !== null)
}

// Object.fromEntries loses the names, which are those of the object.
function filter<Filtered>(from: object, test: (name: string, value: unknown) => boolean): Filtered {
  return Object.fromEntries(Object.entries(from).filter(([name, value]) => test(name, value))) as Filtered
}

/** A resource in messages, as in `portal "engineering"`. */
export function toLabel({ resource, id }: Resource): string {
  return `${resource} ${JSON.stringify(id)}`
}
