import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toDomainType } from '../../../src/drift/compare.ts'
import { type Contract, type Field, isBelow, type PlacedField, toName } from '../../../src/drift/facts.ts'
import { compareReference } from '../../../src/drift/index.ts'
import { description } from '../../support/description.ts'
import { type Layout, renderReference } from '../../support/reference/render.ts'
import { Tally } from './detect.ts'

const reference = JSON.parse(
  readFileSync(new URL('../../support/reference/reference.json', import.meta.url), 'utf8'),
) as Contract
const tally = new Tally()
const layouts: Layout[] = ['published', 'collapsed']

/** Each operation as a reference of its own, beside a description that has no other: quick, and all that can differ. */
const alone = reference.operations.map((operation) => ({
  name: toName(operation),
  contract: {
    operations: [operation],
    domainTypes: reference.domainTypes.filter((type) => type.name === toDomainType(operation)),
  },
  document: {
    ...description,
    paths: { [operation.path]: only(description.paths[operation.path], operation.method.toLowerCase()) },
  },
}))

function only(item: Record<string, unknown>, method: string): Record<string, unknown> {
  return { parameters: item.parameters, [method]: item[method] }
}

interface Mutation {
  what: string
  /** What becomes of the field at `path`, and of each below it. */
  to(field: Field, path: string): Field | undefined
  /** What is reported of it. */
  reported: (name: string) => string[]
}

const mutations: Mutation[] = [
  { what: 'removed', to: () => undefined, reported: (name) => [`${name}: not in the reference`] },
  {
    what: 'renamed',
    to: (field, path) => ({ ...field, path: `${path}_x${field.path.slice(path.length)}` }),
    reported: (name) => [`${name}_x: missing in the spec`, `${name}: not in the reference`],
  },
  {
    what: 'made optional or required',
    to: (field, path) => (field.path === path ? { ...field, required: !field.required } : field),
    reported: (name) => [`${name}: required`],
  },
  {
    what: 'retyped',
    to: ({ enum: _, ...field }, path) =>
      field.path === path ? { ...field, type: field.type === 'boolean' ? 'number' : 'boolean' } : undefined,
    reported: (name) => [`${name}: type`],
  },
]

/** A reference in which one field is another one, in an operation and in its domain type. */
function mutate({ operations, domainTypes }: Contract, { place, path }: PlacedField, { to }: Mutation): Contract {
  const apply = <M extends Field>(fields: M[], target: string): M[] => {
    const all = fields.flatMap((field) => {
      const changed = field.path === target || isBelow(field.path, target) ? to(field, target) : field
      return changed ? [{ ...field, ...changed, ...(!changed.enum && { enum: undefined }) }] : []
    })
    return all.toSorted((a, b) => +b.required - +a.required) // Whatever is required comes first, as in the reference.
  }
  const inType = place === 'response' ? /^result(?:\[\])?\.(.+)$/.exec(path)?.[1] : undefined
  return {
    operations: operations.map((operation) => ({
      ...operation,
      fields: [
        ...operation.fields.filter((field) => field.place !== place),
        ...apply(
          operation.fields.filter((field) => field.place === place),
          path,
        ),
      ],
    })),
    domainTypes: domainTypes.map((type) => (inType ? { ...type, fields: apply(type.fields, inType) } : type)),
  }
}

/** What the tool reports of a reference, in short, or the error where it refuses to read it. */
function reportOf(contract: Contract, layout: Layout, document: unknown): string[] {
  try {
    const markdown = renderReference(contract, layout)
    const { differences } = compareReference(
      [{ name: 'reference.md', markdown }],
      { reference: document, latest: document },
      'latest',
    )
    return differences.map(({ place, field, change }) => `${place} ${field}: ${change}`)
  } catch (error) {
    return [String(error)]
  }
}

describe.each(layouts)('in the layout %s', (layout) => {
  test.each(alone)('the reference of $name raises no alarm', ({ contract, document }) => {
    expect(reportOf(contract, layout, document)).toEqual([])
  })

  describe.each(mutations)('each field, when $what, is reported exactly once', (mutation) => {
    test.each(alone)('in $name', ({ contract, document }) => {
      for (const field of contract.operations.flatMap(({ fields }) => fields)) {
        const report = reportOf(mutate(contract, field, mutation), layout, document)
        const name = `${field.place} ${field.path}`
        // A parameter that is left in the path of an operation makes the text contradict itself.
        const contradicts = field.place === 'path' && /^(removed|renamed)$/.test(mutation.what)
        const refusal = [expect.stringContaining(`path field ${field.path}: is in the path, but not described`)]
        expect(report, `${name} ${mutation.what}`).toEqual(contradicts ? refusal : mutation.reported(name))
        tally.count(mutation.what)
      }
    })
  })
})

test('every mutation was made of every field, in every layout', () => {
  const fields = reference.operations.reduce((sum, operation) => sum + operation.fields.length, 0)
  tally.expectKinds(...mutations.map(({ what }) => what))
  for (const { what } of mutations) expect(tally.counts[what]).toBe(layouts.length * fields)
})
