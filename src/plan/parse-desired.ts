import { type OperationValidators, operationValidators } from '../../generated/validators.ts'
import { findRemarks } from '../contract/remarks.ts'
import { itemKeys } from './compare.ts'
import type { DesiredState } from './types.ts'

/** The lists of a desired state, and the operation whose body each of their items is. */
const lists: [name: 'servers' | 'portals', operationId: string][] = [
  ['servers', 'createServer'],
  ['portals', 'createPortal'],
]

/**
 * A copy of a desired state as JSON, in which a field that is undefined is absent.
 *
 * @throws {TypeError} when an item is no body of a create, or an id is there twice. The message names the fields, and quotes
 * no value: any may be secret.
 */
export function parseDesired(desired: DesiredState): DesiredState {
  const problems = findProblems(desired)
  if (problems.length > 0) throw new TypeError(problems.join('\n'))
  return JSON.parse(JSON.stringify(desired))
}

function findProblems(desired: DesiredState): string[] {
  if (Object.prototype.toString.call(desired) !== '[object Object]') return ['desired: expected a plain object']
  const others = Object.keys(desired).filter((name) => !lists.some(([list]) => list === name))
  return [
    ...others.map((name) => `desired.${name}: a desired state has servers and portals`),
    ...lists.flatMap(([name, operationId]) => {
      const validate = operationValidators.find((each) => each.operationId === operationId)?.body
      return validate ? findListProblems(`desired.${name}`, validate, desired[name]) : []
    }),
  ]
}

function findListProblems(name: string, validate: NonNullable<OperationValidators['body']>, list: unknown): string[] {
  if (list === undefined) return []
  if (!Array.isArray(list)) return [`${name}: expected a list`]
  const wrong = list.flatMap((item, at) => {
    const copy: unknown = JSON.parse(JSON.stringify(item) ?? 'null')
    return findRemarks(validate, copy, 'body')
      .filter(({ keyword }) => !keyword.startsWith('newer'))
      .map(({ pointer, expected }) => `${name}[${at}]${toPath(pointer)}: expected ${expected}`)
  })
  return wrong.length > 0 ? wrong : findRepeated(name, list)
}

/** JSON pointer to the form of JavaScript, as in `.servers[0].updated_tools[1].name`. */
function toPath(pointer: string): string {
  return pointer.replace(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.')
}

/** Items that are the same resource, attachment or override as one before them. */
function findRepeated(name: string, list: object[], key = 'id'): string[] {
  const values = list.map((item) => Reflect.get(item, key))
  return list.flatMap((item, at) => [
    ...(values.indexOf(values[at]) < at ? [`${name}[${at}].${key}: is there twice`] : []),
    ...Object.entries(itemKeys).flatMap(([field, inner]) => {
      const below: unknown = Reflect.get(item, field)
      return Array.isArray(below) ? findRepeated(`${name}[${at}].${field}`, below, inner) : []
    }),
  ])
}
