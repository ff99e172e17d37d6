import { below, type Field, inside, type Operation, type PlacedField } from './facts.ts'
import { isRecord, type Json, merged, resolve } from './schema.ts'

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

/** The facts of an OpenAPI document (parsed and bundled), in the words of the reference. */
export function parseSpec(document: unknown): { operations: Operation[] } {
  if (!isRecord(document) || !isRecord(document.paths)) throw new Error('this is not an OpenAPI document: no paths')
  const operations = Object.entries(document.paths).flatMap(([path, entry]) => {
    const item = resolve(document, entry)
    return METHODS.filter((method) => item[method] !== undefined).map((method) => {
      const operation = resolve(document, item[method])
      const fields = [
        ...parameters(document, item, operation),
        ...content(document, operation.requestBody).map((field): PlacedField => ({ place: 'body', ...field })),
        ...content(document, success(operation)).map((field): PlacedField => ({ place: 'response', ...field })),
      ]
      return { method: method.toUpperCase(), path, fields }
    })
  })
  return { operations }
}

function parameters(document: Json, item: Json, operation: Json): PlacedField[] {
  // An operation's own parameter replaces the one of its path that has the same name and place.
  const byKey = new Map<string, Json>()
  for (const entry of [item.parameters, operation.parameters].flat()) {
    if (entry === undefined) continue
    const parameter = resolve(document, entry)
    byKey.set(`${parameter.in} ${parameter.name}`, parameter)
  }
  return [...byKey.values()].flatMap((parameter): PlacedField[] => {
    const { in: place, name, required } = parameter
    if ((place !== 'path' && place !== 'query') || typeof name !== 'string') return []
    const fields = readField(document, name, parameter.schema, required === true)
    return fields.map((field) => ({ place, ...field }))
  })
}

function success(operation: Json): unknown {
  const responses = isRecord(operation.responses) ? operation.responses : {}
  const status = Object.keys(responses)
    .sort()
    .find((key) => /^2/.test(key))
  return status === undefined ? undefined : responses[status]
}

function content(document: Json, body: unknown): Field[] {
  if (body === undefined) return []
  const types = resolve(document, body).content
  const json = isRecord(types) ? types['application/json'] : undefined
  return json === undefined ? [] : readInside(document, resolve(document, json).schema, '')
}

function readField(document: Json, path: string, schema: unknown, required: boolean): Field[] {
  if (path.split('.').length > 20) throw new Error(`the spec nests without end at ${path}`)
  const whole = merged(document, schema)
  const type = toType(document, whole)
  const values = findValues(document, whole)
  return [
    { path, type, required, ...(values && { enum: values as NonNullable<Field['enum']> }) },
    ...readInside(document, schema, path),
  ]
}

/** The fields of the object that a value is or, for a list or a map, holds. */
function readInside(document: Json, schema: unknown, path: string): Field[] {
  const whole = merged(document, schema)
  const held = findItems(whole)
  if (held) return readInside(document, held, inside(path, whole.items ? 'array of unknown' : 'map[unknown]'))
  const choices = findChoices(whole)?.filter((choice) => toType(document, merged(document, choice)) !== 'null')
  if (choices?.length === 1) return readInside(document, choices[0], path)
  if (!isRecord(whole.properties)) return []
  const required = Array.isArray(whole.required) ? whole.required : []
  return Object.entries(whole.properties).flatMap(([name, property]) =>
    readField(document, below(path, name), property, required.includes(name)),
  )
}

const findChoices = (schema: Json): unknown[] | undefined =>
  [schema.oneOf, schema.anyOf].find((choices) => Array.isArray(choices))

const findItems = (schema: Json): Json | undefined => {
  if (isRecord(schema.items)) return schema.items
  return isRecord(schema.additionalProperties) && !schema.properties ? schema.additionalProperties : undefined
}

function findValues(document: Json, schema: Json): unknown[] | undefined {
  if (isRecord(schema.items)) return findValues(document, merged(document, schema.items))
  const values = schema.const !== undefined ? [schema.const] : schema.enum
  return Array.isArray(values) ? values.filter((value) => value !== null) : undefined
}

function toType(document: Json, schema: Json): string {
  const choices = findChoices(schema)
  if (choices) return joinTypes(choices.flatMap((choice) => toType(document, merged(document, choice)).split(' or ')))
  const said = [schema.type].flat().filter((type) => typeof type === 'string')
  const types = said.length > 0 ? said : guessTypes(schema)
  return joinTypes(
    [...types, ...(schema.nullable === true ? ['null'] : [])].map((type) => typeName(document, schema, type)),
  )
}

function typeName(document: Json, schema: Json, type: string): string {
  // Requests are refined: a page is a whole number there, which the reference calls a number.
  if (type === 'integer') return 'number'
  if (type === 'array') return `array of ${toType(document, merged(document, schema.items ?? {}))}`
  if (type !== 'object' || schema.properties || !schema.additionalProperties) return type
  const values = isRecord(schema.additionalProperties) ? schema.additionalProperties : {}
  return `map[${toType(document, merged(document, values))}]`
}

function guessTypes(schema: Json): string[] {
  const values = schema.const !== undefined ? [schema.const] : schema.enum
  if (Array.isArray(values)) return values.map((value) => (value === null ? 'null' : typeof value))
  if (schema.properties || schema.additionalProperties) return ['object']
  return [schema.items ? 'array' : 'unknown']
}

const joinTypes = (types: string[]): string =>
  [...new Set(types)].sort((a, b) => +(a === 'null') - +(b === 'null')).join(' or ')
