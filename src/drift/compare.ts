import { type Contract, inside, isBelow, type Member, nameOf, type Operation, type Place } from './facts.ts'

export interface Difference {
  /** `GET /accounts/…`; of a domain type that belongs to no operation, its name. */
  operation: string
  /** Absent for a whole operation. */
  place?: Place | 'domain type'
  /** Absent for a whole operation. */
  member?: string
  change: 'missing in the description' | 'not in the reference' | 'type' | 'required' | 'enum'
  reference?: unknown
  description?: unknown
}

type MemberDifference = Omit<Difference, 'operation' | 'place'> & { member: string }

// Every answer of Cloudflare's API has these around its result; this reference leaves them out.
const ENVELOPE = ['errors', 'messages', 'result_info']

/** How the description departs from the reference, and the reference from the description; nothing where they agree. */
export function compareContracts(reference: Contract, description: { operations: Operation[] }): Difference[] {
  const described = new Map(description.operations.map((operation) => [nameOf(operation), operation]))
  const referenced = new Set(reference.operations.map(nameOf))
  return [
    ...reference.operations.flatMap((operation): Difference[] => {
      const counterpart = described.get(nameOf(operation))
      if (counterpart) return compareOperations(operation, counterpart)
      return [{ operation: nameOf(operation), change: 'missing in the description' }]
    }),
    ...[...described.keys()]
      .filter((name) => !referenced.has(name))
      .map((operation): Difference => ({ operation, change: 'not in the reference' })),
    ...compareDomainTypes(reference, described),
  ]
}

function compareOperations(reference: Operation, description: Operation): Difference[] {
  const places: Place[] = ['path', 'query', 'body', 'response']
  return places.flatMap((place) => {
    const differences = compareMembers(at(reference, place), known(reference, at(description, place), place))
    return differences.map((difference) => ({ operation: nameOf(reference), place, ...difference }))
  })
}

const at = (operation: Operation, place: Place): Member[] =>
  operation.members.filter((member) => member.place === place)

function known(reference: Operation, members: Member[], place: Place): Member[] {
  if (place !== 'response') return members
  const documented = new Set(at(reference, place).map((member) => member.path))
  const additions = ENVELOPE.filter((name) => !documented.has(name))
  return members.filter(({ path }) => !additions.some((name) => path === name || isBelow(path, name)))
}

function compareMembers(reference: Member[], description: Member[]): MemberDifference[] {
  const described = new Map(description.map((member) => [member.path, member]))
  const referenced = new Map(reference.map((member) => [member.path, member]))
  const all = [
    ...reference.flatMap((member) => compareMember(member, described.get(member.path))),
    ...description
      .filter((member) => !referenced.has(member.path))
      .map(({ path, type }): MemberDifference => ({ member: path, change: 'not in the reference', description: type })),
  ]
  // What is below a member that is missing, or is of another type, differs for that reason alone.
  const roots = all.filter(({ change }) => change !== 'required' && change !== 'enum').map(({ member }) => member)
  return all.filter(({ member }) => !roots.some((root) => isBelow(member, root)))
}

function compareMember(reference: Member, description: Member | undefined): MemberDifference[] {
  const member = reference.path
  if (!description) return [{ member, change: 'missing in the description', reference: reference.type }]
  const differences: MemberDifference[] = []
  const compare = (change: 'type' | 'required' | 'enum', same: boolean): void => {
    if (!same) differences.push({ member, change, reference: reference[change], description: description[change] })
  }
  compare('required', reference.required === description.required)
  compare('type', reference.type === description.type)
  if (reference.type === description.type) compare('enum', sorted(reference.enum) === sorted(description.enum))
  return differences
}

const sorted = (values: Member['enum']): string | undefined => values && JSON.stringify([...values].sort())

/** A domain type must say what the `result` of its operation says; what the operation itself reports is not repeated. */
function compareDomainTypes(reference: Contract, described: Map<string, Operation>): Difference[] {
  const unclaimed = new Map(reference.domainTypes.map(({ name, members }) => [name, members]))
  const place = 'domain type'
  const differences = reference.operations.flatMap((referenced): Difference[] => {
    const operation = nameOf(referenced)
    const name = domainTypeOf(referenced)
    const description = described.get(operation)
    const members = unclaimed.get(name ?? '')
    unclaimed.delete(name ?? '')
    if (name === undefined || description === undefined) return []
    if (members === undefined) return [{ operation, place, member: name, change: 'not in the reference' }]
    const reported = compareMembers(resultOf(referenced), resultOf(description)).map((it) => JSON.stringify(it))
    return compareMembers(members, resultOf(description))
      .filter((difference) => !reported.includes(JSON.stringify(difference)))
      .map(({ member, ...rest }) => ({ operation, place, member: `${name}.${member}`, ...rest }))
  })
  const unknown = [...unclaimed.keys()].map(
    (name): Difference => ({ operation: name, place, member: name, change: 'missing in the description' }),
  )
  return [...differences, ...unknown]
}

/** The members of an operation's result or, for a list, of what it lists. */
function resultOf(operation: Operation): Member[] {
  const members = at(operation, 'response')
  const result = members.find((member) => member.path === 'result')
  if (!result) return []
  const prefix = `${inside('result', result.type)}.`
  return members
    .filter(({ path }) => path.startsWith(prefix))
    .map((member) => ({ ...member, path: member.path.slice(prefix.length) }))
}

const VERBS: Record<string, string> = {
  'GET ': 'List',
  'POST ': 'Create',
  'GET /{id}': 'Read',
  'PUT /{id}': 'Update',
  'DELETE /{id}': 'Delete',
  'POST /{id}/sync': 'Sync',
}

/** `PortalListResponse` for the operation that lists portals; nothing where the reference's rule does not apply. */
export function domainTypeOf({ method, path }: Operation): string | undefined {
  const [, resource, rest] = path.match(/\/(portal|server)s(\/\{id\}(?:\/sync)?)?$/) ?? []
  const verb = VERBS[`${method} ${rest ?? ''}`]
  return resource && verb && `${resource.charAt(0).toUpperCase()}${resource.slice(1)}${verb}Response`
}
