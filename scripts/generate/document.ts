/** How a bundled OpenAPI document is read: references, operations, bodies. */
export type Json = { [key: string]: unknown }

export interface Operation {
  operationId: string
  /** In lower case, as the document has it. */
  method: string
  path: string
  /** Of the path and of the operation. */
  parameters: Json[]
  /** As the document has it. */
  operation: Json
}

const methods = ['get', 'post', 'put', 'delete']

export function operationsOf(document: Json): Operation[] {
  return Object.entries(asObject(document.paths, 'paths')).flatMap(([path, entry]) => {
    const item = asObject(entry, path)
    return methods
      .filter((method) => method in item)
      .map((method) => {
        const operation = asObject(item[method], `${method} ${path}`)
        const parameters = [item.parameters ?? [], operation.parameters ?? []].flat()
        return {
          operationId: String(operation.operationId),
          method,
          path,
          parameters: parameters.map((parameter) => resolve(document, parameter)),
          operation,
        }
      })
  })
}

/** The reference to the schema of a body, which the lint demands to be one. */
export function schemaNameOf(document: Json, body: unknown): string {
  const content = asObject(resolve(document, body).content, 'content')
  const media = asObject(content['application/json'], 'application/json')
  return nameOf(asObject(media.schema, 'schema').$ref)
}

/** The status of success and its response. */
export function successOf(operation: Json): [status: string, response: unknown] {
  const success = Object.entries(asObject(operation.responses, 'responses')).find(([status]) => status < '300')
  if (!success) throw new Error(`${operation.operationId} never succeeds`)
  return success
}

export function schemasOf(document: Json): Json {
  return asObject(asObject(document.components, 'components').schemas, 'components.schemas')
}

/** The name of the component that a reference names. */
export const nameOf = (reference: unknown): string => String(reference).split('/').at(-1)!

/** Follows a local reference, if it is one. */
export function resolve(document: Json, node: unknown): Json {
  const { $ref } = asObject(node, 'an entry')
  if (typeof $ref !== 'string') return asObject(node, 'an entry')
  const target = $ref.split('/').slice(1)
  return asObject(
    target.reduce<unknown>((at, part) => asObject(at, $ref)[part], document),
    $ref,
  )
}

export function asObject(value: unknown, name: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${name} is not an object`)
  return value as Json
}
