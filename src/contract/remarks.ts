import type { Validate, ValidationError } from '../../generated/contract.ts'
import { describeKind, type Remark, toPointer, valueAt } from './finding.ts'

/** Validates a value. The pointers of the remarks point into it. */
export function findRemarks(
  validate: Validate,
  value: unknown,
  place: Remark['place'],
): (Remark & { keyword: string })[] {
  if (validate(value)) return []
  const errors = validate.errors ?? []
  const ofWrongType = new Set(
    errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath),
  )
  return errors
    .filter(({ keyword, instancePath }) => keyword === 'type' || !ofWrongType.has(instancePath))
    .map((error) => ({ keyword: error.keyword, place, ...toRemark(error, valueAt(value, error.instancePath)) }))
}

const units: Record<string, string> = { hostname: 'a bare host name', uri: 'a URL' }

function toRemark({ instancePath: pointer, keyword, params }: ValidationError, value: unknown): Omit<Remark, 'place'> {
  const { limit } = params
  const length = `${[...String(value)].length} characters`
  switch (keyword) {
    case 'required':
      return { pointer: pointer + toPointer(String(params.missingProperty)), expected: 'a field', received: 'none' }
    case 'additionalProperties': {
      const name = String(params.additionalProperty)
      const field = (value as Record<string, unknown>)[name]
      return { pointer: pointer + toPointer(name), expected: 'no such field', received: describeKind(field) }
    }
    case 'type':
      return { pointer, expected: withArticle(String(params.type)), received: describeKind(value) }
    case 'enum':
      return {
        pointer,
        expected: `one of ${(params.allowedValues as unknown[]).map(shown).join(', ')}`,
        received: shown(value),
      }
    case 'minLength':
      return { pointer, expected: `at least ${limit} characters`, received: length }
    case 'maxLength':
      return { pointer, expected: `at most ${limit} characters`, received: length }
    case 'minimum':
      return { pointer, expected: `at least ${limit}`, received: shown(value) }
    case 'maximum':
      return { pointer, expected: `at most ${limit}`, received: shown(value) }
    case 'format':
      return { pointer, expected: units[String(params.format)] ?? String(params.format), received: shown(value) }
    default:
      return { pointer, expected: `text of the form ${String(params.pattern)}`, received: shown(value) }
  }
}

function withArticle(type: string): string {
  if (type === 'array') return 'a list'
  return type === 'integer' ? 'a whole number' : type === 'object' ? 'an object' : `a ${type}`
}

/** A value as JSON. */
export function shown(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}
