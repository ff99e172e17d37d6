import { describe, expect, it } from 'vitest'
import { compareContracts } from '../../src/drift/compare.ts'
import type { Contract, Field } from '../../src/drift/facts.ts'
import { parseSpec } from '../../src/drift/parse-spec.ts'

const response = (schema: unknown): unknown => ({ content: { 'application/json': { schema } } })
const documentOf = (operation: object, more: object = {}): unknown => ({
  ...more,
  paths: { '/it/{id}': { get: operation, parameters: [{ $ref: '#/components/parameters/Id' }] } },
  components: {
    parameters: { Id: { name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 32 } } },
    schemas: {
      Capability: { type: 'object', additionalProperties: true },
      Named: { type: 'object', required: ['name'], properties: { name: { type: 'string', pattern: '^a' } } },
      Wide: {
        allOf: [{ $ref: '#/components/schemas/Named' }],
        required: ['age'],
        properties: { age: { type: 'integer' } },
      },
      Endless: { type: 'object', properties: { next: { $ref: '#/components/schemas/Endless' } } },
    },
    responses: { Ok: response({ type: 'object', properties: { success: { type: 'boolean' } } }) },
  },
})
const fieldsOf = (operation: object): string[] =>
  parseSpec(documentOf(operation)).operations[0]!.fields.map(
    ({ place, path, type, required, enum: values }) =>
      `${place} ${path}${required ? '' : '?'}: ${values ? JSON.stringify(values) : type}`,
  )
const ref = (name: string): unknown => ({ $ref: `#/components/schemas/${name}` })
const typeOf = (schema: unknown): string[] =>
  fieldsOf({ requestBody: response({ type: 'object', properties: { a: schema } }) }).slice(1)

describe('an OpenAPI document', () => {
  it('gives the parameters of a path, and those of an operation in their stead', () => {
    const parameters = [
      { name: 'id', in: 'path', required: true, schema: { type: 'number' } },
      { name: 'page', in: 'query', schema: { type: 'integer' } },
      { name: 'X-Trace', in: 'header', schema: { type: 'string' } },
    ]
    expect(fieldsOf({})).toEqual(['path id: string'])
    expect(fieldsOf({ parameters })).toEqual(['path id: number', 'query page?: number'])
  })

  it('gives the body, and the response of the first success alone', () => {
    const responses = { 404: response(ref('Named')), 201: { $ref: '#/components/responses/Ok' } }
    expect(fieldsOf({ requestBody: response(ref('Wide')), responses })).toEqual([
      'path id: string',
      'body name: string',
      'body age: number',
      'response success?: boolean',
    ])
  })

  it.each([
    [{ type: 'array', items: ref('Capability') }, ['body a?: array of map[unknown]']],
    [{ type: 'object', additionalProperties: { type: 'string' } }, ['body a?: map[string]']],
    [{ type: 'object', additionalProperties: ref('Named') }, ['body a?: map[object]', 'body a{}.name: string']],
    [
      { type: 'array', items: ref('Wide') },
      ['body a?: array of object', 'body a[].name: string', 'body a[].age: number'],
    ],
    [{ type: ['string', 'null'] }, ['body a?: string or null']],
    [{ type: 'string', nullable: true }, ['body a?: string or null']],
    [{ anyOf: [{ type: 'null' }, ref('Named')] }, ['body a?: object or null', 'body a.name: string']],
    [{ enum: ['x', 'y'] }, ['body a?: ["x","y"]']],
    [{ const: true }, ['body a?: [true]']],
    [{ type: 'array', items: { type: 'string', enum: ['x'] } }, ['body a?: ["x"]']],
    [{}, ['body a?: unknown']],
  ])('puts a schema in the words of the reference (%#)', (schema, expected) => {
    expect(typeOf(schema)).toEqual(expected)
  })

  it('is refused where it holds no paths, points nowhere or never ends', () => {
    expect(() => parseSpec([])).toThrow('this is not an OpenAPI document: no paths')
    expect(() => typeOf(ref('Nothing'))).toThrow('the spec has no #/components/schemas/Nothing')
    expect(() => typeOf(ref('Endless'))).toThrow('nests without end')
  })
})

describe('the envelope of a response', () => {
  const errors = { type: 'array', items: { type: 'object', properties: { code: { type: 'integer' } } } }
  const properties = { success: { type: 'boolean' }, errors, messages: errors, result_info: { type: 'object' } }
  const described = parseSpec(documentOf({ responses: { 200: response({ required: ['success'], properties }) } }))
  const contract = (...more: Field[]): Contract => ({
    operations: [
      {
        method: 'GET',
        path: '/it/{id}',
        fields: [
          { place: 'path', path: 'id', type: 'string', required: true },
          { place: 'response', path: 'success', type: 'boolean', required: true },
          ...more.map((field) => ({ place: 'response' as const, ...field })),
        ],
      },
    ],
    domainTypes: [],
  })

  it('may hold more than the reference says', () => {
    expect(compareContracts(contract(), described)).toEqual([])
  })

  it('is compared where the reference describes it', () => {
    const differences = compareContracts(contract({ path: 'errors', type: 'string', required: false }), described)
    expect(differences).toEqual([
      {
        operation: 'GET /it/{id}',
        place: 'response',
        field: 'errors',
        change: 'type',
        reference: 'string',
        spec: 'array of object',
      },
    ])
  })
})
