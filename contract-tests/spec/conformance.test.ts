import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareContracts, type Difference, domainTypeOf } from '../../src/drift/compare.ts'
import { describeDocument } from '../../src/drift/describe.ts'
import { type Contract, isBelow, type Member, nameOf, type Operation } from '../../src/drift/facts.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const reference = read('../support/reference/reference.json') as Contract
const document = read('../../generated/openapi.json')
const description = describeDocument(document)

interface Described {
  components: { schemas: Record<string, { required?: string[] }> }
}

const changes = (differences: Difference[]): string[] =>
  differences.map(({ place, member, change }) => `${place} ${member}: ${change}`)

describe('the reference', () => {
  it('has 11 operations, 501 members and 11 domain types', () => {
    expect(reference.operations).toHaveLength(11)
    expect(reference.operations.flatMap((operation) => operation.members)).toHaveLength(501)
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
    const differences = compareContracts(reference, describeDocument(changed))
    const portals = reference.operations.filter(({ path, method }) => path.includes('/portals') && method !== 'DELETE')
    const operations = differences.map(({ operation }) => operation)
    expect(operations.toSorted()).toEqual(portals.map(nameOf).toSorted())
    expect(
      differences.every(({ member, change }) => /servers\[\]\.hostname$/.test(member!) && change === 'required'),
    ).toBe(true)
  })

  it('is missing an operation once', () => {
    for (const gone of description.operations) {
      const operations = description.operations.filter((operation) => operation !== gone)
      const differences = compareContracts(reference, { operations })
      expect(differences).toEqual([{ operation: nameOf(gone), change: 'missing in the description' }])
    }
  })

  it('adds an operation once', () => {
    const added: Operation = { method: 'PATCH', path: '/portals/{id}', members: [] }
    const differences = compareContracts(reference, { operations: [...description.operations, added] })
    expect(differences).toEqual([{ operation: 'PATCH /portals/{id}', change: 'not in the reference' }])
  })
})

/** Every member of the reference, with what compares only the operation it is in: quick, and still all that can differ. */
const cases = reference.operations.flatMap((operation) => {
  const domainTypes = reference.domainTypes.filter((type) => type.name === domainTypeOf(operation))
  const alone: Contract = { operations: [operation], domainTypes }
  const described = description.operations.find((other) => nameOf(other) === nameOf(operation))!
  return operation.members.map((member) => ({ alone, described, member, name: `${member.place} ${member.path}` }))
})

/** The operation with one member, and if asked what is below it, changed; a change to nothing removes. */
function mutate(
  operation: Operation,
  { place, path }: { place: string; path: string },
  change: (member: Member) => Member | undefined,
  deep = false,
): Operation {
  const members = operation.members.flatMap((member) => {
    const hit = member.place === place && (member.path === path || (deep && isBelow(member.path, path)))
    const changed = hit ? change(member) : member
    return changed ? [{ ...changed, place: member.place }] : []
  })
  return { ...operation, members }
}

interface Mutation {
  what: string
  to: (member: Member) => Member | undefined
  deep?: boolean
  /** What is reported when the description is changed so, and when the reference is. */
  changes: [description: Difference['change'], reference: Difference['change']]
}

const mutations: Mutation[] = [
  { what: 'removed', to: () => undefined, deep: true, changes: ['missing in the description', 'not in the reference'] },
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
  'each of the 501 members, when $what',
  ({ to, deep, changes: [inDescription, inReference] }) => {
    it('in the description, is reported exactly once', () => {
      for (const { alone, described, member, name } of cases) {
        const operations = [mutate(described, member, to, deep)]
        expect(changes(compareContracts(alone, { operations }))).toEqual([`${name}: ${inDescription}`])
      }
    })

    it('in the reference, is reported exactly once', () => {
      for (const { alone, described, member, name } of cases) {
        const operations = [mutate(alone.operations[0]!, member, to, deep)]
        const differences = compareContracts({ ...alone, operations }, { operations: [described] })
        expect(changes(differences)).toEqual([`${name}: ${inReference}`])
      }
    })
  },
)

describe('each of the 501 members, when renamed', () => {
  it('is reported under its old and its new name', () => {
    for (const { alone, described, member, name } of cases) {
      const rename = (it: Member): Member => ({ ...it, path: it.path.replace(member.path, `${member.path}_x`) })
      const operations = [mutate(described, member, rename, true)]
      const expected = [`${name}: missing in the description`, `${name}_x: not in the reference`]
      expect(changes(compareContracts(alone, { operations }))).toEqual(expected)
    }
  })
})

describe('a domain type', () => {
  it('belongs to each operation', () => {
    const sorted = (names: (string | undefined)[]): (string | undefined)[] => names.toSorted()
    expect(sorted(reference.operations.map(domainTypeOf))).toEqual(sorted(reference.domainTypes.map((it) => it.name)))
  })

  it('that departs from its operation is reported exactly once, for each of its members', () => {
    for (const type of reference.domainTypes) {
      for (const { path } of type.members) {
        const members = type.members.map((it) => (it.path === path ? { ...it, required: !it.required } : it))
        const domainTypes = reference.domainTypes.map((other) => (other === type ? { ...type, members } : other))
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
      'domain type Portal: missing in the description',
    ])
  })
})
