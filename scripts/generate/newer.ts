/**
 * Marks in the latest edition what the reference edition does not have, so that a validator reports it under a name of
 * its own: a field, null, a field that is required. Any other difference between two schemas of one name is refused:
 * the check of the contract would not see it.
 */
import { _, type Ajv, type CodeKeywordDefinition } from 'ajv'
import { asObject, type Json, schemasOf } from './document.ts'

export const newerKeywords = ['newerField', 'newerNull', 'newerRequired']

/** A copy of the latest edition with the keywords in its schemas. */
export function withMarks(reference: Json, latest: Json): Json {
  const before = schemasOf(reference)
  const schemas = Object.entries(schemasOf(latest)).map(([name, schema]) => {
    const known = before[name]
    return [name, known === undefined ? schema : marked(name, known, schema)]
  })
  const components = asObject(latest.components, 'components')
  return { ...latest, components: { ...components, schemas: Object.fromEntries(schemas) } }
}

/** What may differ, and is either marked or of no account to a validator. */
const differing = ['type', 'properties', 'required', 'items', 'description', 'deprecated']

function marked(place: string, reference: unknown, latest: unknown): Json {
  const before = asObject(reference, place)
  const after = asObject(latest, place)
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!differing.includes(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key])) {
      throw new Error(`${place}: the validators cannot mark another ${key}`)
    }
  }
  const required = namesIn(after.required)
  const newerRequired = required.filter((name) => !namesIn(before.required).includes(name))
  return {
    ...after,
    ...(allowsNull(place, before.type, after.type) && { newerNull: before.type }),
    ...(after.required !== undefined && { required: required.filter((name) => !newerRequired.includes(name)) }),
    ...(newerRequired.length > 0 && { newerRequired }),
    ...(after.items !== undefined && { items: marked(`${place}[]`, before.items, after.items) }),
    ...(after.properties !== undefined && { properties: markedFields(place, before.properties, after.properties) }),
  }
}

function markedFields(place: string, reference: unknown, latest: unknown): Json {
  const before = asObject(reference, place)
  const fields = Object.entries(asObject(latest, place)).map(([name, field]) => {
    const known = before[name]
    const newer = { ...asObject(field, name), newerField: true }
    return [name, known === undefined ? newer : marked(`${place}.${name}`, known, field)]
  })
  return Object.fromEntries(fields)
}

function allowsNull(place: string, reference: unknown, latest: unknown): boolean {
  const before = namesIn(reference)
  const added = namesIn(latest).filter((type) => !before.includes(type))
  if (added.some((type) => type !== 'null') || before.some((type) => !namesIn(latest).includes(type))) {
    throw new Error(`${place}: the validators cannot mark the type ${latest}`)
  }
  return added.length > 0
}

const namesIn = (value: unknown): string[] => [value ?? []].flat() as string[]

/** Teaches ajv the keywords. Each fails where the value has what the reference lacks. */
export function addNewerKeywords(ajv: Ajv): void {
  const newerField: CodeKeywordDefinition = { keyword: 'newerField', code: (context) => context.fail(_`true`) }
  const newerNull: CodeKeywordDefinition = {
    keyword: 'newerNull',
    error: { message: '', params: ({ schema }) => _`{type: ${schema}}` },
    code: (context) => context.fail(_`${context.data} === null`),
  }
  const newerRequired: CodeKeywordDefinition = {
    keyword: 'newerRequired',
    type: 'object',
    error: { message: '', params: ({ params }) => _`{missingProperty: ${params.missingProperty}}` },
    code(context) {
      for (const name of context.schema as string[]) {
        context.setParams({ missingProperty: name })
        context.fail(_`${context.data}[${name}] === undefined`)
      }
    },
  }
  for (const keyword of [newerField, newerNull, newerRequired]) ajv.addKeyword(keyword)
}
