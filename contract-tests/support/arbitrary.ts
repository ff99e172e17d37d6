import fc from 'fast-check'
import { resolve, type Schema } from './description.ts'

/** Any value that a schema of a request allows. */
export function anyOf(schema: Schema): fc.Arbitrary<unknown> {
  const { type, items, properties = {}, required = [], enum: values } = resolve<Schema>(schema)
  if (values) return fc.constantFrom(...values)
  if (Array.isArray(type)) return fc.oneof(...type.map((each) => anyOf({ ...resolve<Schema>(schema), type: each })))
  if (type === 'null') return fc.constant(null)
  if (type === 'string') return anyString(resolve<Schema>(schema))
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return anyInteger(resolve<Schema>(schema))
  if (type === 'array' && items) return fc.array(anyOf(items), { maxLength: 4 })
  if (type === 'object') {
    const members = Object.entries(properties).map(([name, member]) => [name, anyOf(member)] as const)
    return fc.record<Record<string, unknown>>(Object.fromEntries(members), {
      requiredKeys: required,
      noNullPrototype: true,
    })
  }
  throw new Error(`No values are known for ${JSON.stringify(schema)}`)
}

function anyString({ pattern, format, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  const fits = (text: string) => [...text].length >= minLength && [...text].length <= maxLength
  if (pattern) return fc.stringMatching(new RegExp(pattern)).filter(fits)
  if (format === 'hostname') return fc.domain()
  if (format === 'uri') return fc.webUrl({ withQueryParameters: true })
  return fc.string({ unit: 'grapheme', maxLength }).filter(fits)
}

function anyInteger({ minimum, maximum }: Schema): fc.Arbitrary<number> {
  return fc.integer({ ...(minimum !== undefined && { min: minimum }), ...(maximum !== undefined && { max: maximum }) })
}
