import type { Parameter, Schema } from '../support/description.ts'

interface Referring {
  $ref?: string
}

type Content = Record<string, { schema: Schema }>

interface Described {
  operationId: string
  parameters?: (Parameter & Referring)[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, Referring & { content?: Content }>
}

interface Description {
  paths: Record<string, Record<string, unknown>>
  components: {
    schemas: Record<string, Schema>
    parameters: Record<string, Parameter>
    responses: Record<string, { content: Content; headers?: Record<string, { schema: Schema }> }>
  }
  security: unknown
}

const methods = ['get', 'post', 'put', 'delete', 'patch']

/** What a description promises, a line a fact, in an order of its own: no prose, no examples, no version of OpenAPI. */
export function contractOf({ paths, components, security }: Description): string[] {
  return [
    `security ${JSON.stringify(security)}`,
    ...Object.entries(paths).flatMap(([path, item]) => [
      ...parametersOf(path, item.parameters as Described['parameters']),
      ...methods
        .filter((method) => method in item)
        .flatMap((method) => operationOf(`${method} ${path}`, item[method] as Described)),
    ]),
    ...Object.entries(components.parameters).flatMap(([name, parameter]) => parametersOf(name, [parameter])),
    ...Object.entries(components.responses).flatMap(([name, { content, headers = {} }]) => [
      ...contentOf(name, content),
      ...Object.entries(headers).flatMap(([header, { schema }]) => schemaOf(`${name} ${header}`, schema)),
    ]),
    ...Object.entries(components.schemas).flatMap(([name, schema]) => schemaOf(name, schema)),
  ].sort()
}

function operationOf(place: string, { operationId, parameters, requestBody, responses }: Described): string[] {
  return [
    `${place} is ${operationId}`,
    ...parametersOf(operationId, parameters),
    ...contentOf(`${operationId} ${requestBody?.required ? 'must' : 'may'} send`, requestBody?.content),
    ...Object.entries(responses).flatMap(([status, { $ref, content }]) => [
      `${operationId} responds ${status} ${$ref ?? ''}`,
      ...contentOf(`${operationId} ${status}`, content),
    ]),
  ]
}

function parametersOf(place: string, parameters: Described['parameters'] = []): string[] {
  return parameters.flatMap(({ $ref, in: where, name, required, schema }) =>
    $ref
      ? [`${place} takes ${$ref}`]
      : schemaOf(`${place} takes ${required ? 'required ' : ''}${where} ${name}`, schema),
  )
}

function contentOf(place: string, content: Content = {}): string[] {
  return Object.entries(content).flatMap(([type, { schema }]) => schemaOf(`${place} ${type}`, schema))
}

/** Every keyword of the schema counts but those that only tell. A 3.1 type of two, one of them null, is 3.0's nullable. */
function schemaOf(place: string, schema: Schema): string[] {
  const { type, properties = {}, items, required = [], ...rest } = schema as Schema & { nullable?: boolean }
  const { description: _, default: preset, nullable = false, ...limits } = rest as Record<string, unknown>
  const types = [type].flat().filter((name) => name !== 'null')
  const none = nullable || (Array.isArray(type) && type.includes('null'))
  return [
    `${place}: ${types}${none ? ' or null' : ''} ${JSON.stringify(limits, Object.keys(limits).sort())} ${preset ?? ''}`,
    ...Object.entries(properties).flatMap(([name, field]) =>
      schemaOf(`${place}.${name}${required.includes(name) ? '' : '?'}`, field),
    ),
    ...(items ? schemaOf(`${place}[]`, items) : []),
  ]
}
