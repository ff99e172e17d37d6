/** Writes the table of operations: what the client, the contract check and the reports have to know of each. */
import { asObject, type Json } from './flatten.ts'

/** The text of a module that exports the table. */
export function operationsCode(description: Json): string {
  const rows = Object.entries(asObject(description.paths, 'paths')).flatMap(([path, entry]) =>
    Object.entries(asObject(entry, path))
      .filter(([key]) => key !== 'parameters')
      .map(([method, operation]) => rowOf(method.toUpperCase(), path, asObject(operation, `${method} ${path}`))),
  )
  return [
    'export interface Operation {',
    '  /** In capitals. */',
    '  method: string',
    '  /** A template below the base URL. */',
    '  path: string',
    "  /** The client's name of the call. */",
    '  name: string',
    '  /** Whether sending it twice does what sending it once does. */',
    '  repeatable: boolean',
    '}\n',
    `export const serverUrl = ${quoted(serverUrl(description))}\n`,
    '/** Fields that a request may hold and no response does. */',
    `export const writeOnlyFields: readonly string[] = [${writeOnlyFields(description).map(quoted).join(', ')}]\n`,
    'export const operations = {',
    ...rows,
    '} satisfies Record<string, Operation>\n',
  ].join('\n')
}

/** HTTP's own rule, but for a POST that the description marks as idempotent. */
function rowOf(method: string, path: string, operation: Json): string {
  const operationId = String(operation.operationId)
  const [group = ''] = operation.tags as string[]
  const verb = /^[a-z]+/.exec(operationId)?.[0]
  const repeatable = method !== 'POST' || operation['x-idempotent'] === true
  const facts = [
    `method: ${quoted(method)}`,
    `path: ${quoted(path)}`,
    `name: ${quoted(`${group.toLowerCase()}.${verb}`)}`,
    `repeatable: ${repeatable}`,
  ]
  return `  ${operationId}: { ${facts.join(', ')} },`
}

function serverUrl(description: Json): string {
  const [server] = description.servers as { url: string }[]
  if (!server) throw new Error('spec/openapi.yaml names no server')
  return server.url
}

function writeOnlyFields(description: Json): string[] {
  const schemas = asObject(asObject(description.components, 'components').schemas, 'components.schemas')
  const names = Object.values(schemas).flatMap((schema) =>
    Object.entries(asObject(schema, 'a schema').properties ?? {})
      .filter(([, field]) => asObject(field, 'a field').writeOnly === true)
      .map(([name]) => name),
  )
  return [...new Set(names)]
}

const quoted = (text: string): string => `'${text}'`
