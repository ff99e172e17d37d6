import type { Validate, ValidationError } from '../../generated/contract.ts'
import { kindOf, type Remark, step, valueAt } from './finding.ts'

/** What a validator has to say of a value, the pointers being into that value. */
export function remarksOf(
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
    .map((error) => ({ keyword: error.keyword, place, ...remarkOf(error, valueAt(value, error.instancePath)) }))
}

const units: Record<string, string> = { hostname: 'a bare host name', uri: 'a URL' }

function remarkOf({ instancePath: pointer, keyword, params }: ValidationError, value: unknown): Omit<Remark, 'place'> {
  const { limit } = params
  const length = `${[...String(value)].length} characters`
  switch (keyword) {
    case 'required':
      return { pointer: pointer + step(String(params.missingProperty)), expected: 'a member', received: 'none' }
    case 'additionalProperties': {
      const name = String(params.additionalProperty)
      const member = (value as Record<string, unknown>)[name]
      return { pointer: pointer + step(name), expected: 'no such member', received: kindOf(member) }
    }
    case 'type':
      return { pointer, expected: withArticle(String(params.type)), received: kindOf(value) }
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
