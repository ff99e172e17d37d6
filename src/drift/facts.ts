/** What a contract says, whether it was read out of Cloudflare's reference or out of an OpenAPI document. */

export type Literal = string | number | boolean

export type Place = 'path' | 'query' | 'body' | 'response'

export interface Field {
  /** Where it is, from the top of its place: `result[].servers[].id`; `[]` is inside a list, `{}` inside a map. */
  path: string
  /** In the reference's words, without the names of an object's fields: `array of object`, `map[unknown]`. */
  type: string
  required: boolean
  enum?: Literal[]
}

export interface PlacedField extends Field {
  place: Place
}

export interface Operation {
  /** In capitals. */
  method: string
  path: string
  fields: PlacedField[]
}

export interface DomainType {
  name: string
  fields: Field[]
}

export interface Contract {
  operations: Operation[]
  domainTypes: DomainType[]
}

export const toName = (operation: { method: string; path: string }): string => `${operation.method} ${operation.path}`

/** The path of what a list or a map at `path` holds; the path itself for anything else. */
export function inside(path: string, type: string): string {
  const lists = type.match(/^(?:array of )*/)![0]
  const held = path + '[]'.repeat(lists.length / 'array of '.length)
  return type.startsWith('map[', lists.length) ? `${held}{}` : held
}

export const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

export const isBelow = (path: string, ancestor: string): boolean =>
  path.startsWith(ancestor) && /^[.[{]/.test(path.slice(ancestor.length))
