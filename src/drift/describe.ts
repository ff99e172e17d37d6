import { below, inside, type Member, type Operation, type PlacedMember } from './facts.ts'
import { isRecord, type Json, merged, resolve } from './schema.ts'

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** The facts of an OpenAPI document (parsed and bundled), in the words of the reference. */
export function describeDocument(document: unknown): { operations: Operation[] } {
  if (!isRecord(document) || !isRecord(document.paths)) throw new Error('this is not an OpenAPI document: no paths')
  const operations = Object.entries(document.paths).flatMap(([path, entry]) => {
    const item = resolve(document, entry)
    return METHODS.filter((method) => item[method] !== undefined).map((method) => {
      const operation = resolve(document, item[method])
      const members = [
        ...parameters(document, item, operation),
        ...content(document, operation.requestBody).map((member): PlacedMember => ({ place: 'body', ...member })),
        ...content(document, success(operation)).map((member): PlacedMember => ({ place: 'response', ...member })),
      ]
      return { method: method.toUpperCase(), path, members }
    })
  })
  return { operations }
}

function parameters(document: Json, item: Json, operation: Json): PlacedMember[] {
  // An operation's own parameter replaces the one of its path that has the same name and place.
  const byKey = new Map<string, Json>()
  for (const entry of [item.parameters, operation.parameters].flat()) {
    if (entry === undefined) continue
    const parameter = resolve(document, entry)
    byKey.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  return [...byKey.values()].flatMap((parameter): PlacedMember[] => {
    const { in: place, name, required } = parameter
    if ((place !== 'path' && place !== 'query') || typeof name !== 'string') return []
    const members = describeMember(document, name, parameter.schema, required === true)
    return members.map((member) => ({ place, ...member }))
  })
}

function success(operation: Json): unknown {
  const responses = isRecord(operation.responses) ? operation.responses : {}
  const status = Object.keys(responses)
    .sort()
    .find((key) => /^2/.test(key))
  return status === undefined ? undefined : responses[status]
}

function content(document: Json, body: unknown): Member[] {
  if (body === undefined) return []
  const types = resolve(document, body).content
  const json = isRecord(types) ? types['application/json'] : undefined
  return json === undefined ? [] : describeInside(document, resolve(document, json).schema, '')
}

function describeMember(document: Json, path: string, schema: unknown, required: boolean): Member[] {
  if (path.split('.').length > 20) throw new Error(`the description nests without end at ${path}`)
  const whole = merged(document, schema)
  const type = typeOf(document, whole)
  const values = valuesOf(document, whole)
  return [
    { path, type, required, ...(values && { enum: values as NonNullable<Member['enum']> }) },
    ...describeInside(document, schema, path),
  ]
}

/** The members of the object that a value is or, for a list or a map, holds. */
function describeInside(document: Json, schema: unknown, path: string): Member[] {
  const whole = merged(document, schema)
  const held = heldBy(whole)
  if (held) return describeInside(document, held, inside(path, whole.items ? 'array of unknown' : 'map[unknown]'))
  const choices = choicesOf(whole)?.filter((choice) => typeOf(document, merged(document, choice)) !== 'null')
  if (choices?.length === 1) return describeInside(document, choices[0], path)
  if (!isRecord(whole.properties)) return []
  const required = Array.isArray(whole.required) ? whole.required : []
  return Object.entries(whole.properties).flatMap(([name, property]) =>
    describeMember(document, below(path, name), property, required.includes(name)),
  )
}

const choicesOf = (schema: Json): unknown[] | undefined =>
  [schema.oneOf, schema.anyOf].find((choices) => Array.isArray(choices))

const heldBy = (schema: Json): Json | undefined => {
  if (isRecord(schema.items)) return schema.items
  return isRecord(schema.additionalProperties) && !schema.properties ? schema.additionalProperties : undefined
}

function valuesOf(document: Json, schema: Json): unknown[] | undefined {
  if (isRecord(schema.items)) return valuesOf(document, merged(document, schema.items))
  const values = schema.const !== undefined ? [schema.const] : schema.enum
  return Array.isArray(values) ? values.filter((value) => value !== null) : undefined
}

function typeOf(document: Json, schema: Json): string {
  const choices = choicesOf(schema)
  if (choices) return oneOf(choices.flatMap((choice) => typeOf(document, merged(document, choice)).split(' or ')))
  const said = [schema.type].flat().filter((type) => typeof type === 'string')
  const types = said.length > 0 ? said : guessTypes(schema)
  return oneOf(
    [...types, ...(schema.nullable === true ? ['null'] : [])].map((type) => typeName(document, schema, type)),
  )
}

function typeName(document: Json, schema: Json, type: string): string {
  // Requests are refined: a page is a whole number there, which the reference calls a number.
  if (type === 'integer') return 'number'
  if (type === 'array') return `array of ${typeOf(document, merged(document, schema.items ?? {}))}`
  if (type !== 'object' || schema.properties || !schema.additionalProperties) return type
  const values = isRecord(schema.additionalProperties) ? schema.additionalProperties : {}
  return `map[${typeOf(document, merged(document, values))}]`
}

function guessTypes(schema: Json): string[] {
  const values = schema.const !== undefined ? [schema.const] : schema.enum
  if (Array.isArray(values)) return values.map((value) => (value === null ? 'null' : typeof value))
  if (schema.properties || schema.additionalProperties) return ['object']
  return [schema.items ? 'array' : 'unknown']
}

const oneOf = (types: string[]): string =>
  [...new Set(types)].sort((a, b) => +(a === 'null') - +(b === 'null')).join(' or ')
