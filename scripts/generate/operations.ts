/** Writes the tables of operations: what the client, the contract check and the reports have to know of each. */
import { asObject, type Json, nameOf, operationsOf, schemaNameOf, schemasOf } from './document.ts'

/** The text of a module that exports the tables. */
export function operationsCode(reference: Json, latest: Json): string {
  const known = rowsOf(reference, nameOfCall)
  const all = rowsOf(latest, (_, operationId) => operationId)
  const added = Object.entries(all).filter(([operationId]) => !(operationId in known))
  return [
    'export interface Operation {',
    '  /** In capitals. */',
    '  method: string',
    '  /** A template below the base URL. */',
    '  path: string',
    "  /** The client's name of the call, or the operationId where the client has no method for it. */",
    '  name: string',
    '  /** Whether sending it twice does what sending it once does. */',
    '  repeatable: boolean',
    '}\n',
    `export const serverUrl = ${quoted(serverUrl(reference))}\n`,
    '/** Permissions of a token: for what only reads, and for everything else. */',
    `export const permissions = ${JSON.stringify(permissions(reference))}\n`,
    '/** Parameters of lists: the least and the greatest number, or nothing for a text. */',
    `export const listQuery: Record<string, number[]> = ${JSON.stringify(listQuery(reference))}\n`,
    '/** Fields of either edition that a request may hold and no response does. */',
    `export const writeOnlyFields: readonly string[] = [${writeOnlyFields(latest).map(quoted).join(', ')}]\n`,
    '/** The fields of what a request of the latest edition sends, by the name of the schema. */',
    'export const requestFields = {',
    ...Object.entries(requestFields(latest)).map(([name, fields]) => `  ${name}: [${fields.map(quoted).join(', ')}],`),
    '} as const\n',
    ...tableCode('operations', Object.entries(known)),
    '/** The operations that only the latest edition has. */',
    ...tableCode('latestOperations', added),
  ].join('\n')
}

const tableCode = (name: string, rows: [operationId: string, row: string][]): string[] => [
  `export const ${name} = {`,
  ...rows.map(([operationId, row]) => `  ${operationId}: ${row},`),
  '} satisfies Record<string, Operation>\n',
]

function rowsOf(document: Json, toName: (operation: Json, operationId: string) => string): Record<string, string> {
  const rows = operationsOf(document).map(({ operationId, method, path, operation }) => {
    // HTTP's own rule, but for a POST that the spec marks as idempotent.
    const repeatable = method !== 'post' || operation['x-idempotent'] === true
    const facts = [
      `method: ${quoted(method.toUpperCase())}`,
      `path: ${quoted(path)}`,
      `name: ${quoted(toName(operation, operationId))}`,
      `repeatable: ${repeatable}`,
    ]
    return [operationId, `{ ${facts.join(', ')} }`]
  })
  return Object.fromEntries(rows)
}

/** The client's name of a call, as in `portals.read`. */
export function nameOfCall(operation: Json, operationId: string): string {
  const [group = ''] = operation.tags as string[]
  return `${group.toLowerCase()}.${/^[a-z]+/.exec(operationId)?.[0]}`
}

function serverUrl(document: Json): string {
  const [server] = document.servers as { url: string }[]
  if (!server) throw new Error('spec/openapi.yaml names no server')
  return server.url
}

function permissions(description: Json): unknown {
  const { securitySchemes } = asObject(description.components, 'components')
  return asObject(asObject(securitySchemes, 'securitySchemes').apiToken, 'apiToken')['x-permissions']
}

function listQuery(description: Json): Json {
  const parameters = asObject(asObject(description.components, 'components').parameters, 'components.parameters')
  const inQuery = Object.values(parameters)
    .map((parameter) => asObject(parameter, 'a parameter'))
    .filter((parameter) => parameter.in === 'query')
  return Object.fromEntries(
    inQuery.map(({ name, schema }) => {
      const { minimum, maximum } = asObject(schema, 'a schema')
      return [name, [minimum, maximum].filter((limit) => limit !== undefined)]
    }),
  )
}

function writeOnlyFields(document: Json): string[] {
  const names = Object.values(schemasOf(document)).flatMap((schema) =>
    Object.entries(asObject(schema, 'a schema').properties ?? {})
      .filter(([, field]) => asObject(field, 'a field').writeOnly === true)
      .map(([name]) => name),
  )
  return [...new Set(names)]
}

/** Of the schemas of the bodies, and of those that they refer to. */
function requestFields(document: Json): Record<string, string[]> {
  const schemas = schemasOf(document)
  const fields: Record<string, string[]> = {}
  const add = (name: string): void => {
    const { properties } = asObject(schemas[name], name)
    if (name in fields || properties === undefined) return
    fields[name] = Object.keys(asObject(properties, name))
    for (const [, reference] of JSON.stringify(properties).matchAll(/"\$ref":"([^"]+)"/g)) add(nameOf(reference))
  }
  for (const { operation } of operationsOf(document)) {
    if (operation.requestBody) add(schemaNameOf(document, operation.requestBody))
  }
  return fields
}

const quoted = (text: string): string => `'${text}'`
