/**
 * spec/ states the fields that several schemas share once, in spec/fields, and composes them by `$ref` or `allOf`.
 * What is published is flat: many generators handle composition badly.
 */
import { asObject, type Json, schemasOf } from './document.ts'

const reference = '#/components/schemas/'

/** Merges every use of the schemas named `shared` into the place where they are used, and removes them. */
export function flatten(description: Json, shared: string[]): Json {
  const schemas = schemasOf(description)
  const flat = merge(description, (name) => (shared.includes(name) ? asObject(schemas[name], name) : undefined))
  for (const name of shared) delete schemasOf(asObject(flat, 'the description'))[name]
  return asObject(flat, 'the description')
}

function merge(node: unknown, sharedSchema: (name: string) => Json | undefined): unknown {
  if (Array.isArray(node)) return node.map((item) => merge(item, sharedSchema))
  if (typeof node !== 'object' || node === null) return node
  const { $ref, allOf, ...own } = node as Json
  const target =
    typeof $ref === 'string' && $ref.startsWith(reference) ? sharedSchema($ref.slice(reference.length)) : undefined
  const parts = target ? [target] : Array.isArray(allOf) ? allOf.map((part) => sharedPart(part, sharedSchema)) : []
  const flat: Json = Object.assign($ref === undefined || target ? {} : { $ref }, ...parts, own)
  const required = [...parts, own].flatMap((part) => part.required ?? [])
  const properties = Object.assign({}, ...[...parts, own].map((part) => part.properties))
  if (parts.length > 0 && required.length > 0) flat.required = required
  if (parts.length > 0 && Object.keys(properties).length > 0) flat.properties = properties
  return Object.fromEntries(Object.entries(flat).map(([key, value]) => [key, merge(value, sharedSchema)]))
}

function sharedPart(part: unknown, sharedSchema: (name: string) => Json | undefined): Json {
  const name = String(asObject(part, 'allOf').$ref).slice(reference.length)
  const schema = sharedSchema(name)
  if (!schema) throw new Error(`allOf may only name files of spec/fields, not ${JSON.stringify(part)}`)
  return schema
}
