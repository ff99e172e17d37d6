export type Json = Record<string, unknown>

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Follows a local reference to the object it stands for. */
export function resolve(document: Json, value: unknown): Json {
  if (!isRecord(value)) throw new Error(`the spec holds ${JSON.stringify(value)} where an object belongs`)
  if (typeof value.$ref !== 'string') return value
  const target = value.$ref
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => (isRecord(at) ? at[part] : undefined), document)
  if (!value.$ref.startsWith('#/') || target === undefined) throw new Error(`the spec has no ${value.$ref}`)
  return resolve(document, target)
}

/** One schema that says what a schema and all that it is made of by `$ref` and `allOf` say. */
export function merged(document: Json, value: unknown): Json {
  const { allOf, ...schema } = resolve(document, value)
  if (!Array.isArray(allOf)) return schema
  // What stands beside allOf has the last word.
  const parts = [...allOf.map((part) => merged(document, part)), schema]
  const properties = parts.map((part) => part.properties).filter(isRecord)
  const required = parts.flatMap((part) => part.required ?? [])
  const whole: Json = Object.assign({}, ...parts)
  if (properties.length > 0) whole.properties = Object.assign({}, ...properties)
  if (required.length > 0) whole.required = required
  return whole
}
