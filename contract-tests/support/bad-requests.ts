import { examplesOf, type Operation, resolve, type Schema } from './description.ts'

export type Path = (string | number)[]
/** A body that is valid but for one thing. */
export interface BadRequest {
  reason: string
  path: Path
  change(body: object): void
  violation: string
}

/** Every required or enumerated field below a schema, at the place where the example has it. */
export function badRequestsOf(schema: Schema, example: unknown, path: Path = []): BadRequest[] {
  const { properties = {}, required = [], items, enum: values } = resolve<Schema>(schema)
  if (items) return badRequestsOf(items, (example as unknown[])[0], [...path, 0])
  if (values)
    return [change('a value outside the enum', path, 'none-of-these', 'must be equal to one of the allowed values')]
  return Object.entries(properties).flatMap(([name, field]) => {
    const value = (example as Record<string, unknown>)[name]
    if (value === undefined) {
      if (resolve<Schema>(field).items || required.includes(name))
        throw new Error(`The example lacks ${[...path, name].join('.')}`)
      return []
    }
    const below = badRequestsOf(field, value, [...path, name])
    if (!required.includes(name)) return below
    const wrong = resolve<Schema>(field).type === 'string' ? 7 : 'seven'
    return [
      change('without it', [...path, name], undefined, `must have required property '${name}'`),
      change('of a wrong type', [...path, name], wrong, `must be ${resolve<Schema>(field).type}`),
      ...below,
    ]
  })
}

function change(reason: string, path: Path, value: unknown, message: string): BadRequest {
  return {
    reason,
    path,
    violation: message,
    change: (body) => {
      const parent = path
        .slice(0, -1)
        .reduce((node, key) => (node as Record<string | number, object>)[key] as object, body)
      Object.assign(parent, { [path.at(-1) as string]: value })
    },
  }
}

/** The example that shows the most. */
export function fullestExample(operation: Operation): object {
  const examples = examplesOf(operation.requestBody).map(({ value }) => value as object)
  return examples.reduce((fullest, each) =>
    JSON.stringify(each).length > JSON.stringify(fullest).length ? each : fullest,
  )
}
