import { readFileSync } from 'node:fs'

/** The description as JSON, with as much of its shape as the tests look at. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: string[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  required?: string[]
  properties?: Record<string, Schema>
  additionalProperties?: boolean
  items?: Schema
}

export interface Parameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  schema: Schema
  examples: Record<string, { summary: string; value: unknown }>
}

interface Content {
  'application/json': { schema: Schema; examples: Record<string, { value: unknown }> }
}

export interface Operation<Id extends LatestOperationId = OperationId> {
  operationId: Id
  method: string
  path: string
  parameters: Parameter[]
  requestBody: { content: Content } | undefined
  responses: Record<string, { content: Content }>
}

export type OperationId = keyof import('../../generated/schema.ts').operations
/** Of the latest edition, which has those of the reference and more. */
export type LatestOperationId = keyof import('../../generated/latest/schema.ts').operations

/** One named example of a request or of an answer. */
export interface Example {
  name: string
  value: unknown
}

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../generated/${file}`, import.meta.url), 'utf8'))

export const description = read('openapi.json')
/** The latest edition, with every reference replaced by what it refers to. */
export const latestDescription = inlined(read('latest/openapi.json'))

/** Follows a local reference; anything else is returned as it is. */
export function resolve<T>(node: T | { $ref: string }): T {
  const reference = (node as { $ref?: string } | undefined)?.$ref
  return reference === undefined ? (node as T) : resolve(find<T>(description, reference))
}

function find<T>(document: Record<string, never>, reference: string): T {
  return reference
    .split('/')
    .slice(1)
    .reduce((found, key) => found[key]!, document) as T
}

/** A document with every reference replaced by what it refers to. */
export function inlined<T>(node: T, document = node as Record<string, never>): T {
  if (Array.isArray(node)) return node.map((item) => inlined(item, document)) as T
  if (typeof node !== 'object' || node === null) return node
  if ('$ref' in node) return inlined(find<T>(document, String(node.$ref)), document)
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inlined(value, document)])) as T
}

interface PathItem {
  [method: string]: unknown
  parameters: (Parameter | { $ref: string })[]
}

export const operations = operationsIn<OperationId>(description)
export const latestOperations = operationsIn<LatestOperationId>(latestDescription)

function operationsIn<Id extends LatestOperationId>({ paths }: { paths: Record<string, PathItem> }): Operation<Id>[] {
  return Object.entries(paths).flatMap(([path, { parameters: shared, ...methods }]) =>
    Object.entries(methods as Record<string, Operation<Id>>).map(([method, operation]) => ({
      operationId: operation.operationId,
      method: method.toUpperCase(),
      path,
      parameters: [...shared, ...(operation.parameters ?? [])].map((parameter) => resolve<Parameter>(parameter)),
      requestBody: operation.requestBody,
      responses: Object.fromEntries(
        Object.entries(operation.responses).map(([status, response]) => [status, resolve(response)]),
      ),
    })),
  )
}

/** The documented status of success. */
export function successOf({ responses }: Pick<Operation, 'responses'>): string {
  return Object.keys(responses).find((status) => status.startsWith('2')) as string
}

/** The named examples of a body; none where there is no body. */
export function examplesOf(body: { content: Content } | undefined): Example[] {
  const examples = Object.entries(body?.content['application/json'].examples ?? {})
  return examples.map(([name, example]) => ({ name, value: resolve(example).value }))
}

/** The operation that a request reaches. */
export function operationAt(method: string, pathname: string): Operation {
  const found = operations.find((operation) => operation.method === method && patternOf(operation.path).test(pathname))
  if (!found) throw new Error(`The description has no ${method} ${pathname}`)
  return found
}

function patternOf(path: string): RegExp {
  return new RegExp(`${path.replace(/\{\w+\}/g, '[^/]+')}$`)
}
