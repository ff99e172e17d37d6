/** Writes the types of an edition. */
import openapiTypeScript, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { asObject, type Json, schemasOf } from './document.ts'

/** The text of a module that exports a type for each schema. */
export async function typesCode(document: Json): Promise<string> {
  const types = await openapiTypeScript(JSON.stringify(withGuards(document)), {
    alphabetize: true,
    defaultNonNullable: false,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    transform: (schema) => (guard in schema ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword) : undefined),
  })
  return astToString(types).trimEnd()
}

const guard = 'x-never'

/**
 * A copy in which the fields that `x-response-only` names can hold nothing. Without them the type of a response, which has
 * them, would be accepted as that of a request, which has only optional fields of other names.
 */
function withGuards(document: Json): Json {
  const schemas = Object.entries(schemasOf(document)).map(([name, schema]) => [name, guarded(asObject(schema, name))])
  const components = asObject(document.components, 'components')
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } }
}

function guarded({ 'x-response-only': names, ...schema }: Json): Json {
  if (!Array.isArray(names)) return schema
  const description = 'Only the response of a portal has it. toAttachments turns it into what a request has.'
  const fields = names.map((name) => [name, { description, [guard]: true }])
  return { ...schema, properties: { ...asObject(schema.properties, 'properties'), ...Object.fromEntries(fields) } }
}
