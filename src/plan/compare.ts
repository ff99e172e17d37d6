import type { PortalServerAttachment } from '../../generated/latest/schema.ts'
import type { Change, Fields } from './types.ts'

/** The lists whose items are known by a field of theirs. Their order means nothing. */
export const itemKeys: Record<string, string> = { servers: 'server_id', updated_tools: 'name', updated_prompts: 'name' }

/** The booleans that are not false where nobody has set them; docs/mock.md says how sure that is. */
const defaults: Record<string, boolean | undefined> = { allow_code_mode: true, on_behalf: true, enabled: undefined }

/** Whether every field of both sides counts, or those alone that are stated; an override is stated as a whole. */
type Mode = 'versions' | 'stated' | 'override'

/**
 * How the fields that are stated differ from what was seen. What is not stated makes no difference, in a server of a portal
 * either; an override is stated as a whole, because no request can clear a field of one.
 */
export function findChanges(stated: Fields, seen: Fields): Change[] {
  return compare(seen, stated, '', 'stated')
}

/** How two versions of a resource differ, whichever of them has a field. */
export function findDifferences(before: Fields, after: Fields): Change[] {
  return compare(before, after, '', 'versions')
}

/** The servers of a portal as an update has to send them: what is not stated of one stays as it was seen. */
export function mergeAttachments(
  stated: PortalServerAttachment[],
  seen: PortalServerAttachment[],
): PortalServerAttachment[] {
  return stated.map((attachment) => ({
    ...seen.find(({ server_id }) => server_id === attachment.server_id),
    ...attachment,
  }))
}

/** The field of a resource that a change is in, as in `servers` for `servers[docs].on_behalf`. */
export function toTopField({ field }: Change): string {
  return /^\w+/.exec(field)?.[0] ?? field
}

function compare(before: Fields, after: Fields, prefix: string, mode: Mode): Change[] {
  const names = new Set([...(mode === 'stated' ? [] : Object.keys(before)), ...Object.keys(after)])
  return [...names].flatMap((name) => {
    const [from, to, field] = [before[name], after[name], prefix + name]
    const key = itemKeys[name]
    if (key !== undefined) {
      const below = mode === 'stated' && key === 'name' ? 'override' : mode
      return compareLists(toItems(from, key), toItems(to, key), field, below)
    }
    // A response may say that a tool is enabled where nobody has said so.
    const isSame = from === to || (mode === 'override' && name === 'enabled' && from === true && to === undefined)
    return isSame || (isUnset(name, from) && isUnset(name, to)) ? [] : [toChange(field, from, to)]
  })
}

function compareLists(before: Map<string, Fields>, after: Map<string, Fields>, field: string, mode: Mode): Change[] {
  const ids = new Set([...after.keys(), ...before.keys()])
  return [...ids].flatMap((id) => {
    const [from, to] = [before.get(id), after.get(id)]
    return from && to ? compare(from, to, `${field}[${id}].`, mode) : [toChange(`${field}[${id}]`, from, to)]
  })
}

function toItems(list: unknown, key: string): Map<string, Fields> {
  const items: Fields[] = Array.isArray(list) ? list : []
  return new Map(items.map((item) => [String(item[key]), item]))
}

/** Whether a value is what a field has that nobody has set: a response may leave it out. */
function isUnset(name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value === (name in defaults ? defaults[name] : false)
  return value === undefined || value === null || value === ''
}

function toChange(field: string, from: unknown, to: unknown): Change {
  return { field, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}
