import { deepEqual, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { check } from './report.ts'

/** Whoever declares what a function takes or returns has to name its type: each that a signature names is exported. */
export async function checkNamedTypes(dist: string): Promise<void> {
  for (const file of readdirSync(dist).filter((name) => name.endsWith('.d.ts'))) {
    await check(`${file}: every type that a signature names can be imported`, () => {
      const { signatures, named, hidden } = readDeclarations(file, readFileSync(join(dist, file), 'utf8'))
      ok(signatures > 0 && named.size > 0)
      deepEqual(
        [...named].filter((name) => hidden.has(name)),
        [],
      )
    })
  }
}

/** What the exported functions, classes and interfaces of a bundled declaration file name, and what the file keeps to itself. */
function readDeclarations(file: string, text: string) {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const exported = new Set<string>()
  for (const statement of statements) {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
      continue
    for (const { name, propertyName } of statement.exportClause.elements) exported.add((propertyName ?? name).text)
  }
  const hidden = new Set<string>()
  const named = new Set<string>()
  let signatures = 0
  for (const statement of statements) {
    const isShape = ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement)
    if (!isShape && !ts.isFunctionDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue
    const { text: name } = statement.name ?? { text: '' }
    if (!exported.has(name)) hidden.add(name)
    // An alias has a name of its own: nobody needs what it is made of.
    else if (!ts.isTypeAliasDeclaration(statement)) {
      signatures++
      collect(statement, named)
    }
  }
  return { signatures, named, hidden }
}

function collect(node: ts.Node, named: Set<string>): void {
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) named.add(node.typeName.text)
  if (ts.isExpressionWithTypeArguments(node) && ts.isIdentifier(node.expression)) named.add(node.expression.text)
  ts.forEachChild(node, (child) => collect(child, named))
}
