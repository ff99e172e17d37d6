import { resolve, type Schema } from '../../support/description.ts'

/** A value that has every field which its schema documents, each list with one item. */
export function whole(node: Schema): unknown {
  const schema = resolve<Schema>(node)
  if (schema.enum) return schema.enum[0]
  const [type] = [schema.type].flat()
  if (type === 'array') return [whole(schema.items ?? {})]
  if (type === 'object') {
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, whole(field)]))
  }
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  return schema.format === 'uri'
    ? 'https://docs.example.com/mcp'
    : schema.format === 'hostname'
      ? 'mcp.example.com'
      : 'text'
}

/** A field that a schema documents, or an item of a list. */
export interface Place {
  /** Into the whole value. */
  pointer: string
  /** As the reference writes it: `result[].servers[].id`. */
  path: string
  schema: Schema
  required: boolean
}

/** Every place in the whole value of a schema, itself left out. */
export function placesIn(node: Schema, above: Pick<Place, 'pointer' | 'path'> = { pointer: '', path: '' }): Place[] {
  const { properties = {}, required = [], items } = resolve<Schema>(node)
  const inside = Object.entries(properties).map(([name, schema]) => ({
    pointer: `${above.pointer}/${name}`,
    path: above.path ? `${above.path}.${name}` : name,
    schema: resolve<Schema>(schema),
    required: required.includes(name),
  }))
  const item = { pointer: `${above.pointer}/0`, path: `${above.path}[]`, schema: resolve<Schema>(items ?? {}) }
  const places: Place[] = items ? [...inside, { ...item, required: false }] : inside
  return places.flatMap((place) => [place, ...placesIn(place.schema, place)])
}
