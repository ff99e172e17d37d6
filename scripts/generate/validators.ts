/**
 * Compiles the latest edition to code that checks requests and responses, so that nothing has to be compiled, by `eval`,
 * where it runs. Every object is closed there: whoever reads the findings decides what an undocumented field means.
 * What the reference edition does not have is reported by keywords of its own; see newer.ts, and read-back.ts for
 * what a request may hold because the API returned it.
 */
import { Ajv } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import formats from 'ajv-formats/dist/formats.js'
import { asObject, type Json, nameOf, type Operation, operationsOf, schemaNameOf, schemasOf } from './document.ts'
import { addNewerKeywords, newerKeywords, withMarks } from './newer.ts'
import { addReadBackKeyword, readBackKeywords, withReadBacks } from './read-back.ts'

const assertions = [
  ...['type', 'required', 'items', 'enum', 'minLength', 'maxLength', 'minimum', 'maximum', 'pattern'],
  ...newerKeywords,
  ...readBackKeywords,
]
const annotations = [
  'description',
  'default',
  'deprecated',
  'writeOnly',
  'readOnly',
  'title',
  'examples',
  'x-response-only',
]
const types = `/** Fills \`errors\` when it returns false. */
export interface Validate {
  (value: unknown): boolean
  errors?: ValidationError[] | null
}

export interface ValidationError {
  /** JSON pointer. */
  instancePath: string
  /**
   * Of JSON Schema, or where the value is right in the latest edition and the reference lacks it: \`newerField\`,
   * \`newerNull\`; \`newerRequired\` where the reference does not ask for the field that is missing;
   * \`responseField\` where a request holds a field that only the response has.
   */
  keyword: string
  params: Record<string, unknown>
}

export interface OperationValidators {
  operationId: string
  /** In capitals. */
  method: string
  /** A template: \`/accounts/{account_id}/…\`. */
  path: string
  /** Whether only the latest edition has the operation. */
  newer: boolean
  pathParameters: Validate
  queryParameters: Validate
  /** Names of those that are numbers. */
  numbers: string[]
  body?: Validate
  /** By status, as text, and \`default\`. */
  responses: Record<string, Validate>
}
`

/** The text of a module that exports every operation with its validators. */
export function validatorsCode(reference: Json, latest: Json): string {
  const document = withReadBacks(withMarks(reference, latest))
  const ajv = createAjv()
  for (const [name, pattern] of namedPatterns(document)) ajv.addFormat(name, pattern)
  for (const [name, schema] of Object.entries(schemasOf(document))) ajv.addSchema({ $id: name, ...closed(schema) })
  const exported: Record<string, string> = {}
  const known = operationsOf(reference).map(({ operationId }) => operationId)
  const operations = operationsOf(document).map((operation) =>
    operationCode({ document, ajv, exported }, operation, !known.includes(operation.operationId)),
  )
  return [
    '// @ts-nocheck: the validators are code that ajv wrote',
    types,
    withoutImports(standalone.default(ajv, exported)),
    `export const operationValidators: OperationValidators[] = [\n${operations.join('')}]\n`,
  ].join('\n')
}

function createAjv(): Ajv {
  const { uri } = formats.fastFormats
  if (!(uri instanceof RegExp)) throw new Error('a format is no longer an expression')
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
    formats: { uri, password: true, int64: true },
  })
  addNewerKeywords(ajv)
  addReadBackKeyword(ajv)
  return ajv
}

/** Patterns that the spec names, for a person: an error carries the name, as that of a format. */
function namedPatterns(node: unknown): [name: string, pattern: RegExp][] {
  if (typeof node !== 'object' || node === null) return []
  const { pattern, 'x-expected': name } = node as Json
  const here: [string, RegExp][] = typeof name === 'string' ? [[name, new RegExp(String(pattern), 'u')]] : []
  return [...here, ...Object.values(node).flatMap(namedPatterns)]
}

interface Compiling {
  document: Json
  ajv: Ajv
  /** Filled with the names of validators and of the schemas that they are compiled from. */
  exported: Record<string, string>
}

function operationCode(compiling: Compiling, { operation, ...described }: Operation, newer: boolean): string {
  const { operationId, method, path, parameters } = described
  const inPlace = (place: string) => parameters.filter((parameter) => parameter.in === place)
  const numbers = inPlace('query').filter(({ schema }) => asObject(schema, 'schema').type === 'integer')
  const responses = Object.entries(asObject(operation.responses, 'responses'))
  const lines = [
    `operationId: '${operationId}',`,
    `method: '${method.toUpperCase()}',`,
    `path: '${path}',`,
    `newer: ${newer},`,
    `pathParameters: ${parametersCode(compiling, inPlace('path'))},`,
    `queryParameters: ${parametersCode(compiling, inPlace('query'))},`,
    `numbers: ${JSON.stringify(numbers.map(({ name }) => name))},`,
    ...(operation.requestBody ? [`body: ${contentCode(compiling, operation.requestBody)},`] : []),
    `responses: { ${responses.map(([status, response]) => `${status}: ${contentCode(compiling, response)}`).join(', ')} },`,
  ]
  return `  {\n${lines.map((line) => `    ${line}\n`).join('')}  },\n`
}

/** Parameters are checked as the fields of one object. */
function parametersCode({ ajv, exported }: Compiling, parameters: Json[]): string {
  const required = parameters.filter((parameter) => parameter.required === true).map(({ name }) => name)
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]))
  const name = ['Parameters', ...Object.keys(properties)].join('_')
  if (!exported[name]) ajv.addSchema({ $id: name, ...closed({ type: 'object', required, properties }) })
  exported[name] = name
  return name
}

function contentCode({ document, exported }: Compiling, body: unknown): string {
  const name = schemaNameOf(document, body)
  exported[name] = name
  return name
}

/** What a schema asserts, without prose; no object may have a field that it does not name, unless it names none. */
function closed(schema: unknown): Json {
  const {
    $ref,
    properties,
    items,
    additionalProperties,
    format,
    'x-expected': expected,
    ...rest
  } = asObject(schema, 'a schema')
  const unknown = Object.keys(rest).filter((key) => !assertions.includes(key) && !annotations.includes(key))
  if (unknown.length > 0) throw new Error(`the validators do not know ${unknown.join(', ')}`)
  const kept: Json = Object.fromEntries(Object.entries(rest).filter(([key]) => assertions.includes(key)))
  if (typeof $ref === 'string') return { $ref: nameOf($ref), ...kept }
  if (format !== undefined) kept.format = format
  if (expected !== undefined) {
    kept.format = expected
    delete kept.pattern
  }
  if (items !== undefined) kept.items = closed(items)
  if (additionalProperties !== undefined) kept.additionalProperties = additionalProperties
  if (properties === undefined) return kept
  const fields = Object.entries(asObject(properties, 'properties')).map(([name, field]) => [name, closed(field)])
  return { additionalProperties: false, ...kept, properties: Object.fromEntries(fields) }
}

/** ajv asks for its helpers with `require`, even in an ES module; the one that is used is short. */
function withoutImports(code: string): string {
  const inlined = withShortErrors(code)
    .replace(/^"use strict";\s*/, '')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', '(text) => [...text].length')
    .replaceAll(/^export const (\w+) = (\w+);$/gm, 'const $1 = $2;')
  const left = /\brequire\b *\(|\bnew Function\b|\beval\b|^(?:import|export)\b/m.exec(inlined)
  if (left) throw new Error(`the validators hold ${left[0]}`)
  return inlined
}

/** Each of the hundreds of errors in one statement, and without what nobody here reads: half the file. */
function withShortErrors(code: string): string {
  const push =
    /const (err\d+) = (.*);\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;/g
  const short = code
    .replaceAll(push, (_, _name, error) => `errors = (vErrors ??= []).push(${error});`)
    .replaceAll(/schemaPath:"[^"]*",/g, '')
    .replaceAll(/, ?parentData\b.*?\brootData(?:=data)?/g, '')
  if (/vErrors = \[|schemaPath|parentData|rootData/.test(short)) throw new Error('ajv writes its errors in another way')
  return short
}
