import type { ApiMessage } from '../../../generated/latest/schema.ts'
import { writeOnlyFields } from '../../../generated/operations.ts'
import { parseJson } from '../../contract/json.ts'
import type { Match } from '../../contract/operation.ts'
import { findRemarks } from '../../contract/remarks.ts'
import { readQuery } from '../../contract/request.ts'
import { invalid } from './reply.ts'

type Operation = Match['operation']
type Problem = ReturnType<typeof findRemarks>[number]

/** What the fields of a body are, or why it is refused. */
export interface CheckedBody {
  /** The body without the fields that the operation does not have. */
  body: Record<string, unknown>
  errors: ApiMessage[]
}

/** Fields that neither edition has in a request, of the resource's own response or of nobody: the API ignores them. */
const ignored = new Set(['additionalProperties', 'responseField'])

/** Checks a body by the validators that are generated from the spec. Unknown fields are ignored, unless `strict`. */
export function checkBody({ body: validate }: Operation, text: string, strict: boolean): CheckedBody {
  if (!validate) return { body: {}, errors: [] }
  const parsed = text === '' ? undefined : parseJson(text)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { body: {}, errors: [invalid([], 'The body has to be a JSON object')] }
  }
  const body: Record<string, unknown> = { ...parsed }
  const problems = findRemarks(validate, body, 'body').filter(({ keyword }) => !keyword.startsWith('newer'))
  const unknown = problems.filter(({ keyword }) => ignored.has(keyword))
  const errors = problems.filter((problem) => strict || !unknown.includes(problem)).map(toMessage)
  for (const { pointer } of unknown) if (errors.length === 0) remove(body, toPath(pointer))
  return { body, errors }
}

/** Why a query is refused: in the words of the field, without a code, as the live lists do. */
export function checkQuery(operation: Operation, query: URLSearchParams): ApiMessage[] {
  return findRemarks(operation.queryParameters, readQuery(operation, query), 'query')
    .filter(({ keyword }) => keyword !== 'additionalProperties')
    .map(({ pointer, expected }) => ({ message: `${pointer.slice(1)}: expected ${expected}` }))
}

/** Whether a path has an id that the pattern allows. */
export function isValidPath({ operation, pathParameters }: Match): boolean {
  return operation.pathParameters(pathParameters)
}

function toMessage({ keyword, pointer, expected, received }: Problem): ApiMessage {
  const path = toPath(pointer)
  const name = path.join('.')
  if (keyword === 'required') return invalid(path, `${name} is required`)
  if (ignored.has(keyword)) return invalid(path, `${name} is not a field of this operation`)
  const isSecret = path.some((part) => writeOnlyFields.includes(String(part)))
  return invalid(path, `${name}: expected ${expected}${isSecret ? '' : `, received ${received}`}`)
}

function toPath(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')))
}

function remove(root: object, path: (string | number)[]): void {
  const parent = path.slice(0, -1).reduce<object>((node, key) => Object(Reflect.get(node, key)), root)
  Reflect.deleteProperty(parent, path.at(-1) ?? '')
}
