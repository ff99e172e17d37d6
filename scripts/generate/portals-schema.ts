/** Writes the JSON Schema of a file of portals as code: the bodies of the two creates, for editors. */
import { asObject, type Json, nameOf, operationsOf, schemaNameOf, schemasOf } from './document.ts'

const lists = { servers: 'createServer', portals: 'createPortal' }

/** An environment variable somewhere in a string: what it will be cannot be checked before it is known. */
const variable = { type: 'string', pattern: String.raw`\$\{[A-Za-z_][A-Za-z0-9_]*\}` }

export function portalsSchema(document: Json): Json {
  const bodies = Object.entries(lists).map(([list, operationId]) => {
    const found = operationsOf(document).find((each) => each.operationId === operationId)
    if (!found) throw new Error(`there is no ${operationId}`)
    return [list, schemaNameOf(document, found.operation.requestBody)] as const
  })
  const $defs: Json = {}
  for (const [, name] of bodies) define(name, schemasOf(document), $defs)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'MCP portals and servers as code',
    description: 'What an account is to have. A list that is left out is left alone.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where an editor finds this schema.' },
      ...Object.fromEntries(
        bodies.map(([list, name]) => [
          list,
          { type: 'array', description: `All ${list} that are managed here.`, items: { $ref: `#/$defs/${name}` } },
        ]),
      ),
    },
    $defs,
  }
}

function define(name: string, schemas: Json, $defs: Json): void {
  if (name in $defs) return
  $defs[name] = {}
  $defs[name] = toPlain(asObject(schemas[name], name), (reference) => {
    define(nameOf(reference), schemas, $defs)
    return `#/$defs/${nameOf(reference)}`
  })
}

/** Without what is OpenAPI's alone; an object has no other fields, and a string may come from a variable. */
function toPlain(schema: Json, refer: (reference: unknown) => string): Json {
  const { $ref, properties, items, ...rest } = schema
  if ($ref !== undefined) return { ...withoutExtensions(rest), $ref: refer($ref) }
  const kept = withoutExtensions(rest)
  if (properties !== undefined) {
    const fields = Object.entries(asObject(properties, 'properties'))
    kept.properties = Object.fromEntries(fields.map(([name, field]) => [name, toPlain(asObject(field, name), refer)]))
    kept.additionalProperties = false
  }
  if (items !== undefined) kept.items = toPlain(asObject(items, 'items'), refer)
  return isBounded(kept) ? orVariable(kept) : kept
}

const isBounded = ({ type, pattern, enum: values, maxLength, minLength, format }: Json): boolean =>
  [type].flat().includes('string') &&
  [pattern, values, maxLength, minLength, format].some((each) => each !== undefined && each !== 'password')

function orVariable({ description, ...schema }: Json): Json {
  return { description, anyOf: [schema, variable] }
}

function withoutExtensions(schema: Json): Json {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !name.startsWith('x-') && name !== 'examples'))
}
