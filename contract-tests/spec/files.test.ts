import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { description } from '../support/description.ts'

const spec = join(import.meta.dirname, '../../spec')
const kinds = ['schemas', 'parameters', 'responses', 'examples']

function names(folder: string): string[] {
  return readdirSync(join(spec, folder)).map((file) => file.replace(/\.yaml$/, ''))
}

describe.each(kinds)('spec/%s', (kind) => {
  test('has one file for each component, of its name, and no other', () => {
    expect(names(kind).sort()).toEqual(Object.keys(description.components[kind]).sort())
  })
})

test('the description composes nothing, for generators and for Prism', () => {
  expect(JSON.stringify(description)).not.toMatch(/"(allOf|oneOf|anyOf|unevaluatedProperties)"/)
})

test('every file of spec/fields is used, and none is a component', () => {
  const files = ['schemas', 'parameters'].flatMap((kind) =>
    names(kind).map((name) => readFileSync(join(spec, kind, `${name}.yaml`), 'utf8')),
  )
  for (const name of names('fields')) {
    expect(files.some((text) => text.includes(`../fields/${name}.yaml`))).toBe(true)
    expect(description.components.schemas).not.toHaveProperty(name)
  }
})
