import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareContracts, type Difference, toDomainType } from '../../src/drift/compare.ts'
import { type Contract, type Field, isBelow, type Operation, toName } from '../../src/drift/facts.ts'
import { parseSpec } from '../../src/drift/parse-spec.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const reference = read('../support/reference/reference.json') as Contract
const document = read('../../generated/openapi.json')
const description = parseSpec(document)

interface Described {
  components: { schemas: Record<string, { required?: string[] }> }
}

const changes = (differences: Difference[]): string[] =>
  differences.map(({ place, field, change }) => `${place} ${field}: ${change}`)

describe('the reference', () => {
  it('has 11 operations, 501 fields and 11 domain types', () => {
    expect(reference.operations).toHaveLength(11)
    expect(reference.operations.flatMap((operation) => operation.fields)).toHaveLength(501)
    expect(reference.domainTypes).toHaveLength(11)
  })
})

describe('the description', () => {
  it('says what the reference says, no more and no less', () => {
    expect(compareContracts(reference, description)).toEqual([])
  })

  it('is found wanting where the document itself changes', () => {
    const changed = structuredClone(document) as Described
    const { McpPortalServer } = changed.components.schemas
    McpPortalServer!.required = McpPortalServer!.required!.filter((name) => name !== 'hostname')
    const differences = compareContracts(reference, parseSpec(changed))
    const portals = reference.operations.filter(({ path, method }) => path.includes('/portals') && method !== 'DELETE')
    const operations = differences.map(({ operation }) => operation)
    expect(operations.toSorted()).toEqual(portals.map(toName).toSorted())
    expect(
      differences.every(({ field, change }) => /servers\[\]\.hostname$/.test(field!) && change === 'required'),
    ).toBe(true)
  })

  it('is missing an operation once', () => {
    for (const gone of description.operations) {
      const operations = description.operations.filter((operation) => operation !== gone)
      const differences = compareContracts(reference, { operations })
      expect(differences).toEqual([{ operation: toName(gone), change: 'missing in the spec' }])
    }
  })

  it('adds an operation once', () => {
    const added: Operation = { method: 'PATCH', path: '/portals/{id}', fields: [] }
    const differences = compareContracts(reference, { operations: [...description.operations, added] })
    expect(differences).toEqual([{ operation: 'PATCH /portals/{id}', change: 'not in the reference' }])
  })
})

/** Every field of the reference, with what compares only the operation it is in: quick, and still all that can differ. */
const cases = reference.operations.flatMap((operation) => {
  const domainTypes = reference.domainTypes.filter((type) => type.name === toDomainType(operation))
  const alone: Contract = { operations: [operation], domainTypes }
  const described = description.operations.find((other) => toName(other) === toName(operation))!
  return operation.fields.map((field) => ({ alone, described, field, name: `${field.place} ${field.path}` }))
})

/** The operation with one field, and if asked what is below it, changed; a change to nothing removes. */
function mutate(
  operation: Operation,
  { place, path }: { place: string; path: string },
  change: (field: Field) => Field | undefined,
  deep = false,
): Operation {
  const fields = operation.fields.flatMap((field) => {
    const hit = field.place === place && (field.path === path || (deep && isBelow(field.path, path)))
    const changed = hit ? change(field) : field
    return changed ? [{ ...changed, place: field.place }] : []
  })
  return { ...operation, fields }
}

interface Mutation {
  what: string
  to: (field: Field) => Field | undefined
  deep?: boolean
  /** What is reported when the description is changed so, and when the reference is. */
  changes: [description: Difference['change'], reference: Difference['change']]
}

const mutations: Mutation[] = [
  { what: 'removed', to: () => undefined, deep: true, changes: ['missing in the spec', 'not in the reference'] },
  { what: 'retyped', to: (it) => ({ ...it, type: 'other' }), changes: ['type', 'type'] },
  {
    what: 'made optional or required',
    to: (it) => ({ ...it, required: !it.required }),
    changes: ['required', 'required'],
  },
  {
    what: 'given one more value',
    to: (it) => ({ ...it, enum: [...(it.enum ?? []), 'more'] }),
    changes: ['enum', 'enum'],
  },
]

describe.each(mutations)(
  'each of the 501 fields, when $what',
  ({ to, deep, changes: [inDescription, inReference] }) => {
    it('in the description, is reported exactly once', () => {
      for (const { alone, described, field, name } of cases) {
        const operations = [mutate(described, field, to, deep)]
        expect(changes(compareContracts(alone, { operations }))).toEqual([`${name}: ${inDescription}`])
      }
    })

    it('in the reference, is reported exactly once', () => {
      for (const { alone, described, field, name } of cases) {
        const operations = [mutate(alone.operations[0]!, field, to, deep)]
        const differences = compareContracts({ ...alone, operations }, { operations: [described] })
        expect(changes(differences)).toEqual([`${name}: ${inReference}`])
      }
    })
  },
)

describe('each of the 501 fields, when renamed', () => {
  it('is reported under its old and its new name', () => {
    for (const { alone, described, field, name } of cases) {
      const rename = (it: Field): Field => ({ ...it, path: it.path.replace(field.path, `${field.path}_x`) })
      const operations = [mutate(described, field, rename, true)]
      const expected = [`${name}: missing in the spec`, `${name}_x: not in the reference`]
      expect(changes(compareContracts(alone, { operations }))).toEqual(expected)
    }
  })
})

describe('a domain type', () => {
  it('belongs to each operation', () => {
    const sorted = (names: (string | undefined)[]): (string | undefined)[] => names.toSorted()
    expect(sorted(reference.operations.map(toDomainType))).toEqual(sorted(reference.domainTypes.map((it) => it.name)))
  })

  it('that departs from its operation is reported exactly once, for each of its fields', () => {
    for (const type of reference.domainTypes) {
      for (const { path } of type.fields) {
        const fields = type.fields.map((it) => (it.path === path ? { ...it, required: !it.required } : it))
        const domainTypes = reference.domainTypes.map((other) => (other === type ? { ...type, fields } : other))
        const differences = compareContracts({ ...reference, domainTypes }, description)
        expect(changes(differences)).toEqual([`domain type ${type.name}.${path}: required`])
      }
    }
  })

  it('that is missing, or belongs to no operation, is reported exactly once', () => {
    const [first, ...others] = reference.domainTypes
    const renamed = [{ ...first!, name: 'Portal' }, ...others]
    expect(changes(compareContracts({ ...reference, domainTypes: others }, description))).toEqual([
      'domain type PortalListResponse: not in the reference',
    ])
    expect(changes(compareContracts({ ...reference, domainTypes: renamed }, description))).toEqual([
      'domain type PortalListResponse: not in the reference',
      'domain type Portal: missing in the spec',
    ])
  })
})
