/** Writes docs/operations.md: where each operation is, in the API, the client, the spec and the types. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from './bundle.ts'
import { type Json, type Operation, operationsOf, schemaNameOf, successOf } from './document.ts'
import { nameOfCall } from './operations.ts'

/** The text of the page. */
export async function operationsPage(reference: Json, latest: Json): Promise<string> {
  const spec: { paths: Record<string, { $ref: string }> } = parse(
    await readFile(join(root, 'spec/openapi.yaml'), 'utf8'),
  )
  const files = spec.paths
  const known = operationsOf(reference)
  const added = operationsOf(latest).filter(({ path }) => !(path in files))
  return [
    '# Operations',
    '',
    'Written by `npm run generate` from spec/. Do not edit.',
    '',
    'Account and token come from the client. A method resolves to the `result` of the response type.',
    '',
    '| operationId | method of the client | HTTP | spec | request | response |',
    '|---|---|---|---|---|---|',
    ...known.map((each) =>
      toRow(reference, each, `mcp.${nameOfCall(each.operation, each.operationId)}`, files[each.path]?.$ref ?? ''),
    ),
    '',
    'The latest edition has these too. The client has no method for them.',
    '',
    '| operationId | HTTP | spec | response |',
    '|---|---|---|---|',
    ...added.map((each) => toRow(latest, each, undefined, 'overlays/latest.yaml')),
    '',
  ].join('\n')
}

function toRow(document: Json, each: Operation, method: string | undefined, file: string): string {
  const { operationId, path, operation } = each
  const body = operation.requestBody ? `\`${schemaNameOf(document, operation.requestBody)}\`` : ''
  const cells = [
    `\`${operationId}\``,
    ...(method ? [`\`${method}\``] : []),
    `\`${each.method.toUpperCase()} ${path}\``,
    `[${file}](../spec/${file})`,
    ...(method ? [body] : []),
    `\`${schemaNameOf(document, successOf(operation)[1])}\``,
  ]
  return `| ${cells.join(' | ')} |`
}
