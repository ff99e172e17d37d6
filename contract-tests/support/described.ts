import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { description, type Operation, operationAt, type Schema } from './description.ts'
import type { WireExchange } from './wire.ts'

const open = validatorsOf(description)
const closed = validatorsOf(withoutFurtherMembers(description))

/**
 * What of an exchange the description does not say, as sentences; none where both agree. A request may hold nothing
 * that is not described, an answer may hold more.
 */
export function undescribed(exchange: WireExchange): string[] {
  const operation = operationAt(exchange.method, exchange.url.pathname)
  return [
    ...undescribedQuery(operation, exchange.url),
    ...undescribedBody(operation, exchange),
    ...undescribedAnswer(operation, exchange),
  ]
}

function undescribedQuery({ parameters }: Operation, { searchParams }: URL): string[] {
  return [...searchParams].flatMap(([name, value]) => {
    const parameter = parameters.find((candidate) => candidate.in === 'query' && candidate.name === name)
    if (!parameter) return [`query: ${name} is not described`]
    const typed = parameter.schema.type === 'integer' ? Number(value) : value
    return complaints(new Ajv2020({ strict: false }).compile(parameter.schema), typed, `query ${name}`)
  })
}

function undescribedBody({ requestBody, operationId }: Operation, { body, headers }: WireExchange): string[] {
  if (!requestBody) return body ? [`${operationId} takes no body`] : []
  if (headers['content-type'] !== 'application/json') return [`content type ${headers['content-type']}`]
  return complaints(closed(requestBody.content['application/json'].schema), JSON.parse(body), 'body')
}

function undescribedAnswer({ responses }: Operation, { status, answer }: WireExchange): string[] {
  const response = responses[status] ?? (status >= 500 ? responses.default : undefined)
  if (!response) return [`status ${status} is not described`]
  return complaints(open(response.content['application/json'].schema), JSON.parse(answer), 'answer')
}

interface Validate {
  (value: unknown): unknown
  errors?: { instancePath: string; message?: string; params: unknown }[] | null
}

function complaints(validate: Validate, value: unknown, where: string): string[] {
  if (validate(value)) return []
  const errors = validate.errors ?? []
  return errors.map((error) => `${where}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`)
}

function validatorsOf(document: object): (schema: Schema) => Validate {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  formats.default(ajv)
  ajv.addSchema(document, 'description')
  return ({ $ref }) => ajv.getSchema(`description${$ref}`) as Validate
}

/** A document in which no object may have a field that it does not name. */
export function withoutFurtherMembers<T>(node: T): T {
  if (Array.isArray(node)) return node.map(withoutFurtherMembers) as T
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutFurtherMembers(value)]))
  return ('properties' in copy ? { additionalProperties: false, ...copy } : copy) as T
}
