/**
 * Marks in the schemas of request bodies the fields that only the response to the same operation has. The API ignores
 * them, and programs send them: read, change, send all of it back. A validator reports them under a name of their own.
 */
import { _, type Ajv, type CodeKeywordDefinition } from 'ajv'
import { asObject, type Json, nameOf, operationsOf, resolve, schemaNameOf, schemasOf, successOf } from './document.ts'

export const readBackKeywords = ['responseField']

/** A copy of the document with the keyword in what its requests are checked by. */
export function withReadBacks(document: Json): Json {
  const schemas: Json = { ...schemasOf(document) }
  for (const { operation } of operationsOf(document)) {
    if (operation.requestBody === undefined) continue
    const request = schemaNameOf(document, operation.requestBody)
    const [, response] = successOf(operation)
    const envelope = resolve(document, { $ref: `#/components/schemas/${schemaNameOf(document, response)}` })
    const { result } = asObject(envelope.properties, 'an envelope')
    schemas[request] = marked({ document, schemas }, resolve(document, schemas[request]), resolve(document, result))
  }
  return { ...document, components: { ...asObject(document.components, 'components'), schemas } }
}

interface Marking {
  document: Json
  /** Filled with the schemas that a request shares with others, as they are in this place. */
  schemas: Json
}

function marked(marking: Marking, request: Json, response: Json): Json {
  if (request.items !== undefined) return { ...request, items: markedReference(marking, request.items, response.items) }
  if (request.properties === undefined) return request
  const ofResponse = asObject(response.properties, 'properties')
  const fields = Object.entries(asObject(request.properties, 'properties')).map(([name, field]) => {
    const same = ofResponse[name]
    return [name, same === undefined ? field : markedReference(marking, field, same)]
  })
  const known = Object.fromEntries(fields)
  const others = Object.keys(ofResponse).filter((name) => !(name in known))
  const added = others.map((name) => [name, { responseField: true }])
  return { ...request, properties: { ...known, ...Object.fromEntries(added) } }
}

/** What a request and a response share differs by place: it gets a name of its own there. */
function markedReference(marking: Marking, request: unknown, response: unknown): unknown {
  const { document, schemas } = marking
  const { $ref } = asObject(request, 'a schema')
  const { $ref: other } = asObject(response, 'a schema')
  if ($ref === undefined) return marked(marking, asObject(request, 'a schema'), resolve(document, response))
  if ($ref === other) return request
  const schema = marked(marking, resolve(document, request), resolve(document, response))
  if (JSON.stringify(schema) === JSON.stringify(resolve(document, request))) return request
  const name = `${nameOf($ref)}_${nameOf(other)}`
  schemas[name] ??= schema
  return { $ref: `#/components/schemas/${name}` }
}

/** Teaches ajv the keyword, which fails wherever the field is. */
export function addReadBackKeyword(ajv: Ajv): void {
  const responseField: CodeKeywordDefinition = { keyword: 'responseField', code: (context) => context.fail(_`true`) }
  ajv.addKeyword(responseField)
}
