import { type Contract, type Field, inside, isBelow, type Operation, type Place, toName } from './facts.ts'

export interface Difference {
  /** `GET /accounts/…`; of a domain type that belongs to no operation, its name. */
  operation: string
  /** Absent for a whole operation. */
  place?: Place | 'domain type'
  /** Absent for a whole operation. */
  field?: string
  change: 'missing in the spec' | 'not in the reference' | 'type' | 'required' | 'enum'
  reference?: unknown
  spec?: unknown
}

type FieldDifference = Omit<Difference, 'operation' | 'place'> & { field: string }

// Every response of Cloudflare's API has these around its result; this reference leaves them out.
const ENVELOPE = ['errors', 'messages', 'result_info']

/** How the spec departs from the reference, and the reference from the spec; nothing where they agree. */
export function compareContracts(reference: Contract, spec: { operations: Operation[] }): Difference[] {
  const described = new Map(spec.operations.map((operation) => [toName(operation), operation]))
  const referenced = new Set(reference.operations.map(toName))
  return [
    ...reference.operations.flatMap((operation): Difference[] => {
      const counterpart = described.get(toName(operation))
      if (counterpart) return compareOperations(operation, counterpart)
      return [{ operation: toName(operation), change: 'missing in the spec' }]
    }),
    ...[...described.keys()]
      .filter((name) => !referenced.has(name))
      .map((operation): Difference => ({ operation, change: 'not in the reference' })),
    ...compareDomainTypes(reference, described),
  ]
}

function compareOperations(reference: Operation, spec: Operation): Difference[] {
  const places: Place[] = ['path', 'query', 'body', 'response']
  return places.flatMap((place) => {
    const differences = compareFields(at(reference, place), known(reference, at(spec, place), place))
    return differences.map((difference) => ({ operation: toName(reference), place, ...difference }))
  })
}

const at = (operation: Operation, place: Place): Field[] => operation.fields.filter((field) => field.place === place)

function known(reference: Operation, fields: Field[], place: Place): Field[] {
  if (place !== 'response') return fields
  const documented = new Set(at(reference, place).map((field) => field.path))
  const additions = ENVELOPE.filter((name) => !documented.has(name))
  return fields.filter(({ path }) => !additions.some((name) => path === name || isBelow(path, name)))
}

function compareFields(reference: Field[], spec: Field[]): FieldDifference[] {
  const described = new Map(spec.map((field) => [field.path, field]))
  const referenced = new Map(reference.map((field) => [field.path, field]))
  const all = [
    ...reference.flatMap((field) => compareField(field, described.get(field.path))),
    ...spec
      .filter((field) => !referenced.has(field.path))
      .map(({ path, type }): FieldDifference => ({ field: path, change: 'not in the reference', spec: type })),
  ]
  // What is below a field that is missing, or is of another type, differs for that reason alone.
  const roots = all.filter(({ change }) => change !== 'required' && change !== 'enum').map(({ field }) => field)
  return all.filter(({ field }) => !roots.some((root) => isBelow(field, root)))
}

function compareField(reference: Field, spec: Field | undefined): FieldDifference[] {
  const field = reference.path
  if (!spec) return [{ field, change: 'missing in the spec', reference: reference.type }]
  const differences: FieldDifference[] = []
  const compare = (change: 'type' | 'required' | 'enum', same: boolean): void => {
    if (!same) differences.push({ field, change, reference: reference[change], spec: spec[change] })
  }
  compare('required', reference.required === spec.required)
  compare('type', reference.type === spec.type)
  if (reference.type === spec.type) compare('enum', sorted(reference.enum) === sorted(spec.enum))
  return differences
}

const sorted = (values: Field['enum']): string | undefined => values && JSON.stringify([...values].sort())

/** A domain type must say what the `result` of its operation says; what the operation itself reports is not repeated. */
function compareDomainTypes(reference: Contract, described: Map<string, Operation>): Difference[] {
  const unclaimed = new Map(reference.domainTypes.map(({ name, fields }) => [name, fields]))
  const place = 'domain type'
  const differences = reference.operations.flatMap((referenced): Difference[] => {
    const operation = toName(referenced)
    const name = toDomainType(referenced)
    const spec = described.get(operation)
    const fields = unclaimed.get(name ?? '')
    unclaimed.delete(name ?? '')
    if (name === undefined || spec === undefined) return []
    if (fields === undefined) return [{ operation, place, field: name, change: 'not in the reference' }]
    const reported = compareFields(findResult(referenced), findResult(spec)).map((it) => JSON.stringify(it))
    return compareFields(fields, findResult(spec))
      .filter((difference) => !reported.includes(JSON.stringify(difference)))
      .map(({ field, ...rest }) => ({ operation, place, field: `${name}.${field}`, ...rest }))
  })
  const unknown = [...unclaimed.keys()].map(
    (name): Difference => ({ operation: name, place, field: name, change: 'missing in the spec' }),
  )
  return [...differences, ...unknown]
}

/** The fields of an operation's result or, for a list, of what it lists. */
function findResult(operation: Operation): Field[] {
  const fields = at(operation, 'response')
  const result = fields.find((field) => field.path === 'result')
  if (!result) return []
  const prefix = `${inside('result', result.type)}.`
  return fields
    .filter(({ path }) => path.startsWith(prefix))
    .map((field) => ({ ...field, path: field.path.slice(prefix.length) }))
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
export function toDomainType({ method, path }: Operation): string | undefined {
  const [, resource, rest] = path.match(/\/(portal|server)s(\/\{id\}(?:\/sync)?)?$/) ?? []
  const verb = VERBS[`${method} ${rest ?? ''}`]
  return resource && verb && `${resource.charAt(0).toUpperCase()}${resource.slice(1)}${verb}Response`
}
